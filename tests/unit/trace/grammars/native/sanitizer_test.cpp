#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(sanitizer_tests)

BOOST_AUTO_TEST_CASE(an_address_report_is_read_from_its_border_to_aborting) {
    std::string const text =
        std::string(65, '=') +
        "\n==12==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60 at pc 0x5\n"
        "READ of size 4 at 0x60 thread T0\n    #0 0x55 in get(int*) /app/x.c:12:3\n"
        "    #1 0x56 in main /app/x.c:20\n    #2 0x57 in start (/lib/libc.so.6+0x12)\n\n"
        "allocated by thread T0 here:\n    #0 0x58 in malloc (/app/x+0x9)\n\n"
        "SUMMARY: AddressSanitizer: heap-buffer-overflow /app/x.c:12:3 in get(int*)\n"
        "Shadow bytes around the buggy address:\n=>0x0c: fa fa\n==12==ABORTING\n";
    auto const found = tr::traces_in("step 1\n" + text + "step 2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "heap-buffer-overflow");
    BOOST_REQUIRE(found[0].exception.frames.size() == 3u);
    BOOST_TEST(found[0].exception.frames[2].function == "get(int*)");
    BOOST_TEST(found[0].exception.frames[2].file == "/app/x.c");
    BOOST_TEST(found[0].exception.frames[2].line == 12);
    BOOST_TEST(found[0].exception.frames[0].file == "/lib/libc.so.6");
}

BOOST_AUTO_TEST_CASE(a_data_race_stands_between_its_borders) {
    std::string const border(18, '=');
    std::string const text = border +
                             "\nWARNING: ThreadSanitizer: data race (pid=7)\n"
                             "  Write of size 4 at 0x1 by thread T1:\n    #0 work /app/t.c:4:3 (t+0x5)\n\n"
                             "SUMMARY: ThreadSanitizer: data race /app/t.c:4:3 in work\n" +
                             border + "\n";
    auto const found = tr::traces_in(text + "done\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "data race");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].function == "work");
    BOOST_TEST(found[0].exception.frames[0].line == 4);
}

BOOST_AUTO_TEST_CASE(undefined_behaviour_is_one_line_with_a_place) {
    auto const found = tr::traces_in("x.c:3:5: runtime error: signed integer overflow: 1 + 2\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == "x.c:3:5: runtime error: signed integer overflow: 1 + 2\n");
    BOOST_TEST(found[0].exception.type == "undefined behavior");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 3);
}

BOOST_AUTO_TEST_CASE(borders_and_talk_of_runtime_errors_are_no_reports) {
    BOOST_TEST(tr::traces_in(std::string(65, '=') + "\nepoch 1\nsaw: runtime error: x\n").empty());
}

namespace {

std::string lines_of_work(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "tile " + std::to_string(i) + "\n";
    return text;
}

std::string const frame = "    #0 0x55 in work /app/x.c:12:3\n";

}  // namespace

BOOST_AUTO_TEST_CASE(the_kind_of_a_bug_is_its_name_or_what_the_summary_calls_it) {
    struct sample {
        std::string line;
        std::string summary;
        std::string type;
        std::string message;
    };
    for (sample const& s : {
             sample{"ERROR: AddressSanitizer: attempting double-free on 0x60 in thread T0:", "double-free",
                    "double-free", "on 0x60 in thread T0:"},
             sample{"ERROR: AddressSanitizer: attempting free on address which was not malloc()-ed: 0x60",
                    "bad-free", "bad-free", ""},
             sample{"ERROR: AddressSanitizer: requested allocation size 0xf0 exceeds maximum supported size",
                    "allocation-size-too-big", "allocation-size-too-big",
                    "requested allocation size 0xf0 exceeds maximum supported size"},
             sample{"ERROR: AddressSanitizer: memcpy-param-overlap: memory ranges [0x1,0x2) overlap",
                    "memcpy-param-overlap", "memcpy-param-overlap", "memory ranges [0x1,0x2) overlap"},
             sample{"ERROR: HWAddressSanitizer: tag-mismatch on address 0x60 at pc 0x1", "tag-mismatch",
                    "tag-mismatch", "on address 0x60 at pc 0x1"},
             sample{"ERROR: UndefinedBehaviorSanitizer: SEGV on unknown address 0x0 (pc 0x1)", "SEGV", "SEGV",
                    "on unknown address 0x0 (pc 0x1)"},
             sample{"ERROR: ThreadSanitizer: SEGV on unknown address 0x0 (pc 0x1)", "SEGV", "SEGV",
                    "on unknown address 0x0 (pc 0x1)"},
             sample{"ERROR: LeakSanitizer: detected memory leaks", "8 byte(s)", "memory leak", ""},
         }) {
        BOOST_TEST_CONTEXT(s.line) {
            std::string const text = "==7==" + s.line + "\n" + frame +
                                     "\nSUMMARY: AddressSanitizer: " + s.summary + " x.c:12:3 in work\n";
            auto const found = tr::traces_in(text + "next\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == text);
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].function == "work");
        }
    }
}

BOOST_AUTO_TEST_CASE(hints_stand_between_the_summary_and_the_end) {
    std::string const text =
        "==7==ERROR: AddressSanitizer: alloc-dealloc-mismatch (malloc vs operator delete) on 0x60\n" + frame +
        "\nSUMMARY: AddressSanitizer: alloc-dealloc-mismatch x.c:12 in work\n" +
        "==7==HINT: if you don't care about these errors you may set an option\n==7==ABORTING\n";
    auto const found = tr::traces_in(text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(!found[0].is_often_survived);
}

BOOST_AUTO_TEST_CASE(a_report_that_does_not_end_its_process_may_be_survived) {
    std::string const border(18, '=');
    std::string const summary = "SUMMARY: MemorySanitizer: use-of-uninitialized-value x.c:12:3 in work\n";
    std::string const unset =
        "==7==WARNING: MemorySanitizer: use-of-uninitialized-value\n" + frame + "\n" + summary;
    std::string const race = border + "\nWARNING: ThreadSanitizer: data race (pid=7)\n" + frame +
                             "\nSUMMARY: ThreadSanitizer: data race x.c:12:3 in work\n" + border + "\n";
    for (std::string const& text : {unset, race, std::string("x.c:3:5: runtime error: division by zero\n")}) {
        BOOST_TEST_CONTEXT(text) {
            auto const found = tr::traces_in(text + lines_of_work(20));
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == text);
            BOOST_TEST(found[0].is_often_survived);
        }
    }
    auto const ended = tr::traces_in(unset + "Exiting\nnext\n");
    BOOST_REQUIRE(ended.size() == 1u);
    BOOST_TEST(ended[0].text == unset + "Exiting\n");
    BOOST_TEST(!ended[0].is_often_survived);
    auto const leak = tr::traces_in("==7==ERROR: LeakSanitizer: detected memory leaks\n" + frame +
                                    "\nSUMMARY: AddressSanitizer: 8 byte(s) leaked in 1 allocation(s).\n");
    BOOST_REQUIRE(leak.size() == 1u);
    BOOST_TEST(!leak[0].is_often_survived);
}

BOOST_AUTO_TEST_CASE(undefined_behaviour_with_a_stack_ends_with_its_last_frame_or_its_summary) {
    std::string const text = "x.c:3:5: runtime error: division by zero\n" + frame;
    auto const found = tr::traces_in(text + "\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 12);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST(tr::traces_in("see x.c:3:5: runtime error: division by zero\n").empty());
    auto const summed =
        tr::traces_in(text + "\nSUMMARY: UndefinedBehaviorSanitizer: undefined-behavior x.c:3:5\nnext\n");
    BOOST_REQUIRE(summed.size() == 1u);
    BOOST_TEST(summed[0].last_line == 3u);
    auto const minimal = tr::traces_in("ubsan: add-overflow by 0x55d0\nnext\n");
    BOOST_REQUIRE(minimal.size() == 1u);
    BOOST_TEST(minimal[0].exception.message == "add-overflow");
}

BOOST_AUTO_TEST_CASE(a_crash_that_libfuzzer_found_ends_with_its_artifact) {
    std::string const text =
        "==7== ERROR: libFuzzer: deadly signal\n" + frame +
        "\nNOTE: libFuzzer has rudimentary signal handlers.\nSUMMARY: libFuzzer: deadly signal\n"
        "MS: 2 ChangeByte-CopyPart-; base unit: adc83b\n0x48,0x49,\n";
    std::string const rest = "artifact_prefix='./'; Test unit written to ./crash-1\nBase64: SEk=\n";
    auto const found = tr::traces_in("INFO: Seed: 1\n" + text + rest + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text + rest);
    BOOST_TEST(found[0].exception.type == "deadly signal");
    auto const slow = tr::traces_in("==7== ERROR: libFuzzer: timeout after 25 seconds\n" + frame +
                                    "\nSUMMARY: libFuzzer: timeout\n");
    BOOST_REQUIRE(slow.size() == 1u);
    BOOST_TEST(slow[0].exception.type == "timeout");
    BOOST_TEST(slow[0].exception.message == "after 25 seconds");
}

BOOST_AUTO_TEST_SUITE_END()
