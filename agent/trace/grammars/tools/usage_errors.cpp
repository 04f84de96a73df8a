#include "task_agent/trace/grammars/tools/usage_errors.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/words/closing_line.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_of_usage = 6;
constexpr std::size_t most_of_message = 4;
constexpr std::size_t most_of_clap = 16;
constexpr int most_lines = 32;
constexpr std::string_view usage = "Usage: ";
constexpr std::string_view usage_of_go = "Usage of ";
constexpr std::string_view error = "error: ";

// Of "Try 'sell --help' for more information." the program; empty for any other line.
std::string_view program_of(std::string_view line) noexcept {
    if (!take(line, "Try '") && !take(line, "Try `")) return {};
    std::size_t const end = line.find(" --help");
    if (end == std::string_view::npos || end > longest_name) return {};
    line = line.substr(0, end);
    // "shop sell" of a command with commands
    return line.substr(0, line.find(' '));
}

// "sell: option '--nuts': no number"
bool is_told_by(std::string_view line, std::string_view program) noexcept {
    return take(line, program) && (line.starts_with(": ") || line.find(": ") < longest_name);
}

// clap's last line, older: "For more information try --help"
bool is_end_of_clap(std::string_view line) noexcept {
    return (take(line, "For more information, try ") || take(line, "For more information try ")) &&
           line.size() < 12 && line.find("--help") != std::string_view::npos;
}

// CLI11's, below its words.
bool is_end_of_cli11(std::string_view line) noexcept {
    return line == "Run with --help for more information." ||
           line == "Run with --help or -h for more information.";
}

bool is_of_clap(std::string_view line) noexcept {
    return is_blank(line) || line.starts_with(' ') || line.starts_with("Usage:") ||
           line.starts_with("USAGE:");
}

// Of optparse-applicative, above a blank line and the usage.
bool is_of_optparse(std::string_view line) noexcept {
    for (std::string_view const start :
         {"Missing: ", "Invalid option `", "Invalid argument `", "The option `", "The flag `"})
        if (line.starts_with(start)) return true;
    return take(line, "option -") && line.find(": ") < longest_name;
}

// Of Go's package flag, above "Usage of sell:".
bool is_of_go_flag(std::string_view line) noexcept {
    return line.starts_with("flag provided but not defined: -") ||
           line.starts_with("flag needs an argument: -");
}

// clap's, of a value that is wrong: no usage is shown below it.
bool is_of_value(std::string_view line) noexcept {
    return take(line, error) && (line.starts_with("Invalid value ") || line.starts_with("invalid value ")) &&
           line.find(" for '") != std::string_view::npos;
}

// Said in one line, below which no more is told of it.
bool is_alone(std::string_view line) noexcept {
    return is_of_go_flag(line) || is_of_value(line);
}

class usage_error_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return is_alone_; }

private:
    verdict read(std::string_view line);

    block_bounds block_;  // what is said above the usage
    bool is_over_ = false;
    std::string_view language_ = "ocaml";
    std::string first_;  // line
    std::string message_;
    bool has_usage_ = false;
    bool is_alone_ = false;
    bool is_proven_ = false;  // by what stands below it
    int lines_ = 0;
};

verdict usage_error_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict usage_error_reader::read(std::string_view line) {
    if (message_.empty()) {
        block_.begin_here();
        std::size_t const colon = line.find(": ");
        first_ = bounded(trimmed(line));
        if (line.starts_with(error)) language_ = "rust";
        if (is_of_optparse(line)) language_ = "haskell";
        if (is_of_go_flag(line)) language_ = "go";
        bool const is_whole = language_ == "haskell" || language_ == "go" || colon == std::string_view::npos;
        message_ = bounded(trimmed(is_whole ? line : line.substr(colon + 2)));
        is_alone_ = is_alone(line);
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    bool const is_usage_next = is_end_of_clap(line) || is_end_of_cli11(line) || !program_of(line).empty() ||
                               line.starts_with("Usage:") || line.starts_with("USAGE:");
    is_over_ = is_over_ || is_usage_next;
    if (!is_over_ && !is_blank(line)) block_.go_on();
    if (is_end_of_cli11(line)) {
        language_ = "cpp";
        message_ = std::move(first_);
        return verdict::ends;
    }
    if (is_alone_) {
        bool const is_usage = language_ == "go" && (line.starts_with(' ') || line.starts_with(usage_of_go) ||
                                                    line.starts_with("exit status "));
        is_proven_ = is_proven_ || is_end_of_clap(line) || line.starts_with(usage_of_go);
        return is_blank(line) || is_usage || is_end_of_clap(line) ? verdict::not_mine : verdict::ended_before;
    }
    // of getopt, without a usage between
    if (lines_ == 1 && !program_of(line).empty()) language_ = "cpp";
    if (language_ != "haskell")
        return is_end_of_clap(line) || !program_of(line).empty() ? verdict::ends : verdict::continues;
    if (has_usage_ && !line.starts_with(' ')) return verdict::ended_before;
    has_usage_ = has_usage_ || line.starts_with(usage);
    return verdict::continues;
}

bool usage_error_reader::conclude(found_trace& trace) {
    if (is_alone_ && !is_proven_) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = message_;
    block_.cut(trace);
    put_exception(trace.exception, language_, "error", std::move(message_), {});
    return true;
}

// How many lines above Cmdliner's advice the program's own words are, 0 = they are not.
std::size_t words_above(start_context const& context, std::size_t column, std::string_view program) {
    std::size_t first_of_usage = 0;
    for (std::size_t n = 1; n <= most_of_usage + most_of_message; ++n) {
        auto const line = context.back(n, column);
        if (!line) return 0;
        // what the tools of a script say is told by its last lines
        if (n == 1 && is_told_by(*line, program)) {
            auto const tool = closing::parse(*line);
            return tool && tool->language == "shell" ? 0 : 1;
        }
        if (first_of_usage > 0 && is_told_by(*line, program)) return n;
        if (first_of_usage > 0 && (n > first_of_usage + most_of_message || !line->starts_with(' '))) return 0;
        if (line->starts_with(usage) && line->substr(usage.size()).starts_with(program)) {
            first_of_usage = n;
        } else if (!line->starts_with(' ')) {
            return 0;
        }
    }
    return 0;
}

std::size_t error_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_of_clap; ++n) {
        auto const line = context.back(n, column);
        if (!line) return 0;
        if (line->starts_with(error)) return n;
        if (!is_of_clap(*line)) return 0;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_usage_error_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        std::size_t back = 0;
        if (std::string_view const program = program_of(text); !program.empty()) {
            back = words_above(context, column, program);
        } else if (is_end_of_clap(text)) {
            back = error_above(context, column);
        } else if (is_end_of_cli11(text)) {
            auto const said = context.back(1, column);
            back = said && !is_blank(*said) ? 1 : 0;
        } else if (is_alone(text)) {
            return start_point{column, 0};
        } else if (text.starts_with(usage)) {
            auto const between = context.back(1, column);
            auto const said = context.back(2, column);
            back = between && said && is_blank(*between) && is_of_optparse(*said) ? 2 : 0;
        }
        if (back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_usage_error_grammar() {
    return std::make_unique<usage_error_reader>();
}

}  // namespace task_agent::trace
