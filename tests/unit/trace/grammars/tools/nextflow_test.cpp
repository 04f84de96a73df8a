#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& error, std::string_view language) {
    return tr::only_one_in(
        "ERROR ~ Error executing process > 'SELL (3)'\n\nCaused by:\n"
        "  Process `SELL (3)` terminated with an error exit status (1)\n\nCommand executed:\n\n"
        "  sell --nuts 3\n\nCommand exit status:\n  1\n\nCommand output:\n  (empty)\n\nCommand error:\n" +
            error +
            "\nWork dir:\n  /shop/work/3f/12\n\nTip: you can replicate the issue by changing to the process "
            "work dir\n",
        language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nextflow_tests)

BOOST_AUTO_TEST_CASE(the_line_that_complains_tells) {
    auto found = told("  reading the bag\n  Error: no such nut 'hazel'\n  see the manual\n", "");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "no such nut 'hazel'");
    BOOST_TEST(found.text == "  Error: no such nut 'hazel'\n");
    BOOST_TEST(found.first_line == 17u);
    BOOST_TEST(found.last_line == 17u);
    found = told("  .command.sh: line 2: sell: command not found\n", "shell");
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == "sell: command not found");
}

BOOST_AUTO_TEST_CASE(a_trace_among_them_tells) {
    auto found = told(
        "  Error: retrying\n  Traceback (most recent call last):\n    File \"/bin/sell\", line 3, in main\n"
        "      sell(nut)\n    File \"/bin/sell\", line 9, in sell\n  shop.NoNut: none is left\n"
        "  sell failed\n",
        "python");
    BOOST_TEST(found.exception.type == "shop.NoNut");
    BOOST_TEST(found.exception.message == "none is left");
    BOOST_TEST(found.exception.frames.back().line == 9);
    BOOST_TEST(found.last_line - found.first_line == 4u);
    found = told(
        "  Traceback (most recent call last):\n    File \"/bin/sell\", line 3, in sell\n  KeyError: 'nut'\n  "
        "\n"
        "  During handling of the above exception, another exception occurred:\n  \n"
        "  Traceback (most recent call last):\n    File \"/bin/sell\", line 5, in main\n"
        "  shop.NoNut: none\n",
        "python");
    BOOST_TEST(found.exception.type == "shop.NoNut");
    BOOST_TEST(found.exception.frames.back().line == 5);
    BOOST_TEST(found.last_line - found.first_line == 8u);
    found = told("  Error in sell(nut) : none is left\n  Calls: main -> sell\n  Execution halted\n", "r");
    BOOST_TEST(found.exception.message == "none is left");
    BOOST_TEST(found.last_line - found.first_line == 2u);
    found =
        told("  Exception in thread \"main\" shop.NoNut: none is left\n  \tat shop.Bag.sell(Bag.java:3)\n",
             "java");
    BOOST_TEST(found.exception.type == "shop.NoNut");
    BOOST_TEST(found.last_line - found.first_line == 1u);
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    BOOST_TEST(tr::traces_in("Command error: none\nCommand error:\n  (empty)\n  sold 3 nuts\n\nWork dir:\n"
                             "  /shop\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
