#include "task_agent/trace/grammars/ruby/ruby.hpp"
#include "task_agent/trace/grammars/ruby/ruby_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace ruby;

constexpr std::size_t longest_tag = 160;
constexpr std::size_t most_shown = 64;

// How many lines of a reversed stack stand before what was raised. Its header is Python's as well, which has
// looked at it.
std::size_t frames_above(start_context const& context, std::size_t column) {
    std::size_t n = 0;
    while (n < line_history::lines) {
        auto const earlier = context.back(n + 1, column);
        if (!earlier || (!parse_reversed(*earlier) && !is_levels(*earlier))) break;
        ++n;
    }
    auto const header = n > 0 ? context.back(n + 1, column) : std::nullopt;
    return header && *header == reversed_header ? n + 1 : n;
}

// How many lines before the last one of a message of several, which names the class, Logger wrote the first.
std::size_t record_above(start_context const& context, std::size_t column, std::size_t n) {
    std::string_view message;
    std::string_view type;
    auto const last = context.back(n, column);
    if (!last || is_logger_record(*last) || !split_class(*last, message, type)) return 0;
    for (std::size_t up = 1; up <= most_record_lines; ++up) {
        auto const line = context.back(n + up, column);
        if (!line || parse_shown(*line)) return 0;
        if (is_logger_record(*line)) return parse_header(*line) ? up : 0;
    }
    return 0;
}

// How many lines before the outermost frame of a backtrace, as programs print it, what was raised is told.
std::size_t header_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_shown; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) return 0;
        if (parse_shown(*earlier)) continue;
        auto const above = context.back(n + 1, column);
        // rake has a form of its own
        if (above && is_rake_header(*above)) return 0;
        if (!parse_header(*earlier)) return 0;
        return n + record_above(context, column, n);
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_ruby_bare_start(start_context const& context) {
    std::string_view const line = context.line();
    if (!line.ends_with(": unhandled exception")) return std::nullopt;
    for (std::size_t const column : context.columns())
        if (parse_raised(line.substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::optional<start_point> find_ruby_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (parse_raised(text)) return start_point{column, frames_above(context, column)};
        if (text.starts_with(bug_frames)) {
            // behind its version and a blank line
            auto const header = context.back(3, column);
            if (header && parse_bug(*header)) return start_point{column, 3};
        }
        if (is_thread_header(text) || parse_syntax_error(text) || parse_of_program(text))
            return start_point{column, 0};
        if (!parse_from(text)) continue;
        for (std::size_t n = 1; n <= most_message_lines + 1; ++n) {
            auto const earlier = context.back(n, column);
            if (!earlier) break;
            if (parse_raised(*earlier) || parse_in_template(*earlier) ||
                (n == 1 && (parse_bare(*earlier) || find_raised(*earlier))))
                return start_point{column, n};
        }
    }
    for (std::size_t const column : context.columns()) {
        if (!line.ends_with(">'") || !parse_shown(line.substr(column))) continue;
        std::size_t const back = header_above(context, column);
        if (back > 0) return start_point{column, back};
    }
    std::string_view message;
    std::string_view type;
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (split_class(logged_text(text), message, type)) return start_point{column, 0};
        if (parse_of_rails(text) || parse_of_rails(logged_text(text))) return start_point{column, 0};
    }
    // behind the tag of a process that no prefix rule knows: "app[web.1]: "
    std::size_t const tag = line.substr(0, longest_tag).find("]: ");
    if (tag != std::string_view::npos && parse_raised(line.substr(tag + 3))) return start_point{tag + 3, 0};
    return std::nullopt;
}

}  // namespace task_agent::trace
