#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ruby_tools_tests)

BOOST_AUTO_TEST_CASE(bundler_wraps_what_it_says) {
    std::string const wrapped =
        "Could not find gem 'telemetry-relay (~> 0.4.12)' in rubygems repository\nhttps://gems.example.org/ "
        "or "
        "installed locally.\n";
    auto const found = tr::only_one_in("deploying\n" + wrapped + "cleaned up\n", "ruby");
    BOOST_TEST(found.text == wrapped);
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message ==
               "Could not find gem 'telemetry-relay (~> 0.4.12)' in rubygems repository");
    // a line that would have had room for the next word is whole
    auto const whole =
        tr::only_one_in("Could not find gem 'nut' in locally installed gems.\nleaving\n", "ruby");
    BOOST_TEST(whole.last_line == 0u);
}

BOOST_AUTO_TEST_CASE(advice_and_lists_belong_to_what_bundler_says) {
    struct row {
        std::string text;
        std::string message;
    };
    for (row const& r :
         {row{"Could not find rake-13.0.6, puma-6.1.0 in locally installed gems\nRun `bundle install` to "
              "install missing gems.\n",
              "Could not find rake-13.0.6, puma-6.1.0 in locally installed gems"},
          row{"bundler: command not found: puma\nInstall missing gem executables with `bundle install`\n",
              "command not found: puma"},
          row{"Could not find compatible versions\n\nBecause nut depends on bolt >= 3\n  and bolt < 2 is "
              "wanted,\n  version solving has failed.\n",
              "Could not find compatible versions"},
          row{"Bundler could not find compatible versions for gem \"bolt\":\n  In Gemfile:\n    bolt (< 2)\n",
              "Bundler could not find compatible versions for gem \"bolt\":"},
          row{"Could not locate Gemfile or .bundle/ directory\n",
              "Could not locate Gemfile or .bundle/ directory"},
          row{"Your Ruby version is 3.1.2, but your Gemfile specified ~> 3.3\n",
              "Your Ruby version is 3.1.2, but your Gemfile specified ~> 3.3"}}) {
        auto const found = tr::only_one_in("row 1\n" + r.text + "\nrow 2\n", "ruby");
        BOOST_TEST(found.text.starts_with(r.text));
        BOOST_TEST(found.exception.message == r.message);
    }
    auto const built =
        tr::only_one_in("Gem::Ext::BuildError: ERROR: Failed to build gem native extension.\n", "ruby");
    BOOST_TEST(built.exception.type == "Gem::Ext::BuildError");
}

BOOST_AUTO_TEST_CASE(options_that_thor_refuses_are_told_in_its_words) {
    for (std::string const line :
         {"Expected numeric value for '--size'; got \"big\"", "Unknown switches \"--sice\"",
          "Expected '--level' to be one of low, high; got middle", "No value provided for option '--size'",
          "No value provided for required options '--size'", "Could not find command \"biuld\"."}) {
        auto const found = tr::only_one_in("building\n" + line + "\n", "ruby");
        BOOST_TEST(found.exception.message == line);
        BOOST_TEST(found.first_line == 1u);
    }
    for (std::string const line : {"invalid option: --sice", "missing argument: -s", "ambiguous option: --s"})
        BOOST_TEST(tr::only_one_in("building\n" + line + "\n", "ruby").exception.message == line);
    auto const called =
        tr::only_one_in("ERROR: \"car go\" was called with no arguments\nUsage: \"car go PLACE\"\n", "ruby");
    BOOST_TEST(called.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(rubygems_tells_the_rest_below) {
    auto const native = tr::only_one_in(
        "ERROR:  Error installing nut:\n\tERROR: Failed to build gem native extension.\nrow 1\n", "ruby");
    BOOST_TEST(native.last_line == 1u);
    auto const denied = tr::only_one_in(
        "ERROR:  While executing gem ... (Gem::FilePermissionError)\n    You may not write to "
        "/var/lib/gems.\n",
        "ruby");
    BOOST_TEST(denied.exception.type == "Gem::FilePermissionError");
    BOOST_TEST(denied.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(an_extension_says_what_it_misses_before_mkmf_does) {
    std::string const head =
        "ERROR:  Error installing nut:\n\tERROR: Failed to build gem native extension.\n\n"
        "    current directory: /gems/nut/ext\n/usr/bin/ruby -I /gems extconf.rb\n"
        "checking for nut.h... no\n";
    std::string const tail =
        "*** extconf.rb failed ***\nCould not create Makefile due to some reason, probably lack of "
        "necessary\n"
        "libraries and/or headers.\n\nextconf failed, exit code 1\n";
    auto found = tr::traces_in(head + "libnut is missing\ninstall it with its headers\n" + tail);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[1].exception.message == "libnut is missing");
    BOOST_TEST(found[1].text == "libnut is missing\ninstall it with its headers\n");
    found = tr::traces_in(head + "-----\n" + tail);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[1].exception.message == "checking for nut.h... no");
}

BOOST_AUTO_TEST_CASE(the_same_beginnings_in_other_words_are_nothing) {
    for (std::string const line :
         {"Could not find nut, skipping it", "Could not find gem 'nut', retrying in 3 s",
          "Expected 'a' but saw b", "No value provided, taking 3", "Unknown words in line 3",
          "Your Ruby version is 3.1.2", "An error occurred while waiting", "bundler: 3 gems",
          "Expected numeric value for the day: 3", "invalid option: none", "missing argument in row 3"})
        BOOST_TEST(tr::traces_in("start\n" + line + "\nrow 1\nrow 2\nrow 3\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(a_mistake_in_a_template_stands_at_its_place) {
    std::string const text =
        "pages/nut.slim:7: no such tag (Slim::NutError)\n  pages/nut.slim, Line 7, Column 4\n    nut\n    ^\n"
        "\tfrom /gems/slim/parser.rb:52:in `parse'\n\tfrom build.rb:6:in `<main>'\n";
    auto const found = tr::only_one_in("nuts\n" + text + "after\n", "ruby");
    BOOST_TEST(found.exception.type == "Slim::NutError");
    BOOST_TEST(found.exception.message == "no such tag");
    BOOST_TEST(found.exception.frames.back().file == "pages/nut.slim");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::traces_in("pages/nut.slim:7: no such tag (Slim::NutError)\nwas mended\n").empty());
}

BOOST_AUTO_TEST_CASE(who_prints_fewer_frames_than_the_interpreter_caught_it) {
    std::string const start =
        "/gems/sea.rb:108:in `step': no cod (Sea::NoFish)\n\tfrom /gems/sea.rb:133:in `each'\n";
    BOOST_TEST((tr::only_one_in(start + "fishing goes on\n", "ruby").handled == tr::handling::survived));
    auto const whole = tr::only_one_in(start + "\tfrom fish.rb:3:in `block in <main>'\n", "ruby");
    BOOST_TEST((whole.handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(what_a_script_itself_raised_may_be_of_a_class_by_any_name) {
    for (std::string const type : {"OptionParser::InvalidArgument", "Errno::ENOENT", "Errno::EACCES",
                                   "Errno::EPIPE", "Errno::ECONNREFUSED", "Errno::ENOMEM"}) {
        auto const found = tr::only_one_in("nut.rb:7:in `<main>': no nut - x (" + type + ")\nbye\n", "ruby");
        BOOST_TEST(found.exception.type == type);
        BOOST_TEST(found.exception.message == "no nut - x");
    }
    BOOST_TEST(tr::traces_in("nut.rb:7 was sold (1 nut)\nkept nuts: 3 (KEPT)\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
