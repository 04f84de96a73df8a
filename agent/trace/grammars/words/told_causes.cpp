#include "task_agent/trace/grammars/words/told_causes.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/handling_words.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t longest_program = 32;
constexpr int most_lines = 32;
constexpr int most_behind = 10;

// "limitd: " off the front, where it is one word; empty where there is none.
std::string_view take_program(std::string_view& line) noexcept {
    std::string_view const name = line.substr(0, line.find(':'));
    bool const is_program = !name.empty() && name.size() <= longest_program &&
                            name.size() + 1 < line.size() && line[name.size() + 1] == ' ' &&
                            std::all_of(name.begin(), name.end(), [](char c) {
                                return is_name(c) || c == '-' || c == '.' || c == '/';
                            });
    // the line of a file, whose name was taken for a label: "12: error: no nut"
    bool const is_number = name.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_program || is_number) return {};
    line.remove_prefix(name.size() + 1);
    return name;
}

// What is said behind "limitd: error: " or "error: "; empty where it is nothing.
std::string_view said_in(std::string_view line) noexcept {
    if (line.size() > longest_line) return {};
    std::string_view rest = line;
    // without a name only in small letters: R and others have the same word and more to say
    bool const is_bare = rest.starts_with("error: ") || rest.starts_with("fatal error: ");
    if (!is_bare && (begins_alike(rest, "error: ") || take_program(rest).empty() || !take(rest, " ")))
        return {};
    for (std::string_view const lead : {"error: ", "fatal error: "}) {
        if (begins_alike(rest, lead)) return trimmed(rest.substr(lead.size()));
    }
    return {};
}

// "  because: no number", "limitd:   caused by: no number": what stands behind it; empty where it is none.
std::string_view cause_in(std::string_view line) noexcept {
    std::string_view rest = line;
    bool const is_named = !take_program(rest).empty();
    bool const is_below = rest.starts_with("  ") || rest.starts_with('\t');
    std::string_view const text = trimmed(is_named && !is_below ? line : rest);
    for (std::string_view const lead : {"because: ", "because of: ", "caused by: ", "cause: ", "reason: ",
                                        "due to: ", "nested: ", "root cause: "}) {
        if (begins_alike(text, lead)) return trimmed(text.substr(lead.size()));
    }
    return {};
}

// What a program does as well that has given up.
bool says_goodbye(std::string_view line) noexcept {
    return is_blank(line) || tidies_up(line) || line.ends_with("bye") || line.ends_with("exiting") ||
           says_failure(line);
}

class told_causes_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    // what follows tells whether it was the end
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    native_report report_;
    std::vector<chained_exception> causes_;  // outermost first
    bool went_on_ = false;
    bool is_over_ = false;
    int lines_ = 0;
    int behind_ = 0;
};

verdict told_causes_reader::feed(std::string_view line) {
    if (report_.type.empty()) {
        std::string_view const said = said_in(line);
        if (said.empty()) return verdict::no_trace;
        report_.type = "error";
        report_.message = bounded(said);
        report_.cause_line = bounded(trimmed(line));
        report_.role = trace_role::notice;
        return verdict::continues;
    }
    if (std::string_view const cause = is_over_ ? std::string_view() : cause_in(line);
        !cause.empty() && ++lines_ <= most_lines) {
        add_link(causes_, "error", cause);
        return verdict::continues;
    }
    if (causes_.empty()) return verdict::no_trace;
    is_over_ = true;
    went_on_ = went_on_ || !says_goodbye(line);
    return ++behind_ > most_behind ? verdict::ended_before : verdict::not_mine;
}

bool told_causes_reader::conclude(found_trace& trace) {
    if (causes_.empty()) return false;
    if (!went_on_ && trace.handled == handling::none) trace.handled = handling::error;
    std::reverse(causes_.begin(), causes_.end());
    trace.root_line = causes_.front().message;
    trace.exception.chain = std::move(causes_);
    return report_.write_to(trace, {});
}

}  // namespace

std::optional<start_point> find_told_causes_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!said_in(context.line().substr(column)).empty()) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_told_causes_grammar() {
    return std::make_unique<told_causes_reader>();
}

}  // namespace task_agent::trace
