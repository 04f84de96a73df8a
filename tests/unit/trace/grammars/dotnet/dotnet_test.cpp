#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(dotnet_tests)

BOOST_AUTO_TEST_CASE(frames_behind_an_inner_exception_are_the_outer_ones) {
    std::string const text =
        "Unhandled exception. App.OuterException: no start\n ---> System.IO.IOException: disk gone\n"
        "   at App.Disk.Read() in /src/disk.cs:line 4\n   --- End of inner exception stack trace ---\n"
        "   at App.Main(String[] args) in /src/app.cs:line 9\n";
    auto const found = tr::traces_in("before\n" + text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "App.OuterException");
    BOOST_TEST(e.message == "no start");
    BOOST_REQUIRE(e.frames.size() == 1u);
    BOOST_TEST(e.frames[0].function == "App.Main(String[] args)");
    BOOST_TEST(e.frames[0].line == 9);
    BOOST_REQUIRE(e.chain.size() == 1u);
    BOOST_TEST(found[0].root_line == "System.IO.IOException: disk gone");
}

BOOST_AUTO_TEST_CASE(what_mono_prints_twice_is_one_trace) {
    std::string const frames =
        "  at A.B (System.Int32 x) [0x00001] in /src/a.cs:3 \n"
        "  at A.Main () [0x00002] in <0123>:0 \n";
    std::string const text = "Unhandled Exception:\nOops: bad\n" + frames +
                             "[ERROR] FATAL UNHANDLED EXCEPTION: Oops: bad\n" + frames;
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[0].file == "");
    BOOST_TEST(found[0].exception.frames[1].function == "A.B (System.Int32 x)");
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in("Unhandled Exception: none today\n"
                             "  Unhandled Exception:\n  Oops: bad\n"
                             "System.Exception: System.Object\n"
                             "Unhandled exception. not, a type: here\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(members_of_an_aggregate_keep_their_frames_to_themselves) {
    std::string const text =
        "Unhandled exception. System.AggregateException: two (a) (b)\n ---> App.Oops: a\n   at App.F() in "
        "/src/a.cs:line 3\n"
        "   --- End of inner exception stack trace ---\n   at App.Main() in /src/a.cs:line 9\n"
        " ---> (Inner Exception #1) App.Oops: b\n   at App.G() in /src/a.cs:line 5<---\n\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].function == "App.Main()");
    BOOST_TEST(found[0].exception.frames[0].line == 9);
    BOOST_TEST(found[0].last_line == 6u);
}

BOOST_AUTO_TEST_CASE(what_a_program_printed_is_known_by_its_frames) {
    std::string const text =
        "error: run failed: App.OopsException: no nut\n   at App.Sell() in /src/a.cs:line 3\n   at "
        "App.Main() in /src/a.cs:line 9\n";
    auto const found = tr::traces_in("start\n" + text + "end\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(found[0].exception.type == "App.OopsException");
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
    auto const logger = tr::traces_in(
        "fail: App[0]\n      System.IO.IOException: disk gone\n         at App.Read() in /src/d.cs:line "
        "4\nnext\n");
    BOOST_REQUIRE(logger.size() == 1u);
    BOOST_TEST(logger[0].exception.type == "System.IO.IOException");
    BOOST_TEST(logger[0].last_line == 2u);
    auto const survived =
        tr::traces_in("retrying after App.OopsException: x\n   at App.Sell() in /src/a.cs:line 3\n");
    BOOST_TEST((survived.at(0).handled == tr::handling::survived));
    BOOST_TEST(tr::traces_in("see Exception: x\n   at App.Sell() in /src/a.cs:line 3\n").empty());
}

BOOST_AUTO_TEST_CASE(an_example_in_a_text_is_none) {
    BOOST_TEST(
        tr::traces_in("it looks like\n  App.OopsException: x\n    at App.Run () [0x00001] in <a>:0\nof it\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(what_was_printed_before_takes_no_frames_of_what_ends_the_program) {
    auto const found = tr::traces_in(
        "error: App.OopsException: a\n  at App.F () [0x00001] in /src/a.cs:3 \n\nUnhandled "
        "Exception:\nApp.Oops: b\n"
        "  at App.Main () [0x00001] in /src/a.cs:9 \n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST(found[1].exception.frames.at(0).line == 9);
}

BOOST_AUTO_TEST_CASE(the_older_header_is_one_line) {
    auto const found = tr::traces_in(
        "Unhandled Exception: System.FormatException: no number\n   at App.Main() in /src/a.cs:line 9\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "System.FormatException");
    BOOST_TEST(found[0].exception.message == "no number");
}

BOOST_AUTO_TEST_CASE(the_runtime_gives_up_in_words_of_its_own) {
    struct row {
        char const* text;
        char const* type;
        char const* message;
        std::uint64_t last;
    };
    for (row const& r :
         {row{"Process terminated. no way on\n   at App.Main()\nend\n", "abort", "no way on", 1},
          row{"Process terminated. Assertion failed.\nx > 0\n   at App.Main()\n", "assertion failed", "x > 0",
              2},
          row{"Stack overflow.\nRepeat 9 times:\n--------------------------------\n   at App.F()\n"
              "--------------------------------\n   at App.Main()\nend\n",
              "stack overflow", "", 5},
          row{"CLR: Managed code called FailFast, saying \"no way on\"\nend\n", "abort", "no way on", 0},
          row{"Cannot open assembly 'a.exe': No such file or directory.\nend\n", "error",
              "Cannot open assembly 'a.exe': No such file or directory.", 0},
          row{"You must install or update .NET to run this application.\n\nApp: /app/x\nFramework: 'N', "
              "version '8'\n"
              "https://aka.ms/dotnet-core-applaunch?x\nend\n",
              "error", "You must install or update .NET to run this application. 'N', version '8'", 4}}) {
        auto const found = tr::traces_in(r.text);
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.text);
        BOOST_TEST(found[0].exception.type == r.type);
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_TEST(found[0].last_line == r.last);
    }
}

BOOST_AUTO_TEST_CASE(compilers_name_a_place_and_a_number_of_the_error) {
    auto const found = tr::traces_in(
        "  Restored.\n/src/a.cs(3,5): warning CS0168: unused [/src/a.csproj]\n"
        "/src/a.cs(7,9): error CS0103: no name 'x' [/src/a.csproj]\n\nBuild FAILED.\n\n    1 Warning(s)\n    "
        "1 Error(s)\n\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "no name 'x'");
    BOOST_TEST(found[0].exception.frames.at(0).file == "/src/a.cs");
    BOOST_TEST(found[0].exception.frames.at(0).line == 7);
    BOOST_TEST(found[0].first_line == 2u);
    BOOST_TEST(found[0].last_line == 2u, "a count tells nothing of it");
    auto const made = tr::only_one_in(
        "mcs a.cs\na.cs(7,9): error CS0103: no name 'x'\na.cs(8,9): error CS0103: no name 'y'\n"
        "Compilation failed: 2 error(s), 0 warnings\nmake[1]: *** [Makefile:3: a.exe] Error 1\n"
        "make[1]: Leaving directory '/src'\nmake: *** [Makefile:2: all] Error 2\nend\n",
        "dotnet");
    BOOST_TEST(made.first_line == 1u);
    BOOST_TEST(made.last_line == 6u);
    BOOST_TEST(made.exception.message == "no name 'x'");
    BOOST_TEST(tr::traces_in("CSC : error CS5001: no Main\n").size() == 1u);
    BOOST_TEST(
        tr::traces_in("/src/a.csproj : error NU1101: no package\n").at(0).exception.frames.at(0).line == 0);
    for (auto const* text :
         {"an error X1: y\n", "a.cs(3,5): error CS: y\n", "lookup error ABC123: no such key here\n",
          "/src/a.cs(3,5): warning CS0168: error CS0103 unused\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(mono_repeats_an_exception_once) {
    auto const found = tr::traces_in(
        "Unhandled Exception:\nOops: bad\n  at A.B () [0x00001] in /src/a.cs:3 \n"
        "[ERROR] FATAL UNHANDLED EXCEPTION: Oops: bad\n  at A.B () [0x00001] in /src/a.cs:3 \n"
        "[ERROR] FATAL UNHANDLED EXCEPTION: Other: worse\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 4u);
}

BOOST_AUTO_TEST_CASE(a_number_of_the_system_is_no_part_of_the_type) {
    auto const core = tr::only_one_in(
        "Unhandled exception. System.Net.Sockets.SocketException (111): Connection refused\n   at "
        "Quay.Dock() in "
        "/app/Quay.cs:line 4\n",
        "dotnet");
    BOOST_TEST(core.exception.type == "System.Net.Sockets.SocketException");
    BOOST_TEST(core.exception.message == "Connection refused");
    auto const mono = tr::only_one_in(
        "Unhandled Exception:\nSystem.ComponentModel.Win32Exception (0x80004005): No crane\n  at Quay.Dock "
        "() [0x0] in "
        "/app/Quay.cs:4 \n",
        "dotnet");
    BOOST_TEST(mono.exception.type == "System.ComponentModel.Win32Exception");
    BOOST_TEST(mono.first_line == 0u);
}

BOOST_AUTO_TEST_CASE(generic_types_are_named_with_their_arguments) {
    auto const found = tr::only_one_in(
        "Unhandled Exception:\nQuay.Error`1[System.Int32]: full ---> System.Exception: x\n  at Quay.Dock () "
        "[0x0] in "
        "/app/Quay.cs:4 \n",
        "dotnet");
    BOOST_TEST(found.exception.type == "Quay.Error`1[System.Int32]");
    BOOST_TEST(found.exception.message == "full");
}

BOOST_AUTO_TEST_CASE(an_exception_may_show_itself_in_its_own_words) {
    auto const mono = tr::only_one_in(
        "Unhandled Exception:\nthe quay is full\n[ERROR] FATAL UNHANDLED EXCEPTION: the quay is full\n",
        "dotnet");
    BOOST_TEST(mono.exception.message == "the quay is full");
    BOOST_TEST(mono.last_line == 2u);
    BOOST_TEST(tr::only_one_in("Unhandled exception. the quay is full\n   at Quay.Dock()\n", "dotnet")
                   .exception.message == "the quay is full");
    BOOST_TEST(tr::traces_in("Unhandled Exception:\nsee the manual\nbehind\n").empty());
}

BOOST_AUTO_TEST_CASE(a_stack_that_overflowed_is_told_by_the_second_of_two) {
    auto const found = tr::only_one_in(
        "Unhandled Exception:\nStackOverflowException\n[ERROR] FATAL UNHANDLED EXCEPTION: "
        "System.StackOverflowException: The requested operation caused a stack overflow.\n"
        "  at Quay.Dock () [0x0] in /app/Quay.cs:4 \n  at Quay.Dock () [0x0] in /app/Quay.cs:4 \n",
        "dotnet");
    BOOST_TEST(found.exception.type == "System.StackOverflowException");
    BOOST_TEST(found.exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_logged_stack_may_have_no_places) {
    auto const found = tr::only_one_in(
        "2026-11-26 12:00:00 [FTL] Host terminated unexpectedly\nSystem.TimeoutException: no answer\n"
        "   at Quay.Crane.Lift(String box)\n   at Quay.Program.Main(String[] args)\nbehind\n",
        "dotnet");
    BOOST_TEST(found.exception.frames.back().function == "Quay.Crane.Lift(String box)");
    BOOST_TEST(found.last_line == 3u);
    BOOST_TEST(tr::traces_in("the TimeoutException: see\n   at the quay (north)\n").empty());
}

BOOST_AUTO_TEST_CASE(what_caused_a_logged_exception_stands_below_it) {
    auto const found = tr::only_one_in(
        "[12:00:01 FTL] Quay closed\nQuay.CraneException (0x80004005): No crane\n"
        " ---> System.TimeoutException: no answer\n   at Quay.Crane.Lift(String box)\n"
        "   --- End of inner exception stack trace ---\n   at Quay.Program.Main() in /app/P.cs:line "
        "3\nbehind\n",
        "dotnet");
    BOOST_TEST(found.exception.type == "Quay.CraneException");
    BOOST_REQUIRE(found.exception.chain.size() == 1u);
    BOOST_TEST(found.exception.chain[0].message == "no answer");
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 5u);
}

BOOST_AUTO_TEST_CASE(frames_of_a_record_may_have_no_places) {
    auto const found = tr::only_one_in(
        "fail: Quay.Worker[9]\n      loading failed\n      System.TimeoutException: no answer\n"
        "         at Quay.Crane.Lift(String box) in /src/Crane.cs:line 21\n"
        "         at Quay.Program.Main(String[] args)\ninfo: Quay[0]\n",
        "dotnet");
    BOOST_TEST(found.exception.frames.size() == 2u);
    BOOST_TEST(found.last_line == 4u);
}

BOOST_AUTO_TEST_CASE(a_warning_with_a_stack_was_survived_and_a_quoted_one_is_none) {
    std::string const frame = "  at Quay.Dock () [0x00000] in <d476a3e4b7454348a6e1eb6d34749279>:0 \n";
    auto const warned =
        tr::only_one_in("warn: not docked: System.TimeoutException: no answer\n" + frame, "dotnet");
    BOOST_TEST((warned.handled == tr::handling::survived));
    BOOST_TEST(
        tr::traces_in("it no longer prints 'System.TimeoutException: no answer' and\n" + frame).empty());
}

BOOST_AUTO_TEST_CASE(a_record_of_the_generic_host_begins_with_its_head) {
    auto const found = tr::traces_in(
        "starting\ncrit: Shop.Job[0]\n      no sale\n"
        "      SaleException: outer ---> System.InvalidOperationException: no nut\n"
        "        at Shop.Sell (System.Int32 n) [0x00011] in /app/shop.cs:9 \n"
        "         --- End of inner exception stack trace ---\ninfo: Shop[0]\n      closing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 3u, "its record tells no more");
    BOOST_TEST(found[0].last_line == 5u);
    BOOST_TEST(found[0].exception.type == "SaleException");
    // the outer one was never thrown
    BOOST_TEST(found[0].exception.frames.at(0).line == 9);
}

BOOST_AUTO_TEST_CASE(a_type_may_stand_behind_the_bars_of_a_record) {
    auto const found = tr::traces_in(
        "2026-11-26 10:00:00.1234|ERROR|Shop.Job|no sale|System.InvalidOperationException: no nut\n"
        "   at Shop.Sell(Int32 n) in /app/shop.cs:line 9\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "System.InvalidOperationException");
}

BOOST_AUTO_TEST_CASE(a_stack_below_a_record_of_an_error_has_no_type) {
    auto const found =
        tr::traces_in("ERROR no nut\n   at Shop.Sell(Int32 n) in /app/shop.cs:line 9\nclosing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST(tr::traces_in("no nut\n   at Shop.Sell(Int32 n) in /app/shop.cs:line 9\n").empty());
}

BOOST_AUTO_TEST_CASE(mono_leaves_a_line_blank_where_a_stack_goes_on_in_another_thread) {
    std::string const text =
        "ERROR bag: Shop.NutException: no nut\n  at Shop.Find () [0x00017] in <ab>:0 \n"
        "--- End of stack trace from previous location where exception was thrown ---\n\n"
        "  at Shop.Pack () [0x00020] in /app/shop.cs:13 \n";
    auto const t = tr::only_one_in(text + "\nclosing\n", "dotnet");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_project_may_give_its_errors_any_code_or_none) {
    for (std::string const line :
         {"/srv/nuts.proj: error NUT7: no lid", "/srv/nuts.csproj(3,5): error : no lid",
          "\t/srv/nuts.targets(3): error LID_X: no lid [/srv/nuts.csproj]", "nuts.sln : error A1: no lid"}) {
        auto const t = tr::only_one_in("building\n" + line + "\n", "dotnet");
        BOOST_TEST(t.exception.message == "no lid");
        BOOST_TEST(t.exception.type == "build failed");
        BOOST_TEST((t.role == tr::trace_role::notice));
    }
    for (std::string const line : {"/srv/nuts.proj: error nut: no lid", "/srv/nuts.proj error : no lid",
                                   "/srv/nuts.proj: warning NUT7: error : none"})
        BOOST_TEST(tr::traces_in("building\n" + line + "\nrow 1\nrow 2\nrow 3\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(the_first_test_of_nunit_that_failed_tells) {
    std::string const first =
        "1) Test Error : ShopTest.Sells\n   System.InvalidOperationException : no nut\n"
        "  at ShopTest.Sells () [0x00000] in /app/test.cs:7 \n";
    auto const found = tr::traces_in("Errors and Failures:\n" + first +
                                     "\n2) Test Failure : ShopTest.Adds\n  Expected: 7\n  But was:  6\n\n"
                                     "at ShopTest.Adds () [0x00000] in /app/test.cs:9\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].exception.type == "System.InvalidOperationException");
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST(found[0].exception.frames.at(0).line == 7);
    BOOST_TEST(tr::traces_in("1) Test the jar : all\n  it is full\n").empty());
}

BOOST_AUTO_TEST_CASE(a_test_that_failed_tells_its_error_and_its_stack) {
    std::string const counts = "Failed!  - Failed:     1, Passed:     3, Skipped:     0, Total:     4\n";
    std::string const stack = "  Stack Trace:\n     at Shop.Tests.BagTest.Shuts() in /app/bag.cs:line 7\n";
    for (std::string const name :
         {"  Failed Shop.Tests.BagTest.Shuts [5 ms]\n", "  Failed Shuts(lid: \"no lid\") [< 1 ms]\n",
          "X Shop.Tests.BagTest.Shuts [1 s]\n"}) {
        std::string const compared =
            name + "  Error Message:\n   Assert.Equal() Failure\nExpected: 2\nActual:   1\n" + stack;
        std::string const further = name + "  Error Message:\n   no box\n" + stack;
        auto const t =
            tr::only_one_in("Starting test execution\n" + compared + further + "\n" + counts, "dotnet");
        BOOST_TEST(t.text == compared);
        BOOST_TEST((t.handled == tr::handling::none));
        BOOST_TEST(t.exception.type == "test failed");
        BOOST_TEST(t.exception.message == "Assert.Equal() Failure");
        BOOST_TEST(t.exception.frames.back().line == 7);
        BOOST_TEST((t.role == tr::trace_role::detached));
        auto const raised = tr::only_one_in(
            name + "  Error Message:\n   System.IO.IOException : no lid\n" + stack + "\n", "dotnet");
        BOOST_TEST(raised.exception.type == "System.IO.IOException");
        BOOST_TEST(raised.exception.message == "no lid");
    }
    BOOST_TEST(tr::traces_in("  Passed Shop.Tests.BagTest.Shuts [5 ms]\n  Error Message:\n   none\nrow 1\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_command_line_is_refused_beside_the_help) {
    auto const parser = tr::only_one_in(
        "Nut 1.0\n\nERROR(S):\n  Required option 'l, lid' is missing.\n  Option 'x' is unknown.\n\n  -l, "
        "--lid    The lid.\n\n",
        "dotnet");
    BOOST_TEST(parser.exception.message == "Required option 'l, lid' is missing.");
    BOOST_TEST(parser.first_line == 2u);
    BOOST_TEST(parser.last_line == 4u);
    BOOST_TEST((parser.role == tr::trace_role::notice));
    std::string const help = "Description:\n  packs nuts\n\nUsage:\n  nut [options]\n\n";
    auto const system = tr::only_one_in(
        "up\nOption '--lid' is required.\nUnrecognized command or argument 'x'.\n\n" + help, "dotnet");
    BOOST_TEST(system.exception.message == "Option '--lid' is required.");
    BOOST_TEST(system.first_line == 1u);
    BOOST_TEST(system.last_line == 2u);
    // what follows is others'
    auto const both =
        tr::traces_in("Option '--lid' is required.\n\n" + help +
                      "Unhandled exception. Shop.NutException: no nut\n   at Shop.Sell() in /a.cs:line 3\n");
    BOOST_TEST(both.size() == 2u);
    for (std::string const& none : {"ERROR(S):\nnone\nrow 1\n" + help, "up\n\n" + help})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(the_heads_of_records_that_tidy_up_say_nothing_of_going_on) {
    std::string text =
        "crit: Shop.Seller[0]\n      Stopped\n      Shop.NoNutException: no nut\n        at Shop.Sell () "
        "[0x0] in "
        "<ab>:0 \n";
    std::string const rows = text + "info: Shop.Seller[0]\n      Row 3\n";
    for (int i = 0; i < 20; ++i)
        text += "info: Shop.Seller[0]\n      Closing shelf " + std::to_string(i) + "\n";
    text.insert(0, "info: Shop.Seller[0]\n      Row 3 is sold\n");
    BOOST_TEST(tr::traces_in(text).at(0).lines_after == 0u);
    BOOST_TEST(tr::traces_in(text).at(0).lines_alike == 0u);
    BOOST_TEST(tr::traces_in(rows).at(0).lines_after == 1u);
}

BOOST_AUTO_TEST_CASE(a_message_of_several_lines_has_its_inner_exception_behind_the_last) {
    std::string const frames =
        "  at A.Read () [0x00001] in /src/a.cs:3 \n   --- End of inner exception stack trace ---\n"
        "  at A.Main () [0x00002] in /src/a.cs:9 \n";
    std::string const raised = "ConfigError: cannot load\nsecond ---> System.IO.IOException: disk gone\n";
    for (std::string const head : {"", "Unhandled Exception:\n"}) {
        auto const found = tr::only_one_in("start\n" + head + raised + frames, "dotnet");
        BOOST_TEST(found.text == head + raised + frames);
        BOOST_TEST(found.cause_line == "ConfigError: cannot load");
        BOOST_TEST(found.root_line == "System.IO.IOException: disk gone");
    }
}

BOOST_AUTO_TEST_CASE(a_bracket_of_the_message_is_closed_in_a_later_line) {
    auto const found = tr::only_one_in(
        "Unhandled Exception:\nSystem.AggregateException: One or more errors occurred. (cannot load\n"
        "second) ---> ConfigError: cannot load\nsecond ---> System.IO.IOException: disk gone\n"
        "  at A.Main () [0x00002] in /src/a.cs:9 \n",
        "dotnet");
    BOOST_TEST(found.cause_line ==
               "System.AggregateException: One or more errors occurred. (cannot load second)");
    BOOST_TEST(found.exception.chain.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
