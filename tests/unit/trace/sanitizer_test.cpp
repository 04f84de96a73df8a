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

BOOST_AUTO_TEST_SUITE_END()
