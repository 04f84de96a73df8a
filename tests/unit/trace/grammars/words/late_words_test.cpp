#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

// The only one of them; reports anything else.
tr::found_trace only(std::string const& text, bool is_guess) {
    BOOST_TEST_CONTEXT(text) {
        BOOST_TEST(tr::traces_in(text, !is_guess).empty());
        auto const found = tr::traces_in(text, is_guess);
        BOOST_REQUIRE(found.size() == 1u);
        return found[0];
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(late_words_tests)

BOOST_AUTO_TEST_CASE(a_record_of_the_highest_level_ends_its_program_though_calm_ones_follow) {
    std::string const calm = "12:00:02 INFO book: 0 days booked\n12:00:02 INFO book: 3 files are open\n";
    for (std::string const& head :
         std::vector<std::string>{"12:00:01 CRITICAL book: ", "2026-11-22 12:00:01,120 FATAL [main] "}) {
        auto const found =
            only("12:00:00 INFO book: day 1\n" + head + "day 2 has no balance\n" + calm, false);
        BOOST_TEST(found.exception.message == "day 2 has no balance");
        BOOST_TEST(found.exception.type == "error");
        BOOST_TEST(found.first_line == 1u);
        BOOST_TEST(found.last_line == 1u);
    }
    // what it sums up stands directly above it
    auto const above = only(
        "12:00:00 INFO book: day 1\n12:00:01 ERROR book: day 2 has no balance\n"
        "12:00:01 CRITICAL book: books are not closed\n" +
            calm,
        false);
    BOOST_TEST(above.exception.message == "day 2 has no balance");
    BOOST_TEST(above.first_line == 1u);
    // or a calm record before it, where it says no more than that it failed
    auto const before = only(
        "12:00:01 ERROR book: day 2 has no balance\n12:00:01 INFO book: lock given back\n"
        "12:00:02 CRITICAL book: closing the books failed\n" +
            calm,
        false);
    BOOST_TEST(before.exception.message == "day 2 has no balance");
    // the first word of anything, and what was got over
    BOOST_TEST(tr::traces_in("FATAL count file\n0 3 x.go\n").empty());
    BOOST_TEST(tr::traces_in("12:00:01 CRITICAL book: no balance\n12:00:02 INFO book: finished\n").empty());
    std::string many;
    for (int i = 0; i < 9; ++i)
        many += "12:00:02 INFO book: day " + std::to_string(i) + "\n";
    BOOST_TEST(tr::traces_in("12:00:01 CRITICAL book: no balance\n" + many).empty());
}

BOOST_AUTO_TEST_CASE(of_what_was_caught_before_a_record_of_the_highest_level_tells) {
    auto const found = tr::traces_in(
        "12:00:00 WARNING book: no archive, going on\nTraceback (most recent call last):\n"
        "  File \"/app/a.py\", line 3, in <module>\n    read()\nOSError: no archive\n"
        "12:00:01 INFO book: day 1\n12:00:02 CRITICAL book: day 2 has no balance\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[1].exception.message == "day 2 has no balance");
}

BOOST_AUTO_TEST_CASE(what_stands_above_a_usage_is_what_was_wrong) {
    std::string const usage =
        "Usage of /app/index:\n  -shards int\n    \tnumber of shards (default 8)\n  -v\tverbose\n";
    auto const flag = only("indexing\nflag provided but not defined: -shard\n" + usage, false);
    BOOST_TEST(flag.exception.message == "flag provided but not defined: -shard");
    BOOST_TEST(flag.text == "flag provided but not defined: -shard\n");
    auto const script =
        only("Unknown option: dry-runn\nusage: mirror [--jobs N]\n  --jobs N  how many\nexit 64\n", false);
    BOOST_TEST(script.exception.message == "Unknown option: dry-runn");
    auto const cobra = only(
        "Error: put part 9 of 40: context deadline exceeded\nUsage:\n  sync [flags]\n\n"
        "Flags:\n  -h, --help   help for sync\n",
        false);
    BOOST_TEST(cobra.exception.message == "put part 9 of 40: context deadline exceeded");
    for (std::string const& healthy : {"A converter of errors.\n" + usage, "error: 0.5\n" + usage,
                                       "Unknown option: x\n" + usage + "row 1\nrow 2\nrow 3\n"})
        BOOST_TEST(tr::traces_in(healthy).empty(), healthy);
}

BOOST_AUTO_TEST_CASE(the_last_errors_of_a_logger_are_a_guess_and_the_first_of_them_tells) {
    auto const found = only(
        "10:00:00 [info] engine 1\n10:00:01 [error] no room for plugin x\n"
        "10:00:01 [error] the engine was not built\n10:00:02 [info] 0 engines\n",
        true);
    BOOST_TEST(found.exception.message == "no room for plugin x");
    BOOST_TEST(found.first_line == 1u);
    // the first was got over
    auto const second = only(
        "10:00:00 [info] engine 1\n10:00:01 [error] no room for plugin x, retried\n"
        "10:00:01 [error] no room for plugin y\n10:00:02 [info] 0 engines\n",
        true);
    BOOST_TEST(second.exception.message == "no room for plugin y");
}

BOOST_AUTO_TEST_CASE(the_line_that_most_likely_tells_is_a_guess) {
    for (std::string const& line : std::vector<std::string>{
             "Expected a number for '--shards'; got \"many\"", "package x is not in any source",
             "record on line 2; parse error on line 3", "lease 14 is held by another"}) {
        auto const found = only("step 1\n" + line + "\nremoving the lock\nrow 2 of 7\n", true);
        BOOST_TEST(found.exception.message == line);
        BOOST_TEST(found.first_line == 1u);
        BOOST_TEST(found.last_line == 1u);
    }
    for (std::string const& line :
         std::vector<std::string>{"step 12 of 30", "all files are there", "max error 0.25, aborted 0",
                                  "check failed: 2 errors", "[#####     ] 12/30"})
        BOOST_TEST(tr::traces_in("step 1\n" + line + "\n", true).empty(), line);
}

BOOST_AUTO_TEST_CASE(a_guess_has_the_words_of_its_line_without_what_stands_around_them) {
    auto const own = only("step 1\nload: error: no column is named price\nleft after 1 of 3 steps\n", true);
    BOOST_TEST(own.exception.type == "error");
    BOOST_TEST(own.exception.message == "no column is named price");
    BOOST_TEST(own.text == "load: error: no column is named price\n");
    auto const tool = only(
        "step 1\n[3] tar: part.tar: Cannot open: No such file or directory\nrow 1\nrow 2\nrow 3\nrow 4\n",
        true);
    BOOST_TEST(tool.exception.type == "command failed");
    BOOST_TEST(tool.exception.message == "part.tar: Cannot open: No such file or directory");
}

BOOST_AUTO_TEST_CASE(above_a_word_that_tells_only_a_code_stands_what_happened) {
    std::string const why = "plan 3: no unit is named 'west'\n";
    auto const record =
        only("plan 1: fine\n" + why + "level=error msg=\"step plans failed\" exit=3\n", false);
    BOOST_TEST(record.exception.message == "plan 3: no unit is named 'west'");
    BOOST_TEST(record.last_line == 1u);
    // by a task runner, whose word is a trace of its own
    auto const found =
        tr::traces_in("ruby plans.rb\n" + why +
                      "rake aborted!\nCommand failed with status (3): [ruby plans.rb]\n\n"
                      "Tasks: TOP => default => plans\n(See full trace by running task with --trace)\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].exception.message == "plan 3: no unit is named 'west'");
    BOOST_TEST(!found[0].is_guess);
    BOOST_TEST((found[1].role == tr::trace_role::summary));
    // beside what tells more it is a summary
    auto const both = tr::traces_in(
        "ruby plans.rb\nplans.rb:3:in `west': no unit (KeyError)\n\tfrom plans.rb:1:in `<main>'\n"
        "rake aborted!\nCommand failed with status (1): [ruby plans.rb]\n\n"
        "Tasks: TOP => default => plans\n(See full trace by running task with --trace)\n");
    BOOST_REQUIRE(both.size() == 2u);
    BOOST_TEST((both[0].role == tr::trace_role::raised));
    BOOST_TEST((both[1].role == tr::trace_role::summary));
    // where nothing above clearly looks like it, the word itself tells
    auto const bare = only("plan 1: fine\nlevel=error msg=\"step plans failed\" exit=3\n", false);
    BOOST_TEST(bare.exception.message == "step plans failed");
}

BOOST_AUTO_TEST_CASE(above_a_word_that_counts_failures_stands_what_failed) {
    auto const told = [](std::string const& text) { return only(text, true).exception.message; };
    std::string const why = "plan 3: no unit is named 'west', but 2 plans want it";
    std::string const count = "error: 2 checks failed\n";
    BOOST_TEST(told("plan 1: fine\n" + why + "\n" + count) == why);
    // the count itself says more than what does not clearly look like it
    BOOST_TEST(told("plan 1: fine\nplan 3: west\n" + count) == "2 checks failed");
    // and what it says of why is enough
    std::string const whole = "2 checks failed: unit 'west' is not known";
    auto const found = only("plan 1: fine\n" + why + "\n10:00:02 CRITICAL plans: " + whole + "\n", false);
    BOOST_TEST(found.exception.message == whole);
}

BOOST_AUTO_TEST_CASE(the_reason_that_a_count_repeats_is_told_where_it_says_of_what) {
    std::string const text =
        "10:00:01 ERROR page 1: cannot copy: the target is full\n"
        "10:00:02 ERROR sync is tried again, 1 error\n"
        "10:00:03 ERROR page 3: cannot copy: the target is full\n"
        "10:00:03 ERROR page 4: cannot copy: the target is full\n"
        "10:00:04 INFO 2 pages\n"
        "10:00:04 Failed to sync with 2 errors: last error was: the target is full\n";
    std::vector<tr::found_trace> causes;
    for (auto const& found : tr::traces_in(text)) {
        if (found.role != tr::trace_role::summary) causes.push_back(found);
    }
    BOOST_REQUIRE(causes.size() == 1u);
    BOOST_TEST(causes[0].first_line == 2u);
    BOOST_TEST(!causes[0].is_guess);
}

BOOST_AUTO_TEST_CASE(a_parents_trace_that_repeats_its_childs_words_tells_the_most) {
    std::string const said = "convert: cannot open 'in.tiff'";
    auto const found = tr::traces_in("converting\n" + said +
                                     "\nnode:child_process:930\n    throw err;\n    ^\n\n"
                                     "Error: Command failed: convert in.tiff; exit 4\n" +
                                     said +
                                     "\n    at checkExecSyncError (node:child_process:891:11)\n"
                                     "    at convert (/app/child.js:4:10)\n\nNode.js v20.20.2\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST((found.back().role == tr::trace_role::raised));
    BOOST_TEST(found.back().exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(what_a_logger_wrote_is_outdone_by_a_later_line_that_complains) {
    std::string const logged =
        "10:00:01 ERROR book: row 3\nTraceback (most recent call last):\n"
        "  File \"/app/book.py\", line 3, in read\n    int(row)\nValueError: no number\n";
    auto const is_outdone = [&](std::string const& behind) {
        auto const found = tr::traces_in(logged + behind);
        BOOST_REQUIRE(!found.empty());
        return found[0].is_outdone;
    };
    BOOST_TEST(is_outdone("10:00:02 INFO book: row 4\nbook: cannot write 'out.csv', the disk is full\n"));
    BOOST_TEST(!is_outdone("10:00:02 INFO book: row 4\nbook: 3 rows\n"));
    BOOST_TEST(!is_outdone("10:00:02 INFO book: cannot find 'old.csv', which is usual\n"));
    // of the whole
    BOOST_TEST(!is_outdone("10:00:02 INFO book: row 4\nbook: nothing was written\n"));
    BOOST_TEST(!is_outdone(""));
}

BOOST_AUTO_TEST_CASE(a_record_of_logfmt_tells_its_level_in_a_field) {
    std::string const calm = "ts=12:00:02 level=INFO logger=book msg=\"closing 3 books\"\n";
    auto const found =
        only("ts=12:00:01 level=CRITICAL logger=book msg=\"day 2 has no balance\"\n" + calm + calm, false);
    BOOST_TEST(found.exception.message == "day 2 has no balance");
    BOOST_TEST(found.first_line == 0u);
    BOOST_TEST(tr::traces_in("ts=12:00:01 level=WARNING msg=\"day 2 has no balance\"\n" + calm).empty());
    BOOST_TEST(tr::traces_in("ts=12:00:01 level=CRITICAL msg=\"no balance\"\nlevel=INFO msg=\"finished\"\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(of_a_worker_that_was_replaced_the_record_of_its_end_tells_none) {
    std::string const end = "12:00:01 CRITICAL book: WORKER TIMEOUT (pid:7)\n";
    BOOST_TEST(only(end + "12:00:02 INFO book: 3 files are open\n", false).exception.message ==
               "WORKER TIMEOUT (pid:7)");
    for (std::string const behind :
         {"Booting worker with pid: 8", "restarting worker 7", "Handling signal: term"})
        BOOST_TEST(tr::traces_in(end + "12:00:02 INFO book: " + behind + "\n").empty(), behind);
}

BOOST_AUTO_TEST_CASE(the_number_of_an_error_is_no_part_of_what_is_said) {
    auto const found = tr::traces_in("packing\nERROR 4: `nut.tif' does not exist in the bag\n", true);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "`nut.tif' does not exist in the bag");
    auto const answer = tr::traces_in("packing\nERROR 404: the nut is not found in the bag\n");
    BOOST_REQUIRE(answer.size() == 1u);
    BOOST_TEST(answer[0].exception.message == "404: the nut is not found in the bag");
}

BOOST_AUTO_TEST_CASE(of_two_tellings_the_one_that_says_of_what_tells) {
    std::string const bare = "shelf: connect: Connection refused\n";
    auto const told = [&](std::string const& above) {
        for (auto const& found : tr::traces_in("3 bags\n" + above + bare)) {
            if (found.role != tr::trace_role::summary) return found.exception.message;
        }
        return std::string("nothing");
    };
    std::string const usual = "connect: Connection refused";
    BOOST_TEST(told("walnut 2: connect: Connection refused\n") == "walnut 2: " + usual);
    BOOST_TEST(told("walnut 2: connect: Connection refused\nclosing bag 1\nclosing bag 2\n") ==
               "walnut 2: " + usual);
    // of an attempt; got over; something else
    for (std::string const above : {"walnut 2: connect: Connection refused, retrying\n",
                                    "attempt 1 of 2: connect: Connection refused\n",
                                    "WARN walnut 2: connect: Connection refused\n", "walnut 2: is refused\n"})
        BOOST_TEST(told(above) == told(""), above);
    // of each attempt
    std::string const each = "try 1: connect: Connection refused\ntry 2: connect: Connection refused\n";
    BOOST_TEST(told(each).find("try") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_ended_a_program_is_not_the_error_it_went_on_from) {
    std::string const error = "12:00:01 ERROR shelf: bag 1: record 8 is cut off, read from 9 on\n";
    std::string const fatal = "12:00:01 FATAL shelf: bag 2: expected nut 5, found 9\n";
    auto const told = [&](std::string const& log) {
        auto const found = tr::traces_in(log);
        BOOST_REQUIRE(!found.empty());
        return found.back().exception.message;
    };
    BOOST_TEST(told("3 bags\n" + error + fatal) == "bag 2: expected nut 5, found 9");
    BOOST_TEST(told("3 bags\n" + error + fatal + "12:00:02 INFO shelf: 3 bags are open\n") ==
               "bag 2: expected nut 5, found 9");
    // that only says so of the whole
    BOOST_TEST(told(error + "12:00:01 FATAL shelf: sorting failed\n") ==
               "bag 1: record 8 is cut off, read from 9 on");
    // a level without a time is one where others have it too
    BOOST_TEST(told("FATAL bag 2 is not there\nINFO 3 bags are open\n") == "bag 2 is not there");
}

BOOST_AUTO_TEST_CASE(the_first_line_of_a_tool_tells_above_what_only_tells_a_code) {
    auto const found = tr::traces_in(
        "packing\ntar: /nuts: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting "
        "now\nbags: tar exited with status 2\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.back().exception.message == "/nuts: Cannot open: No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_nameless_last_word_gives_way_to_the_line_that_says_why) {
    std::string const why = "tar: /mnt/bags.tar: Cannot write: No space left on device\n";
    std::string const between = "shelf: tar ended with 2\nshelf: bags.tar is removed\n";
    auto const last = [](std::string const& log) {
        auto const found = tr::traces_in(log);
        return found.empty() ? std::string() : found.back().exception.message;
    };
    BOOST_TEST(last(why + between + "shelf: FATAL: no bags tonight\n") ==
               "/mnt/bags.tar: Cannot write: No space left on device");
    BOOST_TEST(last(between + "shelf: FATAL: no bags tonight\n") == "no bags tonight");
    BOOST_TEST(last(why + between + "shelf: FATAL: no place in '/mnt' for bag 3\n") ==
               "no place in '/mnt' for bag 3");
}

BOOST_AUTO_TEST_CASE(frames_below_a_fatal_record_are_no_words_of_success) {
    auto const found = tr::traces_in(
        "12:00:00 INFO 3 bags\n12:00:01 FATAL bag 3 is of 2026-01-02, too old\n        at load_all "
        "(shelf.sh:13)\n"
        "        at main (shelf.sh:21)\n12:00:02 INFO exit after 0s\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "bag 3 is of 2026-01-02, too old");
}

BOOST_AUTO_TEST_CASE(what_was_cancelled_is_not_the_first_of_a_run_of_errors) {
    auto const record = [](std::string const& said, std::string const& reason) {
        return "time=12:00:01 level=ERROR msg=\"" + said + "\" err=\"" + reason + "\"\n";
    };
    auto const told = [&](std::string const& above) {
        return tr::traces_in("time=12:00:00 level=INFO msg=walk\n" + record("push aborted", above) +
                                 record("walk failed", "bag 3: the quota is exceeded") +
                                 "time=12:00:02 level=INFO msg=closing\n",
                             true);
    };
    auto const cancelled = told("context canceled");
    BOOST_REQUIRE(cancelled.size() == 1u);
    BOOST_TEST(cancelled[0].first_line == 2u);
    auto const own = told("bag 2: the quota is exceeded");
    BOOST_REQUIRE(own.size() == 1u);
    BOOST_TEST(own[0].first_line == 1u);
}

BOOST_AUTO_TEST_CASE(of_a_log_and_the_words_at_the_end_that_say_the_same_the_log_tells) {
    auto const found = tr::traces_in(
        "12:00:00 INFO walk\n12:00:01 ERROR [shelf.walk] bag 3 has two labels\nFAILED: bag 3 has two "
        "labels\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.back().first_line == 1u);
}

BOOST_AUTO_TEST_CASE(who_only_tells_somebody_of_the_end_is_no_cause) {
    auto const found = tr::traces_in("walk\nlogger: socket /dev/log: No such file or directory\n");
    BOOST_TEST(found.empty());
}

BOOST_AUTO_TEST_CASE(a_parents_trace_gives_way_to_the_words_of_its_child_directly_above) {
    std::string const parent =
        "Traceback (most recent call last):\n  File \"walk.py\", line 3, in <module>\n    run(['psql'], "
        "check=True)\n"
        "subprocess.CalledProcessError: Command '['psql']' returned non-zero exit status 2.\n";
    std::string const child =
        "psql: error: connection to server at \"shelf\", port 5 failed: Connection refused\n\tIs the server "
        "running on that host and accepting TCP/IP connections?\n";
    auto const weight_of_parent = [](std::string const& log) {
        for (auto const& found : tr::traces_in(log)) {
            if (!found.exception.frames.empty()) return tr::weight_of(found);
        }
        return 0;
    };
    BOOST_TEST(weight_of_parent("12 bags\n" + child + parent) < 30);
    BOOST_TEST(weight_of_parent("12 bags\n" + parent) > 30);
    std::string const others = "bag 1\nbag 2\nbag 3\nbag 4\nbag 5\nbag 6\nbag 7\n";
    BOOST_TEST(weight_of_parent(child + others + parent) > 30, "of something else");
}

BOOST_AUTO_TEST_CASE(a_nameless_word_at_the_end_gives_way_to_what_clearly_tells) {
    auto const found = tr::traces_in(
        "[2026-01-02 03:04:05.678] [error] bag 3 is not there: cannot open 'bag3'\n[2026-01-02 03:04:05.678] "
        "[info] 12 bags "
        "kept\n[2026-01-02 03:04:05.678] [error] walk incomplete\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.back().first_line == 0u);
}

BOOST_AUTO_TEST_CASE(a_fatal_record_behind_calm_lines_tells_before_what_was_logged_above_them) {
    std::string const logged =
        "12:00:01 ERROR bag 3 is lost\nTraceback (most recent call last):\n  File \"walk.py\", line 3, "
        "in walk\n    open(bag)\nFileNotFoundError: bag3\n";
    std::string const fatal = "12:00:03 FATAL the cellar is read-only since 02:14\n12:00:03 INFO closing\n";
    auto const weight_of_first = [](std::string const& log) {
        return tr::weight_of(tr::traces_in(log).at(0));
    };
    std::string const calm = "12:00:02 INFO bag 4 moved\n12:00:02 INFO bag 5 moved\n";
    BOOST_TEST(weight_of_first(logged + calm + fatal) < tr::doubtful);
    auto const found = tr::traces_in(logged + calm + fatal);
    BOOST_TEST(found.back().exception.message == "the cellar is read-only since 02:14");
    // directly behind it, nameless, or none
    BOOST_TEST(weight_of_first(logged + fatal) > tr::doubtful);
    BOOST_TEST(weight_of_first(logged + calm + "12:00:03 FATAL walk is over\n") > tr::doubtful);
    BOOST_TEST(weight_of_first(logged + calm + "12:00:03 WARN the cellar is read-only since 02:14\n") >
               tr::doubtful);
}

BOOST_AUTO_TEST_CASE(a_fatal_record_tells_before_the_word_of_a_tool_above_it) {
    std::string const tool = "walk\ncat: /none.list: No such file or directory\n";
    std::string const fatal = "09:00:02 FATAL shelf: bag 4: expected nut 5, found 9\n";
    std::string const closing = "09:00:02 INFO shelf: closing\n";
    auto const last = [](std::string const& log) { return tr::traces_in(log).back().exception.message; };
    BOOST_TEST(last(tool + fatal + closing) == "bag 4: expected nut 5, found 9");
    BOOST_TEST(last(tool + closing) == "/none.list: No such file or directory");
    BOOST_TEST(last(tool + "09:00:02 FATAL shelf: sorting failed\n") ==
               "/none.list: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
