#include "task_agent/base/escape_filter.hpp"

#include "task_agent/base/plain_text.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

namespace ta = task_agent;

namespace {

std::string in_pieces_of(std::size_t size, std::string_view bytes) {
    ta::escape_filter filter;
    std::string text;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size())))
        text += filter.feed(bytes.substr(0, size));
    return text.append(filter.flush());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(escape_filter_tests)

BOOST_AUTO_TEST_CASE(a_sequence_disappears_wherever_the_bytes_were_cut) {
    constexpr std::string_view shown =
        "\x1B[1;36mred\x1B[0m \x1B]8;;http://x\x1B\\link\x1B]0;t\x07 \x1B(Bend\n";
    for (std::size_t size = 1; size <= shown.size(); ++size)
        BOOST_TEST(in_pieces_of(size, shown) == "red link end\n");
}

BOOST_AUTO_TEST_CASE(control_characters_of_unicode_and_turns_of_direction_disappear) {
    constexpr std::string_view shown =
        "a\xC2\x9B"
        "31mb\xE2\x80\xAE"
        "c\xE2\x81\xA6"
        "d\xC2\x85"
        "e";
    for (std::size_t size = 1; size <= shown.size(); ++size)
        BOOST_TEST(in_pieces_of(size, shown) == "a31mbcde");
}

BOOST_AUTO_TEST_CASE(letters_that_begin_alike_stay) {
    constexpr std::string_view shown =
        "\xC2\xA0\xC2\xB5 \xE2\x80\x94 \xE2\x82\xAC \xE2\x96\x88 \xE2\x81\xA5 K\xC3\xBC";
    for (std::size_t size = 1; size <= shown.size(); ++size)
        BOOST_TEST(in_pieces_of(size, shown) == shown);
}

BOOST_AUTO_TEST_CASE(nothing_unwanted_comes_together_from_around_what_was_taken_out) {
    using namespace std::string_view_literals;
    constexpr auto shown = "\xE2\x00\x80\xE2\x80\xAE\xAE\xC2\x1B[0m\x9B."sv;
    for (std::size_t size = 1; size <= shown.size(); ++size)
        BOOST_TEST(in_pieces_of(size, shown) == "\xE2\x80.");
}

BOOST_AUTO_TEST_CASE(a_character_that_the_end_cuts_stays) {
    BOOST_TEST(in_pieces_of(1, "a\xE2\x80") == "a\xE2\x80");
}

BOOST_AUTO_TEST_CASE(a_plain_piece_passes_as_it_is) {
    std::string_view const piece = "\ttext\r\n";
    ta::escape_filter filter;
    BOOST_TEST(static_cast<void const*>(filter.feed(piece).data()) == static_cast<void const*>(piece.data()));
}

BOOST_AUTO_TEST_CASE(the_same_comes_out_however_random_bytes_were_cut) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    constexpr std::string_view alphabet = "\x1B[](;m0\x07\\\n\r\xC2\xE2\x80\x81\x9B\xA6\xAE\xFFx";
    for (int round = 0; round < 3000; ++round) {
        std::string bytes(engine() % 60, '\0');
        for (char& c : bytes)
            c = alphabet[engine() % alphabet.size()];
        std::string const whole = ta::without_escapes(bytes);
        BOOST_REQUIRE(in_pieces_of(1 + engine() % 7, bytes) == whole);
        BOOST_REQUIRE(ta::without_escapes(whole) == whole);
    }
}

BOOST_AUTO_TEST_SUITE_END()
