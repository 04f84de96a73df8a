#include "task_agent/trace/grammars/node/eslint.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 28;
constexpr int most_others = 1;
constexpr std::string_view cross = "\xE2\x9C\x96 ";

// "✖ 3 problems (2 errors, 1 warning)", "3 problems"
bool is_count(std::string_view line) noexcept {
    take(line, cross);
    std::size_t const digits = digits_in(line);
    if (digits == 0) return false;
    line.remove_prefix(digits);
    return (take(line, " problems") || take(line, " problem")) && (line.empty() || line.starts_with(" ("));
}

struct finding {
    std::string_view message;
    int line = 0;
};

// "  3:10  error  'x' is not defined  no-undef", "  3:10  ✖  Unexpected unit  unit-no-unknown"
std::optional<finding> read_indented(std::string_view line) noexcept {
    if (!line.starts_with("  ")) return std::nullopt;
    line = trimmed(line);
    finding found;
    found.line = take_number(line);
    if (found.line <= 0 || !take(line, ":") || take_number(line) < 0) return std::nullopt;
    line = trimmed(line);
    if (!take(line, "error ") && !take(line, cross)) return std::nullopt;
    line = trimmed(line);
    found.message = trimmed(line.substr(0, line.find("  ")));
    return found.message.empty() ? std::nullopt : std::optional(found);
}

// "/app/a.js:3:10: 'x' is not defined. [Error/no-undef]"
std::optional<build::build_line> read_error(std::string_view line) noexcept {
    return line.find(" [Error/") == std::string_view::npos ? std::nullopt : build::read_finding(line);
}

class eslint_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        bool const is_own = message_.empty();  // to the first error
        return block_.note(line, read(line), is_own);
    }
    // what follows tells
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        block_.cut(trace);
        trace.is_often_survived = true;
        trace.cause_line = message_;
        put_exception(trace.exception, "node", "build failed", std::move(message_), {std::move(frame_)});
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (is_counted_) return behind(line);
        if (is_count(line)) {
            is_counted_ = true;
            return verdict::continues;
        }
        if (auto const found = message_.empty() ? read_error(line) : std::nullopt) {
            message_ = bounded(found->message);
            frame_ = {bounded(found->file), found->line, {}};
        } else if (auto const indented = message_.empty() ? read_indented(line) : std::nullopt) {
            message_ = bounded(indented->message);
            frame_.line = indented->line;
        } else if (frame_.file.empty()) {
            frame_.file = bounded(trimmed(line));
        }
        return verdict::continues;
    }
    // Whoever goes on did not ask for what it found.
    verdict behind(std::string_view line) {
        constexpr std::array<std::string_view, 8> told_of_it = {"npm ",
                                                                "error Command failed",
                                                                "info Visit ",
                                                                "make",
                                                                "error Script ",
                                                                " ELIFECYCLE",
                                                                "  ",
                                                                "\xE2\x80\x89"
                                                                "ELIFECYCLE"};
        if (is_blank(line) || starts_with_any(line, told_of_it)) return verdict::not_mine;
        return ++others_ > most_others ? verdict::no_trace : verdict::not_mine;
    }

    std::string message_;
    stack_frame frame_;
    bool is_counted_ = false;
    block_bounds block_;
    int others_ = 0;
};

}  // namespace

std::optional<start_point> find_eslint_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!is_count(context.line().substr(column))) continue;
        // the first error, or the file that it stands below
        std::size_t first = 0;
        bool is_below_file = false;
        for (std::size_t n = 1; n <= most_back; ++n) {
            auto const line = context.back(n, column);
            if (!line) break;
            bool const is_file = is_below_file && !line->starts_with(' ');
            if (read_error(*line) || (is_file && !is_blank(*line))) first = n;
            if (read_indented(*line)) is_below_file = true;
            if (!line->starts_with(' ')) is_below_file = false;
        }
        if (first > 0) return start_point{column, first};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_eslint_grammar() {
    return std::make_unique<eslint_reader>();
}

}  // namespace task_agent::trace
