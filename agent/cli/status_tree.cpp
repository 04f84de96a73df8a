#include "task_agent/cli/status_tree.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/core/status.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/wire/json_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace task_agent::cli {
namespace {

// What a person sees of a stack here; the whole is in the task's error_stack.
constexpr std::size_t shown_stack_bytes = 4096;
constexpr std::size_t shown_stack_lines = 40;

std::optional<std::string> find(detail_map const& details, std::string_view key) {
    auto const at = details.find(key);
    if (at == details.end() || at->second == "null") return std::nullopt;
    return plain_text(at->second);
}

// A terminal must not be steered by what a job reports.
std::string harmless(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return result;
}

// Seconds since a time stamp with or without a zone, always UTC (platform-facts 3.2).
std::optional<duration> age_of(std::string const& stamp, wall_clock::time_point now) {
    std::tm parts{};
    char const* const rest = ::strptime(stamp.c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
    if (!rest) return std::nullopt;
    auto const then = wall_clock::from_time_t(::timegm(&parts));
    auto const age = std::chrono::duration_cast<duration>(now - then);
    return std::max(std::chrono::floor<std::chrono::seconds>(age), std::chrono::seconds(0));
}

class printer {
public:
    void line(std::string_view indent, std::string_view text) {
        text_.append(indent).append(harmless(text)).append("\n");
    }
    // A text of several lines under a title.
    void block(std::string_view indent, std::string_view title, std::string_view text) {
        line(indent, title);
        while (!text.empty()) {
            auto const end = text.find('\n');
            line(std::string(indent) + "  ", text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::string text_;
};

std::string headline(std::string_view kind, std::string_view name, std::string_view state,
                     detail_map const& error) {
    std::string text = fmt::format("{} {}: {}", kind, name, state);
    if (auto const message = find(error, "message")) text += " - " + *message;
    return text;
}

// What the platform's screens show of progress (platform-facts 8).
std::string progress_of(detail_map const& details) {
    constexpr std::array<std::string_view, 7> keys = {"phase", "stage", "percentage_done", "progress",
                                                      "epoch", "step",  "max_steps"};
    std::string text;
    for (auto const key : keys) {
        auto const value = find(details, key);
        if (!value) continue;
        if (!text.empty()) text += ", ";
        text += fmt::format("{} {}", key, *value);
    }
    return text;
}

std::string heartbeat_of(task_node const& task, detail_map const& agent, wall_clock::time_point now) {
    std::string text;
    auto const beat = find(agent, "seq");
    auto const stamp = find(agent, "at");
    if (auto const age = age_of(stamp ? *stamp : task.updated_at, now)) {
        text = fmt::format("last update {} ago", to_text(*age));
    }
    if (beat) text += fmt::format("{}update {}", text.empty() ? "" : ", ", *beat);
    if (auto const host = find(agent, "host")) text += " from " + *host;
    if (auto const version = find(agent, "version")) text += " (task-agent " + *version + ")";
    return text;
}

void print_failure(printer& out, std::string const& indent, task_node const& task) {
    auto const& error = task.error_details;
    std::string why;
    for (auto const* key : {"reason", "category", "exit_code", "signal_name"}) {
        if (auto const value = find(error, key))
            why += fmt::format("{}{} {}", why.empty() ? "" : ", ", key, *value);
    }
    if (!why.empty()) out.line(indent, why);
    if (auto const hint = find(error, "hint")) out.line(indent, "hint: " + *hint);
    if (task.error_stack.empty()) return;
    auto const shown = last_whole_lines(task.error_stack, shown_stack_bytes, shown_stack_lines);
    bool const is_cut = shown.size() < task.error_stack.size();
    out.block(indent, is_cut ? "error stack (its end):" : "error stack:", shown);
}

void print_task(printer& out, std::string const& indent, bool is_last, task_node const& task,
                wall_clock::time_point now) {
    out.line(indent + (is_last ? "└─ " : "├─ "),
             headline("task", task.name, task.status_word, task.error_details));
    std::string const inner = indent + (is_last ? "   " : "│  ") + "  ";
    if (auto const progress = progress_of(task.status_details); !progress.empty()) out.line(inner, progress);
    auto const agent = task.status_details.find("agent");
    auto const beat = heartbeat_of(
        task, agent == task.status_details.end() ? detail_map() : members_of(agent->second), now);
    if (!beat.empty()) out.line(inner, beat);
    print_failure(out, inner, task);
}

}  // namespace

std::string status_tree(job_tree const& job, wall_clock::time_point now) {
    printer out;
    out.line("", headline("job", job.name, job.status_word, job.error_details));
    for (auto const& step : job.steps) {
        bool const is_last = &step == &job.steps.back();
        out.line(is_last ? "└─ " : "├─ ", headline("step", step.name, step.status_word, step.error_details));
        std::string const indent = is_last ? "   " : "│  ";
        for (auto const& task : step.tasks)
            print_task(out, indent, &task == &step.tasks.back(), task, now);
    }
    return out.take();
}

}  // namespace task_agent::cli
