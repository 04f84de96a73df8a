#include "task_agent/trace/grammars/native/sanitizer.hpp"

#include "task_agent/trace/grammars/native/native_report.hpp"

#include "sanitizer_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace sanitizer;

constexpr int most_strangers = 16;

class sanitizer_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return kind_ == form::undefined || has_summary_; }
    bool conclude(found_trace& trace) override;

private:
    enum class form {
        none,
        undefined,  // one line, with a stack if asked for
        thread,     // between two borders
        fuzzer,     // libFuzzer's
        report,     // to "ABORTING", or to the shadow bytes
    };

    verdict first(std::string_view line);
    verdict in_undefined(std::string_view line);
    verdict in_report(std::string_view line);
    verdict behind_summary(std::string_view line);
    void take_frame(std::string_view line);

    form kind_ = form::none;
    native_report report_;
    bool is_prose_ = false;
    bool has_summary_ = false;
    bool has_ended_ = false;  // said that the process ends with it
    bool stack_is_over_ = false;
    int strangers_ = 0;
};

verdict sanitizer_reader::feed(std::string_view line) {
    switch (kind_) {
        case form::none:
            return first(line);
        case form::undefined:
            return in_undefined(line);
        default:
            return in_report(line);
    }
}

verdict sanitizer_reader::first(std::string_view line) {
    report_.role = trace_role::sanitizer;
    auto place = undefined_behaviour(line);
    std::string_view const minimal = minimal_kind(line);
    if (place || !minimal.empty()) {
        kind_ = form::undefined;
        report_.type = "undefined behavior";
        report_.message =
            bounded(trimmed(place ? line.substr(line.find(runtime_error) + runtime_error.size()) : minimal));
        report_.cause_line = bounded(trimmed(line));
        if (place && !place->file.empty()) report_.add(std::move(*place));
        return verdict::continues;
    }
    std::string_view const text = headline(line);
    if (text.empty())
        return is_border(line) || is_deadly_signal(line) ? verdict::continues : verdict::no_trace;
    bool const is_warning = line.starts_with("WARNING: ");
    kind_ = is_warning ? form::thread : text.starts_with("libFuzzer: ") ? form::fuzzer : form::report;
    bug const told = parse_bug(text);
    is_prose_ = told.is_prose;
    report_.cause_line = bounded(trimmed(text));
    report_.type = bounded(told.kind);
    report_.message = bounded(told.rest);
    return verdict::continues;
}

void sanitizer_reader::take_frame(std::string_view line) {
    if (!stack_is_over_) report_.add(parse_frame(line));
}

verdict sanitizer_reader::in_undefined(std::string_view line) {
    if (line.starts_with("SUMMARY: ")) return verdict::ends;
    if (is_frame(line) && line.starts_with("    ")) {
        if (!stack_is_over_) report_.frames.clear();  // the place, which the stack tells better
        stack_is_over_ = true;
        report_.add(parse_frame(line));
        return verdict::continues;
    }
    if (line.find(": note: ") != std::string_view::npos) return verdict::continues;
    if (line.empty()) return ++strangers_ > 1 ? verdict::ended_before : verdict::not_mine;
    // the bytes a pointer points to, and the mark below them
    bool const is_dump =
        line.starts_with(' ') && line.find_first_not_of(" 0123456789abcdef^?~") == std::string_view::npos;
    return is_dump ? verdict::continues : verdict::ended_before;
}

verdict sanitizer_reader::in_report(std::string_view line) {
    if (is_border(line)) return kind_ == form::thread ? verdict::ends : verdict::ended_before;
    std::string_view const own = behind_pid(line);
    if (own == "ABORTING") {
        has_ended_ = true;
        return verdict::ends;
    }
    if (has_summary_) return behind_summary(line);
    if (line.starts_with("SUMMARY: ") &&
        (line.find("Sanitizer: ") != std::string_view::npos || line.starts_with("SUMMARY: libFuzzer: "))) {
        has_summary_ = true;
        if (std::string_view const kind = summary_kind(line); is_prose_ && !kind.empty())
            report_.type = bounded(kind);
        return verdict::continues;
    }
    if (is_frame(line) && line.starts_with("    ")) {
        take_frame(line);
        return verdict::continues;
    }
    if (line.empty() || !own.empty() || is_section(line)) {
        stack_is_over_ = stack_is_over_ || !report_.frames.empty();
        return verdict::continues;
    }
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

verdict sanitizer_reader::behind_summary(std::string_view line) {
    if (line == "Exiting" || line == "  Exiting") {
        has_ended_ = true;
        return verdict::ends;
    }
    if (kind_ == form::fuzzer) return is_artifact(line) ? verdict::continues : verdict::ended_before;
    if (behind_pid(line).starts_with("HINT: ")) return verdict::continues;
    return is_shadow(line) ? verdict::continues : verdict::ended_before;
}

bool sanitizer_reader::conclude(found_trace& trace) {
    // all but leaks go on unless they say so, as their options tell them; told by many lines behind it
    bool const is_the_end = has_ended_ || report_.type == "memory leak" || kind_ == form::fuzzer;
    trace.is_often_survived = !is_the_end && (kind_ != form::report || has_summary_);
    return report_.write_to(trace);
}

}  // namespace

std::optional<start_point> find_sanitizer_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (undefined_behaviour(text) || !minimal_kind(text).empty()) return start_point{column, 0};
        if (headline(text).empty()) continue;
        std::size_t lines = 0;
        auto before = context.back(1, column);
        if (before && is_border(*before)) before = context.back(++lines + 1, column);
        if (before && is_deadly_signal(*before)) ++lines;
        return start_point{column, lines};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_sanitizer_grammar() {
    return std::make_unique<sanitizer_reader>();
}

}  // namespace task_agent::trace
