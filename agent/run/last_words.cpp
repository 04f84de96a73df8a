#include "last_words.hpp"

#include "task_agent/logic/report_text.hpp"
#include "task_agent/os/fd_io.hpp"

#include <unistd.h>

#include <algorithm>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

// For a reader of stderr that has stopped reading, when no stop is under way.
constexpr auto patience = 5s;
constexpr char default_termination_log[] = "/dev/termination-log";

bool wants_report_tail(task_state const& s) {
    if (s.is_nested) return false;  // the outer agent has the last word
    switch (s.request.settings.tail) {
        case report_tail_mode::on:
            return true;
        case report_tail_mode::off:
            return false;
        case report_tail_mode::automatic:
            return s.request.settings.id.is_complete() || ::isatty(STDERR_FILENO);
    }
    return false;
}

}  // namespace

void write_termination_log(task_state& s, failure_report const& report) {
    auto const& path = s.request.settings.termination_log;
    if (path == "off" || s.is_nested) return;
    // the default is Kubernetes' own file: there, or not our business
    if (path == default_termination_log && ::access(path.c_str(), W_OK) != 0) return;
    auto const written = os::write_file(path.c_str(), termination_summary(report));
    if (!written) s.log.warn("the termination log is missing: " + written.error().text);
}

void print_report_tail(task_state& s, failure_report const& report) {
    if (!wants_report_tail(s)) return;
    auto const until = s.budget_end().value_or(steady_clock::now() + patience);
    s.lines.write_last(report_tail(report, true), std::max(until, steady_clock::now() + 100ms));
}

}  // namespace task_agent
