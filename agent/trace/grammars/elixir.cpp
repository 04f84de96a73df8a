#include "task_agent/trace/grammars/elixir.hpp"

#include "foreign_line.hpp"
#include "reading.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view opening = "** (";
constexpr int most_message_lines = 16;

struct raised {
    std::string_view type;
    std::string_view message;
};

// "** (KeyError) key :a not found"
std::optional<raised> parse_raised(std::string_view line) noexcept {
    if (!line.starts_with(opening)) return std::nullopt;
    std::size_t const close = line.find(')');
    if (close == std::string_view::npos || close > 120) return std::nullopt;
    std::string_view const type = line.substr(opening.size(), close - opening.size());
    bool const is_module = !type.empty() && type[0] >= 'A' && type[0] <= 'Z' &&
                           (type.find(' ') == std::string_view::npos || type.starts_with("EXIT from "));
    bool const is_kind = type == "exit" || type == "throw" || type == "stop";
    if (!is_module && !is_kind) return std::nullopt;
    return raised{type, trimmed(line.substr(close + 1))};
}

// "file.ex:3: Mod.fun/2", "(app 1.0) lib/file.ex:3: Mod.fun/2"; a call into Erlang has no place.
std::optional<stack_frame> parse_frame(std::string_view text) {
    if (text.starts_with('(')) {
        std::size_t const close = text.find(") ");
        if (close == std::string_view::npos) return std::nullopt;
        text.remove_prefix(close + 2);
    }
    std::size_t const end = text.find(": ");
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view const place = text.substr(0, end);
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos || number_of(place.substr(colon + 1)) == 0 ||
        place.substr(0, colon).find(' ') != std::string_view::npos)
        return std::nullopt;
    return stack_frame{to_plain_text(place.substr(0, colon)), number_of(place.substr(colon + 1)),
                       to_plain_text(trimmed(text.substr(end + 2)))};
}

bool is_call(std::string_view text) noexcept {
    return text.starts_with(':') && text.find('(') != std::string_view::npos;
}

class elixir_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void raise(raised const& what);

    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first
    int message_lines_ = 0;
    bool in_stack_ = false;
};

void elixir_reader::raise(raised const& what) {
    type_ = to_plain_text(what.type);
    message_ = bounded(what.message);
    cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
}

verdict elixir_reader::feed(std::string_view line) {
    if (type_.empty()) {
        auto const first = parse_raised(line);
        if (!first) return verdict::no_trace;
        raise(*first);
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    bool const is_indented = line.starts_with("    ");
    if (is_indented) {
        // what the other process died of
        if (auto const inner = type_.starts_with("EXIT from ") ? parse_raised(text) : std::nullopt) {
            raise(*inner);
            return verdict::continues;
        }
        if (auto frame = parse_frame(text)) {
            in_stack_ = true;
            push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
            return verdict::continues;
        }
        if (is_call(text) || in_stack_) {
            in_stack_ = true;
            return verdict::continues;
        }
    }
    bool const may_be_message = !in_stack_ && !wears_prefix(line) && !starts_another(line);
    if (!may_be_message || ++message_lines_ > most_message_lines || (line.empty() && message_lines_ > 1))
        return verdict::ended_before;
    return verdict::continues;
}

bool elixir_reader::conclude(found_trace& trace) {
    if (frames_.empty()) return false;
    // "syntax.exs:7:1: missing terminator": the place is where the compiler stopped
    bool const is_from_compiler = type_.ends_with("SyntaxError") || type_.ends_with("TokenMissingError") ||
                                  type_.ends_with("CompileError");
    if (is_from_compiler) {
        std::size_t const end = message_.find(": ");
        std::string_view const place = std::string_view(message_).substr(0, end);
        std::size_t const colon = place.find(':');
        if (end != std::string::npos && colon != std::string_view::npos) {
            int const line = number_of(place.substr(colon + 1, digits_in(place.substr(colon + 1))));
            frames_.insert(frames_.begin(), {std::string(place.substr(0, colon)), line, {}});
            message_.erase(0, end + 2);
        }
    }
    trace.role = trace_role::raised;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "elixir";
    e.type = std::move(type_);
    e.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    e.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_elixir_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse_raised(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_elixir_grammar() {
    return std::make_unique<elixir_reader>();
}

}  // namespace task_agent::trace
