#include "task_agent/trace/grammars/native/cpp.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_frame.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include "crash_lines.hpp"
#include <array>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace cpp;
using reading::take;

constexpr int most_lines = 256;
constexpr int most_blanks = 2;
constexpr int most_unknown_lines = 8;        // of a message, before the shell tells that the process aborted
constexpr std::size_t most_lines_back = 12;  // of libstdc++'s debug mode, from "Error: " to its first line
constexpr std::string_view error = "Error: ";
constexpr std::string_view boost_type = "Dynamic exception type: ";
constexpr std::string_view boost_what = "std::exception::what: ";
constexpr std::string_view boost_unknown = "Throw location unknown";
constexpr std::string_view boost_thrown = ": Throw in function ";

bool is_boost_location(std::string_view line) noexcept {
    return line.starts_with(boost_unknown) || line.find(boost_thrown) != std::string_view::npos;
}

// "/usr/include/c++/12/debug/vector:442:", before libstdc++'s "In function:"
bool is_debug_place(std::string_view line) noexcept {
    return line.ends_with(':') && parse_place(line.substr(0, line.size() - 1)).has_value();
}

// "00400000-00401000 r-xp 00000000 08:01 12 /app/prog"
bool is_memory_map(std::string_view line) noexcept {
    std::size_t const dash = std::min(line.find_first_not_of("0123456789abcdef"), line.size());
    return dash >= 8 && line.substr(dash).starts_with('-') && line.size() > dash + 20;
}

class cpp_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !report_.type.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_debug_mode(std::string_view line);
    verdict in_boost(std::string_view line);
    verdict behind(std::string_view line);
    bool is_more_of_it(std::string_view line);
    bool may_be_more_of_it(std::string_view line);
    bool take_stack(std::string_view line);
    void put_place(std::string_view file, int line, std::string_view function);

    native_report report_;
    form kind_ = form::aborted;
    bool has_begun_ = false;
    bool has_what_ = false;
    bool is_sentence_over_ = false;  // debug mode's message
    bool has_objects_ = false;       // its last section
    bool is_expected_ = false;       // a death test passed
    bool has_stack_ = false;
    bool is_innermost_last_ = false;
    bool is_memory_map_ = false;
    bool by_handler_ = false;     // of SIGABRT
    bool promises_more_ = false;  // the line of the message that was read last
    int lines_ = 0;
    int blanks_ = 0;
    int unknown_ = 0;  // lines that are the message's where the process aborts behind them
    block_bounds block_;
    std::optional<stack_frame> place_;  // told apart from the stack: the innermost
};

void cpp_reader::put_place(std::string_view file, int line, std::string_view function) {
    if (file.empty() && function.empty()) return;
    place_ = stack_frame{bounded(file), line, bounded(function)};
}

verdict cpp_reader::read(std::string_view line) {
    if (!has_begun_) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    if (kind_ == form::debug_mode) return in_debug_mode(line);
    if (kind_ == form::boost_info) return in_boost(line);
    return behind(line);
}

verdict cpp_reader::first(std::string_view line) {
    has_begun_ = true;
    if (is_boost_location(line) || line.starts_with(boost_type)) {
        kind_ = form::boost_info;
        return in_boost(line);
    }
    if (auto const found = parse_first(line)) {
        kind_ = found->kind;
        report_.role = found->role;
        report_.type = bounded(found->type);
        report_.message = bounded(trimmed(found->message));
        report_.cause_line = kind_ == form::exception ? report_.type : bounded(trimmed(line));
        put_place(found->file, found->line, found->function);
        return verdict::continues;
    }
    if (!is_debug_place(line)) return verdict::no_trace;
    kind_ = form::debug_mode;
    auto const found = parse_place(line.substr(0, line.size() - 1));
    put_place(found->file, found->line, {});
    return verdict::continues;
}

verdict cpp_reader::in_debug_mode(std::string_view line) {
    if (report_.type.empty()) {
        if (line.starts_with("    ") && place_->function.empty()) place_->function = bounded(trimmed(line));
        if (!line.starts_with(error)) return verdict::continues;  // find_cpp_start saw the lines between
        report_.type = "assertion failed";
        report_.message = bounded(trimmed(line.substr(error.size())));
        report_.cause_line = bounded(trimmed(line));
        is_sentence_over_ = line.ends_with('.');
        return verdict::continues;
    }
    if (is_blank(line)) return ++blanks_ > most_blanks ? verdict::ended_before : verdict::not_mine;
    if (line.starts_with("Objects involved in the operation")) {
        has_objects_ = true;
    } else if (has_objects_ ? !line.starts_with("    ") && line != "}" : is_sentence_over_ || blanks_ > 0) {
        return verdict::ended_before;
    }
    is_sentence_over_ = is_sentence_over_ || line.ends_with('.');
    return verdict::continues;
}

verdict cpp_reader::in_boost(std::string_view line) {
    if (line.starts_with(boost_type) && report_.type.empty()) {
        report_.role = trace_role::raised;
        report_.type = bounded(trimmed(line.substr(boost_type.size())));
        report_.cause_line = report_.type;
        return verdict::continues;
    }
    if (report_.type.empty()) {
        std::size_t const at = line.find(boost_thrown);
        if (at == std::string_view::npos) return verdict::continues;
        if (auto const found = parse_place(line.substr(0, at)))
            put_place(found->file, found->line, line.substr(at + boost_thrown.size()));
        return verdict::continues;
    }
    if (!has_what_ && line.starts_with(boost_what)) {
        has_what_ = true;
        report_.message = bounded(trimmed(line.substr(boost_what.size())));
        report_.cause_line = report_.type + ": " + report_.message;
        return verdict::continues;
    }
    bool const is_info = line.starts_with('[') && line.find("] = ") != std::string_view::npos;
    return is_info ? verdict::continues : verdict::ended_before;
}

// The lines of a stack, and what announces it.
bool cpp_reader::take_stack(std::string_view line) {
    constexpr std::string_view raised = "Exception raised from ";
    std::string_view text = line;
    if (take(text, raised)) {
        text = text.substr(0, text.find(" (most recent call first)"));
        std::size_t const at = text.rfind(" at ");
        if (at != std::string_view::npos && !place_) {
            if (auto const found = parse_place(text.substr(at + 4)))
                put_place(found->file, found->line, text.substr(0, at));
        }
        has_stack_ = true;
        return true;
    }
    if (native::is_stack_header(line)) {
        has_stack_ = true;
        is_innermost_last_ = line.find("most recent call last") != std::string_view::npos;
        return true;
    }
    // a handler of the signal that follows
    if (auto const said = crash::parse_crash(line);
        said && (said->type.empty() || crash::is_abort(said->type))) {
        has_stack_ = by_handler_ = true;
        return true;
    }
    if (by_handler_ && (crash::is_detail(line) || crash::is_end(line))) return true;
    if (kind_ == form::old_abort && line.starts_with("======= Memory map: ")) {
        is_memory_map_ = true;
        return true;
    }
    if (is_memory_map_) return is_memory_map(line);
    if (auto frame = native::parse_frame(line)) {
        has_stack_ = true;
        report_.add(std::move(*frame));
        return true;
    }
    return has_stack_ && native::is_between_frames(line);
}

// A message of several lines looks like any output; what is indented below it, and what libtorch adds, is
// known.
bool cpp_reader::is_more_of_it(std::string_view line) {
    if (kind_ == form::exception && !has_what_) {
        if (!line.starts_with("  what():  ")) return false;
        has_what_ = true;
        report_.message = bounded(trimmed(line.substr(11)));
        report_.cause_line = report_.type + ": " + report_.message;
        promises_more_ = line.ends_with(':') || line.ends_with(',');
        return true;
    }
    if (line == "terminate called recursively") return true;
    if (report_.type.ends_with("virtual method called") && line.starts_with("terminate called ")) return true;
    if (kind_ == form::aborted && line.starts_with("Bail out! ERROR:")) return true;
    if (kind_ != form::exception || blanks_ > 0) return false;
    constexpr std::array<std::string_view, 14> known = {"CUDA kernel errors might",
                                                        "For debugging consider",
                                                        "Compile with `TORCH_USE_CUDA_DSA`",
                                                        "  ",
                                                        "at ",
                                                        "in ",
                                                        "while ",
                                                        "caused by",
                                                        "Caused by",
                                                        "because",
                                                        "- ",
                                                        "* ",
                                                        "hint: ",
                                                        "note: "};
    bool const is_promised = std::exchange(promises_more_, line.ends_with(':') || line.ends_with(','));
    if (is_promised && report_.cause_line.ends_with(':'))
        report_.cause_line = bounded(report_.cause_line + " " + bounded(trimmed(line)));
    return is_promised ||
           std::any_of(known.begin(), known.end(), [&](auto start) { return line.starts_with(start); });
}

bool cpp_reader::may_be_more_of_it(std::string_view line) {
    bool const has_message = kind_ == form::exception && has_what_ && !has_stack_;
    return has_message && ++unknown_ <= most_unknown_lines && !starts_another(line) && !wears_prefix(line);
}

verdict cpp_reader::behind(std::string_view line) {
    if (is_blank(line)) {
        if (++blanks_ > most_blanks) return verdict::ended_before;
        return has_what_ ? verdict::continues : verdict::not_mine;
    }
    if (unknown_ > 0 && (line == "Aborted" || line.starts_with("Aborted ("))) {
        block_.go_on();
        return verdict::ends;
    }
    if (unknown_ > 0 && crash::parse_crash(line)) return verdict::ended_before;
    bool const was_blank = blanks_ > 0;
    if (take_stack(line) || is_more_of_it(line)) {
        if (has_stack_) block_.go_on();
        if (!was_blank || has_stack_) blanks_ = 0;
        return verdict::continues;
    }
    is_expected_ = line.starts_with("[       OK ] ");
    if (!is_expected_ && may_be_more_of_it(line)) {
        block_.end_here();
        return verdict::continues;
    }
    return verdict::ended_before;
}

bool cpp_reader::conclude(found_trace& trace) {
    if (is_innermost_last_) std::reverse(report_.frames.begin(), report_.frames.end());
    native::shed_machinery(report_.frames, by_handler_);
    if (place_) {
        if (report_.frames.size() == most_frames) report_.frames.pop_back();
        report_.frames.insert(report_.frames.begin(), std::move(*place_));
    }
    if (is_expected_) trace.handled = handling::aside;
    // what a handler of the program's own printed
    if (kind_ == form::boost_info) trace.is_often_survived = true;
    block_.cut(trace);
    return report_.write_to(trace);
}

// From "Error: attempt to ..." to the place above "In function:".
std::size_t lines_of_debug_mode(start_context const& context, std::size_t column) {
    auto const blank = context.back(1, column);
    if (!blank || !is_blank(*blank)) return 0;
    for (std::size_t n = 2; n < most_lines_back; ++n) {
        auto const line = context.back(n, column);
        if (!line) return 0;
        if (line->starts_with("    ")) continue;
        if (*line != "In function:") return 0;
        auto const first = context.back(n + 1, column);
        return first && is_debug_place(*first) ? n + 1 : 0;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_cpp_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(boost_type)) {
            auto const before = context.back(1, column);
            return start_point{column, before && is_boost_location(*before) ? std::size_t{1} : 0};
        }
        if (parse_first(text)) return start_point{column, 0};
        if (!text.starts_with(error)) continue;
        if (std::size_t const back = lines_of_debug_mode(context, column); back > 0)
            return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_cpp_grammar() {
    return std::make_unique<cpp_reader>();
}

}  // namespace task_agent::trace
