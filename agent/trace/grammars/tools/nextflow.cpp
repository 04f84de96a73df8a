#include "task_agent/trace/grammars/tools/nextflow.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/shell/shell_lines.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view head = "Command error:";
constexpr std::string_view indent = "  ";
constexpr int most_lines = 200;  // Nextflow shows the last ones
constexpr int surely = 1000;     // likelier than any words

class nextflow_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    void look_at(std::string_view line);
    void begin(int points);
    void say(std::string_view type, std::string_view message, std::string_view language = {});
    void say_typed(std::string_view line, std::string_view language);
    void in_traceback(std::string_view line);

    block_bounds block_;
    native_report report_;
    std::string_view language_;
    int points_ = least_likely;
    bool has_begun_ = false;
    bool is_open_ = false;       // the block goes on below its first line
    bool in_traceback_ = false;  // of Python
    bool is_chained_ = false;    // and the next one follows
    bool is_of_r_ = false;
    int lines_ = 0;
};

void nextflow_reader::begin(int points) {
    points_ = points;
    block_.begin_here();
    block_.go_on();
    report_.frames.clear();
    is_open_ = true;
    is_of_r_ = false;
}

void nextflow_reader::say(std::string_view type, std::string_view message, std::string_view language) {
    report_.type = bounded(type);
    report_.message = bounded(trimmed(message));
    report_.cause_line = report_.message;
    language_ = language;
}

void nextflow_reader::say_typed(std::string_view line, std::string_view language) {
    auto const raised = python::parse_raised(line);
    if (!raised) return say("error", line, language);
    say(raised->type, raised->message, language);
    report_.cause_line = bounded(line);
}

// The exception stands behind its frames, at the left.
void nextflow_reader::in_traceback(std::string_view line) {
    if (auto frame = python::parse_frame(line)) report_.add(std::move(*frame));
    if (line.starts_with(' ')) return;
    in_traceback_ = false;
    std::reverse(report_.frames.begin(), report_.frames.end());
    say_typed(line, "python");
}

void nextflow_reader::look_at(std::string_view line) {
    if (in_traceback_) return in_traceback(line);
    if (line == "Traceback (most recent call last):") {
        // of one that was raised while another was handled: the block goes on, the last one tells
        std::exchange(is_chained_, false) ? report_.frames.clear() : begin(surely);
        in_traceback_ = true;
        return;
    }
    if (python::is_link(line)) {
        is_chained_ = true;
        block_.go_on();
        return;
    }
    // what belongs to the line above
    bool const is_below = line.starts_with(' ') || line.starts_with('\t') || line.starts_with("Caused by: ");
    if (is_open_ && is_below) return;
    if (is_of_r_ && (line.starts_with("Calls: ") || line == "Execution halted")) {
        block_.go_on();
        points_ = surely;
        return;
    }
    if (std::exchange(is_open_, false)) block_.end_here();
    if (is_blank(line) || points_ >= surely) return;
    if (std::string_view rest = line; take(rest, "Exception in thread \"")) {
        begin(surely);
        return say_typed(rest.substr(std::min(rest.find("\" ") + 2, rest.size())), "java");
    }
    int const points = likeliness(signs_of(line, log_level::none));
    if (points <= points_) return;
    begin(points);
    if (auto const told = shell::parse(line)) return say("command failed", told->message, "shell");
    std::string_view said = line;
    std::size_t const colon = said.find(" : ");
    is_of_r_ = take(said, "Error in ") && colon != std::string_view::npos;
    if (is_of_r_) return say("error", line.substr(colon + 3), "r");
    // behind its level
    said = line;
    if (begins_alike(line, "error: ") || begins_alike(line, "fatal: ")) said.remove_prefix(7);
    say("error", said);
}

verdict nextflow_reader::read(std::string_view line) {
    if (!std::exchange(has_begun_, true)) return line == head ? verdict::continues : verdict::no_trace;
    if (++lines_ > most_lines) return verdict::ended_before;
    bool const is_inside = take(line, indent);
    if (!is_inside && !is_blank(line)) {
        // it says last where it worked
        block_.end_here();
        return line == "Work dir:" ? verdict::ends : verdict::ended_before;
    }
    if (in_traceback_ && is_blank(line)) return verdict::continues;
    look_at(line);
    return verdict::continues;
}

bool nextflow_reader::conclude(found_trace& trace) {
    if (in_traceback_ || report_.type.empty()) return false;
    report_.role = trace_role::raised;
    block_.cut(trace);
    return report_.write_to(trace, language_);
}

}  // namespace

std::optional<start_point> find_nextflow_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) == head) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_nextflow_grammar() {
    return std::make_unique<nextflow_reader>();
}

}  // namespace task_agent::trace
