#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(usage_errors_tests)

BOOST_AUTO_TEST_CASE(cmdliner_tells_of_a_wrong_argument_above_the_usage) {
    for (std::string const text :
         {"sell: option '--nuts': invalid value 'many', expected an\n      integer\nUsage: sell [--nuts=N] "
          "[OPTION]…\nTry 'sell --help' for more information.\n",
          "shop: too many arguments, don't know what to do with '3'\nUsage: shop sell [OPTION]…\n       "
          "FILE\n"
          "Try `shop sell --help' or `shop --help' for more information.\n"}) {
        auto const found = tr::only_one_in("opening\n" + text + "closing\n", "ocaml");
        BOOST_TEST(found.text == text.substr(0, text.find("Usage: ")));
        BOOST_TEST((found.role == tr::trace_role::notice));
        BOOST_TEST(found.exception.type == "error");
        BOOST_TEST(found.cause_line == found.exception.message);
    }
}

BOOST_AUTO_TEST_CASE(getopt_tells_of_a_wrong_option_above_the_advice) {
    std::string const text =
        "./sell: unrecognized option '--nust'\nTry './sell --help' for more information.\n";
    auto const found = tr::only_one_in("opening\n" + text + "closing\n", "cpp");
    BOOST_TEST(found.text == text.substr(0, text.find("Try ")));
    BOOST_TEST(found.exception.message == "unrecognized option '--nust'");
}

BOOST_AUTO_TEST_CASE(clap_ends_with_advice) {
    for (std::string const text :
         {"error: the following required arguments were not provided:\n  --nuts <N>\n\nUsage: sell --nuts "
          "<N>\n\nFor more information, try '--help'.\n",
          "error: Found argument '--nust' which wasn't expected\n\n\tDid you mean --nuts?\n\nUSAGE:\n    "
          "sell "
          "--nuts <N>\n\nFor more information try --help\n"}) {
        std::string own = text;
        if (std::size_t const tab = own.find('\t'); tab != std::string::npos) own.replace(tab, 1, "    ");
        auto const found = tr::only_one_in("opening\n" + own + "closing\n", "rust");
        BOOST_TEST(found.text == own.substr(0, own.find("\n\nU") + 1));
        BOOST_TEST((own.find("error: " + found.exception.message) == 0u));
    }
}

BOOST_AUTO_TEST_CASE(clap_tells_a_wrong_value_in_one_line) {
    std::string const said = " value 'many' for '--nuts <N>': no number";
    for (std::string const& text : {"error: Invalid" + said + "\n\nFor more information try '--help'\n",
                                    "error: invalid" + said + "\n\nFor more information, try '--help'.\n"}) {
        auto const found = tr::only_one_in("opening\n" + text + "closing\n", "rust");
        BOOST_TEST(found.text == text.substr(0, text.find('\n') + 1));
        BOOST_TEST(found.exception.message.substr(7) == said);
    }
}

BOOST_AUTO_TEST_CASE(optparse_applicative_tells_what_is_wrong_above_the_usage) {
    for (std::string const said :
         {"Missing: --nuts N", "Invalid option `--nust'", "option --nuts: cannot parse value `many'"}) {
        std::string const text = said + "\n\nUsage: sell --nuts N [--all]\n            [--late]\n";
        auto const found = tr::only_one_in("opening\n" + text + "\n  Sells nuts\n", "haskell");
        BOOST_TEST(found.text == said + "\n");
        BOOST_TEST(found.exception.message == said);
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_value_without_advice_is_told_like_any_other) {
    auto const found = tr::traces_in("opening\nerror: invalid value 'many' for '--nuts <N>': no number\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "");
    BOOST_TEST(found[0].exception.message == "invalid value 'many' for '--nuts <N>': no number");
}

BOOST_AUTO_TEST_CASE(the_package_flag_of_go_tells_what_is_wrong_above_the_usage) {
    for (std::string const said : {"flag provided but not defined: -nuts", "flag needs an argument: -nut"}) {
        for (std::string const end : {"", "exit status 2\n"}) {
            std::string const text =
                said + "\nUsage of /opt/sell:\n  -nut int\n    \thow many (default 3)\n" + end;
            auto const found = tr::only_one_in("opening\n" + text + "closing\n", "go");
            BOOST_TEST(found.text == said + "\n");
            BOOST_TEST((found.role == tr::trace_role::notice));
            BOOST_TEST(found.exception.type == "error");
            BOOST_TEST(found.exception.message == said);
        }
    }
    for (std::string const text : {"flag provided but not \n", "flag -nuts\n", "row 1\n"})
        BOOST_TEST(tr::traces_in(text + "Usage of sell:\n  -nut int\nrow 2\nrow 3\nrow 4\nrow 5\n").empty());
}

BOOST_AUTO_TEST_CASE(cli11_tells_what_is_wrong_above_its_advice) {
    for (std::string const said : {"--nuts: Value 22 not in range 0 to 18", "--nuts is required"}) {
        std::string const text = said + "\nRun with --help for more information.\n";
        auto const found = tr::only_one_in("opening\n" + text, "cpp");
        BOOST_TEST(found.text == said + "\n");
        BOOST_TEST(found.exception.message == said);
    }
    BOOST_TEST(tr::traces_in("opening\n\nRun with --help for more information.\n").empty());
}

BOOST_AUTO_TEST_CASE(a_usage_alone_and_advice_alone_are_nothing) {
    for (std::string const text :
         {"flag provided but not defined: -nuts\nsells nuts\n",
          "error: invalid value '3' for '--nuts <N>'\nsells nuts\n",
          "Usage: sell [OPTION]\nTry 'sell --help' for more information.\n",
          "sell: no nut\nrow 1\nUsage: sell [OPTION]\nTry 'sell --help' for more information.\n",
          "sell: no nut\nUsage: buy [OPTION]\nTry 'sell --help' for more information.\n",
          "For more information, try '--help'.\n", "error: no\nrow\nFor more information, try '--help'.\n",
          "Missing: nuts\nUsage: sell N\n", "row\n\nUsage: sell N\n",
          "sell: 3 nuts\nTry harder, 'sell --help' says\n"})
        BOOST_TEST(tr::traces_in("opening\n" + text + "row 2\nrow 3\nrow 4\nrow 5\n").empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()
