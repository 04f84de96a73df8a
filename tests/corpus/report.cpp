// How well the cause is found in recorded logs: what really happened stands in a label beside each log, what
// is chosen is what `task-agent explain` would choose. A table per language, then the failures by name if
// asked for.
//
// A third of the cases, by the hash of their name, is held out: their figures are printed apart and never
// their names, so that nobody bends a grammar to them.
//
// usage: corpus_report [--lang L] [--failures] [--as-run | --as-explain] [--least PERCENT] FOLDER
//   --as-run: only with the exit code, which `run` knows; --as-explain: only without, as an old log is; else
//   both
//   --least: exit code 1 when the recall of the cause, or the precision of all choices, also those of
//   negatives, of all cases together is lower
//
// prec. is of the choices made for positives; of negatives, how many were chosen is told.
#include "task_agent/base/plain_text.hpp"
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/detector.hpp"

#include "corpus/recorded_case.hpp"
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace tr = task_agent::trace;
namespace fs = std::filesystem;

namespace {

using label = std::map<std::string, std::string>;

struct score {
    int positives = 0;
    int negatives = 0;
    int negatives_chosen = 0;
    int chosen_wrongly = 0;  // of a positive, another trace than the cause
    int cause = 0;
    int type = 0;
    int message = 0;
    int frames_due = 0;
    int frame = 0;
    int whole = 0;

    void add(score const& s) {
        positives += s.positives;
        negatives += s.negatives;
        negatives_chosen += s.negatives_chosen;
        chosen_wrongly += s.chosen_wrongly;
        cause += s.cause;
        type += s.type;
        message += s.message;
        frames_due += s.frames_due;
        frame += s.frame;
        whole += s.whole;
    }
};

std::string base_name(std::string const& path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

std::string frame_text(tr::found_trace const& t) {
    if (t.exception.frames.empty()) return "";
    auto const& f = t.exception.frames.back();
    std::string text = base_name(f.file);
    if (f.line > 0) text += ":" + std::to_string(f.line);
    if (!f.function.empty()) text += " " + f.function;
    return text;
}

std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

std::string get(label const& l, char const* key) {
    auto const it = l.find(key);
    return it == l.end() ? std::string() : it->second;
}

// How the process ended: every label says so.
ta::exit_status end_of(label const& truth) {
    return {std::atoi(get(truth, "exit").c_str()), std::atoi(get(truth, "signal").c_str()), false};
}

// One case; says what is wrong in `problems`.
score judge(label const& truth, std::string const& log, bool knows_end, std::vector<std::string>& problems) {
    ta::line_splitter splitter;
    tr::detector detector;
    ta::output_line line;
    splitter.feed(log);
    while (splitter.next(line)) {
        if (!line.transient) detector.on_line(line.text, {});
    }
    if (splitter.flush(line)) detector.on_line(line.text, {});
    detector.finish();
    tr::end_facts facts;
    facts.err_traces = detector.found();
    facts.err_tail = log;
    if (knows_end) {
        facts.exit = end_of(truth);
        if (facts.exit->signal != 0) facts.reason = ta::failure_reason::signal;
    }
    // of what ended well `run` reports no cause
    bool const is_asked = !facts.exit || !facts.exit->is_success();
    tr::found_trace const* const chosen = is_asked ? tr::choose_cause(facts).trace : nullptr;

    score s;
    if (get(truth, "kind") == "negative") {
        s.negatives = 1;
        if (chosen) {
            s.negatives_chosen = 1;
            problems.push_back("chosen: " + chosen->cause_line + " at line " +
                               std::to_string(chosen->first_line + 1));
        }
        return s;
    }
    s.positives = 1;
    unsigned long first = 0;
    unsigned long last = 0;
    std::sscanf(get(truth, "lines").c_str(), "%lu-%lu", &first, &last);
    bool const has_frame = truth.contains("frame");
    s.frames_due = has_frame ? 1 : 0;
    if (!chosen) {
        problems.push_back("nothing chosen of " + std::to_string(detector.found().size()) + " traces");
        return s;
    }
    if (chosen->first_line + 1 > last || chosen->last_line + 1 < first) {
        s.chosen_wrongly = 1;
        problems.push_back("chosen instead: " + chosen->cause_line + " at line " +
                           std::to_string(chosen->first_line + 1));
        return s;
    }
    s.cause = 1;
    auto const& e = chosen->exception;
    auto const either = [&](std::string const& is, char const* key, char const* root_key) {
        // labels have a message as it was printed, with control characters that no report can hold
        auto const due = [&](char const* name) { return trimmed(ta::to_plain_text(get(truth, name))); };
        return is == due(key) || (truth.contains(root_key) && is == due(root_key));
    };
    if (either(e.type, "type", "root_type")) {
        s.type = 1;
    } else {
        problems.push_back("type: " + e.type + ", not " + get(truth, "type"));
    }
    std::string const message = trimmed(e.message.substr(0, e.message.find('\n')));
    if (either(message, "message", "root_message")) {
        s.message = 1;
    } else {
        problems.push_back("message: " + message + ", not " + get(truth, "message"));
    }
    if (has_frame) {
        std::string due = get(truth, "frame");
        // a place without a line, or none at all
        if (auto const bare = due.find(": "); bare != std::string::npos && bare == due.find(':'))
            due.erase(bare, 1);
        std::string const is = trimmed(frame_text(*chosen));
        // Node's own modules are no paths, though they look like some
        bool const same_module = due.starts_with("node:") && base_name(due) == is;
        if (is == trimmed(due) || same_module) {
            s.frame = 1;
        } else {
            problems.push_back("frame: " + frame_text(*chosen) + ", not " + get(truth, "frame"));
        }
    }
    if (chosen->first_line + 1 == first && chosen->last_line + 1 == last) {
        s.whole = 1;
    } else {
        problems.push_back("lines: " + std::to_string(chosen->first_line + 1) + "-" +
                           std::to_string(chosen->last_line + 1) + ", not " + get(truth, "lines"));
    }
    return s;
}

double share(int part, int whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / whole;
}

void print_row(std::string const& name, score const& s) {
    std::printf("| %-10s | %3d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %4d | %6d |\n", name.c_str(),
                s.positives, share(s.cause, s.positives), share(s.cause, s.cause + s.chosen_wrongly),
                share(s.type, s.positives), share(s.message, s.positives), share(s.frame, s.frames_due),
                share(s.whole, s.positives), s.negatives, s.negatives_chosen);
}

void print_table(char const* title, std::map<std::string, score> const& rows) {
    score sum;
    std::printf("\n%s\n\n", title);
    std::printf("| language   | pos | cause | prec. | type  | mess. | frame | whole |  neg | chosen |\n");
    std::printf("| ---------- | --- | ----- | ----- | ----- | ----- | ----- | ----- | ---- | ------ |\n");
    for (auto const& [name, s] : rows) {
        print_row(name, s);
        sum.add(s);
    }
    print_row("all", sum);
}

// Whether the recall of the cause and the precision of all cases reach `least`.
bool report(std::vector<ta::corpus::recorded_case> const& cases, bool knows_end, bool names_failures,
            double least) {
    std::map<std::string, score> open;
    std::map<std::string, score> held_out;
    score all;
    for (ta::corpus::recorded_case const& c : cases) {
        std::vector<std::string> problems;
        score const s = judge(c.label, c.log, knows_end, problems);
        (c.is_held_out ? held_out : open)[c.language].add(s);
        all.add(s);
        if (names_failures && !c.is_held_out && !problems.empty()) {
            std::printf("%s\n", c.label_path.c_str());
            for (std::string const& problem : problems)
                std::printf("    %s\n", problem.c_str());
        }
    }
    print_table("Open cases:", open);
    print_table("Held out:", held_out);
    std::printf("\n%d cases\n\n", all.positives + all.negatives);
    return all.positives > 0 && share(all.cause, all.positives) >= least &&
           share(all.cause, all.cause + all.chosen_wrongly + all.negatives_chosen) >= least;
}

}  // namespace

int main(int argc, char** argv) {
    std::string only;
    std::string folder;
    bool failures = false;
    bool as_run = false;
    bool as_explain = false;
    double least = 0;
    for (int i = 1; i < argc; ++i) {
        std::string const word = argv[i];
        if (word == "--lang" && i + 1 < argc) {
            only = argv[++i];
        } else if (word == "--as-run") {
            as_run = true;
        } else if (word == "--as-explain") {
            as_explain = true;
        } else if (word == "--failures") {
            failures = true;
        } else if (word == "--least" && i + 1 < argc) {
            least = std::atof(argv[++i]) / 100;
        } else {
            folder = word;
        }
    }
    if (as_run && as_explain) as_run = as_explain = false;
    if (!fs::is_directory(folder)) {
        std::fprintf(stderr,
                     "corpus_report: the folder of the corpus is missing: corpus_report [OPTIONS] FOLDER\n");
        return 2;
    }
    auto const cases = ta::corpus::recorded_cases(folder, only);
    bool is_good = !cases.empty();
    for (bool const knows_end : {true, false}) {
        if (knows_end ? as_explain : as_run) continue;
        std::printf("%s\n", knows_end ? "With the exit code, as `run` sees them"
                                      : "Without the exit code, as `explain` sees an old log");
        is_good = report(cases, knows_end, failures, least) && is_good;
    }
    return is_good ? 0 : 1;
}
