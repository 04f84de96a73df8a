#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"
#include <algorithm>
#include <string>

namespace tr = task_agent::trace;

namespace {

std::string const note = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
std::string const omitted =
    "note: Some details are omitted, run with `RUST_BACKTRACE=full` for a verbose backtrace.\n";
std::string const backtrace =
    "stack backtrace:\n"
    "   0: __rustc::rust_begin_unwind\n"
    "             at /rustc/5980/library/std/src/panicking.rs:689:5\n"
    "   1: core::option::Option<T>::unwrap\n"
    "             at /rustc/5980/library/core/src/option.rs:1016:21\n"
    "   2: app::pick\n"
    "             at ./src/pick.rs:7:9\n"
    "      [... omitted 2 frames ...]\n"
    "  10: app::main\n"
    "             at ./src/main.rs:4:5\n"
    "  11: core::ops::function::FnOnce::call_once\n"
    "             at /rustc/5980/library/core/src/ops/function.rs:250:5\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(rust_tests)

BOOST_AUTO_TEST_CASE(a_panic_is_read_in_the_words_of_old_and_new_versions) {
    for (std::string const head :
         {"thread 'main' panicked at 'index out of bounds', src/main.rs:4:5\n",
          "thread 'main' panicked at src/main.rs:4:5:\nindex out of bounds\n",
          "thread 'main' (19188) panicked at src/main.rs:4:5:\nindex out of bounds\n"}) {
        BOOST_TEST_CONTEXT(head) {
            auto const found = tr::traces_in("start\n\n" + head + note + "bye\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == head + note);
            BOOST_TEST(found[0].first_line == 2u);
            BOOST_TEST((found[0].role == tr::trace_role::raised));
            std::string one_line = head.substr(0, head.size() - 1);
            std::replace(one_line.begin(), one_line.end(), '\n', ' ');
            BOOST_TEST(found[0].cause_line == one_line);
            auto const& e = found[0].exception;
            BOOST_TEST(e.language == "rust");
            BOOST_TEST(e.type == "panic");
            BOOST_TEST(e.message == "index out of bounds");
            BOOST_REQUIRE(e.frames.size() == 1u);
            BOOST_TEST(e.frames[0].file == "src/main.rs");
            BOOST_TEST(e.frames[0].line == 4);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_innermost_frame_is_the_first_outside_the_standard_library) {
    std::string const report = "thread 'main' panicked at src/pick.rs:7:9:\nbad\n" + backtrace + omitted;
    auto const found = tr::traces_in(report + "bye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    auto const& frames = found[0].exception.frames;
    BOOST_REQUIRE(frames.size() == 3u);
    BOOST_TEST(frames[2].file == "./src/pick.rs");
    BOOST_TEST(frames[2].line == 7);
    BOOST_TEST(frames[2].function == "app::pick");
    BOOST_TEST(frames[1].function == "app::main");
}

BOOST_AUTO_TEST_CASE(a_full_backtrace_ends_with_its_last_frame) {
    std::string const report =
        "thread 'main' panicked at src/main.rs:4:5:\n"
        "bad\n"
        "stack backtrace:\n"
        "   0:     0x55f4f520392a - std[e282]::backtrace_rs::backtrace::libunwind::trace\n"
        "                               at /rustc/5980/library/std/src/../trace.rs:117:9\n"
        "   1:     0x55f4f5203821 - app::main::hc7531176f2c013aa\n"
        "                               at /app/src/main.rs:4:5\n"
        "  36:                0x0 - <unknown>\n";
    auto const found = tr::traces_in(report + "bye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(found[0].last_line == 7u);
    BOOST_REQUIRE(!found[0].exception.frames.empty());
    BOOST_TEST(found[0].exception.frames.back().function == "app::main::hc7531176f2c013aa");
}

BOOST_AUTO_TEST_CASE(messages_of_several_lines_are_part_of_the_trace) {
    for (std::string const& report :
         {"thread 'main' panicked at src/main.rs:4:5:\nassertion `left == right` failed: sum\n  left: 2\n "
          "right: "
          "3\n" +
              note,
          "thread 'main' panicked at 'assertion failed: `(left == right)`\n  left: `2`,\n right: `3`: sum', "
          "src/main.rs:4:5\n" +
              note}) {
        BOOST_TEST_CONTEXT(report) {
            auto const found = tr::traces_in(report);
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == report);
            BOOST_TEST(found[0].exception.message.starts_with("assertion"));
            BOOST_TEST((found[0].role == tr::trace_role::raised));
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].line == 4);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_message_with_an_empty_line_goes_on_behind_it) {
    auto const found =
        tr::traces_in("thread 'main' panicked at src/main.rs:4:5:\none\ntwo\n\nthree\n" + note + "bye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].last_line == 5u);
}

BOOST_AUTO_TEST_CASE(a_thread_of_its_own_need_not_end_the_process) {
    auto const found = tr::traces_in(
        "thread 'worker one' (7) panicked at src/main.rs:4:5:\nbad\n" + note +
        "joined\n\nthread '<unnamed>' (8) panicked at src/main.rs:9:5:\nworse\nstill working\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    BOOST_TEST((found[1].role == tr::trace_role::detached));
    BOOST_TEST(found[1].text == "thread '<unnamed>' (8) panicked at src/main.rs:9:5:\nworse\n");
}

BOOST_AUTO_TEST_CASE(a_panic_that_only_aborts_belongs_to_the_one_before) {
    auto const found =
        tr::traces_in("thread 'main' panicked at src/main.rs:4:5:\nbad\n" + note +
                      "\nthread 'main' panicked at /rustc/5980/library/core/src/panicking.rs:233:5:\n"
                      "panic in a function that cannot unwind\n" +
                      backtrace + "thread caused non-unwinding panic. aborting.\nAborted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "bad");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "src/main.rs");
    BOOST_TEST(found[0].text == "thread 'main' panicked at src/main.rs:4:5:\nbad\n" + note);
    auto const old = tr::traces_in("thread 'main' panicked at 'two', src/main.rs:1:2\n" + backtrace +
                                   "thread panicked while panicking. aborting.\n");
    BOOST_REQUIRE(old.size() == 1u);
    BOOST_TEST(old[0].text.ends_with("while panicking. aborting.\n"));
}

BOOST_AUTO_TEST_CASE(a_destructor_that_panics_while_another_panic_unwinds_is_not_the_cause) {
    std::string const first = "thread 'main' (7) panicked at src/main.rs:4:5:\nbad\n" + note;
    std::string const second = "\nthread 'main' (7) panicked at src/drop.rs:9:5:\nworse\n" + backtrace;
    std::string const end =
        "\nthread 'main' (7) panicked at /rustc/5980/library/core/src/panicking.rs:233:5:\n"
        "panic in a destructor during cleanup\nthread caused non-unwinding panic. aborting.\n";
    auto const found = tr::traces_in(first + second + end + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "bad");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 4);
    BOOST_TEST(found[0].text == first);
    // what was printed in between tells that the first was caught
    BOOST_TEST(tr::traces_in(first + "WARN skipped\n" + second + "next\n").size() == 2u);
    auto const again = tr::traces_in(first + second + "next\n");
    BOOST_REQUIRE(again.size() == 1u);
    BOOST_TEST(again[0].exception.message == "worse");
    BOOST_REQUIRE(again[0].exception.chain.size() == 1u);
    BOOST_TEST(again[0].exception.chain[0].message == "bad");
}

BOOST_AUTO_TEST_CASE(a_panic_that_a_test_wanted_is_shown_only) {
    std::string const head = "thread 'tests::rejects' (7) panicked at src/main.rs:4:5:\nbad\n" + note;
    for (std::string const behind : {"ok\n", "test tests::rejects - should panic ... ok\n"}) {
        auto const found = tr::traces_in("2026-11-26T10:00:00.1Z stderr F " + head + behind);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST((found[0].handled == tr::handling::aside));
    }
    auto const quiet = tr::traces_in("thread 'tests::rejects' (7) panicked at src/main.rs:4:5:\nbad\nok\n");
    BOOST_REQUIRE(quiet.size() == 1u);
    BOOST_TEST((quiet[0].handled == tr::handling::aside));
    auto const failed = tr::traces_in(head + "FAILED\n");
    BOOST_REQUIRE(failed.size() == 1u);
    BOOST_TEST((failed[0].handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(the_standard_library_is_told_by_where_it_was_built) {
    for (std::string const root : {"/rustc/5980/library/std/src", "/usr/src/rustc-1.63.0/library/std/src",
                                   "src/libstd", "/build/rust/src/libstd"}) {
        auto const found = tr::traces_in(
            "thread 'main' panicked at 'bad', src/main.rs:4:5\nstack backtrace:\n"
            "   0:     0x55f4 - unwind::trace\n                               at " +
            root +
            "/panicking.rs:9:1\n   1:     0x55f5 - app::main\n                               at "
            "/app/src/main.rs:4:5\n");
        BOOST_TEST_CONTEXT(root) {
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].function == "app::main");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_stack_overflow_and_a_failed_allocation_are_told_by_the_process) {
    std::string const overflow =
        "thread 'main' (3) has overflowed its stack\nfatal runtime error: stack overflow";
    for (std::string const rest : {"\n", ", aborting\n"}) {
        auto const found = tr::traces_in("\n" + overflow + rest + "bye\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == overflow + rest);
        BOOST_TEST(found[0].exception.type == "stack overflow");
        BOOST_TEST(found[0].exception.message == "");
        BOOST_TEST(found[0].cause_line == "fatal runtime error: stack overflow");
        BOOST_TEST((found[0].role == tr::trace_role::native_crash));
    }
    auto const full = tr::traces_in("memory allocation of 70368744177664 bytes failed\n" + note);
    BOOST_REQUIRE(full.size() == 1u);
    BOOST_TEST((full[0].role == tr::trace_role::resource));
    BOOST_TEST(full[0].exception.type == "abort");
    BOOST_TEST(full[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(an_error_from_main_is_told_by_its_look) {
    for (std::string const value : {"ParseIntError { kind: InvalidDigit }", "\"bad \\\"thing\\\"\"",
                                    "Parse(Empty)", "Os { code: 2, kind: NotFound, message: \"No such\" }"}) {
        BOOST_TEST_CONTEXT(value) {
            auto const found = tr::traces_in("Error: " + value + "\n\nnext\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].cause_line == "Error: " + value);
            BOOST_TEST(found[0].exception.type == "error");
            BOOST_TEST(found[0].exception.message == value);
            BOOST_TEST(found[0].text == "Error: " + value + "\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_block_of_causes_is_read_to_the_root) {
    auto const found = tr::traces_in(
        "start\nError: loading the config\n\nCaused by:\n    0: reading app.toml\n    1: No such file (os "
        "error "
        "2)\n\nStack backtrace:\n   0: anyhow::error::from\n             at /x/anyhow/src/error.rs:5:9\n   "
        "1: "
        "app::load\n             at ./src/load.rs:3:9\n\nbye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 11u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].cause_line == "Error: loading the config");
    BOOST_TEST(found[0].root_line == "No such file (os error 2)");
    auto const& e = found[0].exception;
    BOOST_TEST(e.message == "loading the config");
    BOOST_REQUIRE(e.chain.size() == 2u);
    BOOST_TEST(e.chain[0].message == "No such file (os error 2)");
    BOOST_TEST(e.chain[1].message == "reading app.toml");
    BOOST_REQUIRE(e.frames.size() == 1u);
    BOOST_TEST(e.frames[0].function == "app::load");

    auto const one =
        tr::traces_in("Error: a\nb\n\nCaused by:\n    c: d\n\nLocation:\n    src/main.rs:3:5\nbye\n");
    BOOST_REQUIRE(one.size() == 1u);
    BOOST_TEST(one[0].root_line == "c: d");
    BOOST_TEST(one[0].last_line == 7u);
}

BOOST_AUTO_TEST_CASE(what_only_resembles_one_is_none) {
    for (std::string const text :
         {"Error: connection refused\n", "Error: Timeout\n", "Error: Failed(see above)\n",
          "Error: retrying (3 left)\n", "Caused by:\n    x\n", "Error: a\nb\nCaused by:\n    x\n",
          "Error: a\n\nnext\n\nCaused by:\n    x\n", "thread 'main' started\n",
          "thread 'main' panicked at noon\n", "memory allocation of 3 MB\n", "Error: \n\n",
          "thread 'a' panicked at src/x.rs:1:2\n", "note: run with `RUST_BACKTRACE=1`\n",
          "stack backtrace:\n   0: main\n"}) {
        BOOST_TEST_CONTEXT(text) {
            for (auto const& found : tr::traces_in(text))
                BOOST_TEST(found.exception.language != "rust");
        }
    }
}

BOOST_AUTO_TEST_CASE(another_ranks_lines_are_no_message) {
    auto const found = tr::traces_in(
        "[rank1]: thread 'main' panicked at src/main.rs:4:5:\n[rank0]: step 1\n[rank1]: bad\n[rank0]: step "
        "2\n[rank1]: " +
        note);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "bad");
    BOOST_TEST(found[0].text == "thread 'main' panicked at src/main.rs:4:5:\nbad\n" + note);
}

BOOST_AUTO_TEST_CASE(a_deep_backtrace_keeps_both_ends) {
    std::string text = "thread 'main' panicked at src/f.rs:1:1:\ndeep\nstack backtrace:\n";
    for (int i = 0; i < 5000; ++i)
        text += "  " + std::to_string(i) + ": app::f\n             at ./src/f.rs:" + std::to_string(i + 1) +
                ":1\n";
    auto const found = tr::traces_in(text + omitted);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 10003u);
    auto const& frames = found[0].exception.frames;
    BOOST_REQUIRE(frames.size() == 64u);
    BOOST_TEST(frames.front().line == 5000);
    BOOST_TEST(frames[15].line == 4985);
    BOOST_TEST(frames[16].line == 48);
    BOOST_TEST(frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(a_panic_over_another_threads_panic_follows_from_that_one) {
    auto const panic = [](std::string const& thread, std::string const& said) {
        return "thread '" + thread + "' panicked at src/pick.rs:5:18:\n" + said +
               "\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
    };
    std::string const first = panic("picker", "no nut");
    for (std::string const said :
         {"called `Result::unwrap()` on an `Err` value: PoisonError { .. }",
          "called `Result::unwrap()` on an `Err` value: Any { .. }", "a scoped thread panicked"}) {
        auto const found = tr::traces_in(first + panic("main", said));
        BOOST_REQUIRE(found.size() == 2u);
        BOOST_TEST(!tr::is_cascade(found[0]));
        BOOST_TEST(tr::is_cascade(found[1]), said);
    }
}

BOOST_AUTO_TEST_CASE(who_waited_for_a_thread_at_the_same_line_does_not_repeat_its_panic) {
    std::string const text = "thread 'loader' panicked at src/a.rs:4:5:\nno disk\n" + note +
                             "\nthread 'main' panicked at src/a.rs:4:60:\n"
                             "called `Result::unwrap()` on an `Err` value: Any { .. }\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 2u);
    tr::end_facts facts;
    facts.reason = task_agent::failure_reason::exit_code;
    facts.exit = task_agent::exit_status{101, 0, false};
    facts.err_traces = found;
    facts.err_tail = text;
    BOOST_TEST(tr::choose_cause(facts).message.ends_with("no disk"));
}

BOOST_AUTO_TEST_SUITE_END()
