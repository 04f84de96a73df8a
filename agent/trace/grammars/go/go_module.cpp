// What the go tool says of modules before it builds anything.
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::take;
using reading::take_number;

constexpr int most_lines = 16;

// It says what it downloads and adds in the same form.
bool is_objection(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 8> starts = {
        "updates to go.mod needed", "updates to go.sum needed", "cannot find main module",
        "go.mod file not found",    "errors parsing go.mod",    "inconsistent vendoring",
        "go.mod requires go >= ",   "ambiguous import: "};
    constexpr std::array<std::string_view, 8> parts = {": missing go.sum entry",
                                                       ": checksum mismatch",
                                                       ": unknown revision ",
                                                       ": invalid version: ",
                                                       " requires go >= ",
                                                       ": no matching versions for query ",
                                                       ": module declares its path as: ",
                                                       ": unrecognized import path "};
    // it gets what is asked for by itself
    if (message.find("; switching to ") != std::string_view::npos) return false;
    auto const holds = [&](auto part) { return message.find(part) != std::string_view::npos; };
    return starts_with_any(message, starts) || std::any_of(parts.begin(), parts.end(), holds);
}

std::optional<std::string_view> parse(std::string_view line) noexcept {
    // "go: downloading example.org/nut v1.2.0" has no colon
    if (!take(line, "go: ") || !is_objection(line)) return std::nullopt;
    return trimmed(line);
}

class go_module_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    bool take_place(std::string_view line);

    std::vector<stack_frame> frames_;
    std::string message_;
    std::string cause_line_;
    make_end make_;
    int lines_ = 0;
};

// "/app/go.mod:3: invalid go version '1.x'", below "errors parsing go.mod:"
bool go_module_reader::take_place(std::string_view line) {
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || !line.substr(0, colon).ends_with("go.mod")) return false;
    std::string_view said = line.substr(colon + 1);
    int const number = take_number(said);
    // the column is not always told
    if (std::string_view rest = said; take(rest, ":") && take_number(rest) > 0) said = rest;
    if (number < 1 || !take(said, ": ") || is_blank(said)) return false;
    frames_.push_back({bounded(line.substr(0, colon)), number, {}});
    message_ = bounded(trimmed(said));
    cause_line_ = bounded(line);
    return true;
}

verdict go_module_reader::feed(std::string_view line) {
    if (message_.empty()) {
        auto const said = parse(line);
        if (!said || said->empty()) return verdict::no_trace;
        message_ = bounded(*said);
        cause_line_ = bounded(trimmed(line));
        return verdict::continues;
    }
    if (message_.ends_with(':') && lines_ == 0 && take_place(line)) return verdict::continues;
    if (auto const end = make_.read(line)) return *end;
    if (make_.is_seen()) return verdict::ended_before;
    return line.starts_with('\t') && ++lines_ <= most_lines ? verdict::continues : verdict::ended_before;
}

bool go_module_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "go", "build failed", std::move(message_), std::move(frames_));
    return true;
}

}  // namespace

std::optional<start_point> find_go_module_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (parse(context.line().substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_module_grammar() {
    return std::make_unique<go_module_reader>();
}

}  // namespace task_agent::trace
