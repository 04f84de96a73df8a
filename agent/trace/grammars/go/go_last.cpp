// The last line of Go's package log, with a place or behind a word of the program's own: what log.Fatal says.
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::take;

constexpr std::size_t longest_word = 64;  // of log.SetPrefix

struct last_line {
    std::string_view message;
    std::string_view file;
    int line = 0;
};

// "2026/11/26 10:20:30 ", with a fraction where asked for; 0 = none.
std::size_t stamp_length(std::string_view line) noexcept {
    constexpr std::string_view mask = "9999/99/99 99:99:99";
    if (line.size() < mask.size() + 2) return 0;
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (mask[i] == '9' ? !is_digit(line[i]) : line[i] != mask[i]) return 0;
    std::size_t n = mask.size();
    if (line[n] == '.') n += 1 + digits_in(line.substr(n + 1));
    return n < line.size() && line[n] == ' ' ? n + 1 : 0;
}

// "load: 2026/11/26 10:20:30 main.go:24: no nut", "2026/11/26 10:20:30 load: main.go:24: no nut"
std::optional<last_line> parse(std::string_view line) noexcept {
    std::size_t word = 0;
    std::size_t stamp = stamp_length(line);
    while (stamp == 0) {
        word = line.find(' ', word);
        if (word == std::string_view::npos || ++word > longest_word) return std::nullopt;
        stamp = stamp_length(line.substr(word));
    }
    last_line found{line.substr(word + stamp), {}, 0};
    std::size_t const end = found.message.find(".go:");
    if (end < longest_word * 2) {
        std::string_view rest = found.message.substr(end + 4);
        int const number = reading::take_number(rest);
        std::string_view const before = found.message.substr(0, end + 3);
        std::size_t const space = before.rfind(' ');
        // only the program's own word may stand before the place
        bool const is_first = space == std::string_view::npos ||
                              (before.find(' ') == space && space > 0 && before[space - 1] == ':');
        if (is_first && number > 0 && take(rest, ": "))
            found = {rest, before.substr(space + 1), number};  // npos + 1 = 0
    }
    return word > 0 || found.line > 0 ? std::optional(found) : std::nullopt;
}

bool gives_up(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 7> starts = {"cannot ", "can't ",     "could not ", "couldn't ",
                                                        "fatal",   "failed to ", "unable to "};
    return starts_with_any(message, starts);
}

bool speaks_of_failure(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 12> words = {"rror",   "ailed",   "nvalid",     "issing",
                                                        "cannot", "no such", "not found",  "refused",
                                                        "denied", "unknown", "unexpected", "timeout"};
    bool const is_bad = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return message.find(word) != std::string_view::npos;
    });
    return is_bad && !says_none_failed(message) && !says_success(message);
}

class go_last_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        auto const found = parse(line);
        if (!found) return verdict::no_trace;
        message_ = bounded(trimmed(found->message));
        frame_ = {bounded(found->file), found->line, {}};
        return verdict::ends;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        // a program that ends well prints a last line, too
        trace.is_guess = !gives_up(message_);
        trace.cause_line = message_;
        std::vector<stack_frame> frames;
        if (frame_.line > 0) frames.push_back(std::move(frame_));
        put_exception(trace.exception, "go", "error", std::move(message_), std::move(frames));
        return true;
    }

private:
    std::string message_;
    stack_frame frame_;
};

}  // namespace

std::optional<start_point> find_go_last_start(start_context const& context) {
    std::string_view const line = context.line();
    auto const says_why = [&](std::size_t column) {
        auto const found = parse(line.substr(column));
        return found && !says_to_go_on(found->message) &&
               (gives_up(found->message) || speaks_of_failure(found->message));
    };
    // its own stamp is the last piece that a launcher might have put there too
    line_pieces const prefix = find_prefix(line);
    for (std::size_t i = prefix.count; i-- > 0;) {
        std::size_t const begin = prefix.piece[i].begin;
        if (stamp_length(line.substr(begin)) > 0 && says_why(begin)) return start_point{begin, 0};
    }
    for (std::size_t const column : context.columns())
        if (says_why(column)) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_last_grammar() {
    return std::make_unique<go_last_reader>();
}

}  // namespace task_agent::trace
