// What the parsers of Haskell's libraries parsec and megaparsec could not read.
#include "task_agent/trace/grammars/haskell/haskell_test.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 5;
constexpr int most_lines = 16;

// Behind "app: ", which a program may have put before it.
std::string_view without_program(std::string_view line) noexcept {
    std::size_t const space = line.find(' ');
    bool const is_program =
        space != std::string_view::npos && space > 1 && line[space - 1] == ':' && line.find(':') == space - 1;
    return is_program ? line.substr(space + 1) : line;
}

// "shop.conf:3:5:"
std::optional<stack_frame> megaparsec_place(std::string_view line) {
    line = without_program(line);
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view rest = line.substr(colon + 1);
    int const number = take_number(rest);
    if (number <= 0 || !take(rest, ":") || take_number(rest) < 0 || rest != ":") return std::nullopt;
    return stack_frame{bounded(line.substr(0, colon), longest_name), number, {}};
}

// ""shop.conf" (line 3, column 5):", "(line 3, column 5):"
std::optional<stack_frame> parsec_place(std::string_view line) {
    constexpr std::string_view mark = "(line ";
    std::size_t const at = line.rfind(mark);
    if (at == std::string_view::npos || !line.ends_with("):")) return std::nullopt;
    std::string_view rest = line.substr(at + mark.size());
    int const number = take_number(rest);
    if (number <= 0 || !take(rest, ", column ") || take_number(rest) < 0 || rest != "):") return std::nullopt;
    std::string_view file = trimmed(line.substr(0, at));
    if (!file.ends_with('"')) return stack_frame{{}, number, {}};
    file.remove_suffix(1);
    return stack_frame{bounded(file.substr(file.rfind('"') + 1), longest_name), number, {}};
}

class haskell_parser_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    stack_frame place_;
    std::string message_;
    int lines_ = 0;
};

verdict haskell_parser_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (place_.line == 0) {
        auto place = megaparsec_place(line);
        if (!place) place = parsec_place(line);
        if (!place) return verdict::no_trace;
        place_ = std::move(*place);
        return verdict::continues;
    }
    bool const is_said = line.starts_with("unexpected ") || line.starts_with("expecting ");
    if (is_said && message_.empty()) message_ = bounded(trimmed(line));
    return is_said || message_.empty() ? verdict::continues : verdict::ended_before;
}

bool haskell_parser_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = message_;
    std::vector<stack_frame> frames;
    if (!place_.file.empty()) frames.push_back(std::move(place_));
    put_exception(trace.exception, "haskell", "error", std::move(message_), std::move(frames));
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_parser_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.starts_with("unexpected ") && !text.starts_with("expecting ")) continue;
        auto const above = context.back(1, column);
        if (above && parsec_place(*above)) return start_point{column, 1};
        // what could not be read is drawn between
        bool const is_marked = above && above->ends_with('^') && trimmed(*above).starts_with('|');
        for (std::size_t n = 2; is_marked && n <= most_back; ++n) {
            auto const line = context.back(n, column);
            if (!line) break;
            if (megaparsec_place(*line)) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_parser_grammar() {
    return std::make_unique<haskell_parser_reader>();
}

}  // namespace task_agent::trace
