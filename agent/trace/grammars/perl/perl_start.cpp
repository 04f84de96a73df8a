// Where an error of perl begins: with its own line, or above one that tells of it.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/perl/perl.hpp"
#include "task_agent/trace/grammars/perl/perl_lines.hpp"
#include "task_agent/trace/prefix.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace perl;

constexpr std::string_view failed_import = "Can't continue after import errors";
constexpr std::string_view stack_head = "Trace begun";
constexpr std::size_t most_imports = 8;
constexpr std::size_t most_of_text = 8;  // lines

// By a line of a stack that no trace took: the message is above it, without a place or without a stop.
std::optional<start_point> found_from_below(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        // of croak with a text that ended its line: "no cod\n at fish.pl line 3."
        if (text.starts_with(" at ") && parse_at(text.substr(1))) {
            // a text of several lines is indented below its first
            std::size_t n = 1;
            auto above = context.back(n, column);
            while (above && above->starts_with("  ") && n < most_of_text)
                above = context.back(++n, column);
            if (above && !is_blank(*above) && may_end_a_program(*above)) return start_point{column, n};
        }
        bool const is_begun = text.starts_with(trace_begun);
        if (is_begun || is_raised_again(text)) {
            for (std::size_t n = 1; n <= 2; ++n) {
                auto const above = context.back(n, column);
                if (!above) break;
                if (!above->empty()) return start_point{column, n};
                if (!is_begun) break;
            }
        } else if (text.starts_with('\t') && parse_caller(text)) {
            auto const above = context.back(1, column);
            auto const died = above ? parse_last(*above) : std::nullopt;
            if (died && may_end_a_program(died->message)) return start_point{column, 1};
        } else if (text.starts_with(failed_import)) {
            std::size_t n = 0;
            while (n < most_imports) {
                auto const above = context.back(n + 1, column);
                if (!above || !is_not_exported(*above)) break;
                ++n;
            }
            if (n > 0) return start_point{column, n};
        }
    }
    return std::nullopt;
}

// Of the test's own output.
bool is_of_test(std::string_view line) noexcept {
    return line.starts_with('#') || line.starts_with(' ') || line.starts_with("ok ") ||
           line.starts_with("not ok ") || line.starts_with("1..");
}

// A subtest indents what it says, and it is its second line that bears a sign: "    # at x.t line 3."
std::optional<start_point> found_in_subtest(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        std::size_t const indent = std::min(text.find_first_not_of(' '), text.size());
        if (indent == 0 || !text.substr(indent).starts_with('#') ||
            !parse_at(trimmed(text.substr(indent + 1))))
            continue;
        auto const above = context.back(1, column);
        if (!above || above->find_first_not_of(' ') != indent) continue;
        text = above->substr(indent);
        if (text.starts_with(failed_test) || text.starts_with(failed_test2)) return start_point{column, 1};
    }
    return std::nullopt;
}

// Log4perl's logdie() writes the message to the log, and dies with it: without a stop, and told by the record
// that stands above. Its shortest layout writes no level, only a time.
bool is_told_twice(std::string_view record, std::string_view line) noexcept {
    auto const died = parse_logged(line);
    if (!died || record.size() <= died->message.size() || !record.ends_with(died->message)) return false;
    line_pieces const head = find_prefix(record);
    bool const is_all = head.count == 1 && head.piece[0].kind == piece_kind::time &&
                        record.substr(head.end()) == died->message;
    return head.level >= log_level::error || (head.level == log_level::none && is_all);
}

}  // namespace

std::optional<start_point> find_perl_start(start_context const& context) {
    std::string_view const line = context.line();
    auto const columns = context.columns();
    for (std::size_t const column : columns) {
        std::string_view const text = line.substr(column);
        bool const is_whole = text == explained || is_missing_module(text) || is_bare_reference(text);
        if (is_whole || text.starts_with(no_script) || text.starts_with(failed_test) ||
            text.starts_with(failed_test2) || !bare_object(text).empty())
            return start_point{column, 0};
    }
    for (std::size_t const column : columns) {
        // died with a text that ended its line
        auto const above =
            line.substr(column).starts_with(ended_test) ? context.back(1, column) : std::nullopt;
        if (above && !is_blank(*above) && !is_of_test(*above)) return start_point{column, 1};
    }
    if (line.find(" line ") == std::string_view::npos) return std::nullopt;
    if (auto const below = found_from_below(context)) return below;
    if (auto const subtest = found_in_subtest(context)) return subtest;
    for (std::size_t const column : columns) {
        auto const above = context.back(1, column);
        if (above && is_told_twice(*above, line.substr(column))) return start_point{column, 1};
    }
    // The shortest text: what stands before it is a prefix.
    for (std::size_t i = columns.size(); i-- > 0;) {
        auto const died = parse_died(line.substr(columns[i]));
        // the head of a stack whose message stood in another trace
        if (died && died->message == stack_head) return std::nullopt;
        if (died && may_end_a_program(died->message)) return start_point{columns[i], 0};
        if (died) return std::nullopt;
        auto const unstopped = parse_unstopped(line.substr(columns[i]));
        if (unstopped && may_end_a_program(unstopped->message)) return start_point{columns[i], 0};
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
