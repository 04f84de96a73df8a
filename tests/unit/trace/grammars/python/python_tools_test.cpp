#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(python_tools_tests)

BOOST_AUTO_TEST_CASE(a_flag_that_absl_cannot_read_is_told_before_how_to_ask_for_help) {
    auto const found = tr::only_one_in(
        "FATAL Flags parsing error: Unknown command line flag 'nust'. Did you mean: nuts ?\n"
        "Pass --helpshort or --helpfull to see help on flags.\n",
        "python");
    BOOST_TEST(found.exception.message ==
               "Flags parsing error: Unknown command line flag 'nust'. Did you mean: nuts ?");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(tr::traces_in("FATAL Flags of 3 ships\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(snakemake_names_what_was_raised_where_it_was) {
    std::string const below = "No nuts for rule sell:\n    nuts.txt\n";
    for (std::string const head :
         {"MissingInputException in rule sell in file /shop/Snakefile, line 9:\n",
          "WorkflowError in file /shop/Snakefile, line 9:\n", "NameError in line 9 of /shop/Snakefile:\n"}) {
        auto const found = tr::only_one_in("Building DAG of jobs...\n" + head + below + "plain\n", "python");
        BOOST_TEST(found.text == head + below);
        BOOST_TEST(found.exception.type == head.substr(0, head.find(' ')));
        BOOST_TEST(found.exception.message == "No nuts for rule sell:");
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == "/shop/Snakefile");
        BOOST_TEST(found.exception.frames[0].line == 9);
    }
    for (std::string const healthy :
         {"No error in line 9 of nuts:\n", "Errors in line 9:\n", "KeyError in rule sell, line 9:\n"})
        BOOST_TEST(tr::traces_in(healthy + below + "plain\nplain\nplain\n").empty(), healthy);
}

BOOST_AUTO_TEST_CASE(what_ansible_tells_of_a_host_is_the_message_of_its_result) {
    std::string const recap = "\nPLAY RECAP ****\nshop1 : ok=1 changed=0 unreachable=0 failed=1 skipped=0\n";
    std::string const lines =
        "fatal: [shop1]: FAILED! => {\n    \"changed\": false,\n    \"msg\": \"no \\\"nut\\\" there\"\n}\n";
    std::string const one =
        "fatal: [shop1]: UNREACHABLE! => {\"changed\": false, \"msg\": \"no \\\"nut\\\" there\"}\n";
    std::string const item =
        "failed: [shop1] (item=nut) => {\"msg\": \"no \\\"nut\\\" there\\nbelow\", \"rc\": 1}\n";
    for (std::string const& told : {lines, one, item}) {
        auto const found = tr::only_one_in("TASK [sell] ****\n" + told + recap, "python");
        BOOST_TEST(found.exception.message == "no \"nut\" there");
        BOOST_TEST(found.exception.type == "error");
        BOOST_TEST(found.text == told);
        BOOST_TEST((found.role == tr::trace_role::raised));
    }
    auto const ignored =
        tr::only_one_in(one + "...ignoring\n\nshop1 : ok=1 unreachable=0 failed=0\n", "python");
    BOOST_TEST((ignored.role == tr::trace_role::notice));
    BOOST_TEST((ignored.handled == tr::handling::survived));
    BOOST_TEST(tr::traces_in("failed: [shop1] 0 of 3\nfailed: [3] => {0}\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(a_rule_whose_command_failed_is_told_where_nothing_else_is) {
    std::string const text = "Error in rule sell:\n    jobid: 3\n    shell:\n        false\n";
    auto const found =
        tr::only_one_in("selling\n" + text + "\nShutting down, this might take some time.\n", "python");
    BOOST_TEST(found.exception.message == "Error in rule sell");
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::summary));
    for (std::string const other : {"Error in rule sell:\nplain\nplain\nplain\n",
                                    "Error in rule of nuts:\n    jobid: 3\nplain\nplain\n"})
        BOOST_TEST(tr::traces_in(other).empty(), other);
}

BOOST_AUTO_TEST_CASE(a_playbook_that_cannot_be_run_is_told_with_its_place) {
    std::string const text =
        "ERROR! no module 'nuts'.\n\nThe error appears to be in '/shop/a.yml': line 4, column 7, but may\n"
        "be elsewhere in the file.\n\nThe offending line appears to be:\n\n    - nuts: x=1\n      ^ here\n";
    auto const found = tr::only_one_in("[WARNING]: none\n" + text, "python");
    BOOST_TEST(found.exception.message == "no module 'nuts'.");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::traces_in("ERROR! \nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(sphinx_tells_below_the_kind_of_an_error_what_it_is) {
    auto found = tr::only_one_in("\nExtension error:\nno extension nuts\n", "python");
    BOOST_TEST(found.exception.message == "no extension nuts");
    found = tr::only_one_in("\nWarning, treated as error:\n/shop/a.rst:4:no file \"nuts\".\n", "python");
    BOOST_TEST(found.exception.message == "no file \"nuts\".");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].line == 4);
    BOOST_TEST(tr::traces_in("Extension error:\n\nplain\nplain\nplain\n").empty());
    BOOST_TEST(tr::traces_in("mean error:\n0.3\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(of_a_playbook_that_is_no_yaml_the_parsers_words_are_told) {
    std::string const text =
        "ERROR! We were unable to read either as JSON nor YAML, these are the errors we got from each:\n"
        "JSON: Expecting value: line 1 column 1 (char 0)\n\nSyntax Error while loading YAML.\n"
        "  no nut where one is needed\n\nThe error appears to be in '/app/shop.yml': line 4, column 8, but "
        "may\n";
    auto const found = tr::only_one_in(text + "shop stays\n", "python");
    BOOST_TEST(found.exception.message == "no nut where one is needed");
    BOOST_TEST(found.text == text);
}

BOOST_AUTO_TEST_CASE(warnings_that_mkdocs_takes_for_errors_are_told) {
    std::string const text = "WARNING  -  Doc file 'nut.md' links to nowhere\n";
    std::string const end =
        "INFO     -  Building\nWARNING  -  one more\n\nAborted with 2 warnings in strict mode!\n";
    auto const found = tr::only_one_in("INFO     -  Cleaning\n" + text + end + "after\n", "python");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST(found.exception.message == "Doc file 'nut.md' links to nowhere");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::traces_in("WARNING  -  Doc file 'nut.md' links to nowhere\nINFO     -  Built\n").empty());
    BOOST_TEST(tr::traces_in("INFO     -  Cleaning\nAborted with 2 warnings in strict mode!\n").empty());
}

BOOST_AUTO_TEST_CASE(the_first_warning_that_sphinx_takes_for_an_error_is_told) {
    std::string const text = "/shop/docs/nuts.rst:7: WARNING: unknown nut: 'pecan'\n";
    std::string const more =
        "looking for now-outdated files... none found\nwriting output... [100%] nuts\n"
        "/shop/docs/bags.rst:4: WARNING: unknown bag\ndumping object inventory... done\n";
    auto const found = tr::only_one_in("reading sources... [100%] nuts\n\n" + text + more +
                                           "build finished with problems, 2 warnings.\nafter\n",
                                       "python");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST(found.exception.message == "unknown nut: 'pecan'");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 2u);
    BOOST_TEST(found.exception.frames.at(0).line == 7);
    BOOST_TEST(tr::traces_in(text + more + "build succeeded, 2 warnings.\n").empty());
}

BOOST_AUTO_TEST_CASE(yamllint_lists_what_it_found_below_a_file) {
    std::string const name = "nuts.yaml\n";
    std::string const warning = "  3:1       warning  no start  (document-start)\n";
    std::string const listed = "  7:4       error    wrong indentation: expected 2  (indentation)\n";
    std::string const later = "  9:1       error    too many blank lines (3 > 2)  (empty-lines)\n";
    auto const found = tr::only_one_in(name + warning + listed + later + "\n", "python");
    BOOST_TEST(found.exception.message == "wrong indentation: expected 2  (indentation)");
    BOOST_TEST(found.text == listed);
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST((found.role == tr::trace_role::notice));
    // what make says of it tells less
    auto const made = tr::traces_in(name + listed + "\nmake: *** [Makefile:3: all] Error 1\n");
    BOOST_REQUIRE(made.size() == 2u);
    BOOST_TEST(made[0].text == listed);
    BOOST_TEST((made[1].role == tr::trace_role::summary));
    BOOST_TEST(tr::traces_in(name + warning).empty());
    BOOST_TEST(tr::traces_in("nuts and salt\n" + listed).empty());
}

BOOST_AUTO_TEST_CASE(lines_of_aws_are_guesses) {
    for (std::string const before : {"", "fatal error: ", "upload failed: ./nut.csv to s3://shop/nut.csv "}) {
        auto const aws = tr::traces_in(
            before + "An error occurred (NoSuchShop) when calling the PutObject operation: No shop\nkept\n",
            true);
        BOOST_REQUIRE(aws.size() == 1u);
        BOOST_TEST(aws[0].exception.type == "NoSuchShop");
        BOOST_TEST(aws[0].exception.message ==
                   (before.starts_with("fatal") ? "" : before) +
                       "An error occurred (NoSuchShop) when calling the PutObject operation: No shop");
    }
    BOOST_TEST(
        tr::traces_in("An error occurred (NoSuchShop) when calling home: No shop\nkept\nkept\n").empty());
}

BOOST_AUTO_TEST_CASE(what_black_would_reformat_is_told_where_it_counts) {
    std::string const text =
        "would reformat sell.py\n\nOh no! \n1 file would be reformatted, 3 files would be left.\n";
    auto const found = tr::only_one_in(text + "shop stays\n", "python");
    BOOST_TEST(found.exception.message == "would reformat sell.py");
    BOOST_TEST(found.text == "would reformat sell.py\n");
    BOOST_TEST(tr::traces_in("would reformat sell.py\nand sold it\n").empty());
    std::string const wrong = "error: cannot format nut.py: Cannot parse: 1:6\n";
    for (std::string const& both : {wrong + text, "would reformat nuts.py\n" + wrong + text}) {
        auto const told = tr::only_one_in(both, "python");
        BOOST_TEST(told.exception.message == "cannot format nut.py: Cannot parse: 1:6");
        BOOST_TEST(told.exception.type == "build failed");
        BOOST_TEST(told.text == wrong);
    }
    BOOST_TEST(tr::traces_in("would reformat sell.py\n").empty());
}

BOOST_AUTO_TEST_CASE(what_ended_pre_commit_is_told) {
    std::string const plain = "An error has occurred: NutError: no nut\n";
    auto const found = tr::only_one_in(plain + "Check the log at /n/pre-commit.log\nshop stays\n", "python");
    BOOST_TEST(found.exception.type == "NutError");
    BOOST_TEST(found.exception.message == "no nut");
    BOOST_TEST(found.text == plain);
    auto const below = tr::only_one_in(
        "An error has occurred: InvalidNutError: \n==> File nuts.yaml\n==> At Nuts()\n=====> No shell\n",
        "python");
    BOOST_TEST(below.exception.message == "No shell");
    BOOST_TEST(tr::traces_in("An error has occurred: try again\nsold\nsold\n").empty());
}

BOOST_AUTO_TEST_CASE(of_several_files_that_aws_refused_the_first_is_told) {
    std::string const why = "An error occurred (NoSuchShop) when calling the PutObject operation: No shop\n";
    std::string const first = "upload failed: ./nut.csv to s3://shop/nut.csv " + why;
    auto const found = tr::traces_in(
        first + "upload: ./lid.csv to s3://bag/lid.csv\nupload failed: ./bag.csv to s3://shop/bag.csv " + why,
        true);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].last_line == 0u);
}

BOOST_AUTO_TEST_CASE(of_several_hosts_of_a_task_the_first_is_told) {
    std::string const first = "fatal: [shop1]: FAILED! => {\"changed\": false, \"msg\": \"no nut\"}\n";
    std::string const second = "fatal: [shop2]: FAILED! => {\"changed\": false, \"msg\": \"no lid\"}\n";
    std::string const recap = "\nPLAY RECAP ****\nshop1 : ok=2 changed=0 unreachable=0 failed=1 skipped=0\n";
    auto const found =
        tr::only_one_in("TASK [sell] ****\n" + first + "ok: [shop3]\n" + second + recap, "python");
    BOOST_TEST(found.text == first);
    BOOST_TEST(found.exception.message == "no nut");
    BOOST_TEST((found.role == tr::trace_role::raised));
    // of the next task, where the first one may fail
    for (std::string const between : {"...ignoring\n", "\nTASK [pack] ****\n"})
        BOOST_TEST(
            tr::traces_in("TASK [sell] ****\n" + first + between + second + recap).back().exception.message ==
            "no lid");
}

BOOST_AUTO_TEST_SUITE_END()
