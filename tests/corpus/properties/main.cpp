// What is found in a log stays the same, whatever its bytes pass through on their way: every positive case of
// tests/corpus is read plainly, then changed at random in ways that must not matter, and read again. Of cases
// that are held out only numbers are printed.
//
// usage: corpus_properties [--seed N] [--case NAME] [--only TRANSFORMATION] [--write FILE] [--slow] [--most
// N] FOLDER
//   --case, --only: replay what a difference names, with its seed; --write leaves the last changed log there
//   --slow: fewer rounds of a third of the cases, which ones the seed says, for checkers
//   --most: exit code 0 although so many of 1,000 comparisons differ; default 0
#include "bounds.hpp"
#include "transformation.hpp"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <string>

namespace pr = task_agent::properties;

namespace {

struct options {
    std::uint64_t seed = std::random_device()();
    std::string only_case;
    std::string only;
    std::string write;
    std::string folder;
    std::uint64_t most = 0;  // differences of 1,000
    bool is_slow = false;
};

options read_options(int argc, char** argv) {
    options o;
    for (int i = 1; i < argc; ++i) {
        std::string const word = argv[i];
        bool const has_value = i + 1 < argc;
        if (word == "--seed" && has_value) {
            o.seed = std::strtoull(argv[++i], nullptr, 10);
        } else if (word == "--case" && has_value) {
            o.only_case = argv[++i];
        } else if (word == "--only" && has_value) {
            o.only = argv[++i];
        } else if (word == "--write" && has_value) {
            o.write = argv[++i];
        } else if (word == "--most" && has_value) {
            o.most = std::strtoull(argv[++i], nullptr, 10);
        } else if (word == "--slow") {
            o.is_slow = true;
        } else {
            o.folder = word;
        }
    }
    return o;
}

// The same draws for the same case whatever else is run.
std::uint64_t mixed(std::uint64_t seed, std::string const& text) {
    std::uint64_t hash = 14695981039346656037ull ^ seed;
    for (char const c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ull;
    }
    return hash;
}

struct tally {
    std::uint64_t compared = 0;
    std::uint64_t differed = 0;
    std::map<std::string, std::uint64_t> left_out;  // reason -> how many
    std::map<std::string, std::uint64_t> held_out;  // how -> differences
};

void write_log(std::string const& path, pr::timed_log const& log) {
    std::ofstream file(path, std::ios::binary);
    for (pr::part const& piece : log)
        for (std::uint64_t i = 0; i < piece.times; ++i)
            file << piece.text;
}

void judge(pr::transformation const& t, pr::subject const& s, std::size_t round, pr::changed_log const& log,
           std::string what, options const& o, tally& counts) {
    ++counts.compared;
    if (what.empty()) return;
    ++counts.differed;
    std::string const& name = s.recorded->name;
    if (s.recorded->is_held_out) {
        // of what kind, and nothing of what it says
        ++counts
              .held_out[name.substr(0, name.find('/')) + ", trace of " + s.plain.chosen->exception.language +
                        ", " + log.how + ": " + what.substr(0, what.find_first_of(",:"))];
        return;
    }
    std::printf("%s: %s, round %zu (%s): %s\n", name.c_str(), t.name, round, log.how.c_str(), what.c_str());
    if (!o.write.empty()) write_log(o.write, log.log);
}

void compare(pr::transformation const& t, pr::subject const& s, std::size_t round,
             pr::healthy_logs const& healthy, options const& o, tally& counts) {
    std::string const& name = s.recorded->name;
    pr::random_engine random(mixed(o.seed, name + t.name + std::to_string(round)));
    pr::changed const result = t.apply(s, {healthy, random, round});
    if (auto const* nature = std::get_if<pr::by_nature>(&result)) {
        ++counts.left_out[nature->reason];
        return;
    }
    auto const& log = std::get<pr::changed_log>(result);
    pr::answer const other = pr::answer_to(log.log, log.next_size);
    std::string what = pr::difference(s.plain, other, log.rank);
    if (what.empty() && log.explains_alike && s.plain.explanation != other.explanation)
        what = "what explain prints";
    judge(t, s, round, log, std::move(what), o, counts);
    if (!t.with_exit) return;
    task_agent::exit_status const failed{3, 0, false};
    judge(t, s, round, log, pr::difference(s.plain, pr::answer_to(log.log, {}, failed), log.rank), o, counts);
}

}  // namespace

int main(int argc, char** argv) {
    options const o = read_options(argc, argv);
    if (!std::filesystem::is_directory(o.folder)) {
        std::fprintf(stderr,
                     "corpus_properties: the folder of the corpus is missing: corpus_properties "
                     "[OPTIONS] FOLDER\n");
        return 2;
    }
    std::printf("seed %llu\n", static_cast<unsigned long long>(o.seed));
    std::vector<pr::recorded_case> const cases = task_agent::corpus::recorded_cases(o.folder);
    pr::healthy_logs const healthy = pr::healthy_logs_of(cases);
    std::vector<pr::subject> subjects;
    std::size_t nothing_chosen = 0;
    for (pr::recorded_case const& one : cases) {
        if (!one.is_positive() || (!o.only_case.empty() && one.name != o.only_case)) continue;
        pr::subject s = pr::subject_of(one);
        // a failure of the grammars, which corpus_report counts: there is no trace to be kept
        if (s.plain.chosen) {
            subjects.push_back(std::move(s));
        } else {
            ++nothing_chosen;
        }
    }
    std::printf("%zu cases, %zu more of which nothing is found plainly; %zu healthy logs\n", subjects.size(),
                nothing_chosen, healthy.size());
    // Those that are taken together are others with each seed: in a fixed order the same two may always meet.
    std::shuffle(subjects.begin(), subjects.end(), std::mt19937_64(o.seed));
    tally all;
    for (pr::transformation const& t : pr::transformations()) {
        if (!o.only.empty() && o.only != t.name) continue;
        tally counts;
        std::size_t const rounds = o.is_slow ? t.slow_rounds : t.rounds;
        std::size_t const stride = !o.only_case.empty() ? 1 : o.is_slow ? 3 * t.slow_stride : t.stride;
        // other ones with another seed
        for (std::size_t i = o.seed % stride; i < subjects.size(); i += stride)
            for (std::size_t round = 0; round < rounds; ++round)
                compare(t, subjects[i], round, healthy, o, counts);
        std::printf("%-18s %6llu compared, %llu differ\n", t.name,
                    static_cast<unsigned long long>(counts.compared),
                    static_cast<unsigned long long>(counts.differed));
        for (auto const& [how, number] : counts.held_out)
            std::printf("    %llu of them of cases held out: %s\n", static_cast<unsigned long long>(number),
                        how.c_str());
        for (auto const& [reason, number] : counts.left_out)
            std::printf("    %llu left out: %s\n", static_cast<unsigned long long>(number), reason.c_str());
        all.compared += counts.compared;
        all.differed += counts.differed;
    }
    bool good = all.compared > 0 && all.differed * 1000 <= o.most * all.compared;
    if (o.only.empty() && o.only_case.empty()) {
        good = pr::memory_is_bounded(o.seed) && good;
        good = pr::time_is_linear(o.seed) && good;
    }
    std::printf("%zu cases, %llu comparisons, %llu differ; seed %llu\n", subjects.size(),
                static_cast<unsigned long long>(all.compared), static_cast<unsigned long long>(all.differed),
                static_cast<unsigned long long>(o.seed));
    return good ? 0 : 1;
}
