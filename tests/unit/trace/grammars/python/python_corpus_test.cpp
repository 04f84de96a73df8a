// What real interpreters printed (tests/corpus/python/make.py) against what was written down about each
// program.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace ta = task_agent;
namespace tr = task_agent::trace;
namespace fs = std::filesystem;

namespace {

std::string content_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct recorded_case {
    std::string name;
    std::string text;
    std::multimap<std::string, std::string> expected;
    std::vector<std::string> links;
};

std::vector<recorded_case> recorded_cases() {
    std::vector<recorded_case> cases;
    for (auto const& entry : fs::directory_iterator(fs::path(TASK_AGENT_CORPUS) / "python")) {
        if (entry.path().extension() != ".expect") continue;
        recorded_case c;
        c.name = entry.path().stem();  // "plain-3.11.expect" has the stem "plain-3.11"
        c.text = content_of(fs::path(entry.path()).replace_extension(".txt"));
        std::istringstream lines(content_of(entry.path()));
        for (std::string line; std::getline(lines, line);) {
            std::size_t const equals = line.find('=');
            std::string const key = line.substr(0, equals);
            if (key == "link") {
                c.links.push_back(line.substr(equals + 1));
            } else {
                c.expected.emplace(key, line.substr(equals + 1));
            }
        }
        cases.push_back(std::move(c));
    }
    std::sort(cases.begin(), cases.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
    return cases;
}

std::string_view role_name(tr::trace_role role) {
    switch (role) {
        case tr::trace_role::ignored:
            return "ignored";
        case tr::trace_role::incomplete:
            return "incomplete";
        case tr::trace_role::detached:
            return "detached";
        case tr::trace_role::raised:
            return "raised";
        default:
            return "?";
    }
}

std::string joined(ta::chained_exception const& link) {
    return link.type + ": " + link.message;
}

bool same(tr::found_trace const& a, tr::found_trace const& b) {
    auto const equal_frames = [](ta::stack_frame const& x, ta::stack_frame const& y) {
        return x.file == y.file && x.line == y.line && x.function == y.function;
    };
    auto const equal_links = [](auto const& x, auto const& y) { return joined(x) == joined(y); };
    auto const& e = a.exception;
    auto const& f = b.exception;
    return a.text == b.text && a.cause_line == b.cause_line && a.role == b.role && a.prefix == b.prefix &&
           a.first_member == b.first_member && e.type == f.type && e.message == f.message &&
           std::equal(e.frames.begin(), e.frames.end(), f.frames.begin(), f.frames.end(), equal_frames) &&
           std::equal(e.chain.begin(), e.chain.end(), f.chain.begin(), f.chain.end(), equal_links);
}

bool same(std::vector<tr::found_trace> const& a, std::vector<tr::found_trace> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](auto const& x, auto const& y) { return same(x, y); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(python_corpus_tests)

BOOST_AUTO_TEST_CASE(every_recorded_trace_is_read_as_its_program_was_written) {
    auto const cases = recorded_cases();
    BOOST_REQUIRE(cases.size() >= 100u);
    for (recorded_case const& c : cases) {
        BOOST_TEST_CONTEXT(c.name) {
            auto const found = tr::traces_in(c.text);
            auto const expect = [&](char const* key) {
                auto const it = c.expected.find(key);
                return it == c.expected.end() ? std::string("(nothing said)") : it->second;
            };
            BOOST_TEST(std::to_string(found.size()) == expect("traces"));
            if (found.empty()) continue;
            tr::found_trace const& t = found.back();
            BOOST_TEST(t.exception.language == "python");
            BOOST_TEST(t.exception.type == expect("type"));
            if (c.expected.contains("message")) BOOST_TEST(t.exception.message == expect("message"));
            BOOST_TEST(role_name(t.role) == expect("role"));
            BOOST_TEST(std::to_string(t.exception.frames.size()) == expect("frames"));
            if (c.expected.contains("prefix")) BOOST_TEST(t.prefix + "|" == expect("prefix"));
            if (c.expected.contains("member")) BOOST_TEST(t.first_member == expect("member"));
            if (c.expected.contains("links")) {
                BOOST_TEST(std::to_string(t.exception.chain.size()) == expect("links"));
                std::vector<std::string> links;
                for (auto const& link : t.exception.chain)
                    links.push_back(joined(link));
                BOOST_TEST(links == c.links, boost::test_tools::per_element());
            }
            BOOST_TEST(t.cause_line.starts_with(t.exception.type));
            // but for a message that begins on its second line, as it was printed
            bool const is_joined = c.name.starts_with("message-on-next-line");
            BOOST_TEST(t.text.find(is_joined ? t.exception.message : t.cause_line.substr(0, 60)) !=
                       std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_line_of_a_trace_is_in_its_text) {
    for (recorded_case const& c : recorded_cases()) {
        // Those with words before or behind, or too long to be kept whole, are looked at elsewhere.
        auto const starts = [&](char const* name) { return c.name.starts_with(name); };
        if (starts("logging") || starts("bar-before") || starts("two-in") || starts("colours") ||
            starts("mutual") || starts("rank") || starts("stamped") || starts("indented") ||
            starts("cause-never") || starts("long-message"))
            continue;
        BOOST_TEST_CONTEXT(c.name) {
            auto const found = tr::traces_in(c.text);
            BOOST_REQUIRE(found.size() == 1u);
            std::string printed = c.text;
            while (printed.ends_with("\n\n"))
                printed.pop_back();
            BOOST_TEST(found[0].text == printed);
        }
    }
}

BOOST_AUTO_TEST_CASE(any_chunking_and_any_lines_around_give_the_same_traces) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (recorded_case const& c : recorded_cases()) {
        BOOST_TEST_CONTEXT(c.name) {
            auto const expected = tr::traces_in(c.text);
            for (int round = 0; round < 6; ++round) {
                tr::stream_of s;
                bool const is_surrounded = round % 2 == 1;
                if (is_surrounded) s.feed("step 1 | loss 0.5\nINFO all is well\n");
                std::size_t const most = 1 + engine() % 90;
                for (std::size_t at = 0; at < c.text.size();) {
                    std::size_t const n = 1 + engine() % most;
                    s.feed(std::string_view(c.text).substr(at, n));
                    at += n;
                }
                if (is_surrounded) s.feed("INFO:root:after it\nstep 2 | Error: 0.4\n");
                BOOST_TEST(same(s.finish(), expected));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(ranks_that_write_between_each_others_lines_are_told_apart) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    auto const cases = recorded_cases();
    auto const pick = [&](char const* name) {
        auto const it =
            std::find_if(cases.begin(), cases.end(), [&](auto const& c) { return c.name == name; });
        BOOST_REQUIRE((it != cases.end()));
        return it->text;
    };
    std::vector<std::string> const texts = {pick("carets-3.11"), pick("context-chain-3.13"),
                                            pick("group-3.13"), pick("plain-3.8")};
    for (int round = 0; round < 50; ++round) {
        std::vector<std::istringstream> ranks;
        for (std::string const& text : texts)
            ranks.emplace_back(text);
        tr::stream_of s;
        for (std::size_t ended = 0; ended < ranks.size();) {
            std::size_t const rank = engine() % ranks.size();
            std::string line;
            if (!ranks[rank]) continue;
            if (std::getline(ranks[rank], line)) {
                s.feed("[rank" + std::to_string(rank) + "]: " + line + "\n");
            } else {
                ++ended;
            }
        }
        auto const& found = s.finish();
        BOOST_REQUIRE(found.size() == texts.size());
        for (tr::found_trace const& t : found) {
            auto const rank = static_cast<std::size_t>(t.prefix.at(5) - '0');
            auto alone = tr::traces_in(texts.at(rank));
            alone.at(0).prefix = t.prefix;
            BOOST_REQUIRE(same(alone.at(0), t));
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_found_where_nothing_was_raised) {
    std::string const text = content_of(fs::path(TASK_AGENT_CORPUS) / "negative" / "plain.txt");
    BOOST_REQUIRE(text.size() > 500u);
    for (auto const& t : tr::traces_in(text))
        BOOST_TEST(t.text == "");
    // In any neighbourhood, save that a header and a location may come to stand before what makes them a real
    // trace.
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (!line.ends_with("(most recent call last):") && !line.starts_with("SyntaxError"))
            lines.push_back(line);
    }
    for (int round = 0; round < 300; ++round) {
        tr::stream_of s;
        for (int i = 0; i < 40; ++i)
            s.feed(lines[engine() % lines.size()] + "\n");
        for (auto const& t : s.finish())
            BOOST_TEST((t.is_guess || t.text.empty()), t.text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
