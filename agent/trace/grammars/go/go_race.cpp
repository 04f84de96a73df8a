// The race detector's report, between two borders.
#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view border = "==================";
constexpr std::string_view headline = "WARNING: DATA RACE";
constexpr int most_lines = 512;
constexpr int most_strangers = 16;

class go_race_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_over_; }
    bool conclude(found_trace& trace) override;

private:
    native_report report_;
    std::string call_;
    bool has_begun_ = false;
    bool is_over_ = false;  // the first access, whose stack is the place
    int lines_ = 0;
    int strangers_ = 0;
};

verdict go_race_reader::feed(std::string_view line) {
    if (!has_begun_) {
        if (line == border) return verdict::continues;
        if (line != headline) return verdict::no_trace;
        has_begun_ = true;
        report_.cause_line = bounded(line);
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    if (line == border) return verdict::ends;
    if (is_blank(line)) {
        is_over_ = is_over_ || !report_.frames.empty();
        return verdict::continues;
    }
    if (line.starts_with("      ")) {
        // "      /app/a.go:12 +0x44"
        auto frame = go::parse_place("\t" + std::string(trimmed(line)));
        if (frame && !call_.empty() && !is_over_) {
            frame->function = std::move(call_);
            if (!report_.frames.empty() || !go::is_machinery(*frame)) report_.add(std::move(*frame));
        }
        call_.clear();
        return verdict::continues;
    }
    if (line.starts_with("  ")) {
        if (auto const call = go::parse_call(trimmed(line))) call_ = *call;
        return verdict::continues;
    }
    // "Read at 0x.. by goroutine 8:", "Previous write at ...", "Goroutine 8 (running) created at:"
    if (line.ends_with(':')) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool go_race_reader::conclude(found_trace& trace) {
    if (!has_begun_ || report_.frames.empty()) return false;
    report_.role = trace_role::sanitizer;
    report_.type = "data race";
    // the process goes on, and ends with 66
    trace.is_often_survived = true;
    return report_.write_to(trace, "go");
}

}  // namespace

std::optional<start_point> find_go_race_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) != headline) continue;
        auto const above = context.back(1, column);
        return start_point{column, above && *above == border ? std::size_t{1} : 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_race_grammar() {
    return std::make_unique<go_race_reader>();
}

}  // namespace task_agent::trace
