// What support/fit_points fits the points of agent/trace/grammars/words/likely_signs.cpp to: of each recorded
// job that ended badly and whose label names one line or a few, the last lines with their signs, the last
// first, as if no grammar were known. Held-out cases are left out.
//
// usage: corpus_signs FOLDER
//   case NAME positive|negative
//   SIGNS 0|1    one bit for each sign; 1 = the line is in the block of the label
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/grammars/words/likely_line.hpp"

#include "corpus/recorded_case.hpp"
#include <cstdio>
#include <cstdlib>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

constexpr unsigned long most_lines = 4;  // of a block: longer ones are traces

void print_signs(ta::corpus::recorded_case const& c) {
    unsigned long first = 0;
    unsigned long last = 0;
    std::sscanf(c.get("lines").c_str(), "%lu-%lu", &first, &last);
    if (c.is_positive() && last - first >= most_lines) return;
    tr::line_history history;
    unsigned long number = 0;
    ta::line_splitter splitter;
    ta::output_line line;
    splitter.feed(c.log);
    while (splitter.next(line)) {
        if (!line.transient) history.push(line.text, ++number);
    }
    if (splitter.flush(line)) history.push(line.text, ++number);
    std::printf("case %s/%s %s\n", c.language.c_str(), c.name.c_str(),
                c.is_positive() ? "positive" : "negative");
    for (tr::signed_line const& one : tr::signs_at_end(history)) {
        unsigned long const at = history.back(one.at, {})->number;
        bool const is_told = c.is_positive() && at >= first && at <= last;
        std::printf("%lu %d\n", static_cast<unsigned long>(one.signs), is_told ? 1 : 0);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: corpus_signs FOLDER\n", stderr);
        return 2;
    }
    for (ta::corpus::recorded_case const& c : ta::corpus::recorded_cases(argv[1])) {
        bool const ended_well = c.get("exit") == "0" && (c.get("signal").empty() || c.get("signal") == "0");
        if (!c.is_held_out && !ended_well) print_signs(c);
    }
    return 0;
}
