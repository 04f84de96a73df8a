#include "task_agent/trace/grammars/ruby/ruby_lint.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 4096;
constexpr std::size_t most_shown = 2;  // the source, and a mark below it
constexpr std::size_t most_back = 48;

struct offense {
    std::string_view file;
    int line = 0;
    std::string_view message;
};

// "lib/shop.rb:2:13: W: Lint/UnusedNut: Unused nut - walnut."
std::optional<offense> parse_offense(std::string_view text) noexcept {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || colon > longest_name || text.find(' ') < colon)
        return std::nullopt;
    offense found{text.substr(0, colon), 0, {}};
    text.remove_prefix(colon + 1);
    found.line = take_number(text);
    if (found.line < 1 || !take(text, ":") || take_number(text) < 1 || !take(text, ": ")) return std::nullopt;
    bool const is_level = !text.empty() && std::string_view("CWEFRI").find(text.front()) != text.npos;
    if (!is_level || text.substr(1, 2) != ": ") return std::nullopt;
    text.remove_prefix(3);
    if (text.starts_with("[Corrected] ")) return std::nullopt;
    take(text, "[Correctable] ");
    take(text, "[Todo] ");
    // the department and the name of the cop
    std::size_t const end = text.find(": ");
    std::string_view const cop = text.substr(0, end);
    if (end == std::string_view::npos || cop.find('/') == cop.npos || cop.find(' ') != cop.npos)
        return std::nullopt;
    found.message = trimmed(text.substr(end + 2));
    return found;
}

bool is_count(std::string_view line) noexcept {
    return digits_in(line) > 0 && line.find(" inspected, ") < longest_name &&
           line.find(" offense") != std::string_view::npos;
}

bool is_mark(std::string_view line) noexcept {
    return !line.empty() && line.find_first_not_of(" ^") == std::string_view::npos;
}

class ruby_lint_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !report_.type.empty(); }
    bool conclude(found_trace& trace) override {
        trace.is_often_survived = true;
        if (!report_.write_to(trace, "ruby")) return false;
        block_.cut(trace);
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (++lines_ > most_lines) return verdict::ended_before;
        if (auto const found = parse_offense(line)) {
            shown_ = 0;
            if (report_.type.empty()) {
                report_.type = "build failed";
                report_.message = bounded(found->message);
                report_.cause_line = bounded(line);
                report_.role = trace_role::notice;
                report_.add({bounded(found->file), found->line, {}});
            } else {
                block_.end_here();
            }
            return verdict::continues;
        }
        if (report_.type.empty()) return verdict::no_trace;
        if (is_count(line)) {
            block_.end_here();
            return verdict::ends;
        }
        if (is_blank(line)) return verdict::not_mine;
        return ++shown_ > most_shown ? verdict::ended_before : verdict::continues;
    }
    native_report report_;
    block_bounds block_;
    std::size_t shown_ = 0;  // lines below the offense
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_ruby_lint_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!is_mark(context.line().substr(column))) continue;
        // those with a mark of one column are no sign of their own
        std::size_t first = 0;
        for (std::size_t n = most_shown; n < most_back; n += most_shown + 1) {
            auto const above = context.back(n, column);
            if (!above || !parse_offense(*above)) break;
            first = n;
        }
        if (first > 0) return start_point{column, first};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ruby_lint_grammar() {
    return std::make_unique<ruby_lint_reader>();
}

}  // namespace task_agent::trace
