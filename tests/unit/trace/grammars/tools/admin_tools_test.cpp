#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(admin_tools_tests)

BOOST_AUTO_TEST_CASE(tools_with_a_mark_of_their_own) {
    struct sample {
        std::string text;
        std::string message;
    };
    for (sample const& s : {
             sample{"E: Unable to locate package nut\nE: Couldn't find any package by regex 'nut'\n",
                    "Unable to locate package nut"},
             sample{"dpkg: error processing archive nut.deb (--install):\n trying to overwrite '/nut'\n"
                    "Errors were encountered while processing:\n nut.deb\n",
                    "trying to overwrite '/nut'"},
             sample{"svn: E170013: Unable to connect to a repository at URL 'svn://bag'\n"
                    "svn: E000111: Can't connect to host 'bag': Connection refused\n",
                    "Unable to connect to a repository at URL 'svn://bag'"},
             sample{"zip error: Nothing to do! (bag.zip)\n", "Nothing to do! (bag.zip)"},
         }) {
        auto const found = tr::only_one_in("night begins\n" + s.text + "night ended with 1\n", "shell");
        BOOST_TEST(found.text == s.text);
        BOOST_TEST(found.exception.type == "command failed");
        BOOST_TEST(found.exception.message == s.message);
    }
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    for (std::string const text :
         {"E: nut: no-manual-page\n", "E: 3, 0: no nut\n", "svn: Exported revision 3.\n",
          "dpkg: error processing is rare\n", "zip errors: 0 of 3\n"})
        BOOST_TEST(tr::traces_in(text + "plain\nplain\nplain\nplain\n").empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
