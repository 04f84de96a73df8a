#include "task_agent/run/explain.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/packed_text.hpp"
#include "task_agent/run/diagnosis.hpp"
#include "task_agent/run/output_watch.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace task_agent {
namespace {

// The file may be what a JVM left of its crash, which has frames that no output has.
std::optional<trace::found_trace> crash_in(std::string_view head, secret_set const& secrets) {
    bool const is_cut = head.size() == runtime_file_limit;
    return trace::read_jvm_crash("this file", plain_and_masked(head, &secrets, is_cut), is_cut);
}

// What nobody logged, so that it may have ended the command after all.
std::string last_raised(std::vector<trace::found_trace> const& traces) {
    for (auto trace = traces.rbegin(); trace != traces.rend(); ++trace) {
        if (trace->is_guess || trace->role < trace::trace_role::raised) continue;
        if (trace->handled != trace::handling::none || trace->cause_line.empty()) continue;
        std::string_view const said =
            std::string_view(trace->cause_line).substr(0, trace->cause_line.find('\n'));
        return std::string(utf8_prefix(said, trace::message_limit)) + " (line " +
               std::to_string(trace->first_line + 1) + ")";
    }
    return {};
}

// Its words would not be seen, and the answer be that of a log without a failure.
std::string refusal(packed_text const& form, std::string const& name) {
    std::string const reader(form.reader);
    return "it is " + std::string(form.what) + "; allowed is plain text in UTF-8, as of: " +
           (name == "-" ? "... | " + reader : reader + " " + name) + " | task-agent explain";
}

}  // namespace

result<explanation> explain_log(int fd, std::string const& name, explain_options const& options) {
    auto const secrets = std::make_shared<secret_set const>(options.secrets);
    output_watch log(secrets->is_empty() ? nullptr : secrets, options.stack_limit);
    output_watch no_log;
    // all at one moment: of an old log only the order of its lines is known
    time_point const now{};
    std::array<char, 64 * 1024> buffer{};
    bool is_start = true;
    std::string head;
    std::optional<bool> may_be_crash;
    for (;;) {
        ssize_t const n = ::read(fd, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), "read");
        if (n == 0) break;
        std::string_view const bytes(buffer.data(), static_cast<std::size_t>(n));
        if (auto const form = is_start ? packed_text_of(bytes) : std::nullopt)
            return bad_input(refusal(*form, name));
        is_start = false;
        // such a file begins with '#'
        may_be_crash = may_be_crash.value_or(bytes.front() == '#');
        if (*may_be_crash && head.size() < runtime_file_limit)
            head += bytes.substr(0, runtime_file_limit - head.size());
        log.on_bytes(bytes, now);
    }
    log.finish(now);
    no_log.finish(now);

    end_of_workload end;
    end.secrets = secrets->is_empty() ? nullptr : secrets.get();
    end.own_rules = &options.rules;
    end.stack_limit = options.stack_limit;
    end.ended_at = now;
    if (auto crash = crash_in(head, *secrets)) end.files.traces.push_back(std::move(*crash));
    if (options.exit_code) end.exit = exit_status{*options.exit_code, 0, false};
    if (end.exit && end.exit->is_success()) return explanation();
    failure_report report = diagnose(end, no_log, log);
    // without a code and a trace only a known failure says that there was one at all
    if (!end.exit && !report.exception && report.category.empty())
        return explanation{std::nullopt, last_raised(log.traces())};
    return explanation{std::move(report), {}};
}

std::string explanation_text(failure_report const& report) {
    std::string text = "cause: " + report.message + "\n";
    if (!report.category.empty()) text += "category: " + report.category + "\n";
    if (!report.hint.empty()) text += "hint: " + report.hint + "\n";
    if (!report.retryable.empty()) text += "retryable: " + report.retryable + "\n";
    if (report.exception && report.exception->rank)
        text += "rank: " + std::to_string(*report.exception->rank) + "\n";
    for (auto const& [what, number] : report.lost)
        text += "lost: " + what + " " + std::to_string(number) + "\n";
    text += "stack:\n" + report.stack;
    if (!text.ends_with('\n')) text += '\n';
    return text;
}

}  // namespace task_agent
