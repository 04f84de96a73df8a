#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

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

BOOST_AUTO_TEST_SUITE_END()
