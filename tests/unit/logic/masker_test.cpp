#include "task_agent/logic/masker.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>

namespace ta = task_agent;

namespace {

using strings = std::vector<std::string>;

std::string masked(std::string_view text, strings const& secrets) {
    return ta::masked(text, ta::secret_set(secrets));
}

// The same by the plainest means: every occurrence of every secret, those that overlap made one.
std::string plainly_masked(std::string const& text, strings const& secrets) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (auto const& secret : secrets) {
        for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 1))
            found.emplace_back(at, at + secret.size());
    }
    std::sort(found.begin(), found.end());
    std::string out;
    std::size_t written = 0;
    for (auto const& [from, to] : found) {
        if (from >= written) out.append(text, written, from - written).append("***");
        written = std::max(written, to);
    }
    return out.append(text, written);
}

// What a stream of pieces comes out as, cut anew at random.
template <class Random>
std::string in_pieces(std::string_view text, strings const& secrets, std::size_t longest, Random& random) {
    ta::masker stream(std::make_shared<ta::secret_set const>(secrets));
    std::string out;
    while (!text.empty()) {
        auto const size = std::min<std::size_t>(text.size(), random() % longest + 1);
        std::string const piece(text.substr(0, size));  // gone after the call, as a pump's buffer is
        out.append(stream.feed(piece));
        text.remove_prefix(size);
    }
    return out.append(stream.flush());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(masker_tests)

BOOST_AUTO_TEST_CASE(secrets_are_replaced_wherever_they_stand) {
    BOOST_TEST(masked("login hunter22 ok", {"hunter22"}) == "login *** ok");
    BOOST_TEST(masked("hunter22", {"hunter22"}) == "***");
    BOOST_TEST(masked("hunter22hunter22", {"hunter22"}) == "******");
    BOOST_TEST(masked("hunter2", {"hunter22"}) == "hunter2");
    BOOST_TEST(masked("", {"hunter22"}).empty());
    BOOST_TEST(masked("nothing", {}) == "nothing");
}

BOOST_AUTO_TEST_CASE(the_longest_counts_and_what_overlaps_is_masked_as_one) {
    BOOST_TEST(masked("x abcdefghi y", {"abcdef", "abcdefghi"}) == "x *** y");
    BOOST_TEST(masked("x abcdefghi y", {"abcdef", "defghi"}) == "x *** y");
    BOOST_TEST(masked("aaaaaaaaaa", {"aaaaaa"}) == "***");
}

BOOST_AUTO_TEST_CASE(a_newline_at_the_end_of_a_value_is_no_part_of_it_and_lines_are_secrets_too) {
    BOOST_TEST(masked("a hunter22 b", {"hunter22\n"}) == "a *** b");
    strings const key = {"-----BEGIN\nMIIEabcdefgh\nshort\n"};
    BOOST_TEST(masked("got MIIEabcdefgh!", key) == "got ***!");
    BOOST_TEST(masked("got short!", key) == "got short!");
    BOOST_TEST(masked("-----BEGIN\nMIIEabcdefgh\nshort", key) == "***");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_masked_stays) {
    BOOST_TEST(masked("12345678 /var/run short", {"12345678", "/var/run", "short"}) ==
               "12345678 /var/run short");
}

BOOST_AUTO_TEST_CASE(only_what_may_still_become_a_secret_is_held_back) {
    ta::masker stream(std::make_shared<ta::secret_set const>(strings{"hunter22"}));
    BOOST_TEST(stream.feed("password: hun") == "password: ");
    BOOST_TEST(stream.held() == 3u);
    BOOST_TEST(stream.feed("gry\n") == "hungry\n");
    BOOST_TEST(stream.held() == 0u);
    BOOST_TEST(stream.feed("hunter2") == "");
    BOOST_TEST(stream.feed("2.") == "***.");
    BOOST_TEST(stream.feed("hunt") == "");
    BOOST_TEST(stream.flush() == "hunt");
    BOOST_TEST(stream.flush() == "");
}

BOOST_AUTO_TEST_CASE(text_without_secrets_passes_as_the_callers_own_bytes) {
    ta::masker const idle;
    BOOST_TEST(idle.is_idle());
    ta::masker stream(std::make_shared<ta::secret_set const>(strings{"hunter22"}));
    std::string const text = "a line of output\n";
    BOOST_TEST(stream.feed(text).data() == text.data());
}

BOOST_AUTO_TEST_CASE(any_text_in_any_pieces_comes_out_as_the_plainest_search_says) {
    auto const* given = std::getenv("TEST_SEED");
    auto const seed = given ? std::strtoul(given, nullptr, 10) : std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed << " (TEST_SEED)");
    std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
    // few letters, so that secrets begin, overlap and nearly come about all the time
    auto const word = [&random](std::size_t size, unsigned letters) {
        std::string made;
        while (made.size() < size)
            made += static_cast<char>('a' + random() % letters);
        return made;
    };
    std::size_t masks = 0;
    for (int round = 0; round < 3000; ++round) {
        auto const letters = 2 + static_cast<unsigned>(random() % 3);
        strings secrets;
        for (auto n = 1 + random() % 4; n > 0; --n)
            secrets.push_back(word(6 + random() % 6, letters));
        auto text = word(random() % 120, letters);
        if (random() % 2) text.insert(random() % (text.size() + 1), secrets.front());
        auto const wanted = plainly_masked(text, secrets);
        masks += wanted.find("***") != std::string::npos;
        BOOST_TEST_REQUIRE(masked(text, secrets) == wanted, "seed " << seed << " round " << round);
        BOOST_TEST_REQUIRE(in_pieces(text, secrets, 1 + random() % 12, random) == wanted,
                           "seed " << seed << " round " << round);
    }
    BOOST_TEST(masks > 1000u, "the rounds try something");
}

BOOST_AUTO_TEST_SUITE_END()
