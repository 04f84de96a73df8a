// Who is asked about a line that speaks of errors.
#include "task_agent/trace/start_signs.hpp"

#include "task_agent/trace/detector.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace tr = task_agent::trace;

namespace {

using texts = std::vector<std::string_view>;

// One grammar for each of these, looked for inside lines only.
tr::start_signs signs_of(std::vector<texts> const& inner) {
    std::vector<tr::grammar_entry> entries;
    for (texts const& one : inner)
        entries.push_back({{{}, {}, one}, nullptr, nullptr});
    return tr::start_signs(entries);
}

// Of the first ones, as bits.
tr::grammar_set set(unsigned bits) {
    tr::grammar_set made;
    for (std::size_t i = 0; i < 8; ++i) {
        if ((bits >> i & 1) != 0) made |= tr::grammar_set::of(i);
    }
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(start_signs_tests)

BOOST_AUTO_TEST_CASE(a_text_is_found_wherever_it_stands) {
    std::vector<texts> const inner = {{"failed"}, {"ne 9"}, {": "}, {"abc", "xyz"}};
    tr::start_signs const signs = signs_of(inner);
    BOOST_TEST((signs.told_by("") == set(0)));
    BOOST_TEST((signs.told_by("x") == set(0)));
    BOOST_TEST((signs.told_by("nothing here") == set(0)));
    // all of it
    BOOST_TEST((signs.told_by("it failed") == set(1)));
    BOOST_TEST((signs.told_by("it failed twice") == set(1)));
    BOOST_TEST((signs.told_by("it fails") == set(0)));
    BOOST_TEST((signs.told_by("fail") == set(0)));
    BOOST_TEST((signs.told_by("line 7 of it") == set(2)));
    BOOST_TEST((signs.told_by("line 7") == set(2)));
    BOOST_TEST((signs.told_by("line x") == set(0)));
    // shorter ones, up to the end
    BOOST_TEST((signs.told_by("a: b") == set(4)));
    BOOST_TEST((signs.told_by("a: ") == set(4)));
    BOOST_TEST((signs.told_by("a:") == set(0)));
    BOOST_TEST((signs.told_by("abc") == set(8)));
    BOOST_TEST((signs.told_by("..xyz") == set(8)));
    // bytes of different texts are none
    BOOST_TEST((signs.told_by("abz xyc") == set(0)));
    BOOST_TEST((signs.told_by("abc: line 3 failed") == set(15)));
}

BOOST_AUTO_TEST_CASE(texts_that_begin_alike_are_told_apart_by_what_follows) {
    std::vector<texts> const inner = {{"error in "}, {"error at "}, {"erro"}, {"error 9"}};
    tr::start_signs const signs = signs_of(inner);
    BOOST_TEST((signs.told_by("an error in a row") == set(1 + 4 + 8)));
    BOOST_TEST((signs.told_by("an error at 3") == set(2 + 4 + 8)));
    // behind the first four bytes nobody knows what a digit is: they alone count
    BOOST_TEST((signs.told_by("an erroneous row") == set(4 + 8)));
}

BOOST_AUTO_TEST_CASE(a_text_of_several_grammars_asks_them_all) {
    std::vector<texts> const inner = {{"ror: "}, {"fail", "ror: "}, {"ror:"}};
    tr::start_signs const signs = signs_of(inner);
    BOOST_TEST((signs.told_by("error: x") == set(7)));
    BOOST_TEST((signs.told_by("failure") == set(2)));
}

BOOST_AUTO_TEST_CASE(texts_beyond_the_room_are_asked_for_always) {
    std::vector<std::string> words;
    for (int i = 0; i < 65; ++i)
        words.push_back(std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(10 + i));
    std::vector<texts> inner(2);
    for (std::size_t i = 0; i < words.size(); ++i)
        inner[i < 64 ? 0 : 1].push_back(words[i]);
    tr::start_signs const signs = signs_of(inner);
    BOOST_TEST((signs.told_by("x") == set(2)));
    BOOST_TEST((signs.told_by(words[63]) == set(3)));
    // known ones need no more room
    inner[1] = {words[0]};
    BOOST_TEST((signs_of(inner).told_by("x") == set(0)));
    BOOST_TEST((signs_of(inner).told_by(words[0]) == set(3)));
}

BOOST_AUTO_TEST_CASE(a_grammar_with_several_sets_of_signs_is_asked_once_of_a_line) {
    static int asked = 0;
    constexpr auto refuse = [](tr::start_context const&) -> std::optional<tr::start_point> {
        ++asked;
        return std::nullopt;
    };
    constexpr auto other = [](tr::start_context const&) -> std::optional<tr::start_point> {
        ++asked;
        return std::nullopt;
    };
    static constexpr std::string_view openings[] = {"ab"};
    static constexpr std::string_view endings[] = {"yz"};
    std::vector<tr::grammar_entry> const entries = {{{openings, {}, {}}, refuse, nullptr},
                                                    {{{}, endings, {}}, refuse, nullptr}};
    tr::detector traces(entries);
    traces.on_line("ab yz", {});
    BOOST_TEST(asked == 1);
    traces.on_line("x yz", {});
    BOOST_TEST(asked == 2);
    std::vector<tr::grammar_entry> const different = {{{openings, {}, {}}, refuse, nullptr},
                                                      {{{}, endings, {}}, other, nullptr}};
    tr::detector(different).on_line("ab yz", {});
    BOOST_TEST(asked == 4);
}

BOOST_AUTO_TEST_CASE(the_texts_of_all_grammars_have_room) {
    // else their grammars were asked of every line that speaks of errors
    BOOST_TEST((tr::start_signs(tr::all_grammars()).told_by("word") == set(0)));
}

BOOST_AUTO_TEST_CASE(nobody_looks_at_what_healthy_jobs_print_all_the_time) {
    // an opening or an ending counts by two bytes only: one that many words share makes all such lines dear
    tr::start_signs const signs(tr::all_grammars());
    for (std::string const word :
         {"step",        "epoch",     "Epoch",    "loss",    "train",  "app",      "model",     "batch",
          "rank",        "worker",    "task",     "eval",    "val",    "lr",       "Loading",   "Saved",
          "Downloading", "iteration", "progress", "metrics", "saving", "finished", "processed", "reading",
          "writing",     "request",   "GET",      "service", "job",    "device",   "samples"}) {
        for (std::string const& line :
             {word + " 12/100 took 3.4", word + ": 12 of 100 rows, 3.4 MB/s",
              "2026-11-22 12:00:00,123 INFO " + word + " 12 of 100 rows in 7 s",
              "[rank0]: 2026-11-22 12:00:00 INFO app.train: " + word + " 12 4.1e-05"}) {
            tr::prefix_reader prefixes;
            BOOST_TEST(!signs.any(line, prefixes), line);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_set_goes_from_one_grammar_to_the_next_across_its_words) {
    tr::grammar_set some;
    std::vector<std::size_t> const chosen = {0, 5, 63, 64, 127, 128, 191};
    for (std::size_t const i : chosen)
        some |= tr::grammar_set::of(i);
    std::vector<std::size_t> met;
    for (std::size_t i = some.next(0); i < tr::grammar_set::most; i = some.next(i + 1))
        met.push_back(i);
    BOOST_TEST(met == chosen);
    BOOST_TEST(some.next(65) == 127u);
    BOOST_TEST(some.next(192) == tr::grammar_set::most);
    BOOST_TEST(!tr::grammar_set().any());
    BOOST_TEST((some & tr::grammar_set::of(128)).any());
    BOOST_TEST(!(some & tr::grammar_set::of(129)).any());
}

BOOST_AUTO_TEST_SUITE_END()
