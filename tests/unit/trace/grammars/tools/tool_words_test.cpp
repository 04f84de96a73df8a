#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& others = {}) {
    auto const found = tr::only_one_in("night begins\n" + text + others + "night ended with 1\n", "shell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.lines_after == 1u);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tool_words_tests)

BOOST_AUTO_TEST_CASE(jq_tells_of_each_record_and_the_first_counts) {
    std::string others;
    for (int i = 2; i <= 40; ++i)
        others +=
            "jq: error (at <stdin>:" + std::to_string(i) + "): nut " + std::to_string(i) + " is no number\n";
    BOOST_TEST(told("jq: error (at <stdin>:1): nut 1 is no number\n", others).exception.message ==
               "nut 1 is no number");
    BOOST_TEST(
        told("jq: error: nut/0 is not defined at <top-level>, line 1:\n.a | nut\njq: 1 compile error\n")
            .exception.message == "nut/0 is not defined at <top-level>, line 1:");
}

BOOST_AUTO_TEST_CASE(jq_tells_what_it_could_not_read) {
    for (std::string const name : {"", "jq: "})
        BOOST_TEST(told(name + "parse error: Nut is no literal at line 3, column 17\n").exception.message ==
                   "Nut is no literal at line 3, column 17");
    for (std::string const text : {"parse error: 0.3 at line\n", "parse errors: 0 at line 3, column 17\n"})
        BOOST_TEST(tr::traces_in(text + "plain\nplain\nplain\nplain\n").empty(), text);
}

BOOST_AUTO_TEST_CASE(of_what_a_library_says_of_a_file_the_first_tells) {
    auto const first_of = [](std::string const& first, std::string const& others, bool is_guess = false) {
        auto const found =
            tr::traces_in("night begins\n" + first + others + "night ended with 1\n", is_guess);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == first);
        BOOST_TEST(found[0].exception.type == (first.starts_with("ERROR ") ? "error" : "command failed"));
        return found[0].exception.message;
    };
    BOOST_TEST(first_of("ERROR 4: nut.tif: No such file or directory\n", "ERROR 1: no raster\n", true) ==
               "nut.tif: No such file or directory");
    BOOST_TEST(first_of("Syntax Error (12): Unterminated nut\n", "Syntax Error: Couldn't read nut table\n",
                        true) == "Unterminated nut");
    BOOST_TEST(first_of("cdo    sub (Abort): No nut in bag!\n", {}) == "No nut in bag!");
    for (std::string const text : {"ERROR 404: not found\n", "Syntax Error: Unexpected nut\n",
                                   "Syntax Warning: Couldn't nut\n", "cdo    sub: Processed 3 values\n"})
        BOOST_TEST(tr::traces_in(text + "plain\nplain\nplain\nplain\n").empty(), text);
}

BOOST_AUTO_TEST_CASE(clients_of_databases_tell_the_line_of_a_script) {
    auto const found = told(
        "psql:load.sql:14: ERROR:  relation \"nuts\" does not exist\nLINE 1: insert into nuts values (1);\n"
        "                    ^\npsql:load.sql:15: ERROR:  current transaction is aborted, commands "
        "ignored\n");
    BOOST_TEST(found.exception.message == "relation \"nuts\" does not exist");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "load.sql");
    BOOST_TEST(found.exception.frames[0].line == 14);
    BOOST_TEST(told("psql: error: no server at \"db\"\n\tIs it running?\n").exception.message ==
               "no server at \"db\"");
    told("pg_dump: error: query failed: ERROR:  no nut\npg_dump: detail: Query was: LOCK TABLE nuts\n");
    told("pg_restore: error: could not execute query: ERROR:  no nut\nCommand was: ALTER TABLE nuts;\n");
    BOOST_TEST(told("pg_dump: error: no server at \"db\"\n").exception.message == "no server at \"db\"");
    BOOST_TEST(told("ERROR 1146 (42S02) at line 3: Table 'nuts' doesn't exist\n").exception.message ==
               "Table 'nuts' doesn't exist");
    BOOST_TEST(told("Parse error near line 2: near \"form\": syntax error\n  select * form t;\n"
                    "           ^--- error here\n")
                   .exception.message == "near \"form\": syntax error");
    BOOST_TEST(told("Error: near line 5: no such table: nuts\n").exception.message == "no such table: nuts");
}

BOOST_AUTO_TEST_CASE(what_the_server_said_stands_behind_what_was_wanted_of_it) {
    BOOST_TEST(told("psql: error: connection to server at \"db\", port 5432 failed: FATAL:  no bag is left\n")
                   .exception.message ==
               "connection to server at \"db\", port 5432 failed: FATAL:  no bag is left");
}

BOOST_AUTO_TEST_CASE(a_client_that_goes_on_with_the_next_statement_was_told_to) {
    for (std::string const text :
         {"CREATE TABLE\npsql:load.sql:4: ERROR:  nut is there\nDETAIL:  It is.\npsql:load.sql:6: ERROR:  no "
          "bag\nINSERT 0 1\n n \n---\n 3\n(1 row)\n\n",
          "ERROR 1050 (42S01) at line 4: Table 'nuts' exists\n--------------\ninsert into nuts\n"
          "--------------\n\nERROR 1062 (23000) at line 6: Duplicate nut\nload: ended\nload: 3 nuts\n"}) {
        auto const found = tr::only_one_in(text, "shell");
        BOOST_TEST((found.handled == tr::handling::survived));
        BOOST_TEST(found.lines_after > 1u);
    }
}

BOOST_AUTO_TEST_CASE(tar_repeats_what_its_unpacker_says) {
    BOOST_TEST(told("xz: (stdin): Compressed data is corrupt\ntar: Child returned status 1\n"
                    "tar: Error is not recoverable: exiting now\n")
                   .exception.message == "(stdin): Compressed data is corrupt");
    BOOST_TEST(
        tr::traces_in("gzip: stdin: not in gzip format\nread plainly\n12 nuts\n24 nuts\n36 nuts\n").empty());
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    BOOST_TEST(
        tr::traces_in("jq: errors are listed below\npsql:load.sql:3: NOTICE:  nothing to drop\n"
                      "ERROR 4 (of 9)\nERROR rate: 0.1\nRuntime error near line ends\nplain\nplain\nplain\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(tools_for_data_have_a_form_of_their_own) {
    auto found = tr::traces_in("sorting\n[E::read_lid] lid is broken\n[W::read] Parse error at line 3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "lid is broken");
    BOOST_TEST(found[0].last_line == 2u);

    found = tr::traces_in(
        "checking\nerror 18 at 0 depth lookup: self-signed certificate\nerror a.pem: verification failed\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "self-signed certificate");

    found = tr::traces_in(
        "fitting\ngsl: lu.c:80: ERROR: matrix is singular\nDefault GSL error handler invoked.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "matrix is singular");
    BOOST_TEST(found[0].exception.frames.at(0).file == "lu.c");
    BOOST_TEST(found[0].exception.frames.at(0).line == 80);

    found = tr::traces_in(
        "thumbs\nidentify: no pixels in file `nut.png' @ error/png.c/ReadNut/41.\n"
        "identify: no images defined `nut.jpg' @ error/identify.c/Identify/32.\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no pixels in file `nut.png'");
    BOOST_TEST(found[0].exception.frames.at(0).file == "png.c");
    BOOST_TEST(found[0].exception.frames.at(0).function == "ReadNut");
    BOOST_TEST(found[0].last_line == 2u);

    for (std::string const lead : {"2026/11/27 12:02:09 [emerg] 42#42: ", "nginx: [emerg] "}) {
        found = tr::traces_in(lead + "unknown directive \"nut\" in /app/bag.conf:9\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == "unknown directive \"nut\" in /app/bag.conf:9");
    }

    // it tries to bind several times
    std::string const nuts = "nginx: [emerg] bind() to 0.0.0.0:7 failed (98: nut in use)\n";
    found = tr::traces_in(nuts + nuts + nuts + "nginx: [emerg] still could not bind()\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == nuts);
    BOOST_TEST(found[0].last_line == 0u);

    found = tr::traces_in(
        "[NOTICE]   (12) : bag is version 2\n"
        "[ALERT]    (12) : config : parsing [/etc/bag.cfg:9] : unknown keyword 'nut'\n"
        "[ALERT]    (12) : config : Fatal errors found in configuration.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "unknown keyword 'nut'");
    BOOST_TEST(found[0].exception.frames.at(0).line == 9);
    BOOST_TEST(found[0].last_line == 1u);
    found = tr::traces_in(
        "[ALERT]    (12) : config : parsing [bag.cfg:3] : Lua runtime error: /app/bag.lua:7: no nut\n"
        "[ALERT]    (12) : config : refused\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "lua");
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.frames.at(0).file == "/app/bag.lua");
    found = tr::traces_in(
        "AH00526: Syntax error on line 9 of /etc/bag.conf:\nInvalid command 'Nut'\nAction 'start' failed.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "Invalid command 'Nut'");
    BOOST_TEST(found[0].exception.frames.at(0).file == "/etc/bag.conf");
    found = tr::traces_in("bagd: Can't open '/bag/' (Errcode: 2 \"No such bag\")\n[ERROR] Aborting\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].exception.message == "Can't open '/bag/' (Errcode: 2 \"No such bag\")");

    found = tr::traces_in(
        "Error at file /app/a.xml, line 4, char 10\n  Message: a nut is missing\n"
        "Fatal Error at file /app/b.xml, line 3, char 4\n  Message: a bag is open\nb.xml: given up\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "a bag is open");
    BOOST_TEST(found[0].first_line == 2u);
    BOOST_TEST(found[0].exception.frames.at(0).line == 3);

    std::string const checked =
        "error 18 at 0 depth lookup: self-signed certificate\nerror a.pem: verification failed\nit is ours\n";
    found = tr::traces_in(checked + "a.pem: OK\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::survived));
    BOOST_TEST((tr::traces_in(checked + "b.pem: OK\n").at(0).handled != tr::handling::survived));

    std::string const calm = "row 1\nrow 2\nrow 3\nrow 4\n";
    for (std::string const other :
         {"[W::read_lid] lid is old\n", "error 10 at 3 of 4\n", "gsl: lu.c:80: version 2\n",
          "identify: nut.png @ 3 of 4.\n", "[e] a nut\n", "Fatal Error at file x\n"})
        BOOST_TEST(tr::traces_in(other + calm).empty(), other);
}

BOOST_AUTO_TEST_SUITE_END()
