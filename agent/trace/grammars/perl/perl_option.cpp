#include "task_agent/trace/grammars/perl/perl_option.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 200;
constexpr int most_of_usage = 120;  // lines
constexpr int most_strangers = 2;

// One word, as options are named.
bool is_option(std::string_view name) noexcept {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return is_name(c) || c == '-' || c == '.' || c == '?' || c == '=' || c == '+';
    });
}

bool is_complaint(std::string_view line) noexcept {
    if (line.size() > longest_line) return false;
    if (take(line, "Unknown option: ")) return is_option(line);
    if (take(line, "Option ")) {
        std::size_t const end = line.find(' ');
        if (end == std::string_view::npos || !is_option(line.substr(0, end))) return false;
        std::string_view const rest = line.substr(end);
        return rest.starts_with(" is ambiguous (") || rest == " requires an argument" ||
               rest == " does not take an argument";
    }
    if (!take(line, "Value \"")) return false;
    std::size_t const at = line.find("\" invalid for option ");
    return at != std::string_view::npos && (line.ends_with(')') || is_option(line.substr(at + 21)));
}

// "Usage:", "usage: mirror [options]", "SYNOPSIS"
bool begins_usage(std::string_view line) noexcept {
    line = trimmed(line);
    return begins_alike(line, "usage") || begins_alike(line, "synopsis");
}

// Of the text behind that: options, headings, further ways to call it.
bool is_of_usage(std::string_view line) noexcept {
    return line.starts_with(' ') || line.starts_with('\t') || line.starts_with('-') || line.ends_with(':') ||
           line.find(" [") != std::string_view::npos;
}

class perl_option_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (message_.empty()) {
            if (!is_complaint(line)) return verdict::no_trace;
            message_ = bounded(line);
            return verdict::continues;
        }
        if (!in_usage_ && others_ == 0 && is_complaint(line)) return verdict::continues;
        if (is_blank(line)) return verdict::not_mine;
        if (begins_usage(line) || (in_usage_ && is_of_usage(line))) {
            in_usage_ = true;
            return ++of_usage_ > most_of_usage ? verdict::no_trace : verdict::not_mine;
        }
        return ++others_ > most_strangers ? verdict::no_trace : verdict::not_mine;
    }
    // what follows tells
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = in_usage_ ? trace_role::raised : trace_role::notice;
        // what the text speaks of is not what was done
        if (in_usage_) trace.handled = handling::error;
        trace.cause_line = message_;
        put_exception(trace.exception, "perl", "error", std::move(message_), {});
        return true;
    }

private:
    std::string message_;
    bool in_usage_ = false;
    int of_usage_ = 0;
    int others_ = 0;
};

}  // namespace

std::optional<start_point> find_perl_option_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (is_complaint(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_perl_option_grammar() {
    return std::make_unique<perl_option_reader>();
}

}  // namespace task_agent::trace
