#include "task_agent/devserver/controller_words.hpp"

#include "task_agent/devserver/views.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <string_view>

namespace task_agent::devserver {
namespace {

constexpr int killed = 128 + 9;
constexpr std::size_t stack_lines = 80;
constexpr std::size_t stack_bytes = 2048;
constexpr std::string_view subprocess_root = "/tmp/nmp-subprocess-jobs";

// As Python's slice keeps it, but never from the middle of a character on.
std::string last_bytes(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    auto at = text.size() - most;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        ++at;
    return text.substr(at);
}

std::string output_tail(observed_run const& run) {
    auto const& lines = run.output;
    std::string text;
    for (auto i = lines.size() > stack_lines ? lines.size() - stack_lines : 0; i < lines.size(); ++i)
        text += lines[i] + "\n";
    return last_bytes(std::move(text), stack_bytes);
}

// platform-facts 5.5: a cut of JSON lines, usually from the middle of one on.
std::string log_file_tail(observed_run const& run) {
    std::string text;
    for (auto const& line : run.output) {
        json::object const record{{"timestamp", naive_utc(run.at)},
                                  {"job", run.job},
                                  {"job_step", run.step},
                                  {"job_task", run.task},
                                  {"message", line}};
        text += json::serialize(record) + "\n";
    }
    return last_bytes(std::move(text), stack_bytes);
}

// platform-facts 4.5 and 7.1.
controller_words docker_words(observed_run const& run, status verdict) {
    controller_words words;
    words.status_details["message"] = "Job is running";
    if (!run.exit_code) return words;
    words.status_details["message"] = fmt::format("Job exited with code {}", *run.exit_code);
    words.status_details["exit_code"] = *run.exit_code;
    if (verdict != status::error) return words;
    words.error_details["message"] = fmt::format("Job exited with non-zero code {}", *run.exit_code);
    words.error_stack = output_tail(run);
    return words;
}

// platform-facts 4.5 and 7.1.
controller_words k8s_words(observed_run const& run, status verdict) {
    auto const pod = fmt::format("{}-{}", run.job, run.step);
    json::object container{{"name", "nemo-job-task"}};
    std::string_view phase = "Running";
    if (run.exit_code) {
        phase = *run.exit_code == 0 ? "Succeeded" : "Failed";
        container["state"] = {{"terminated", {{"exit_code", *run.exit_code}}}};
    } else {
        container["state"] = {{"running", json::object()}};
    }
    json::object const ready{{"type", "Ready"}, {"status", run.exit_code ? "False" : "True"}};
    controller_words words;
    words.status_details = {{"name", pod},
                            {"phase", phase},
                            {"conditions", json::array{ready}},
                            {"containers", json::array{container}},
                            {"events", json::array()}};
    if (verdict != status::error) return words;
    words.error_details["message"] = fmt::format("Pod {} is in error state", pod);
    words.error_stack = fmt::format("Container nemo-job-task terminated with exit code {}: {}",
                                    run.exit_code.value_or(0), output_tail(run));
    return words;
}

std::string subprocess_message(observed_run const& run, status verdict) {
    if (!run.exit_code) {
        if (run.step_state == status::cancelling) return "Job is cancelling";
        if (run.step_state == status::pausing) return "Job is pausing";
        return "Job is running";
    }
    switch (verdict) {
        case status::cancelled:
            return fmt::format("Job was cancelled with exit code {}", *run.exit_code);
        case status::paused:
            return fmt::format("Job paused with exit code {}", *run.exit_code);
        case status::completed:
            return "Job completed with exit code 0";
        default:
            return fmt::format("Job exited with code {}", *run.exit_code);
    }
}

// platform-facts 5.5.
controller_words subprocess_words(observed_run const& run, status verdict) {
    auto const attempt = fmt::format("{}/{}/{}/{}", subprocess_root, run.workspace, run.job, run.attempt_id);
    controller_words words;
    words.status_details = {{"subprocess_work_dir", fmt::format("{}/{}/{}", attempt, run.step, run.task)},
                            {"subprocess_persistent_storage_path", attempt + "/job-storage"},
                            {"message", subprocess_message(run, verdict)}};
    if (run.pid > 0) {
        words.status_details["pid"] = run.pid;
        words.status_details["pgid"] = run.pid;
    }
    if (!run.exit_code) return words;
    words.status_details["exit_code"] = *run.exit_code;
    if (verdict != status::error) return words;
    words.error_details["message"] = fmt::format("Job exited with code {}", *run.exit_code);
    words.error_stack = log_file_tail(run);
    return words;
}

}  // namespace

status verdict_of(backend by, status step_state, std::optional<int> exit_code) noexcept {
    bool const stops = step_state == status::cancelling || step_state == status::pausing;
    // a stop takes its time, and until then the step is what it was
    if (!exit_code) return stops ? step_state : status::active;
    bool const is_taken_for_stopped = by != backend::docker || *exit_code == 0 ||
                                      (*exit_code == killed && step_state == status::cancelling);
    if (stops && is_taken_for_stopped)
        return step_state == status::cancelling ? status::cancelled : status::paused;
    return *exit_code == 0 ? status::completed : status::error;
}

controller_words words_of(backend by, observed_run const& run, status verdict) {
    switch (by) {
        case backend::docker:
            return docker_words(run, verdict);
        case backend::k8s:
            return k8s_words(run, verdict);
        case backend::subprocess:
            break;
    }
    return subprocess_words(run, verdict);
}

}  // namespace task_agent::devserver
