// Whatever stands around a recorded failure, and however its bytes come, the same is found in it: the cause
// with its type, message, frames and text.
//
// Compared with what is found in the plain log; that that is true is corpus_report's business. Names of
// held-out cases are never printed.
//
// usage: corpus_properties [--seed N] [--lang L] [--show] FOLDER
//   --show: prints what differed, not only where
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/detector.hpp"

#include <sys/resource.h>

#include "corpus/properties/disguise.hpp"
#include "corpus/recorded_case.hpp"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>

namespace ta = task_agent;
namespace tr = task_agent::trace;
using ta::corpus::disguise;
using ta::corpus::disguises;
using ta::corpus::lines_of;
using ta::corpus::recorded_case;

namespace {

// The detector behind the splitter, as `run` and `explain` have it.
class reading {
public:
    void feed(std::string_view chunk) {
        ta::output_line line;
        splitter_.feed(chunk);
        while (splitter_.next(line)) {
            if (!line.transient) traces_.on_line(line.text, now_);
        }
        tail_.append(chunk.substr(chunk.size() - std::min(chunk.size(), tail_size)));
        if (tail_.size() > 2 * tail_size) tail_.erase(0, tail_.size() - tail_size);
    }
    std::vector<tr::found_trace> const& finish() {
        ta::output_line line;
        if (splitter_.flush(line)) traces_.on_line(line.text, now_);
        traces_.finish();
        return traces_.found();
    }
    // `exit`: none = an old log
    // What comes now was printed by somebody else, or later: a runtime writes a trace in one go.
    void pause() { now_ += 2 * tr::detector::pause; }
    [[nodiscard]] tr::found_trace const* cause(std::optional<ta::exit_status> exit = {}) {
        finish();
        tr::end_facts facts;
        facts.exit = exit;
        facts.err_traces = traces_.found();
        facts.err_tail = tail_;
        return tr::choose_cause(facts).trace;
    }

private:
    static constexpr std::size_t tail_size = 64 * 1024;
    ta::line_splitter splitter_;
    tr::detector traces_;
    std::string tail_;
    ta::time_point now_{};
};

std::string said_by(tr::found_trace const& t) {
    std::string said = t.exception.language + "|" + t.exception.type + "|" + t.exception.message + "|" +
                       t.cause_line + "|" + t.root_line + "\n";
    for (auto const& f : t.exception.frames)
        said += f.file + ":" + std::to_string(f.line) + " " + f.function + "\n";
    for (auto const& link : t.exception.chain)
        said += link.type + "|" + link.message + "\n";
    return said + t.text;
}

std::string said_by(tr::found_trace const* t) {
    return t ? said_by(*t) : std::string("nothing\n");
}

constexpr ta::exit_status failed{.code = 1};

struct tally {
    int compared = 0;
    int left_out = 0;
    int differ = 0;
};

class properties {
public:
    properties(std::vector<recorded_case> cases, unsigned long seed, bool show)
        : cases_(std::move(cases)), seed_(seed), show_(show) {}

    void run();
    [[nodiscard]] int report() const;

private:
    void check_chunks(recorded_case const& c);
    void check_disguises(recorded_case const& c);
    void check_surroundings(recorded_case const& c);
    void check_interleaving(recorded_case const& c, std::mt19937& random);
    void check_long_lines(recorded_case const& c);
    void check_much_output(recorded_case const& c);
    void compare(char const* what, recorded_case const& c, std::string const& is, std::string const& due);

    std::vector<recorded_case> cases_;
    unsigned long seed_;
    bool show_;
    std::map<std::string, tally> rows_;
};

std::string plain_cause(recorded_case const& c, std::optional<ta::exit_status> exit = {}) {
    reading plain;
    plain.feed(c.log);
    return said_by(plain.cause(exit));
}

void properties::compare(char const* what, recorded_case const& c, std::string const& is,
                         std::string const& due) {
    tally& row = rows_[what];
    ++row.compared;
    if (is == due) return;
    ++row.differ;
    if (c.is_held_out) return;
    std::printf("differs: %s in %s\n", what, c.name.c_str());
    if (show_) std::printf("--- due\n%s\n--- is\n%s\n---\n", due.c_str(), is.c_str());
}

void properties::check_chunks(recorded_case const& c) {
    std::string const due = plain_cause(c);
    reading bytes;
    for (char const& byte : c.log)
        bytes.feed({&byte, 1});
    compare("single bytes", c, said_by(bytes.cause()), due);

    std::mt19937 random(seed_ ^ std::hash<std::string>{}(c.name));
    for (int round = 0; round < 3; ++round) {
        std::size_t const most = 1 + random() % (round == 0 ? 8 : 4096);
        reading chunks;
        for (std::size_t at = 0; at < c.log.size();) {
            std::size_t const n = 1 + random() % most;
            chunks.feed(std::string_view(c.log).substr(at, n));
            at += n;
        }
        compare("chunks of any size", c, said_by(chunks.cause()), due);
    }
}

void properties::check_disguises(recorded_case const& c) {
    reading plain;
    plain.feed(c.log);
    auto const* const chosen = plain.cause();
    std::string const due = said_by(chosen);
    // a launcher's tag around another one's, or a container runtime's record around a record, is not looked
    // into
    bool const is_worn = c.log.starts_with("{\"log\":") || c.log.find(" stderr F ") < 60 ||
                         (chosen && !chosen->source.empty());
    bool const is_one_line = chosen && chosen->first_line == chosen->last_line;
    bool const has_bars = c.log.find('\r') != std::string::npos;
    for (disguise const& d : disguises()) {
        // what one line says at INFO was said of no failure; a level that several wear is the launcher's
        bool const is_mute = is_one_line && d.name == std::string_view("a local time and INFO");
        if ((is_worn && d.name != std::string_view("DOS line ends")) || has_bars || is_mute) {
            ++rows_[d.name].left_out;
            continue;
        }
        reading worn;
        std::size_t number = 0;
        for (auto const line : lines_of(c.log))
            worn.feed(d.wear(line, number++));
        compare(d.name, c, said_by(worn.cause()), due);
    }
}

std::string noise(std::mt19937& random, int kind) {
    std::string line;
    switch (kind) {
        case 0:  // bytes of any value
            for (auto n = random() % 200; n > 0; --n) {
                char const byte = static_cast<char>(random() % 256);
                line += byte == '\n' || byte == '\r' ? 'x' : byte;
            }
            break;
        case 1:  // UTF-8 that breaks off
            for (auto n = random() % 40; n > 0; --n)
                line += "\xF0\x9F\x98 \xC3\xFF\x80 \xED\xA0\x80 ";
            break;
        default:
            line = "step " + std::to_string(random() % 1000) + " | loss 0." + std::to_string(random() % 1000);
    }
    return line + "\n";
}

void properties::check_surroundings(recorded_case const& c) {
    std::string const due = plain_cause(c, failed);
    std::mt19937 random(seed_ ^ std::hash<std::string>{}(c.name));
    for (int kind = 0; kind < 3; ++kind) {
        reading surrounded;
        for (int i = 0; i < 40; ++i)
            surrounded.feed(noise(random, kind));
        surrounded.feed(c.log);
        if (!c.log.ends_with('\n')) surrounded.feed("\n");
        surrounded.pause();  // a message may have any number of lines
        for (int i = 0; i < 8; ++i)
            surrounded.feed(noise(random, kind));
        static constexpr char const* names[] = {"random bytes around", "broken UTF-8 around", "text around"};
        compare(names[kind], c, said_by(surrounded.cause(failed)), due);
    }
}

// Every source's traces are found as if it had the stream for itself.
void properties::check_interleaving(recorded_case const& c, std::mt19937& random) {
    static constexpr char const* what = "sources interleaved";
    std::size_t const count = 2 + random() % 4;
    std::vector<recorded_case const*> sources = {&c};
    while (sources.size() < count)
        sources.push_back(&cases_[random() % cases_.size()]);
    std::vector<std::vector<std::string_view>> lines;
    std::vector<std::vector<std::string>> due(count);
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const& log = sources[i]->log;
        lines.push_back(lines_of(log));
        reading alone;
        for (auto const line : lines.back())
            alone.feed("[rank" + std::to_string(i) + "]: " + std::string(line) + "\n");
        for (auto const& t : alone.finish())
            due[i].push_back(said_by(t));
        found += due[i].size();
    }
    // of more only the first and the last are kept; a launcher's tags inside a launcher's tags mean little
    if (found > tr::detector::first_kept + tr::detector::last_kept) {
        ++rows_[what].left_out;
        return;
    }
    reading together;
    std::vector<std::size_t> at(count);
    std::vector<std::size_t> open(count);
    for (std::size_t i = 0; i < count; ++i)
        open[i] = i;
    while (!open.empty()) {
        std::size_t const k = random() % open.size();
        std::size_t const i = open[k];
        for (std::size_t run = 1 + random() % 3; run > 0 && at[i] < lines[i].size(); --run)
            together.feed("[rank" + std::to_string(i) + "]: " + std::string(lines[i][at[i]++]) + "\n");
        if (at[i] == lines[i].size()) open.erase(open.begin() + static_cast<std::ptrdiff_t>(k));
    }
    std::vector<std::string> is;
    for (auto const& t : together.finish()) {
        if (t.source.starts_with("[rank0]")) is.push_back(said_by(t));
    }
    std::string all_due;
    std::string all_is;
    for (auto const& one : due[0])
        all_due += one + "\n===\n";
    for (auto const& one : is)
        all_is += one + "\n===\n";
    compare(what, c, all_is, all_due);
}

void properties::check_long_lines(recorded_case const& c) {
    std::string const due = plain_cause(c, failed);
    static std::string const block(64 * 1024, 'e');
    reading r;
    auto const long_line = [&] {
        for (std::size_t n = 0; n < 10 * 1024 * 1024; n += block.size())
            r.feed(block);
        r.feed("\n");
    };
    long_line();
    r.feed(c.log);
    if (!c.log.ends_with('\n')) r.feed("\n");
    r.pause();
    long_line();
    compare("lines of 10 MiB around", c, said_by(r.cause(failed)), due);
}

void properties::check_much_output(recorded_case const& c) {
    std::string const due = plain_cause(c, failed);
    std::string block;
    for (int i = 0; block.size() < 64 * 1024; ++i)
        block += "step " + std::to_string(i) + ": all shards are written, error rate 0.0\n";
    reading r;
    r.feed(c.log);
    if (!c.log.ends_with('\n')) r.feed("\n");
    r.pause();
    for (std::size_t n = 0; n < 64 * 1024 * 1024; n += block.size())
        r.feed(block);
    compare("64 MiB behind it", c, said_by(r.cause(failed)), due);
}

void properties::run() {
    std::mt19937 random(seed_);
    std::size_t number = 0;
    std::map<std::string, int> of_language;
    for (recorded_case const& c : cases_) {
        if (!c.is_positive()) continue;
        check_chunks(c);
        check_disguises(c);
        check_surroundings(c);
        check_interleaving(c, random);
        if (number++ % 10 == 0) check_long_lines(c);
        if (of_language[c.language]++ == 2) check_much_output(c);
    }
}

int properties::report() const {
    tally all;
    for (auto const& [name, row] : rows_) {
        std::printf("%-24s %5d compared, %3d left out, %d differ\n", name.c_str(), row.compared, row.left_out,
                    row.differ);
        all.compared += row.compared;
        all.left_out += row.left_out;
        all.differ += row.differ;
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("at most %ld KiB resident\n", usage.ru_maxrss);
    std::printf("seed %lu: %d compared, %d left out, %d differ\n", seed_, all.compared, all.left_out,
                all.differ);
    return all.differ == 0 && all.compared > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::string only;
    std::string folder;
    unsigned long seed = std::random_device{}();
    bool show = false;
    for (int i = 1; i < argc; ++i) {
        std::string const word = argv[i];
        if (word == "--seed" && i + 1 < argc) {
            seed = std::strtoul(argv[++i], nullptr, 10);
        } else if (word == "--lang" && i + 1 < argc) {
            only = argv[++i];
        } else if (word == "--show") {
            show = true;
        } else {
            folder = word;
        }
    }
    if (!std::filesystem::is_directory(folder)) {
        std::fprintf(
            stderr,
            "corpus_properties: the folder of the corpus is missing: corpus_properties [OPTIONS] FOLDER\n");
        return 2;
    }
    properties all(ta::corpus::recorded_cases(folder, only), seed, show);
    all.run();
    return all.report();
}
