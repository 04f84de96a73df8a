#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(perl_option_tests)

BOOST_AUTO_TEST_CASE(an_option_that_is_not_known_ends_a_program_that_tells_how_it_is_called) {
    auto found = tr::only_one_in(
        "sell nuts\nUnknown option: weigth\nUnknown option: pirce\n\n"
        "Usage:\n    sell [options] NUT\n\n    --weight N  of one\n",
        "perl");
    BOOST_TEST(found.exception.message == "Unknown option: weigth");
    BOOST_TEST(found.text == "Unknown option: weigth\nUnknown option: pirce\n");
    BOOST_TEST((found.role == tr::trace_role::raised));
    for (std::string const line :
         {"Option weight requires an argument", "Value \"x\" invalid for option w (number expected)",
          "Option w is ambiguous (weigh, weight)"}) {
        BOOST_TEST_CONTEXT(line) {
            found = tr::only_one_in(line + "\ntry sell --help\n", "perl");
            BOOST_TEST(found.exception.message == line);
            BOOST_TEST((found.role == tr::trace_role::notice));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_program_that_goes_on_was_not_ended_by_it) {
    BOOST_TEST(tr::traces_in("Unknown option: x\nusing none\n1 nut\n2 nuts\n3 nuts\n").empty());
    BOOST_TEST(tr::traces_in(
                   "Unknown option: x y z\nOption --w is deprecated\nOption Explicit\nValue \"3\" is low\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
