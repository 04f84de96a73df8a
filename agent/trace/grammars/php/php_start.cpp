#include "task_agent/trace/grammars/php/php.hpp"
#include "task_agent/trace/grammars/php/php_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace php;

constexpr std::size_t most_frames_back = 64;
constexpr std::size_t most_logged_lines = 6;  // of a message that the program printed itself

// How many lines before "#2 {main}" the header of its stack is, 0 = not there.
std::size_t header_above(start_context const& context, std::size_t column) {
    std::size_t n = 1;
    for (; n <= most_frames_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) return 0;
        if (frame_number(*earlier) < 0 && *earlier != stack_header) break;
    }
    auto const above = context.back(n, column);
    bool const is_header = above && (find_type(*above) || speaks_of_failure(*above) || find_place(*above));
    return is_header ? n : 0;
}

// The same of Yii's: blank lines stand around the place.
std::size_t quoted_above(start_context const& context, std::size_t column) {
    auto const place = context.back(2, column);
    if (!place || !place->starts_with("in ")) return 0;
    for (std::size_t n = 4; n <= 4 + most_logged_lines; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) return 0;
        if (split_quoted(*earlier)) return n;
    }
    return 0;
}

// The same of a stack with a header of its own, which stands behind a place.
std::size_t message_above(start_context const& context, std::size_t column) {
    auto const above = context.back(1, column);
    if (above && above->empty()) return quoted_above(context, column);
    if (!above || !find_place(*above)) return 0;
    for (std::size_t n = 1; n <= most_logged_lines; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) return 0;
        if (find_type(*earlier)) return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_php_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (parse_fatal(text) || text.starts_with(no_script) || (text.ends_with(']') && parse_logged(text)))
            return start_point{column, 0};
        // of the process manager; the level is its own
        constexpr std::string_view manager = "NOTICE: PHP message: ";
        if (text.starts_with(manager) && parse_fatal(text.substr(manager.size())))
            return start_point{column, 0};
        std::size_t back = 0;
        if (text == stack_header) {
            back = message_above(context, column);
        } else if (text.ends_with(main_frame) && frame_number(text) > 0) {
            back = header_above(context, column);
        } else if (text == logged_header) {
            auto const above = context.back(1, column);
            back = above && parse_logged(*above) ? 1 : 0;
        }
        if (back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
