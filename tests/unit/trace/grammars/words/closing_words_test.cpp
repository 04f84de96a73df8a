#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(closing_words_tests)

BOOST_AUTO_TEST_CASE(the_last_word_of_a_tool_is_what_its_script_ended_with) {
    auto const found =
        tr::only_one_in("unpacking\ncp: cannot stat 'a/b': No such file or directory\n", "shell");
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == "cannot stat 'a/b': No such file or directory");
    BOOST_TEST(found.cause_line == "cp: cannot stat 'a/b': No such file or directory");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 1u);
    BOOST_TEST(tr::only_one_in("sed: -e expression #1, char 5: unterminated `s' command\n", "shell").text ==
               "sed: -e expression #1, char 5: unterminated `s' command\n");
}

BOOST_AUTO_TEST_CASE(a_tool_may_say_several_lines_below_its_traced_command_and_the_first_tells) {
    std::string const text = "+ tar xf a.tgz\ntar: a.tgz: Cannot open: No such file or directory\n";
    auto const found =
        tr::only_one_in("+ echo unpacking\nunpacking\n" + text + "tar: Error is not recoverable\n", "shell");
    BOOST_TEST(found.exception.message == "a.tgz: Cannot open: No such file or directory");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 3u);
}

BOOST_AUTO_TEST_CASE(any_program_may_end_with_what_the_system_told_it) {
    auto const perror =
        tr::only_one_in("starting\nloader: open plan.bin: Permission denied\nclosing log\n", "");
    BOOST_TEST(perror.exception.type == "error");
    BOOST_TEST(perror.exception.message == "open plan.bin: Permission denied");
    BOOST_TEST(tr::only_one_in("error: read plan: no such file or directory\n", "").exception.type ==
               "error");
    BOOST_TEST(tr::only_one_in("error: plan.bin: Is a directory (os error 21)\n", "").exception.message ==
               "plan.bin: Is a directory (os error 21)");
    auto const fatal = tr::only_one_in("checking\nload.sh: fatal: no plan\n", "");
    BOOST_TEST(fatal.exception.type == "error");
    BOOST_TEST(fatal.exception.message == "no plan");
    BOOST_TEST(tr::only_one_in("checking\nloadconf: Fatal: no plan: No such file or directory\n", "")
                   .exception.message == "no plan: No such file or directory");
}

BOOST_AUTO_TEST_CASE(what_ran_a_service_tells_only_that_it_ended) {
    std::string const head = "Nov 26 12:00:00 srv1 ";
    auto const found = tr::only_one_in(
        head + "nutd[31]: opening bag\n" + head + "nutd[31]: cannot open bag 'x': it is locked\n" + head +
            "systemd[1]: nutd.service: Main process exited, code=exited, status=1/FAILURE\n" + head +
            "systemd[1]: nutd.service: Failed with result 'exit-code'.\n" + head +
            "systemd[1]: Failed to start nutd.service.\n",
        "");
    BOOST_TEST(found.exception.message == "cannot open bag 'x': it is locked");
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(what_ssh_says_without_its_name_is_more_than_what_its_caller_says_then) {
    for (std::string const said :
         {"Host key verification failed.\n", "nut@bag: Permission denied (publickey,password).\n"}) {
        auto const found =
            tr::only_one_in("sending nuts\n" + said +
                                "rsync: connection unexpectedly closed (0 bytes received so far) [sender]\n"
                                "rsync error: unexplained error (code 255) at io.c(9) [sender=3.2.7]\n",
                            "shell");
        BOOST_TEST(found.exception.message + "\n" == said);
        BOOST_TEST(found.first_line == 1u);
    }
}

BOOST_AUTO_TEST_CASE(what_was_got_over_is_no_last_word) {
    std::string const said = "cp: cannot stat 'a/b': No such file or directory\n";
    for (std::string const& text :
         {said + "done\n", said + "0 errors\n", said + "row 1\nrow 2\nrow 3\n",
          std::string("tar: Removing leading `/' from member names\n"),
          std::string("warning: plan.bin: No such file or directory\n"),
          std::string("INFO cache: open x: No such file or directory\n"),
          std::string("cache: open x: No such file or directory, skipping it\n"),
          std::string("enoent: no such file or directory\neperm: operation not permitted\n"),
          std::string("error: 0.25\n"), std::string("cp: 12\n")})
        BOOST_TEST(tr::traces_in("begin\n" + text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_wrong_argument_is_told_with_the_usage_above_it_though_buffered_output_follows) {
    std::string const text =
        "usage: load [-h] --n N\n            [--into FOLDER] plan\nload: error: argument --n: invalid int "
        "value: 'x'\n";
    for (std::string_view const behind : {"", "load 3.1\n"}) {
        auto const found = tr::only_one_in("begin\n" + text + std::string(behind), "");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.message == "argument --n: invalid int value: 'x'");
        BOOST_TEST(found.first_line == 1u);
    }
    // somebody else's, and one that was got over
    BOOST_TEST(tr::traces_in("usage: other [-h]\nload: error: no plan\nload 3.1\n").empty());
    BOOST_TEST(tr::traces_in(text + "using the defaults\nrow 1\nrow 2\n").empty());
    BOOST_TEST(tr::traces_in(text + "done\n").empty());
    // quoted by a help
    BOOST_TEST(
        tr::traces_in("usage: load [-h]\n\nA loader.\n\nload: error: no plan\n  is what it says.\n").empty());
}

BOOST_AUTO_TEST_CASE(a_tool_that_tells_a_code_only_says_no_reason) {
    BOOST_TEST(tr::traces_in("row 1\nxargs: status 123\n").empty());
    BOOST_TEST(tr::traces_in("row 1\nxargs: load.sh: exited with status 255; aborting\n").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_trace_that_tells_more_leaves_it_alone) {
    auto const found = tr::only_one_in(
        "Traceback (most recent call last):\n  File \"a.py\", line 3, in f\n    g()\nKeyError: 'x'\n"
        "rm: cannot remove 'lock': No such file or directory\n",
        "python");
    BOOST_TEST(found.exception.type == "KeyError");
}

BOOST_AUTO_TEST_CASE(lines_that_tidy_up_do_not_count_as_going_on) {
    std::string text = "load.sh: line 4: unpack: command not found\n";
    for (int i = 0; i < 35; ++i)
        text += "removing chunk " + std::to_string(i) + "\n";
    BOOST_TEST(tr::only_one_in(text, "shell").lines_after == 0u);
    BOOST_TEST(tr::only_one_in(text + "row 1\nrow 2\n", "shell").lines_after == 2u);
}

BOOST_AUTO_TEST_CASE(the_callers_that_a_trap_prints_are_frames) {
    std::string const text =
        "cp: cannot stat 'w.bin': No such file or directory\nload failed with 1\n"
        "  at copy (/app/load.sh:10)\n  at main (/app/load.sh:14)\n";
    auto const found = tr::only_one_in("begin\n" + text, "shell");
    BOOST_TEST(found.text == text);
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames[1].function == "copy");
    BOOST_TEST(found.exception.frames[1].line == 10);
    auto const caller = tr::only_one_in(
        "rm: cannot remove 'x': Permission denied\n6 drop load.sh\n9 main load.sh\n", "shell");
    BOOST_TEST(caller.exception.frames.at(1).function == "drop");
    BOOST_TEST(caller.last_line == 2u);
}

BOOST_AUTO_TEST_CASE(a_process_of_several_has_its_own_last_words) {
    auto const found = tr::only_one_in(
        "[rank1]: begin\n[rank1]: + fetch http://a/x\n[rank1]: + tail -1\n"
        "[rank1]: ConnectionRefusedError: [Errno 111] Connection refused\n",
        "shell");
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == "[Errno 111] Connection refused");
    BOOST_TEST(found.exception.rank.value_or(-1) == 1);
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.text ==
               "+ fetch http://a/x\n+ tail -1\nConnectionRefusedError: [Errno 111] Connection refused\n");
}

BOOST_AUTO_TEST_CASE(what_a_program_says_in_its_very_last_line_is_why_it_ended) {
    struct {
        std::string line;
        std::string type;
        std::string message;
    } const lines[] = {
        {"ERROR: no folder of tables", "error", "no folder of tables"},
        {"error: no folder of tables", "error", "no folder of tables"},
        {"Error: no folder of tables", "error", "no folder of tables"},
        {"[ERROR] no folder of tables", "error", "no folder of tables"},
        {"plan: error: no folder of tables", "error", "no folder of tables"},
        {"plan.sh: ERROR: no folder of tables", "error", "no folder of tables"},
        {"2026-11-22 12:00:00 ERROR no folder of tables", "error", "no folder of tables"},
        {"2026-11-22 12:00:00,120 - plan - CRITICAL - no folder of tables", "error", "no folder of tables"},
        {"time=\"2026-11-22\" level=error msg=\"no folder of tables\" try=1", "error", "no folder of tables"},
        {"ts=1 lvl=crit msg=\"no folder of tables\"", "error", "no folder of tables"},
        {"severity=ERR message='no folder of tables' try=1", "error", "no folder of tables"},
        {"time=1 level=error event=\"no folder of tables\"", "error", "no folder of tables"},
        {"2026-11-22T12:00:00.1Z ERROR plan::read: no folder of tables", "error", "no folder of tables"},
        {"[plan.c:12 read] ERROR no folder of tables", "error", "no folder of tables"},
        {"E: no folder of tables", "error", "no folder of tables"},
        {"Could not open the folder of tables", "error", "Could not open the folder of tables"},
        {"stat plan.bin: no such file or directory", "error", "stat plan.bin: no such file or directory"},
        {"error at line 3: fetch", "command failed", "error at line 3: fetch"},
    };
    for (auto const& l : lines) {
        BOOST_TEST_CONTEXT(l.line) {
            auto const found = tr::traces_in("start\n" + l.line + "\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].exception.type == l.type);
            BOOST_TEST(found[0].exception.message == l.message);
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].first_line == 1u);
            // see late_words_test.cpp
            bool const is_final =
                l.line.find("CRITICAL") != std::string::npos || l.line.find("lvl=crit") != std::string::npos;
            BOOST_TEST(tr::traces_in("start\n" + l.line + "\nrow 1\n").empty() != is_final);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_indented_below_the_last_words_belongs_to_them) {
    std::string const text = "Error: the table cannot be read\n   0: reading plan.csv\n   1: row 3 is cut\n";
    auto const found = tr::only_one_in("start\n" + text, "");
    BOOST_TEST(found.exception.message == "the table cannot be read");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::only_one_in("ERROR: no plan\nHint: write one\n", "").last_line == 1u);
}

BOOST_AUTO_TEST_CASE(numbers_lists_and_what_was_got_over_are_no_last_words) {
    for (std::string const text :
         {"valid: error: 0.12 of 1\n", "error: 3 of 4\n", "ERROR first thing\nERROR second thing\n",
          "ERROR: no plan, retrying in 5 s\n", "2026-11-22 12:00:00 INFO error: no plan here\n",
          "Could not find a cache, using none\n", "2026-11-22 12:00:00 WARNING could not find a cache\n",
          "done with 0 errors\n"})
        BOOST_TEST(tr::traces_in("start\n" + text).empty(), text);
}

BOOST_AUTO_TEST_CASE(shells_of_every_kind_are_read_in_the_last_line) {
    auto const zsh = tr::only_one_in("start\nplan.sh:cd:3: no such file or directory: /app/x\n", "shell");
    BOOST_TEST(zsh.exception.type == "command failed");
    BOOST_TEST(zsh.exception.frames.at(0).line == 3);
    BOOST_TEST(tr::only_one_in("start\nplan.sh:7: unmatched \"\n", "shell").exception.type == "syntax error");
    auto const ksh =
        tr::only_one_in("start\nplan.sh[3]: /app/x: cannot execute [Permission denied]\n", "shell");
    BOOST_TEST(ksh.exception.type == "permission denied");
    BOOST_TEST(ksh.exception.frames.at(0).file == "plan.sh");
    BOOST_TEST(tr::traces_in("plan.sh[312]: started a plan\n").empty());
}

BOOST_AUTO_TEST_CASE(a_tool_that_lost_its_peer_was_told_why_by_another) {
    auto found = tr::only_one_in(
        "ssh: connect to host 127.0.0.9 port 22: Connection refused\n"
        "rsync: connection unexpectedly closed (0 bytes received so far) [sender]\n"
        "rsync error: unexplained error (code 255) at io.c(231) [sender=3.2.7]\n",
        "shell");
    BOOST_TEST(found.exception.message == "connect to host 127.0.0.9 port 22: Connection refused");
    BOOST_TEST(found.first_line == 0u);
    // another tool's line above says nothing of this one
    found = tr::only_one_in(
        "cp: a: No such file or directory\nrsync: mkdir \"/b\" failed: Permission denied (13)\n", "shell");
    BOOST_TEST(found.exception.message == "mkdir \"/b\" failed: Permission denied (13)");
}

BOOST_AUTO_TEST_CASE(a_tool_that_points_to_its_errors_above_is_told_by_the_first) {
    auto const found = tr::only_one_in(
        "rsync: link_stat \"/a/lid\" failed: No such file or directory (2)\nbox.txt\nlist.txt\n"
        "rsync error: some files/attrs were not transferred (see previous errors) (code 23) at "
        "main.c(1338)\n",
        "shell");
    BOOST_TEST(found.exception.message == "link_stat \"/a/lid\" failed: No such file or directory (2)");
    BOOST_TEST(found.first_line == 0u);
}

BOOST_AUTO_TEST_CASE(the_level_of_a_tool_is_none_of_its_words) {
    BOOST_TEST(tr::only_one_in("dpkg-deb: error: 'a.deb' is no archive\n", "shell").exception.message ==
               "'a.deb' is no archive");
    BOOST_TEST(tr::traces_in("ffmpeg: warning: no lid\n").empty());
}

BOOST_AUTO_TEST_CASE(a_system_error_in_brackets_ends_the_last_words) {
    auto const found =
        tr::traces_in("fetching nuts\n[fetch] gave up: 500 Can't connect to a:80 (Connection refused)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "gave up: 500 Can't connect to a:80 (Connection refused)");
    BOOST_TEST(tr::traces_in("nuts: Connection refused)\nplain\nplain\nplain\n").empty());
    BOOST_TEST(tr::traces_in("try 1: a:80 (Connection refused)\nfetched 3 nuts\nwrote nuts\n").empty());
}

BOOST_AUTO_TEST_CASE(where_a_record_was_written_is_no_part_of_what_it_says) {
    for (std::string const place : {"Shop.Sell sell.pl:12 - ", "sell.pl:12 main::sell - ",
                                    "Shop main::sell (sell.pl:12): ", "(sell.pl:12) - ", ""}) {
        auto const found = tr::traces_in(
            "2026-11-27 11:00:00 INFO [3] Shop sell.pl:9 - open\n2026-11-27 11:00:01 FATAL [3] " + place +
            "no price: nuts.txt: No space left on device\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == "no price: nuts.txt: No space left on device");
    }
    auto const found = tr::traces_in("2026-11-27 11:00:01 FATAL [3] at 12:30 nuts - no price here\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "at 12:30 nuts - no price here");
}

BOOST_AUTO_TEST_CASE(what_was_logged_and_said_once_more_is_no_list) {
    std::string const record = "ERROR [shop.sell] no price for 'nut'\n";
    auto const found = tr::traces_in("selling\n" + record + "FAILED: no price for 'nut'\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no price for 'nut'");
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 2u);
    BOOST_TEST(tr::traces_in("selling\n" + record + "FAILED: no price for 'fig'\n").empty());
    BOOST_TEST(tr::traces_in("selling\nFAILED: nuts/test_nut\n").empty());
}

BOOST_AUTO_TEST_CASE(what_tar_says_of_its_child_is_told_by_the_child_above) {
    auto const found = tr::traces_in(
        "zstd: part.zst: Permission denied\ntar: Child returned status 1\n"
        "tar: Error is not recoverable: exiting now\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "part.zst: Permission denied");
}

BOOST_AUTO_TEST_SUITE_END()
