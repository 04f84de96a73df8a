#include "task_agent/trace/grammars/native/ada.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view ended = " terminated by unhandled exception";
constexpr std::string_view stack = "Call stack traceback locations:";

struct raised_line {
    std::string_view type;
    std::string_view message;
};

// "raised BOX.TOO_FULL : the lid", "raised PROGRAM_ERROR": names are printed in capitals.
std::optional<raised_line> parse_raised(std::string_view line) noexcept {
    constexpr std::string_view mark = " : ";
    if (!take(line, "raised ")) return std::nullopt;
    std::string_view const name = line.substr(0, line.find(' '));
    bool const is_name = name.size() > 2 && std::all_of(name.begin(), name.end(), [](char c) {
                             return is_upper(c) || is_digit(c) || c == '_' || c == '.';
                         });
    line.remove_prefix(name.size());
    if (!is_name || !is_upper(name.front()) || !(line.empty() || take(line, mark))) return std::nullopt;
    // a word of another program
    if (line.empty() && name.find('_') == std::string_view::npos) return std::nullopt;
    return raised_line{name, trimmed(line)};
}

bool tells_end(std::string_view line) noexcept {
    return line.starts_with("Execution ") && line.ends_with(ended);
}

// "box.adb:7 index check failed", "box.adb:7"
std::optional<stack_frame> place_in(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const file = text.substr(0, colon);
    bool const is_source = file.ends_with(".adb") || file.ends_with(".ads") || file.ends_with(".ada");
    std::string_view rest = text.substr(colon + 1);
    int const line = take_number(rest);
    if (!is_source || line < 1 || file.find(' ') != std::string_view::npos) return std::nullopt;
    return stack_frame{bounded(file), line, {}};
}

class ada_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict in_stack(std::string_view line);

    native_report report_;
    std::optional<stack_frame> place_;
    bool in_stack_ = false;
};

verdict ada_reader::feed(std::string_view line) {
    if (in_stack_) return in_stack(line);
    if (report_.type.empty()) {
        if (tells_end(line)) return verdict::continues;
        auto const said = parse_raised(line);
        if (!said) return verdict::no_trace;
        report_.type = bounded(said->type, longest_name);
        // the place, of what the language checks
        place_ = place_in(said->message);
        std::size_t const end = place_ ? said->message.find(' ') : std::string_view::npos;
        report_.message = bounded(end < said->message.size() ? said->message.substr(end + 1) : said->message);
        report_.cause_line = bounded(line.substr(sizeof("raised ") - 1));
        report_.role = trace_role::raised;
        return verdict::continues;
    }
    in_stack_ = line == stack;
    bool const is_of_it = in_stack_ || line.starts_with("Load address: 0x") || tells_end(line);
    return is_of_it ? verdict::continues : is_blank(line) ? verdict::not_mine : verdict::ended_before;
}

// "0x402b0b 0x402a98", "[./box]", "0x402b0b Box.Fill at box.adb:7", "Box.Fill at box.adb:7"
verdict ada_reader::in_stack(std::string_view line) {
    if (line.starts_with('[') && line.ends_with(']')) return verdict::continues;
    std::string_view call = line;
    if (take(call, "0x")) {
        call.remove_prefix(std::min(call.find(' '), call.size()));
        call = trimmed(call);
        if (call.empty() || call.starts_with("0x")) return verdict::continues;
    }
    std::size_t const at = call.find(" at ");
    if (at == std::string_view::npos) return verdict::ended_before;
    if (auto frame = place_in(call.substr(at + 4))) {
        frame->function = bounded(call.substr(0, at), longest_name);
        report_.add(std::move(*frame));
        return verdict::continues;
    }
    return call.size() == line.size() ? verdict::ended_before : verdict::continues;
}

bool ada_reader::conclude(found_trace& trace) {
    if (report_.frames.empty() && place_) report_.add(std::move(*place_));
    return report_.write_to(trace);
}

}  // namespace

std::optional<start_point> find_ada_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!parse_raised(context.line().substr(column))) continue;
        auto const above = context.back(1, column);
        return start_point{column, above && tells_end(*above) ? std::size_t{1} : 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ada_grammar() {
    return std::make_unique<ada_reader>();
}

}  // namespace task_agent::trace
