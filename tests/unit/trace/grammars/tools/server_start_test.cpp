#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& before, std::string const& text, std::string const& behind) {
    auto const found = tr::only_one_in("starting\n" + before + text + behind + "ended with 1\n", "");
    BOOST_TEST(found.text == text);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(server_start_tests)

BOOST_AUTO_TEST_CASE(servers_tell_why_they_do_not_start) {
    auto found = told({},
                      "Error:\nMessage from VCC-compiler:\nExpected a nut.\n('/bag/nut.vcl' Line 7 Pos 3)\n"
                      "    nut(pe);\n--------##-\n",
                      "\nRunning VCC-compiler failed, exited with 2\nVCL compilation failed\n");
    BOOST_TEST(found.exception.message == "Expected a nut.");
    BOOST_TEST(found.exception.frames.at(0).line == 7);
    found = told({}, "(configfile.c.1878) source: /bag/nut.conf line: 4 pos: 9 no such nut\n",
                 "(configfile.c.2161) configfile parser failed at: nut\n");
    BOOST_TEST(found.exception.message == "no such nut");
    BOOST_TEST(found.exception.frames.at(0).file == "/bag/nut.conf");
    found = told({}, "ERROR invalid value \"pecan\" for parameter nut\n", "FATAL cannot load config file\n");
    BOOST_TEST(found.exception.message == "invalid value \"pecan\" for parameter nut");
}

BOOST_AUTO_TEST_CASE(what_looks_alike_is_none) {
    for (std::string const text : {"Message from VCC-compiler:\n\n", "(configfile.c.1878) server started\n",
                                   "FATAL cannot load config file: no\n"})
        BOOST_TEST(tr::traces_in(text + "plain\nplain\nplain\nplain\n").empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
