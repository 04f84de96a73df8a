#include "task_agent/trace/grammars/perl.hpp"

#include "line_reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view before_number = " line ";

struct died_line {
    std::string_view message;
    std::string_view file;
    int line = 0;
};

bool is_script(std::string_view file) noexcept {
    if (file == "-e" || file == "-") return true;
    if (file.find_first_of(" \t\"'(") != std::string_view::npos) return false;
    return file.ends_with(".pl") || file.ends_with(".pm") || file.ends_with(".t") || file.ends_with(".PL");
}

// "message at x.pl line 3.", "... line 3, <STDIN> line 7.", of the compiler "... line 3, near "2;""
std::optional<died_line> parse_died(std::string_view line) noexcept {
    for (std::size_t at = line.find(before_number); at != std::string_view::npos;
         at = line.find(before_number, at + 1)) {
        std::string_view rest = line.substr(at + before_number.size());
        int const number = take_number(rest);
        bool const ends = rest == "." || (rest.starts_with(", <") && rest.ends_with('.')) ||
                          rest.starts_with(", near \"") || rest == ", at EOF";
        if (number < 0 || !ends) continue;
        std::size_t const in = line.rfind(" at ", at);
        if (in == std::string_view::npos || in == 0) continue;
        std::string_view const file = line.substr(in + 4, at - in - 4);
        if (is_script(file)) return died_line{line.substr(0, in), file, number};
    }
    return std::nullopt;
}

constexpr std::array<std::string_view, 8> warnings = {
    "Use of uninitialized ",      "Argument \"", "Possible ", "Useless use of ", "Name \"", "Subroutine ",
    "Odd number of elements in ", "Deprecated"};

bool may_end_a_program(std::string_view message) noexcept {
    // a comment, a test's diagnostics, a bulleted list, a trace's own frames
    if (message.find_first_of("#=* \t") == 0 || message.find("deprecated") != std::string_view::npos)
        return false;
    return std::none_of(warnings.begin(), warnings.end(),
                        [&](std::string_view start) { return message.starts_with(start); });
}

bool is_of_compiler(std::string_view message) noexcept {
    return message.starts_with("syntax error") || message.starts_with("Global symbol ") ||
           message.starts_with("Can't locate ") || message.starts_with("Bareword ");
}

bool is_aborted(std::string_view line) noexcept {
    return (line.starts_with("Execution of ") && line.ends_with(" aborted due to compilation errors.")) ||
           line.starts_with("BEGIN failed--compilation aborted at ");
}

// "Failure" of "Failure: message": what an exception object's text begins with.
std::string_view class_of(std::string_view message) noexcept {
    std::size_t n = 0;
    while (n < message.size() && (is_name(message[n]) || message[n] == ':'))
        ++n;
    if (n < 2 || !is_upper(message.front()) || message[n - 1] != ':' || message.substr(n, 1) != " ")
        return {};
    return message.substr(0, n - 1);
}

class perl_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    frame_list frames_;
    bool is_of_compiler_ = false;
};

verdict perl_reader::feed(std::string_view line) {
    if (type_.empty()) {
        auto const died = parse_died(line);
        if (!died || !may_end_a_program(died->message)) return verdict::no_trace;
        std::string_view message = died->message;
        std::string_view const type = class_of(message);
        if (!type.empty()) message.remove_prefix(type.size() + 2);
        type_ = type.empty() ? "error" : bounded(type, longest_name);
        message_ = bounded(trimmed(message));
        frames_.add(died->file, died->line, {});
        is_of_compiler_ = is_of_compiler(died->message);
        return verdict::continues;
    }
    if (is_of_compiler_) {
        if (is_aborted(line)) {
            role_ = trace_role::raised;
            return verdict::ends;
        }
        auto const more = parse_died(line);
        return more && is_of_compiler(more->message) ? verdict::continues : verdict::ended_before;
    }
    // "\tmain::f(1, 2) called at x.pl line 9"
    std::size_t const called = line.rfind(" called at ");
    if (!line.starts_with('\t') || called == std::string_view::npos) return verdict::ended_before;
    std::string_view where = line.substr(called + 11);
    std::size_t const number = where.rfind(before_number);
    if (number == std::string_view::npos) return verdict::ended_before;
    std::string_view digits = where.substr(number + before_number.size());
    std::string_view function = line.substr(1, called - 1);
    frames_.add(where.substr(0, number), std::max(0, take_number(digits)),
                function.substr(0, function.find('(')));
    role_ = trace_role::raised;
    return verdict::continues;
}

bool perl_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    trace.cause_line = type_ + ": " + message_;
    exception_info& e = trace.exception;
    e.language = "perl";
    e.type = std::move(type_);
    e.message = std::move(message_);
    e.frames = frames_.outermost_first();
    return true;
}

}  // namespace

std::optional<start_point> find_perl_start(start_context const& context) {
    std::string_view const line = context.line();
    if (line.find(before_number) == std::string_view::npos) return std::nullopt;
    // The shortest text: what stands before it is a prefix.
    auto const columns = context.columns();
    for (std::size_t i = columns.size(); i-- > 0;) {
        auto const died = parse_died(line.substr(columns[i]));
        if (died && may_end_a_program(died->message)) return start_point{columns[i], 0};
        if (died) return std::nullopt;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_perl_grammar() {
    return std::make_unique<perl_reader>();
}

}  // namespace task_agent::trace
