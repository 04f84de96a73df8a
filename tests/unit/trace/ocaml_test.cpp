#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ocaml_tests)

BOOST_AUTO_TEST_CASE(the_place_of_raising_is_the_innermost_frame) {
    std::string const text =
        "Fatal error: exception Failure(\"no fuel\")\n"
        "Raised at Car.go in file \"car.ml\" (inlined), line 3, characters 2-9\n"
        "Called from Car in file \"car.ml\", line 8, characters 0-4\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "Failure");
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "Car.go");
    BOOST_TEST(found[0].exception.frames[1].line == 3);
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in("Exception: Not_found.\nsaw Fatal error: exception Not_found\n"
                             "Fatal error: exception none\n"
                             "Called from A in file \"a.ml\", line 2, characters 9-13\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
