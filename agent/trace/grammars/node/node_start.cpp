// Where an error of Node.js, Deno or Bun begins: above the line by which it is known.
#include "task_agent/trace/grammars/node/node.hpp"
#include "task_agent/trace/grammars/node/node_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

using namespace node;

constexpr std::size_t few_lines = 4;  // of a message that begins behind a text
constexpr std::string_view deno_error = "error: ";
constexpr std::size_t most_up = 30;      // to an excerpt
constexpr std::size_t most_printed = 6;  // by a test, before an error

// Whether the n-th line back is the caret below a line of the source, below its place.
bool is_below_excerpt(start_context const& context, std::size_t column, std::size_t n) {
    auto const place = context.back(n + 2, column);
    return place && is_location(*place);
}

// How many lines back the place above the excerpt stands, looking up from the n-th; 0 = there is none.
std::size_t excerpt_above(start_context const& context, std::size_t column, std::size_t n, std::size_t most) {
    for (std::size_t up = n; up <= most; ++up) {
        auto const caret = context.back(up, column);
        if (!caret) return 0;
        if (is_caret(*caret) && is_below_excerpt(context, column, up)) return up + 2;
    }
    return 0;
}

// From Bun's header to the first line of the source above it.
std::size_t numbered_above(start_context const& context, std::size_t column, std::size_t n) {
    auto const caret = context.back(n + 1, column);
    if (!caret || !is_caret(*caret)) return n;
    std::size_t top = n;
    for (std::size_t up = n + 2; up <= n + 8; ++up) {
        auto const line = context.back(up, column);
        if (!line || !is_numbered_source(*line)) break;
        top = up;
    }
    return top;
}

std::optional<start_point> above_bun_frame(start_context const& context, std::size_t column) {
    constexpr std::size_t few = 6;
    for (std::size_t n = 1; n <= few; ++n) {
        auto const line = context.back(n, column);
        if (!line || is_bun_frame(*line)) break;
        std::size_t const top = numbered_above(context, column, n);
        if (parse_thrown(*line) || (top > n && line->starts_with("error: "))) return start_point{column, top};
    }
    return std::nullopt;
}

std::optional<start_point> above_frame(start_context const& context, std::size_t column) {
    bool saw_inner = false;       // an error behind an indented text
    std::size_t behind_text = 0;  // the nearest line that says something before an error
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = context.back(n, column);
        if (!line || frame_text(*line)) break;
        if (*line == thrown_at_line || is_caret(*line)) {
            if (std::size_t const top = excerpt_above(context, column, n, n + most_lines_back))
                return start_point{column, top};
            continue;
        }
        if (is_warning(*line)) return start_point{column, n};
        if (parse_thrown(*line)) {
            std::size_t const top = excerpt_above(context, column, n + 1, n + 3);
            auto const above = context.back(n + 1, column);
            std::size_t const header = above && *above == uncaught_line ? n + 1 : n;
            return start_point{column, top > 0 ? top : header};
        }
        if (n == 1 && (parse_own_class(*line) || parse_thrown_behind_text(*line))) {
            std::size_t const top = excerpt_above(context, column, n + 1, n + 3);
            return start_point{column, top > 0 ? top : n};
        }
        // a text further up is not what it was printed behind, but for what was caused by it
        bool const is_inner = line->starts_with(' ') && !trimmed(*line).starts_with(caused_by);
        saw_inner = saw_inner || (is_inner && parse_thrown_behind_text(trimmed(*line)));
        if (n == 1 && line->starts_with(minifier_error)) {
            auto const place = context.back(4, column);
            if (place && place->starts_with(minifier_place)) return start_point{column, 4};
        }
        // what was compared may stand between
        if (n > 1 && line->starts_with(deno_error) && parse_thrown(line->substr(deno_error.size())))
            return start_point{column, n};
        if (behind_text == 0 && !saw_inner && n <= few_lines && parse_thrown_behind_text(*line))
            behind_text = n;
    }
    if (behind_text == 0) return std::nullopt;
    return start_point{column, behind_text};
}

// From the first line of an error up to the line that says which test of Vitest's printed it.
start_point below_test(start_context const& context, start_point at) {
    for (std::size_t up = at.lines_back + 1; up <= at.lines_back + most_printed; ++up) {
        auto const line = context.back(up, at.column);
        if (!line || is_blank(*line)) break;
        if (is_printed_by_test(*line)) return {at.column, up};
    }
    return at;
}

// pino-pretty and bunyan put an error below the record that tells of it, further in: how many lines back it
// begins. Only behind a record of an error: test runners show what was expected in the same way.
std::optional<start_point> below_record(start_context const& context, std::size_t column,
                                        std::size_t blanks) {
    constexpr std::size_t most_message = 4;
    constexpr std::size_t most_fields = 6;
    std::size_t header = 0;
    for (std::size_t n = 1; n <= most_message + most_fields; ++n) {
        auto const line = context.back(n, column);
        if (!line || line->empty()) return std::nullopt;
        std::size_t const margin = std::min(line->find_first_not_of(' '), line->size());
        if (margin > 0 || *line == "{") {
            if (header > 0) continue;
            if (n > most_message || margin + 4 < blanks) return std::nullopt;
            if (margin + 4 == blanks && parse_thrown(line->substr(margin))) header = n;
            continue;
        }
        bool const is_error = find_prefix(*line).level == log_level::error;
        return header > 0 && is_error ? std::optional(start_point{column, header}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<start_point> find_node_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.empty()) continue;
        if ((text[0] == ' ' || text[0] == '^') && is_caret(text)) {
            if (is_below_excerpt(context, column, 0)) return start_point{column, 2};
        } else if (text[0] == ' ') {
            std::optional<start_point> at;
            if (frame_text(text)) {
                at = above_frame(context, column);
                if (at) at = below_test(context, *at);
            } else if (is_bun_frame(text)) {
                at = above_bun_frame(context, column);
            }
            std::size_t const blanks = std::min(text.find_first_not_of(' '), text.size());
            if (!at && blanks > 4 && frame_text(text.substr(blanks - 4)))
                at = below_record(context, column, blanks);
            if (at) return at;
        } else if (is_hint(text) || (text.starts_with(last_line) && text.size() < 24)) {
            if (std::size_t const top = excerpt_above(context, column, 1, most_up))
                return start_point{column, top};
            auto const above = context.back(2, column);
            if (is_hint(text) && above && *above == uncaught_line) return start_point{column, 2};
        }
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
