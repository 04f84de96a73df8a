#include "task_agent/logic/journal_frame.hpp"

#include "support/seed.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace ta = task_agent;

namespace {

std::string line(std::uint64_t sequence, std::string payload) {
    return ta::encode_frame(sequence, std::move(payload)).value();
}

std::vector<std::string> const payloads = {R"({"run":"a","is":"run_started"})", "{}", "x",
                                           std::string(5000, 'y')};

std::string sample() {
    std::string text;
    for (std::size_t i = 0; i < payloads.size(); ++i)
        text += line(i + 1, payloads[i]);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_frame_tests)

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
    auto const text = sample();
    auto const found = ta::decode_journal(text);
    BOOST_REQUIRE(found.frames.size() == payloads.size());
    for (std::size_t i = 0; i < payloads.size(); ++i) {
        BOOST_TEST(found.frames[i].sequence == i + 1);
        BOOST_TEST(found.frames[i].payload == payloads[i]);
    }
    BOOST_TEST(found.damaged == 0U);
    BOOST_TEST(found.whole_bytes == text.size());
    BOOST_TEST(found.next_sequence == payloads.size() + 1);
}

// The checksum is that of "1 {}" by a bitwise CRC-32C that gives e3069283 for "123456789".
BOOST_AUTO_TEST_CASE(the_form_is_the_documented_one) {
    BOOST_TEST(line(1, "{}") == "1 923d18a5 {}\n");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_an_empty_journal) {
    auto const found = ta::decode_journal("");
    BOOST_TEST(found.frames.empty());
    BOOST_TEST(found.damaged == 0U);
    BOOST_TEST(found.next_sequence == 1U);
}

BOOST_AUTO_TEST_CASE(line_feeds_of_a_payload_become_blanks) {
    auto const text = line(7, "{\n\"a\":\n1}");
    auto const found = ta::decode_journal(text);
    BOOST_REQUIRE(found.frames.size() == 1U);
    BOOST_TEST(found.frames[0].payload == "{ \"a\": 1}");
}

BOOST_AUTO_TEST_CASE(the_longest_payload_passes_and_a_longer_one_does_not) {
    auto const longest = line(1, std::string(ta::longest_journal_payload, 'z'));
    BOOST_TEST(ta::decode_journal(longest).frames.size() == 1U);
    BOOST_TEST(!ta::encode_frame(1, std::string(ta::longest_journal_payload + 1, 'z')).has_value());
    BOOST_TEST(!ta::encode_frame(1, "").has_value());
}

// A writer that dies leaves any beginning of the file behind.
BOOST_AUTO_TEST_CASE(every_truncation_gives_the_whole_records_and_no_damage) {
    auto const text = sample();
    std::size_t whole = 0;
    std::size_t whole_bytes = 0;
    for (std::size_t length = 0; length <= text.size(); ++length) {
        if (length > 0 && text[length - 1] == '\n') {
            ++whole;
            whole_bytes = length;
        }
        auto const found = ta::decode_journal(std::string_view(text).substr(0, length));
        BOOST_TEST_REQUIRE(found.frames.size() == whole);
        BOOST_TEST_REQUIRE(found.damaged == 0U);
        BOOST_TEST_REQUIRE(found.whole_bytes == whole_bytes);
    }
}

BOOST_AUTO_TEST_CASE(one_flipped_bit_costs_its_record_and_no_other) {
    auto const text = sample();
    std::size_t spoilt_newlines = 0;
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        auto damaged = text;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        auto const found = ta::decode_journal(damaged);
        // without its line feed a record takes the next one along; the last one is torn
        bool const is_newline = text[bit / 8] == '\n';
        spoilt_newlines += is_newline;
        auto const lost = is_newline && bit / 8 + 1 < text.size() ? 2U : 1U;
        BOOST_TEST_REQUIRE(found.frames.size() == payloads.size() - lost, "bit " << bit);
        for (auto const& frame : found.frames)
            BOOST_TEST_REQUIRE(frame.payload == payloads[frame.sequence - 1]);
        if (!(is_newline && lost == 1)) BOOST_TEST_REQUIRE(found.damaged >= 1U, "bit " << bit);
    }
    BOOST_TEST(spoilt_newlines == payloads.size() * 8);
}

BOOST_AUTO_TEST_CASE(damage_of_any_kind_never_gives_a_record_that_was_not_written) {
    auto engine = support::seeded_engine();
    auto const below = [&](std::size_t limit) { return engine() % limit; };
    auto const text = sample();
    for (int round = 0; round < 20'000; ++round) {
        auto damaged = text;
        for (auto changes = 1 + below(8); changes-- > 0 && !damaged.empty();) {
            auto const at = below(damaged.size());
            switch (below(4)) {
                case 0:
                    damaged[at] = static_cast<char>(engine());
                    break;
                case 1:
                    damaged.erase(at, 1 + below(200));
                    break;
                case 2:
                    damaged.insert(at, std::string(1 + below(20), static_cast<char>(engine())));
                    break;
                case 3:  // a block that was written twice
                    damaged.insert(at, damaged.substr(below(damaged.size()), below(300)));
                    break;
            }
        }
        auto const found = ta::decode_journal(damaged);
        std::uint64_t last = 0;
        for (auto const& frame : found.frames) {
            BOOST_TEST_REQUIRE(frame.sequence > last);
            last = frame.sequence;
            BOOST_TEST_REQUIRE(frame.sequence <= payloads.size());
            BOOST_TEST_REQUIRE(frame.payload == payloads[frame.sequence - 1]);
        }
        BOOST_TEST_REQUIRE(found.whole_bytes <= damaged.size());
    }
}

BOOST_AUTO_TEST_CASE(random_bytes_are_no_journal) {
    auto engine = support::seeded_engine();
    for (int round = 0; round < 2'000; ++round) {
        std::string bytes(engine() % 4096, '\0');
        for (auto& b : bytes)
            b = static_cast<char>(engine() % 8 == 0 ? "\n 0a1"[engine() % 5] : engine());
        BOOST_TEST_REQUIRE(ta::decode_journal(bytes).frames.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_record_that_stands_there_twice_counts_once) {
    auto const text = line(3, "{}") + line(3, "{}") + line(2, "{}") + line(4, "{}");
    auto const found = ta::decode_journal(text);
    BOOST_TEST(found.frames.size() == 2U);
    BOOST_TEST(found.damaged == 2U);
    BOOST_TEST(found.next_sequence == 5U);
}

BOOST_AUTO_TEST_SUITE_END()
