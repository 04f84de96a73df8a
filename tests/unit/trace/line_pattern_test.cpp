#include "task_agent/trace/line_pattern.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <random>
#include <string>

namespace tr = task_agent::trace;

namespace {

bool fits(std::string_view pattern, std::string_view line) {
    return tr::line_pattern(pattern).fits(line);
}

// The plain definition, exponential and obvious.
bool fits_by_trying(std::string_view pattern, std::string_view line) {
    if (pattern.empty()) return line.empty();
    if (pattern.front() == '*') {
        for (std::size_t skip = 0; skip <= line.size(); ++skip) {
            if (fits_by_trying(pattern.substr(1), line.substr(skip))) return true;
        }
        return false;
    }
    return !line.empty() && line.front() == pattern.front() &&
           fits_by_trying(pattern.substr(1), line.substr(1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_pattern_tests)

BOOST_AUTO_TEST_CASE(a_pattern_may_stand_anywhere_unless_it_is_tied_to_an_end) {
    BOOST_TEST(fits("bc", "abcd"));
    BOOST_TEST(!fits("bd", "abcd"));
    BOOST_TEST(fits("^ab", "abcd"));
    BOOST_TEST(!fits("^bc", "abcd"));
    BOOST_TEST(fits("cd$", "abcd"));
    BOOST_TEST(!fits("bc$", "abcd"));
    BOOST_TEST(fits("^abcd$", "abcd"));
    BOOST_TEST(!fits("^abcd$", "abcde"));
    BOOST_TEST(!fits("^abcd$", "abcdabcd"));
    BOOST_TEST(fits("a^b$c", "xa^b$cx"));  // elsewhere they are themselves
}

BOOST_AUTO_TEST_CASE(a_star_stands_for_any_bytes_and_none) {
    BOOST_TEST(fits("a*d", "abcd"));
    BOOST_TEST(fits("a*b", "ab"));
    BOOST_TEST(!fits("b*a", "ab"));
    BOOST_TEST(fits("^*cd", "abcd"));
    BOOST_TEST(fits("^ab*ab$", "abab"));
    BOOST_TEST(!fits("^aba*ba$", "aba"));  // the ends may not share bytes
    BOOST_TEST(fits("version `GLIBC_*' not found", "x: version `GLIBC_2.34' not found (required by x)"));
}

BOOST_AUTO_TEST_CASE(nothing_but_stars_fits_nothing) {
    BOOST_TEST(!fits("", "abc"));
    BOOST_TEST(!fits("*", "abc"));
    BOOST_TEST(!fits("^$", ""));
}

BOOST_AUTO_TEST_CASE(whole_is_tied_to_both_ends) {
    BOOST_TEST(tr::line_pattern::whole("*.Error").fits("a.b.Error"));
    BOOST_TEST(!tr::line_pattern::whole("*.Error").fits("a.Errors"));
    BOOST_TEST(tr::line_pattern::whole("Error").fits("Error"));
    BOOST_TEST(!tr::line_pattern::whole("Error").fits("MyError"));
}

BOOST_AUTO_TEST_CASE(any_case_is_for_letters_of_ascii) {
    tr::line_pattern const pattern("Connection REFUSED \xc3\x84", true);
    BOOST_TEST(pattern.fits(tr::folded("connection refused \xc3\x84")));
    BOOST_TEST(!pattern.fits(tr::folded("connection refused \xc3\xa4")));
}

BOOST_AUTO_TEST_CASE(random_patterns_fit_what_the_definition_says) {
    auto const seed = std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    auto const text = [&](std::string_view letters, std::size_t longest) {
        std::string made;
        for (std::size_t n = random() % (longest + 1); n > 0; --n)
            made += letters[random() % letters.size()];
        return made;
    };
    int fitting = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string const body = text("ab*", 7);
        if (body.find_first_not_of('*') == std::string::npos) continue;
        std::string const line = text("ab", 12);
        for (bool const start : {false, true}) {
            for (bool const end : {false, true}) {
                std::string const pattern = (start ? "^" : "") + body + (end ? "$" : "");
                bool const expected = fits_by_trying((start ? "" : "*") + body + (end ? "" : "*"), line);
                BOOST_REQUIRE_MESSAGE(fits(pattern, line) == expected,
                                      pattern << " and \"" << line << "\", seed " << seed);
                fitting += expected ? 1 : 0;
            }
        }
    }
    BOOST_TEST(fitting > 1000);
}

BOOST_AUTO_TEST_CASE(hostile_lines_take_linear_time) {
    using clock = std::chrono::steady_clock;
    std::string const line(1U << 20, 'a');
    auto const start = clock::now();
    BOOST_TEST(!fits("*a*a*a*b", line));
    BOOST_TEST(!fits("^*a*a*a*a*a*a*a*a*a*a*b$", line));
    // a long piece that nearly fits everywhere
    BOOST_TEST(!fits(std::string(500, 'a') + "b", line));
    BOOST_TEST(!fits(std::string(250, 'a') + "b" + std::string(250, 'a'), line));
    BOOST_TEST((clock::now() - start < std::chrono::milliseconds(500)));
}

BOOST_AUTO_TEST_SUITE_END()
