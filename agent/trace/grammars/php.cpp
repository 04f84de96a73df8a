#include "task_agent/trace/grammars/php.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_message_lines = 24;
constexpr std::size_t most_logged_lines = 6;  // of a message that the program printed itself
constexpr int most_strangers = 16;
constexpr std::string_view stack_header = "Stack trace:";
constexpr std::string_view no_script = "Could not open input file: ";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view before;
};

// "... in /app/x.php:3" or, with the other separator, "... in /app/x.php on line 3".
std::optional<place> parse_place(std::string_view text, std::string_view separator) noexcept {
    std::size_t const number = text.rfind(separator);
    if (number == std::string_view::npos) return std::nullopt;
    std::string_view digits = text.substr(number + separator.size());
    int const line = take_number(digits);
    if (line < 0 || !digits.empty()) return std::nullopt;
    std::size_t const in = text.rfind(" in ", number);
    if (in == std::string_view::npos) return std::nullopt;
    return place{text.substr(in + 4, number - in - 4), line, text.substr(0, in)};
}

struct fatal_line {
    std::string_view kind;  // "Fatal error"
    std::string_view text;
};

// "PHP Fatal error:  text" of the log, "Fatal error: text" of the output.
std::optional<fatal_line> parse_fatal(std::string_view line) noexcept {
    take(line, "PHP ");
    for (std::string_view const kind : {"Fatal error", "Parse error", "Recoverable fatal error"}) {
        std::string_view text = line;
        if (!take(text, kind) || !take(text, ": ")) continue;
        return fatal_line{kind, text.substr(text.starts_with(' ') ? 1 : 0)};
    }
    return std::nullopt;
}

bool is_class_name(std::string_view text) noexcept {
    if (text.empty() || text.size() > longest_name || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_name(c) || c == '\\' || c == '@'; });
}

struct named {
    std::string_view type;
    std::string_view message;
};

// "Type: message", "Type" alone where the message is empty.
std::optional<named> split_type(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    std::string_view const type = text.substr(0, std::min(colon, text.size()));
    if (!is_class_name(type)) return std::nullopt;
    return named{type, colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 2)};
}

// Of a line that the program wrote: the class is the first word that says so itself.
std::optional<named> find_type(std::string_view line) noexcept {
    for (std::size_t from = 0; from < line.size() && from < longest_name;) {
        auto const found = split_type(line.substr(from));
        if (found && (found->type.ends_with("Exception") || found->type.ends_with("Error"))) return found;
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

class php_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ == state::after; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        message,  // goes on until "Stack trace:"
        frames,   // "#0 ..."
        between,  // behind "{main}": a further link, or where it was thrown
        after,    // its last line: a stack of 8.5, or Xdebug's, may follow
    };

    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_between(std::string_view line);
    verdict in_after(std::string_view line);
    void raise(named what);
    void end_message(std::string_view line);
    verdict stranger() { return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine; }

    state state_ = state::fresh;
    trace_role role_ = trace_role::incomplete;
    handling record_ = handling::none;
    std::string type_;
    std::string message_;
    frame_list frames_;
    std::vector<chained_exception> earlier_;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    bool is_uncaught_ = false;
    bool has_place_ = false;
    bool has_table_ = false;
};

void php_reader::raise(named what) {
    if (!type_.empty()) add_link(earlier_, type_, message_);
    type_ = bounded(what.type, longest_name);
    frames_.clear();
    has_place_ = false;
    lines_ = 0;
    state_ = state::message;
    auto const where = parse_place(what.message, ":");
    message_ = bounded(trimmed(where ? where->before : what.message));
    end_message(what.message);
}

// Any line of the message may look as if it were the last: the last of them counts.
void php_reader::end_message(std::string_view line) {
    auto const where = parse_place(line, ":");
    if (!where) return;
    frames_.clear();
    frames_.add(where->file, where->line, {});
    has_place_ = true;
}

verdict php_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::message:
            return in_message(line);
        case state::frames:
            return in_frames(line);
        case state::between:
            return in_between(line);
        case state::after:
            return in_after(line);
    }
    return verdict::no_trace;
}

verdict php_reader::first(std::string_view line) {
    if (auto const fatal = parse_fatal(line)) {
        std::string_view text = fatal->text;
        if (take(text, "Uncaught ")) {
            // without a message: "Uncaught Type in /app/x.php:3"
            auto what = split_type(text);
            if (!what) {
                std::size_t const in = text.find(" in ");
                if (in == std::string_view::npos || !is_class_name(text.substr(0, in)))
                    return verdict::no_trace;
                what = named{text.substr(0, in), text.substr(in)};
            }
            is_uncaught_ = true;
            raise(*what);
            return verdict::continues;
        }
        auto const where = parse_place(text, " on line ");
        if (!where) return verdict::no_trace;
        type_ = fatal->kind;
        message_ = bounded(trimmed(where->before));
        frames_.add(where->file, where->line, {});
        bool const is_memory = message_.starts_with("Allowed memory size of ");
        role_ = is_memory ? trace_role::resource : trace_role::raised;
        state_ = state::after;
        return verdict::continues;
    }
    if (line.starts_with(no_script)) {
        type_ = "error";
        message_ = bounded(line);
        role_ = trace_role::raised;
        return verdict::ends;
    }
    auto const what = find_type(line);
    if (!what) return verdict::no_trace;
    record_ = handling_of_header(line);
    raise(*what);
    return verdict::continues;
}

verdict php_reader::in_message(std::string_view line) {
    if (line == stack_header && has_place_) {
        state_ = state::frames;
        role_ = trace_role::raised;
        return verdict::continues;
    }
    if (++lines_ > most_message_lines || parse_fatal(line)) return verdict::ended_before;
    has_place_ = false;
    end_message(line);
    return verdict::continues;
}

// "#0 /app/x.php(3): f()", "#1 [internal function]: f()", "#2 {main}"
verdict php_reader::in_frames(std::string_view line) {
    std::string_view text = line;
    if (!take(text, "#") || take_number(text) < 0 || !take(text, " ")) return stranger();
    strangers_ = 0;
    if (text == "{main}") {
        state_ = state::between;
        return is_uncaught_ ? verdict::continues : verdict::ends;
    }
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos) return verdict::continues;
    std::string_view const where = text.substr(0, colon);
    std::string_view const function = text.substr(colon + 2);
    std::size_t const open = where.rfind('(');
    if (open == std::string_view::npos || !where.ends_with(')')) {
        frames_.add({}, 0, function);
        return verdict::continues;
    }
    std::string_view number = where.substr(open + 1);
    frames_.add(where.substr(0, open), std::max(0, take_number(number)), function);
    return verdict::continues;
}

verdict php_reader::in_between(std::string_view line) {
    if (line.starts_with("  thrown in ")) {
        state_ = state::after;
        return verdict::continues;
    }
    if (line.empty()) return verdict::continues;
    std::string_view text = line;
    if (!take(text, "Next ")) return stranger();
    auto const what = split_type(text);
    if (!what) return stranger();
    strangers_ = 0;
    raise(*what);
    return verdict::continues;
}

// "Stack trace:" and "#0 ..." of a fatal error since 8.5; "PHP Stack trace:" and "PHP   1. {main}() ...", or
// "Call Stack:" and a table, of Xdebug. What they tell was told before.
verdict php_reader::in_after(std::string_view line) {
    std::string_view text = line;
    take(text, "PHP ");
    bool const is_header = text == "Call Stack:" || text == stack_header;
    if (is_header) has_table_ = true;
    if (is_header) return verdict::continues;
    if (line.empty()) return has_table_ ? verdict::ended_before : verdict::not_mine;
    std::string_view row = trimmed(text);
    bool const is_frame = has_table_ && ((take(row, "#") && take_number(row) >= 0) ||
                                         (text.starts_with("  ") && is_digit(trimmed(text).front())));
    return is_frame ? verdict::continues : verdict::ended_before;
}

bool php_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    if (record_ != handling::none) trace.handled = record_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    exception_info& e = trace.exception;
    if (!earlier_.empty()) {
        chained_exception const& root = earlier_.front();
        trace.root_line = root.message.empty() ? root.type : root.type + ": " + root.message;
    }
    e.language = "php";
    e.type = std::move(type_);
    e.message = std::move(message_);
    e.frames = frames_.outermost_first();
    e.chain = std::move(earlier_);
    return true;
}

}  // namespace

std::optional<start_point> find_php_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (parse_fatal(text) || text.starts_with(no_script)) return start_point{column, 0};
        if (text != stack_header) continue;
        auto const above = context.back(1, column);
        if (!above || !parse_place(*above, ":")) return std::nullopt;
        for (std::size_t n = 1; n <= most_logged_lines; ++n) {
            auto const earlier = context.back(n, column);
            if (!earlier) return std::nullopt;
            if (find_type(*earlier)) return start_point{column, n};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_php_grammar() {
    return std::make_unique<php_reader>();
}

}  // namespace task_agent::trace
