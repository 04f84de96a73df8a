#include "task_agent/trace/grammars/erlang/elixir_build.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 64;
constexpr std::string_view end =
    "Compilation failed due to warnings while using the --warnings-as-errors option";

// "warning: variable "nut" is unused"; newer versions indent it.
std::string_view warning_in(std::string_view line) noexcept {
    line = trimmed(line);
    return take(line, "warning: ") ? trimmed(line) : std::string_view{};
}

// "  lib/shop.ex:3: Shop.sell/1", "    \u2514\u2500 lib/shop.ex:3:7: Shop.sell/1"
std::optional<stack_frame> parse_place(std::string_view line) {
    if (!line.starts_with("  ")) return std::nullopt;
    line = trimmed(line);
    take(line, "\u2514\u2500 ");
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || line.find(' ') < colon) return std::nullopt;
    std::string_view const file = line.substr(0, colon);
    if (!file.ends_with(".ex") && !file.ends_with(".exs") && !file.ends_with(".erl")) return std::nullopt;
    std::string_view rest = line.substr(colon + 1);
    int const number = take_number(rest);
    std::string_view behind = rest;
    if (take(behind, ":") && take_number(behind) > 0) rest = behind;
    take(rest, ":");
    if (number < 1) return std::nullopt;
    return stack_frame{bounded(file, longest_name), number, bounded(trimmed(rest), longest_name)};
}

class elixir_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (line == end) return report_.type.empty() ? verdict::no_trace : verdict::ends;
        if (report_.type.empty()) {
            report_.message = bounded(warning_in(line));
            if (report_.message.empty()) return verdict::no_trace;
            report_.type = "build failed";
            report_.cause_line = bounded(trimmed(line));
            report_.role = trace_role::raised;
        } else if (report_.frames.empty()) {
            if (auto place = parse_place(line)) report_.add(std::move(*place));
        }
        return verdict::continues;
    }
    // its last line tells
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override { return report_.write_to(trace, "elixir"); }

private:
    native_report report_;
};

}  // namespace

std::optional<start_point> find_elixir_build_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) != end) continue;
        std::size_t first = 0;
        for (std::size_t n = 1; n <= most_back; ++n) {
            auto const above = context.back(n, column);
            if (!above) break;
            if (!warning_in(*above).empty()) first = n;
        }
        if (first > 0) return start_point{column, first};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_elixir_build_grammar() {
    return std::make_unique<elixir_build_reader>();
}

}  // namespace task_agent::trace
