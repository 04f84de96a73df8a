// The tools around Node.js.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE_MESSAGE(found.size() == 1u, found.size() << " traces in\n" << text);
    BOOST_TEST(found[0].exception.language == "node");
    return found[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(node_tool_tests)

BOOST_AUTO_TEST_CASE(of_what_the_compiler_of_typescript_says_the_first_error_is_the_trace) {
    std::string const first = "src/a.ts(3,5): error TS2322: Type 'string' is wrong.\n  Types differ.\n";
    std::string const plain = first + "src/b.ts(1,1): error TS1005: x\n";
    auto const t = only_one_in("> tsc\n" + plain + "after\n");
    BOOST_TEST(t.text == first);
    std::string const made = plain + "make: *** [Makefile:3: a.js] Error 2\n";
    BOOST_TEST(only_one_in("tsc\n" + made + "after\n").text == made);
    BOOST_TEST(t.exception.type == "build failed");
    BOOST_TEST(t.exception.message == "Type 'string' is wrong.");
    BOOST_TEST(t.exception.frames.back().file == "src/a.ts");
    BOOST_TEST(t.exception.frames.back().line == 3);
    BOOST_TEST((t.role == tr::trace_role::notice));
    std::string many = first;
    for (int i = 0; i < 9; ++i)
        many += "src/b.ts(" + std::to_string(i + 1) + ",1): error TS1005: x\n";
    BOOST_TEST(only_one_in(many).lines_after == 0u, "its further lines are its own");
    auto const angular = only_one_in("Error: src/bag.ts:3:5 - error TS2339: No lid.\n\n3 lid\n  ~~~\n");
    BOOST_TEST(angular.exception.frames.back().file == "src/bag.ts");
    BOOST_TEST(angular.exception.frames.back().line == 3);
    std::string const people =
        "src/a.ts:3:5 - error TS2322: Type 'string' is wrong.\n\n3   let a: number = b;\n        ~\n";
    std::string const further = "\nsrc/b.ts:1:1 - error TS1005: x\n\n1 x\n  ~\n\n\n";
    for (std::string const end : {"Found 1 error in src/a.ts:3\n", "Found 2 errors in 2 files.\n"})
        BOOST_TEST(only_one_in("\n" + people + further + end + "\nafter\n").text == people);
}

BOOST_AUTO_TEST_CASE(npm_says_what_is_missing_or_that_a_script_failed) {
    std::string const text =
        "npm ERR! code E404\nnpm ERR! 404 Not Found - GET http://x.org/a\nnpm ERR! \nnpm ERR! A log is in "
        "/a.log\n";
    auto const t = only_one_in(text + "after\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "error");
    BOOST_TEST(t.exception.message == "404 Not Found - GET http://x.org/a");
    BOOST_TEST((t.role == tr::trace_role::notice));
    auto const script =
        only_one_in("npm error Lifecycle script `test` failed with error:\nnpm error code 1\n");
    BOOST_TEST((script.role == tr::trace_role::summary));
    BOOST_TEST((only_one_in("error Command failed with exit code 1.\n").role == tr::trace_role::summary));
    // what the script itself says is better
    auto const both = tr::traces_in(
        "/srv/a.js:1\nthrow new Error('x');\n^^\n\nError: x\n    at f (/srv/a.js:1:7)\n\nNode.js v20.1.0\n"
        "npm ERR! code ELIFECYCLE\nnpm ERR! errno 1\n");
    BOOST_REQUIRE(both.size() == 2u);
    BOOST_TEST((both[0].role == tr::trace_role::raised));
    BOOST_TEST((both[1].role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(where_npms_log_lies_is_no_failure_of_its_own) {
    auto const t = only_one_in(
        "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\n\n"
        "npm ERR! A complete log of this run can be found in:\nnpm ERR!     /home/u/.npm/_logs/1.log\n");
    BOOST_TEST(t.exception.type == "error");
    BOOST_TEST(t.exception.message == "ERESOLVE unable to resolve dependency tree");
}

BOOST_AUTO_TEST_CASE(nodes_command_line_is_refused_in_one_line) {
    BOOST_TEST(only_one_in("node: bad option: --expose-gcc\n").exception.message ==
               "bad option: --expose-gcc");
    BOOST_TEST(only_one_in("/usr/bin/node: --v8-pool is not allowed in NODE_OPTIONS\n").first_line == 0u);
}

BOOST_AUTO_TEST_CASE(healthy_lines_start_nothing) {
    for (auto const* text : {"npm warn deprecated a@1: error prone\n", "node: ready\n",
                             "see error TS2322 of a.ts(3,5)\n", "a.ts(3,5) error TS2322\n", "npm ERR!x\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(what_eslint_found_is_told_from_the_file_with_its_first_error) {
    std::string const plain =
        "/app/src/b.js\n  2:1  warning  Unused lid  no-unused\n  3:10  error    'lid' is not defined  "
        "no-undef\n\n"
        "\xE2\x9C\x96 2 problems (1 error, 1 warning)\n";
    auto t = only_one_in("> eslint src\n\n/app/src/a.js\n  9:1  warning  Unused box  no-unused\n\n" + plain);
    BOOST_TEST(plain.starts_with(t.text));
    BOOST_TEST(t.first_line == 5u);
    BOOST_TEST(t.last_line == 7u);
    BOOST_TEST(t.exception.message == "'lid' is not defined");
    BOOST_TEST(t.exception.frames.at(0).file == "/app/src/b.js");
    BOOST_TEST(t.exception.frames.at(0).line == 3);

    std::string const a_line_each =
        "/app/src/a.js:3:10: 'lid' is not defined. [Error/no-undef]\n\n1 problem\n";
    t = only_one_in("> eslint src\n\n" + a_line_each);
    BOOST_TEST(t.first_line == 2u);
    BOOST_TEST(t.last_line == 2u, "a count tells nothing of it");
    BOOST_TEST(t.exception.message == "'lid' is not defined.");
    BOOST_TEST(t.exception.frames.at(0).line == 3);

    BOOST_TEST(tr::traces_in("/app/a.js\n  2:1  warning  Unused lid  no-unused\n\n\xE2\x9C\x96 1 problem (0 "
                             "errors, 1 warning)\n")
                   .empty());
    BOOST_TEST(tr::traces_in("/app/a.js:3:1: Unused lid [Warning/no-unused]\n\n1 problem\n").empty());
    BOOST_TEST(tr::traces_in("read /app/a.js\n2 problems\n").empty());
    // one that goes on
    BOOST_TEST(tr::traces_in(plain + "bundling\nwrote app.js\n").empty());
    BOOST_TEST(
        tr::traces_in(plain + "\nnpm ERR! code ELIFECYCLE\nnpm ERR! errno 1\n").front().exception.message ==
        "'lid' is not defined");
}

BOOST_AUTO_TEST_CASE(npm_shows_the_error_with_its_stack_behind_its_own_name) {
    for (std::string const npm : {"npm error", "npm ERR!"}) {
        auto const t = only_one_in(npm + " code EIO\n" + npm + " syscall read\n" + npm +
                                   " NutError: no nut at http://x.org/a, reason: shut\n" + npm +
                                   "     at Bag.take (/usr/lib/nut/bag.js:7:14)\n" + npm +
                                   "     at g (node:events:5:28) {\n" + npm + "   code: 'EIO'\n" + npm +
                                   " }\n" + npm + "\n" + npm + " See 'npm help config'\n");
        BOOST_TEST(t.exception.type == "NutError");
        BOOST_TEST(t.exception.message == "no nut at http://x.org/a, reason: shut");
        BOOST_REQUIRE(t.exception.frames.size() == 2u);
        BOOST_TEST(t.exception.frames.back().line == 7);
        BOOST_TEST(t.first_line == 2u);
        BOOST_TEST(t.last_line == 6u);
        auto const plain = only_one_in(npm + " code EIO\n" + npm + " Error: no nut\n" + npm +
                                       "     at g (node:events:5:28)\n");
        BOOST_TEST(plain.exception.type == "error");
        BOOST_TEST(plain.exception.frames.size() == 1u);
        // without a stack it is a sentence
        auto const bare = only_one_in(npm + " code EIO\n" + npm + " NutError: no nut\n" + npm + " at noon\n");
        BOOST_TEST(bare.exception.type == "error");
        BOOST_TEST(bare.exception.message == "NutError: no nut");
    }
}

BOOST_AUTO_TEST_CASE(yarn_says_what_is_wrong_below_its_version) {
    std::string const visit =
        "info Visit https://yarnpkg.com/en/docs/cli/add for documentation about this command.\n";
    auto const t = only_one_in(
        "yarn add v1.2.3\n[1/4] Resolving packages...\nerror An unexpected error occurred: \"no nut\".\n" +
        visit);
    BOOST_TEST(t.exception.type == "error");
    BOOST_TEST(t.exception.message == "An unexpected error occurred: \"no nut\".");
    BOOST_TEST(t.first_line == 2u);
    BOOST_TEST(t.last_line == 2u);
    BOOST_TEST((t.role == tr::trace_role::notice));
    BOOST_TEST(
        (only_one_in("error Command failed with exit code 3.\n" + visit).role == tr::trace_role::summary));
    // a script's own words, or nobody's
    for (auto const* text :
         {"yarn run v1.2.3\n$ node a.js\nerror rate 3 %\nrow 1\nrow 2\nrow 3\n",
          "yarn is v1\nerror rate 3 %\nrow 1\nrow 2\nrow 3\n", "error rate 3 %\nrow 1\nrow 2\nrow 3\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(compilers_of_style_sheets_tell_a_place) {
    auto const less = only_one_in(
        "> lessc\nNameError: variable @lid is odd in /srv/nut.less on line 5, column 2:\n4 .lid {\n5   "
        "@lid\n");
    BOOST_TEST(less.exception.type == "NameError");
    BOOST_TEST(less.exception.message == "variable @lid is odd");
    BOOST_TEST(less.exception.frames.back().file == "/srv/nut.less");
    BOOST_TEST(less.exception.frames.back().line == 5);
    BOOST_TEST(less.last_line == 3u);
    BOOST_TEST((less.role == tr::trace_role::notice));
    auto const css = only_one_in("> postcss\nCssSyntaxError: /srv/nut.css:5:2: Unknown lid\n\n> 5 | lid\n");
    BOOST_TEST(css.exception.message == "Unknown lid");
    BOOST_TEST(css.exception.frames.back().line == 5);
    std::string const where = "  src/lid.scss 5:2   shut()\n  src/nut.scss 12:1  root stylesheet\n";
    for (std::string const margin : {"\xE2\x95\xB7", ","}) {
        std::string const text = "Error: No lid.\n  " + margin + "\n5 | lid: $x\n  | ^^\n  '\n";
        auto const sass = only_one_in("> sass\n" + text + where + "exit 65\n");
        BOOST_TEST(sass.text == text + where);
        BOOST_TEST(sass.exception.message == "No lid.");
        BOOST_REQUIRE(sass.exception.frames.size() == 2u);
        BOOST_TEST(sass.exception.frames.back().file == "src/lid.scss");
        BOOST_TEST(sass.exception.frames.back().line == 5);
        BOOST_TEST(sass.exception.frames.back().function == "shut()");
    }
    for (std::string const& text :
         {"DEPRECATION WARNING: old\n\nError: see it.\nWARNING: odd\n  ,\n5 | lid\n  '\n  " + where +
              "row 1\n",
          std::string("  a.scss 5:2  root stylesheet\nrow 1\n"),
          std::string("NameError: none in /srv/nut.less on line 5, column x:\nrow 1\nrow 2\nrow 3\nrow 4\n")})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(newman_lists_what_failed_in_columns) {
    std::string const row =
        " 1.  AssertionError  has a lid                 \n                     expected 3 to be 4        \n"
        "     iteration: 2    at assertion:1 in test-script  \n                     inside \"nut 7\" of "
        "\"nuts\"  \n";
    auto const t = only_one_in("  #  failure         detail                    \n\n" + row +
                               "                                            \n 2.  Error  x\n            at "
                               "request\n            inside \"y\"\n");
    BOOST_TEST(t.text == row);
    BOOST_TEST(t.exception.type == "AssertionError");
    BOOST_TEST(t.exception.message == "expected 3 to be 4");
    BOOST_TEST((t.role == tr::trace_role::detached));
    BOOST_TEST(
        only_one_in(" 01.  Error  connect REFUSED\n             at request\n             inside \"y\"\n")
            .exception.message == "connect REFUSED");
    for (auto const* text : {" 1.  AssertionError  is what a nut\n     without a lid raises\nrow 1\nrow 2\n",
                             " 1.  first  of all\n             inside \"y\"\nrow 1\nrow 2\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
