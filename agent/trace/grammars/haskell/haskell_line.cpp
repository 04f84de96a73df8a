#include "task_agent/trace/grammars/haskell/haskell_line.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/haskell/haskell_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace haskell;

constexpr int most_lines = 256;

// "mill    > ", which stack puts before every line of a package that it builds; 0 = it did not.
std::size_t package_length(std::string_view line) noexcept {
    constexpr std::string_view mark = "> ";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || at == 0 || at > longest_program) return 0;
    std::string_view const name = trimmed(line.substr(0, at));
    bool const is_name_only =
        !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return is_name(c) || c == '-'; });
    return is_name_only ? at + mark.size() : 0;
}

// "Lexer.x: unknown regex macro: @nut", "Parser.y: 12: parse error": of alex and happy.
std::optional<one_line> parse_generator(std::string_view line) noexcept {
    std::size_t const end = line.find(':');
    if (end == std::string_view::npos || line.substr(0, end).find(' ') != std::string_view::npos)
        return std::nullopt;
    one_line found{"build failed", {}, line.substr(0, end), 0, {}};
    if (!found.file.ends_with(".x") && !found.file.ends_with(".y")) return std::nullopt;
    std::string_view rest = line.substr(end + 1);
    take(rest, " ");
    if (int const number = take_number(rest); number > 0) {
        found.line = number;
        if (!take(rest, ":")) return std::nullopt;
        if (take_number(rest) > 0 && !take(rest, ":")) return std::nullopt;
        rest = trimmed(rest);
    }
    found.message = rest;
    for (std::string_view const start :
         {"unknown regex macro: ", "unknown set macro: ", "unknown start code: ", "unknown identifier ",
          "lexical error", "parse error"})
        if (rest.starts_with(start)) return found;
    return std::nullopt;
}

class haskell_line_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty() && !is_shown_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    void raise(one_line const& what);

    make_end make_;
    block_bounds block_;    // the compiler's first complaint
    bool is_first_ = true;  // that one is not over

    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    std::string program_;  // "app: " of what the runtime's memory limits say over several lines
    stack_frame frame_;
    bool is_of_compiler_ = false;
    bool is_shown_ = false;  // the last word, or it was got over
    bool is_whole_ = false;  // said in one line
    int lines_ = 0;
};

void haskell_line_reader::raise(one_line const& what) {
    role_ = what.role;
    is_shown_ = what.is_shown;
    type_ = bounded(what.type, longest_name);
    message_ = bounded(what.message);
    frame_ = {bounded(what.file, longest_name), what.line, bounded(what.function, longest_name)};
}

verdict haskell_line_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict haskell_line_reader::read(std::string_view line) {
    if (type_.empty()) {
        block_.begin_here();
        if (auto const what = parse_complaint(line)) {
            raise(*what);
            is_of_compiler_ = true;
            return verdict::continues;
        }
        auto what = parse_generator(line);
        if (!what) what = parse_line(line);
        if (!what) return verdict::no_trace;
        raise(*what);
        if (role_ != trace_role::resource) {
            // "user error (...": a text of several lines
            is_whole_ = !message_.starts_with("user error (") || message_.ends_with(')');
            return verdict::continues;
        }
        program_ = bounded(line.substr(0, line.find(": ") + 2), longest_program + 2);
        return verdict::continues;
    }
    if (is_shown_) return is_blank(line) ? verdict::not_mine : verdict::no_trace;
    // with a call stack below it, it is read by who reads that
    if (is_whole_) return line.ends_with("HasCallStack):") ? verdict::no_trace : verdict::ended_before;
    if (++lines_ > most_lines) return verdict::ended_before;
    if (!program_.empty()) {
        if (!line.starts_with(program_) || !is_advice(line)) return verdict::ended_before;
        block_.go_on();
        return verdict::continues;
    }
    if (!is_of_compiler_) {
        block_.go_on();
        return line.ends_with(')') ? verdict::ends : verdict::continues;
    }
    if (auto const end = make_.read(line)) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    is_first_ = is_first_ && !parse_complaint(line);
    if (parse_complaint(line) || is_excerpt(line)) {
        if (is_first_) block_.go_on();
        return verdict::continues;
    }
    if (line.starts_with("    ")) {
        if (is_first_) block_.go_on();
        std::string_view text = trimmed(line);
        take(text, "\u2022 ");
        if (message_.empty()) message_ = bounded(text);
        return verdict::continues;
    }
    return is_blank(line) ? verdict::not_mine : verdict::ended_before;
}

bool haskell_line_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    block_.cut(trace);
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    exception_info& e = trace.exception;
    e.language = "haskell";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (!frame_.file.empty()) e.frames.push_back(std::move(frame_));
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_line_start(start_context const& context) {
    std::string_view const line = context.line();
    // most lines that are asked for only speak of an error
    bool const may_complain = line.find(".hs:") != std::string_view::npos ||
                              line.find("<no location info>") != std::string_view::npos;
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        bool const is_labelled = column == 0 && context.columns().size() > 1;
        if (parse_line(text, is_labelled) || parse_generator(text) || (may_complain && parse_complaint(text)))
            return start_point{column, 0};
    }
    std::size_t const column = may_complain ? package_length(line) : 0;
    if (column > 0 && parse_complaint(line.substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_line_grammar() {
    return std::make_unique<haskell_line_reader>();
}

}  // namespace task_agent::trace
