#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ruby_tests)

BOOST_AUTO_TEST_CASE(both_styles_of_quotes_name_the_innermost_frame) {
    for (std::string const open : {"`", "'"}) {
        BOOST_TEST_CONTEXT(open) {
            std::string const text = "lib/a.rb:3:in " + open +
                                     "f': no disk (Disk::Missing)\n\tfrom lib/b.rb:9:in " + open +
                                     "<main>'\n";
            auto const found = tr::traces_in("before\n" + text + "after\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == text);
            auto const& e = found[0].exception;
            BOOST_TEST(e.language == "ruby");
            BOOST_TEST(e.type == "Disk::Missing");
            BOOST_TEST(e.message == "no disk");
            BOOST_REQUIRE(e.frames.size() == 2u);
            BOOST_TEST(e.frames[0].file == "lib/b.rb");
            BOOST_TEST(e.frames[1].function == "f");
            BOOST_TEST(e.frames[1].line == 3);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_class_of_any_name_is_found_by_its_frames) {
    auto const found = tr::traces_in("a.rb:3:in `f': odd (Oops)\n  second line\n\tfrom a.rb:9:in `g'\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "Oops");
    BOOST_TEST(found[0].first_line == 0u);
}

BOOST_AUTO_TEST_CASE(causes_are_links_and_the_last_is_the_root) {
    auto const found = tr::traces_in(
        "a.rb:3:in `f': top (AError)\n\tfrom a.rb:9:in `<main>'\n"
        "a.rb:2:in `g': middle (BError)\n\tfrom a.rb:3:in `f'\n"
        "a.rb:1:in `h': root (CError)\n\tfrom a.rb:2:in `g'\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "AError");
    BOOST_REQUIRE(found[0].exception.chain.size() == 2u);
    BOOST_TEST(found[0].exception.chain[0].type == "CError");
    BOOST_TEST(found[0].root_line == "a.rb:1:in `h': root (CError)");
    BOOST_TEST(found[0].exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(what_is_raised_in_main_ends_with_its_line) {
    auto const named = tr::traces_in("-e:1:in `<main>': bad (RuntimeError)\nplain\n");
    BOOST_REQUIRE(named.size() == 1u);
    BOOST_TEST(named[0].text == "-e:1:in `<main>': bad (RuntimeError)\n");
}

BOOST_AUTO_TEST_CASE(a_thread_that_is_never_joined_is_detached) {
    std::string const thread =
        "#<Thread:0x01 a.rb:1 run> terminated with exception (report_on_exception is true):\n"
        "a.rb:3:in `f': bad (IOError)\n\tfrom a.rb:9:in `g'\n";
    auto const found = tr::traces_in(thread);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    auto const joined = tr::traces_in(thread + "a.rb:3:in `f': bad (IOError)\n\tfrom a.rb:9:in `g'\n");
    BOOST_REQUIRE(joined.size() == 1u);
    BOOST_TEST((joined[0].role == tr::trace_role::raised));
    BOOST_TEST(joined[0].exception.chain.empty());
    std::string const waiting =
        "<internal:pool>:70:in `take': a part failed (Pool::Error)\n\tfrom a.rb:20:in `<main>'\n";
    for (std::string const cause : {"", "a.rb:3:in `f': bad (IOError)\n\tfrom a.rb:9:in `g'\n"}) {
        auto const taken = tr::only_one_in(thread + waiting + cause + "row 1\n", "ruby");
        BOOST_TEST((taken.role == tr::trace_role::raised));
        BOOST_TEST(taken.text == waiting + cause);
        BOOST_TEST(taken.exception.type == "Pool::Error");
        BOOST_TEST(taken.exception.frames.back().file == "<internal:pool>");
        BOOST_REQUIRE(taken.exception.chain.size() == 1u);
        BOOST_TEST(taken.exception.chain[0].type == "IOError");
        BOOST_TEST(taken.root_line.find("bad") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(what_a_logger_wrote_was_handled_unless_its_level_says_otherwise) {
    std::string const rest = "#7] WORD -- app: no mail (MailError)\na.rb:6:in `send'\na.rb:9:in `<main>'\n";
    auto const fatal = tr::traces_in("F, [2026-11-22T12:00:00.1 " + rest + "I, [2026] next\n");
    BOOST_REQUIRE(fatal.size() == 1u);
    BOOST_TEST(fatal[0].exception.message == "no mail");
    BOOST_TEST(fatal[0].exception.frames.size() == 2u);
    BOOST_TEST((fatal[0].handled == tr::handling::error));
    auto const warning = tr::traces_in("W, [2026-11-22T12:00:00.1 " + rest);
    BOOST_REQUIRE(warning.size() == 1u);
    BOOST_TEST((warning[0].handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in("see a.rb:3:in `f': bad (IOError)\n"
                             "ratio 3:4: fine (Error)\n"
                             "12:00:01: lost (TimeoutError)\n"
                             "rescued bad (RuntimeError)\n"
                             "\tfrom a.rb:9:in `g'\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_deep_recursion_keeps_both_ends) {
    std::string text = "a.rb:1:in `f': stack level too deep (SystemStackError)\n";
    for (int i = 0; i < 10'000; ++i)
        text += "\tfrom a.rb:" + std::to_string(i + 2) + ":in `f'\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    auto const& frames = found[0].exception.frames;
    BOOST_REQUIRE(frames.size() == 64u);
    BOOST_TEST(frames.back().line == 1);
    BOOST_TEST(frames.front().line == 10'001);
}

BOOST_AUTO_TEST_CASE(older_versions_print_the_outermost_frame_first) {
    std::string const frames = "\t2: from car.rb:9:in `<main>'\n\t1: from car.rb:5:in `go'\n";
    std::string const text = frames + "car.rb:2:in `fill': no fuel (RuntimeError)\n";
    auto const found = tr::traces_in("start\nTraceback (most recent call last):\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text.ends_with(text));
    BOOST_TEST(found[0].exception.language == "ruby");
    BOOST_TEST(found[0].exception.type == "RuntimeError");
    BOOST_REQUIRE(found[0].exception.frames.size() == 3u);
    BOOST_TEST(found[0].exception.frames.back().line == 2);
    BOOST_TEST(found[0].exception.frames[0].line == 9);
    auto const bare = tr::traces_in(text);
    BOOST_TEST(bare.at(0).text == text);
}

BOOST_AUTO_TEST_CASE(what_a_test_shows_is_not_what_ends_the_run) {
    auto const found = tr::traces_in(
        "car.rb:2:in `fill': no fuel (RuntimeError)\n\tfrom car_test.rb:5:in `test_fill'\n"
        "\tfrom /gems/minitest-5.17.0/lib/minitest/test.rb:102:in `run'\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::aside));
    auto const program =
        tr::traces_in("car.rb:2:in `fill': no fuel (RuntimeError)\n\tfrom my/test.rb:5:in `<main>'\n");
    BOOST_TEST((program.at(0).handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(a_script_that_is_not_there_has_no_frame) {
    auto const found = tr::traces_in("ruby: No such file or directory -- car.rb (LoadError)\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "LoadError");
    BOOST_TEST(found[0].exception.message == "No such file or directory -- car.rb");
    BOOST_TEST(found[0].exception.frames.empty());
    BOOST_TEST(found[0].last_line == 0u);
}

BOOST_AUTO_TEST_CASE(tests_that_failed_are_notices_of_each_runner) {
    struct row {
        char const* text;
        char const* type;
        char const* message;
        int line;
    };
    for (row const& r : {row{"  1) Failure:\nCarTest#test_go [car_test.rb:3]:\nExpected: 1\n  Actual: 2\n",
                             "test failed", "Expected: 1", 3},
                         row{"  1) Error:\nCarTest#test_go:\nArgumentError: no fuel\n    car.rb:4:in `go'\n  "
                             "  car_test.rb:9:in `test_go'\n",
                             "ArgumentError", "no fuel", 4},
                         row{"  1) Error:\nCarTest#test_go:\nNoMethodError: no go\n\n    car.go\n       ^^^\n"
                             "    car_test.rb:9:in `test_go'\n",
                             "NoMethodError", "no go", 9},
                         row{"Failure: test_go(CarTest)\ncar_test.rb:3:in `test_go'\n  => 3:   "
                             "assert_equal(1, 2)\n<1> expected but was\n<2>\n"
                             "====================================\n",
                             "test failed", "<1> expected but was", 3},
                         row{"Error: test_go(CarTest): Car::Oops: no fuel\ncar.rb:4:in "
                             "`go'\n====================================\n",
                             "Car::Oops", "no fuel", 4},
                         row{"  1) Car goes\n     Failure/Error: expect(1).to eq 2\n\n       expected: 2\n   "
                             "         got: 1\n"
                             "     # ./spec/car_spec.rb:5:in `block'\n",
                             "test failed", "expected: 2", 5},
                         row{"  1) Car goes\n     Failure/Error: raise Oops\n\n     Car::OopsError:\n       "
                             "no fuel\n     # ./car.rb:5:in `go'\n",
                             "Car::OopsError", "no fuel", 5}}) {
        auto const found = tr::traces_in(std::string("run\n") + r.text + "\n3 runs, 1 failures\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.text);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.type == r.type);
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_REQUIRE(!found[0].exception.frames.empty());
        BOOST_TEST(found[0].exception.frames.back().line == r.line);
    }
    std::string const failure =
        "Failure: test_go(CarTest)\ncar_test.rb:3:in `test_go'\n<1> expected but was\n<2>\n";
    BOOST_TEST(tr::only_one_in(failure + "========================\nrow\n", "ruby").text == failure);
    for (auto const* text :
         {"  1) Item\n  2) Failure of it\n", "Failure: tests are late\n", "Error: test it first\nrow 1\n",
          "3 runs, 3 assertions, 0 failures, 0 errors, 0 skips\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_cause_without_frames_is_a_link) {
    auto const found = tr::traces_in(
        "car.rb:5:in `<main>': outer (ArgumentError)\ncar.rb:3:in `<main>': inner (RuntimeError)\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "RuntimeError");
    BOOST_TEST(tr::traces_in("notes.txt:3: all there (Found)\n").empty());
}

BOOST_AUTO_TEST_CASE(without_a_message_the_class_stands_alone) {
    std::string const text = "car.rb:3:in `go': NoFuel\n\tfrom car.rb:9:in `<main>'\n";
    auto const found = tr::only_one_in("drive\n" + text + "after\n", "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "NoFuel");
    BOOST_TEST(found.exception.message == "");
    BOOST_TEST(tr::traces_in("car.rb:3:in `go': NoFuel\nafter\n").empty());
    BOOST_TEST(tr::traces_in(text + "again\n" + text).size() == 2u);
}

BOOST_AUTO_TEST_CASE(evaluated_code_and_enumerators_have_frames_of_their_own) {
    auto const evaluated = tr::only_one_in(
        "(eval at car.rb:4):1:in 'go': no fuel (RuntimeError)\n\tfrom car.rb:4:in 'Kernel#eval'\n", "ruby");
    BOOST_TEST(evaluated.exception.frames.back().file == "(eval at car.rb:4)");
    BOOST_TEST(evaluated.exception.frames.back().line == 1);
    auto const each = tr::only_one_in(
        "car.rb:1:in `block in <main>': no fuel (RuntimeError)\n\tfrom car.rb:in `each'\n\tfrom car.rb:2:in "
        "`<main>'\nafter\n",
        "ruby");
    BOOST_TEST(each.last_line == 2u);
}

BOOST_AUTO_TEST_CASE(a_backtrace_that_the_program_printed_is_below_its_words) {
    struct row {
        char const* header;
        char const* type;
        char const* message;
    };
    for (row const& r :
         {row{"trip failed: #<Car::NoFuel: dry>", "Car::NoFuel", "dry"},
          row{"Car::NoFuel: dry", "Car::NoFuel", "dry"}, row{"dry (Car::NoFuel)", "Car::NoFuel", "dry"},
          row{"E, [2026-11-26T12:00:00.000000 #7] ERROR -- : KeyError: dry", "KeyError", "dry"},
          row{"ERROR: dry", "error", "dry"}}) {
        for (char const* const lead : {"", "\t", "    from "}) {
            std::string const text = std::string(r.header) + "\n" + lead + "/app/car.rb:3:in `go'\n" + lead +
                                     "/app/car.rb:9:in `<main>'\n";
            auto const found = tr::only_one_in("drive\n" + text + "after\n", "ruby");
            BOOST_TEST(found.text == text);
            BOOST_TEST(found.exception.type == r.type);
            BOOST_TEST(found.exception.message == r.message);
            BOOST_TEST(found.exception.frames.back().line == 3);
            BOOST_TEST((found.handled == tr::handling::error));
            BOOST_TEST(found.is_often_survived == (r.header[0] != 'E' || r.header[1] != ','));
        }
    }
    auto const tested = tr::only_one_in(
        "KeyError: dry\n/app/car_test.rb:3:in `test_go'\n/lib/minitest/test.rb:98:in "
        "`run'\n/app/car_test.rb:9:in "
        "`<main>'\n",
        "ruby");
    BOOST_TEST((tested.handled == tr::handling::aside));
    BOOST_TEST(tr::traces_in("all is well\n/app/car.rb:3:in `go'\n/app/car.rb:9:in `<main>'\n").empty());
    auto const quiet = tr::only_one_in(
        "W, [2026-11-26T12:00:00.000000 #7]  WARN -- : KeyError: dry\n/app/car.rb:9:in `<main>'\n", "ruby");
    BOOST_TEST((quiet.handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(words_of_the_program_may_stand_before_what_ruby_prints) {
    std::string const text =
        "giving up: car.rb:3:in `go': no fuel (RuntimeError)\n\tfrom car.rb:9:in `<main>'\n";
    auto const found = tr::only_one_in("drive\n" + text + "after\n", "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "no fuel");
    BOOST_TEST((found.handled == tr::handling::error));
}

BOOST_AUTO_TEST_CASE(rails_leaves_a_line_between_the_class_and_the_frames) {
    std::string const head = "F, [2026-11-26T12:00:00.000000 #7] FATAL -- : ";
    std::string const record = head + "KeyError (no fuel):\n" + head + "  \n" + head +
                               "app/car.rb:3:in `go'\napp/trip.rb:9:in `start'\n";
    auto const logged = tr::only_one_in("drive\n" + record + "after\n", "ruby");
    BOOST_TEST(logged.text == record);
    BOOST_TEST(logged.exception.type == "KeyError");
    BOOST_TEST(logged.exception.frames.back().line == 3);
    auto const plain = tr::only_one_in("KeyError (no fuel):\n\napp/car.rb:3:in `go'\nafter\n", "ruby");
    BOOST_TEST(plain.last_line == 2u);
    BOOST_TEST(tr::traces_in("KeyError (no fuel):\nafter\n").empty());
}

BOOST_AUTO_TEST_CASE(a_crash_of_the_interpreter_is_reported_with_all_the_machine_knows) {
    std::string const text =
        "car.rb:3: [BUG] Segmentation fault at 0x0000000000000010\nruby 3.1.2p20 (2022-04-12 revision "
        "4491bb740a) "
        "[x86_64-linux-gnu]\n\n-- Control frame information ---------\nc:0002 p:0010 s:0006 e:000005 METHOD "
        "car.rb:3\n\n-- Ruby level backtrace information ---------\ncar.rb:9:in `<main>'\ncar.rb:3:in "
        "`go'\n\n-- Machine register context ------\n RIP: 0x00007f95a149e267\n\n-- C level backtrace "
        "information ------\n/lib/libc.so.6(raise+0x10) [0x7f95a149e267]\n\n* Process memory map:\n\n"
        "7f95a1bf0000-7f95a1bf4000 r--p 00000000 00:00 0 [vvar]\n7f95a1bf8000-7f95a1bf9000 r--p 00000000 "
        "fe:00 33 "
        "/lib/ld.so\n\n[NOTE]\nYou may have encountered a bug in the Ruby interpreter or extension "
        "libraries.\n"
        "Bug reports are welcome.\nFor details: https://www.ruby-lang.org/bugreport.html\n";
    auto const found = tr::only_one_in("drive\n" + text + "\nafter\n", "ruby");
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.text.starts_with("car.rb:3: [BUG]"));
    BOOST_TEST(found.text.ends_with("bugreport.html\n"));
    BOOST_TEST((found.role == tr::trace_role::native_crash));
    BOOST_TEST(found.cause_line == "[BUG] Segmentation fault at 0x0000000000000010");
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames.back().function == "go");
    BOOST_TEST(tr::traces_in("the [BUG] is found\nruby 3\n\n-- Control frame information ---\n").empty());
}

BOOST_AUTO_TEST_CASE(without_memory_there_is_no_line) {
    auto const found = tr::only_one_in("/app/car.rb: failed to allocate memory (NoMemoryError)\n", "ruby");
    BOOST_TEST(found.exception.type == "NoMemoryError");
    BOOST_TEST(found.exception.frames.back().file == "/app/car.rb");
}

BOOST_AUTO_TEST_CASE(the_place_of_a_missing_method_may_be_drawn) {
    std::string const text =
        "car.rb:2:in `<main>': undefined method `go' for nil:NilClass (NoMethodError)\n\ncar.go\n   ^^^\n";
    BOOST_TEST(tr::only_one_in(text + "after\n", "ruby").text == text);
}

BOOST_AUTO_TEST_CASE(a_file_of_specs_that_cannot_be_loaded_is_told_without_a_number) {
    auto const found = tr::only_one_in(
        "\nAn error occurred while loading ./car_spec.rb.\nFailure/Error: require \"car\"\n\nLoadError:\n  "
        "cannot load such file -- car\n# ./car_spec.rb:1:in `<top (required)>'\nNo examples found.\n",
        "ruby");
    BOOST_TEST(found.exception.type == "LoadError");
    BOOST_TEST(found.exception.message == "cannot load such file -- car");
    BOOST_TEST(found.exception.frames.back().line == 1);
    BOOST_TEST(found.last_line == 6u);
}

BOOST_AUTO_TEST_CASE(of_several_tests_that_failed_the_first_is_told) {
    struct row {
        char const* first;
        char const* more;
        char const* message;
    };
    for (row const& r :
         {row{"  1) Failure:\nCarTest#test_go [car_test.rb:3]:\nExpected: 1\n  Actual: 2\n",
              "\n  2) Error:\nCarTest#test_x:\nArgumentError: no fuel\n    car.rb:4:in `go'\n\n2 runs, 2 "
              "assertions, 1 "
              "failures, 1 errors, 0 skips\n",
              "Expected: 1"},
          row{"  1) Car goes\n     Failure/Error: expect(1).to eq 2\n\n       expected: 2\n     # "
              "./spec/car_spec.rb:5:in `block'\n",
              "\n  2) Car stops\n     Failure/Error: raise 'oops'\n\n     RuntimeError:\n       oops\n     # "
              "./car.rb:5:in "
              "`go'\n\nFinished in 0.01 seconds\n2 examples, 2 failures\n",
              "expected: 2"},
          row{"Failure: test_go(CarTest)\ncar_test.rb:3:in `test_go'\n<1> expected but was\n<2>\n",
              "=====================\n.\n=====================\nError: test_x(CarTest): ArgumentError: no "
              "fuel\ncar.rb:4:in "
              "`go'\n=====================\n2 tests, 2 assertions, 1 failures, 1 errors\n",
              "<1> expected but was"}}) {
        auto const found =
            tr::only_one_in(std::string("run\n\n") + r.first + r.more + "bad.rb was tested\n", "ruby");
        BOOST_TEST(found.text == r.first);
        BOOST_TEST(found.exception.message == r.message);
    }
}

BOOST_AUTO_TEST_CASE(rails_tells_of_a_test_at_once_and_without_a_number) {
    std::string const failure = "Failure:\nCarTest#test_go [test/car_test.rb:6]:\nExpected: 1\n  Actual: 2\n";
    std::string const error =
        "Error:\nCarTest#test_x:\nCar::OopsError: no fuel\n    app/car.rb:4:in `go'\n    "
        "test/car_test.rb:9:in `block'\n";
    std::string const again = "\n\nbin/rails test test/car_test.rb:5\n\n.";
    std::string const count = "\n\nFinished in 0.1s\n2 runs, 2 assertions, 1 failures, 1 errors, 0 skips\n";
    auto const failed = tr::only_one_in("F\n\n" + failure + again + "E\n\n" + error + again + count, "ruby");
    BOOST_TEST(failed.text == failure);
    BOOST_TEST(failed.exception.type == "test failed");
    BOOST_TEST(failed.exception.message == "Expected: 1");
    BOOST_TEST(failed.exception.frames.back().line == 6);
    auto const raised = tr::only_one_in("E\n\n" + error + again + count, "ruby");
    BOOST_TEST(raised.text == error);
    BOOST_TEST(raised.exception.type == "Car::OopsError");
    BOOST_TEST(raised.exception.frames.back().line == 4);
    for (std::string const text : {"Failure:\nof the third pump\nrow\n", "Error:\n# 3 rows:\nrow\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(raise_alone_is_found_above_the_lines_of_a_script_that_tidied_up) {
    auto const found = tr::traces_in("start\na.rb:12:in `<main>': unhandled exception\nuploading\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "RuntimeError");
    BOOST_TEST(found[0].cause_line == "RuntimeError: unhandled exception");
    BOOST_TEST(!found[0].is_guess);
}

BOOST_AUTO_TEST_CASE(the_first_line_of_a_record_is_the_message_where_a_later_one_names_the_class) {
    std::string const text =
        "E, [2026-11-22T12:00:00.1 #7] ERROR -- : cannot load\nsecond line\nthird (ConfigError)\n"
        "a.rb:6:in `load'\na.rb:21:in `<main>'\n";
    auto const found = tr::only_one_in("start\n" + text, "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.cause_line == "ConfigError: cannot load");
    BOOST_TEST(found.exception.message == "cannot load");
}

BOOST_AUTO_TEST_SUITE_END()
