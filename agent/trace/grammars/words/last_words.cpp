#include "task_agent/trace/grammars/words/last_words.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_frame.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/grammars/node/node_lines.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::add_link;
using reading::take;

constexpr int most_continuations = 16;
constexpr int most_behind_error = 2;  // other lines: more, and it was not the last word
constexpr int most_behind_fatal = 10;
constexpr std::size_t longest_line = 1024;

struct words {
    std::string_view type;
    std::string_view text;
    bool is_fatal = false;
};

// "java.io.IOException: x": a stack of the JVM may follow, and is read by what comes later.
bool names_class_of_others(std::string_view text) noexcept {
    std::string_view const word = text.substr(0, text.find_first_of(": "));
    return word.find('.') != std::string_view::npos && word.find('/') == std::string_view::npos;
}

std::optional<words> parse(std::string_view line) noexcept {
    if (line.size() > longest_line) return std::nullopt;
    for (std::string_view const lead : {"fatal: ", "FATAL: ", "Fatal: ", "FATAL ERROR: "}) {
        if (!line.starts_with(lead)) continue;
        std::string_view const text = trimmed(line.substr(lead.size()));
        if (text.empty() || names_class_of_others(text)) return std::nullopt;
        return words{"fatal", text, true};
    }
    // what compilers, shells and the runtimes of others say is told by them: only with a type of C++
    for (std::string_view const lead :
         {"error: ", "ERROR: ", "exception: ", "Exception: ", "caught exception: ", "Caught exception: ",
          "exception caught: ", "Exception caught: "}) {
        if (!line.starts_with(lead)) continue;
        auto const said = cpp::parse_said(line.substr(lead.size()));
        bool const is_ours = said && (said->type.find("::") != std::string_view::npos ||
                                      said->type.find('_') != std::string_view::npos);
        if (is_ours) return words{"error", trimmed(line.substr(lead.size())), false};
    }
    return std::nullopt;
}

// "caused by: x", "  because of: x": what stands behind it.
std::optional<std::string_view> parse_cause(std::string_view line) noexcept {
    line = trimmed(line);
    for (std::string_view const lead : {"caused by: ", "Caused by: ", "because of: ", "because: ", "nested: ",
                                        "reason: ", "what(): ", "<- ", "-> "}) {
        if (take(line, lead)) return trimmed(line);
    }
    return std::nullopt;
}

struct placed {
    std::string_view message;
    cpp::place where;
    std::string_view function;
};

// "no plan (at run.sh:4 in check)", "no plan (at plan.cpp:12)".
std::optional<placed> parse_placed(std::string_view text) noexcept {
    constexpr std::string_view lead = " (at ";
    std::size_t const open = text.rfind(lead);
    if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    std::string_view const inner = text.substr(open + lead.size(), text.size() - open - lead.size() - 1);
    std::size_t const in = std::min(inner.find(" in "), inner.size());
    auto const where = cpp::parse_place(inner.substr(0, in));
    if (!where) return std::nullopt;
    return placed{text.substr(0, open), *where, inner.substr(std::min(in + 4, inner.size()))};
}

// What Git says where a script only asks it: a tree without Git, a branch that nobody made yet.
bool is_answer_of_git(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 9> answers = {
        "not a git repository",     "couldn't find remote ref",   "No names found, cannot describe",
        "No tags can describe",     "no tag exactly matches",     "no upstream configured",
        "Needed a single revision", "ref HEAD is not a symbolic", "ambiguous argument "};
    return starts_with_any(message, answers);
}

// "clone of 'x' into submodule path 'y' failed": what Git says of the clone that it waited for.
bool is_wrapper_of_git(std::string_view message) noexcept {
    return message.starts_with("clone of '") && message.ends_with("' failed") &&
           message.find("' into submodule path '") != std::string_view::npos;
}

// Git tries to clone a submodule twice.
bool is_tried_again(std::string_view line) noexcept {
    return line.starts_with("Failed to clone '") && line.ends_with("'. Retry scheduled");
}
bool is_given_up(std::string_view line) noexcept {
    return line.starts_with("Failed to clone '") && line.ends_with("' a second time, aborting");
}

class last_words_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    // what follows tells whether it was the last word
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override;

private:
    native_report report_;
    std::vector<chained_exception> causes_;  // outermost first
    std::optional<stack_frame> place_;
    bool is_fatal_ = false;
    bool is_over_ = false;
    bool is_tried_again_ = false;
    bool is_given_up_ = false;  // so that what stands above it does not count
    int lines_ = 0;
    int behind_ = 0;
};

verdict last_words_reader::feed(std::string_view line) {
    if (report_.type.empty()) {
        auto const found = parse(line);
        if (!found) return verdict::no_trace;
        auto const said = cpp::parse_said(found->text);
        is_fatal_ = found->is_fatal;
        report_.role = trace_role::notice;
        report_.type = bounded(said ? said->type : found->type);
        report_.message = bounded(said ? said->message : found->text);
        if (auto const own = parse_placed(found->text); own && !said) {
            report_.message = bounded(own->message);
            place_ = stack_frame{bounded(own->where.file), own->where.line, bounded(own->function)};
        }
        report_.cause_line = bounded(trimmed(line));
        return verdict::continues;
    }
    if (is_blank(line)) {
        is_over_ = true;
        return verdict::not_mine;
    }
    is_tried_again_ = is_tried_again_ || (!is_given_up_ && is_tried_again(line));
    is_given_up_ = is_given_up_ || is_given_up(line);
    // of Lua: the words are the message of what it shows
    if (lines_ == 0 && line == "stack traceback:") return verdict::no_trace;
    if (!is_over_ && ++lines_ <= most_continuations) {
        if (native::is_stack_header(line)) return verdict::continues;
        if (auto frame = native::parse_frame(line)) {
            report_.add(std::move(*frame));
            lines_ = 0;
            return verdict::continues;
        }
        if (!report_.frames.empty() && native::is_between_frames(line)) return verdict::continues;
        if (auto const cause = parse_cause(line)) {
            auto const said = cpp::parse_said(*cause);
            add_link(causes_, said ? said->type : std::string_view("error"), said ? said->message : *cause);
            return verdict::continues;
        }
        // an error of a runtime whose grammar reads all of it
        if (node::frame_text(line)) return verdict::no_trace;
        if (line.starts_with("  ") || line.starts_with('\t')) return verdict::continues;
        // of PostgreSQL's server
        for (std::string_view const lead : {"DETAIL:  ", "HINT:  ", "CONTEXT:  "})
            if (line.starts_with(lead)) return verdict::continues;
    }
    is_over_ = true;
    ++behind_;
    if (behind_ > most_behind_fatal) return verdict::ended_before;
    return !is_fatal_ && behind_ > most_behind_error ? verdict::no_trace : verdict::not_mine;
}

bool last_words_reader::conclude(found_trace& trace) {
    if (!report_.frames.empty()) report_.role = trace_role::raised;
    trace.is_often_survived = true;
    if (is_wrapper_of_git(report_.message)) report_.role = trace_role::summary;
    if (is_tried_again_ || is_given_up_)
        trace.handled = is_tried_again_ ? handling::survived : handling::none;
    if (behind_ > 0 && is_answer_of_git(report_.message) && trace.handled == handling::none)
        trace.handled = handling::survived;
    native::shed_machinery(report_.frames, false);
    std::reverse(causes_.begin(), causes_.end());
    if (!causes_.empty()) trace.root_line = causes_.front().message;
    trace.exception.chain = std::move(causes_);
    if (place_ && report_.frames.empty()) {
        // a function of a script that ends it
        bool const is_script = place_->file.ends_with("sh");
        if (is_script) report_.type = "command failed";
        report_.add(std::move(*place_));
        return report_.write_to(trace, is_script ? "shell" : "");
    }
    return report_.write_to(trace, {});
}

}  // namespace

std::optional<start_point> find_last_words_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_last_words_grammar() {
    return std::make_unique<last_words_reader>();
}

}  // namespace task_agent::trace
