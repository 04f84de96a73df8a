#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_guess_in(std::string const& text) {
    auto const found = tr::traces_in(text, true);
    BOOST_REQUIRE_MESSAGE(found.size() == 1u, found.size() << " guesses in\n" << text);
    BOOST_TEST(found[0].exception.language == "shell");
    return found[0];
}

void told(std::string const& text, std::string const& behind, std::string const& message) {
    auto const found =
        only_guess_in("clip begins\nStream mapping:\n" + text + behind + "clip ended with 1\n");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == message);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 2u);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ffmpeg_tests)

BOOST_AUTO_TEST_CASE(the_part_that_failed_tells_more_than_the_program_below_it) {
    told("[libnut @ 0x55d0cafe12c0] bag size 7 is odd\n",
         "Error initializing output stream 0:0 -- Error while opening encoder for output stream #0:0\n"
         "Conversion failed!\n",
         "bag size 7 is odd");
    told("[nut,bag @ 0x55d0cafe12c0] lid atom is absent\n",
         "nut 1.bag: Invalid data found when processing input\n", "lid atom is absent");
    told("[AVFilterGraph @ 0x55d0cafe12c0] No such filter: 'crack'\n",
         "Error reinitializing filters!\nFailed to inject frame into filter network: Invalid argument\n"
         "Error while processing the decoded data for stream #0:0\nConversion failed!\n",
         "No such filter: 'crack'");
    // of newer ones
    told("[in#0 @ 0x55d0cafe12c0] Error opening input: No such file or directory\n",
         "Error opening input file nut.bag.\nError opening input files: No such file or directory\n",
         "Error opening input: No such file or directory");
}

BOOST_AUTO_TEST_CASE(what_encoders_say_of_their_choices_is_no_failure) {
    told("nut.bag: Invalid data found when processing input\n", {},
         "nut.bag: Invalid data found when processing input");
    std::string const choice = "[libnut @ 0x55d0cafe12c0] using cpu capabilities: MMX2\n";
    auto const found =
        only_guess_in(choice + "[libnut @ 0x55d0cafe12c0] bag size 7 is odd\nConversion failed!\n");
    BOOST_TEST(found.exception.message == "bag size 7 is odd");
    for (std::string const& text :
         {choice,
          std::string("[libnut @ 0x55d0cafe12c0] bag is damaged at 6 0\n"
                      "Error while decoding stream #0:0: Invalid data found when processing input\n"),
          choice + "frame= 25 fps=0.0 q=-1.0 Lsize= 3kB\n", std::string("Conversion failed!\n"),
          std::string("Error budget of input\n"), std::string("Error opening input file nut.bag\n"),
          std::string("To ignore this, read on\n")})
        for (auto const& guess : tr::traces_in(text + "plain\nplain\nplain\nplain\n", true))
            BOOST_TEST(guess.exception.type != "command failed", text);
}

BOOST_AUTO_TEST_CASE(a_map_that_fits_no_stream_is_told_with_a_hint) {
    told("Stream map '0:n' matches no streams.\n", "To ignore this, add a trailing '?' to the map.\n",
         "Stream map '0:n' matches no streams.");
}

BOOST_AUTO_TEST_SUITE_END()
