#include "task_agent/trace/grammars/native/crash.hpp"

#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_frame.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include "crash_lines.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace crash;

constexpr int most_lines = 512;
constexpr int most_blanks = 2;
constexpr std::size_t most_words = 16;      // of an announcement
constexpr int most_strangers = 6;           // between a header and the first frame
constexpr std::size_t least_frames = 2;     // of a stack that nothing announces
constexpr std::size_t most_lines_back = 6;  // from a debugger's first frame to its header

// "giving up, ns::closed: gone": the first word that names a type of C++, and what is said of it.
std::optional<cpp::said> find_said(std::string_view text) noexcept {
    for (std::size_t at = 0, word = 0; at != std::string_view::npos && word < most_words; ++word) {
        auto const said = cpp::parse_said(text.substr(at));
        bool const is_type = said && (said->type.find("::") != std::string_view::npos ||
                                      said->type.find('_') != std::string_view::npos);
        if (is_type) return said;
        at = text.find(' ', at);
        if (at != std::string_view::npos) ++at;
    }
    return std::nullopt;
}

// "At line 5 of file shop.f90 (unit = 10)".
std::optional<stack_frame> fortran_place(std::string_view line) {
    constexpr std::string_view lead = "At line ";
    constexpr std::string_view of = " of file ";
    std::size_t const at = line.find(of);
    if (!line.starts_with(lead) || at == std::string_view::npos) return std::nullopt;
    int const number = number_of(line.substr(lead.size(), at - lead.size()));
    std::string_view file = line.substr(at + of.size());
    file = file.substr(0, file.find(" (unit"));
    return number > 0 ? std::optional(stack_frame{bounded(file), number, {}}) : std::nullopt;
}

class crash_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return has_begun_; }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict take_shell(std::string_view word, std::string_view line);
    void take_header(crash_line const& said, std::string_view line);
    bool take_announcement(std::string_view line);
    bool take_stack(std::string_view line);

    native_report report_;
    stack_frame place_;  // of gfortran, above its error
    strength how_ = strength::weak;
    bool has_begun_ = false;
    bool has_header_ = false;
    bool is_innermost_last_ = false;
    bool by_shell_ = false;
    int lines_ = 0;
    int blanks_ = 0;
    int strangers_ = 0;
};

verdict crash_reader::first(std::string_view line) {
    has_begun_ = true;
    if (std::string_view const word = shell_word(line); !word.empty()) return take_shell(word, line);
    if (auto const said = parse_crash(line)) {
        take_header(*said, line);
        return verdict::continues;
    }
    if (auto place = fortran_place(line)) {
        place_ = std::move(*place);
        has_begun_ = false;
        return verdict::continues;
    }
    if (take_stack(line) || take_announcement(line)) return verdict::continues;
    return verdict::no_trace;
}

verdict crash_reader::take_shell(std::string_view word, std::string_view line) {
    by_shell_ = true;
    report_.type = bounded(word);
    report_.cause_line = bounded(trimmed(line));
    // a stack may still follow: handlers say the same words
    return verdict::continues;
}

void crash_reader::take_header(crash_line const& said, std::string_view line) {
    has_header_ = true;
    by_shell_ = false;
    how_ = said.how;
    report_.type = bounded(said.type);
    report_.message = bounded(said.message);
    report_.cause_line = bounded(trimmed(line));
}

// Somebody's own words above a stack.
bool crash_reader::take_announcement(std::string_view line) {
    if (has_header_ || !may_announce(line)) return false;
    has_header_ = true;
    signal_word const signal = find_signal(line);
    report_.cause_line = bounded(trimmed(line));
    if (!signal.name.empty()) {
        how_ = signal.is_fatal ? strength::weak : strength::asked;
        report_.type = bounded(signal.name);
        report_.message = bounded(besides(trimmed(line), signal.name));
        return true;
    }
    std::string_view const text = besides(trimmed(line), {});
    if (auto const said = find_said(text)) {
        report_.type = bounded(said->type);
        report_.message = bounded(said->message);
    } else {
        report_.type = "error";
        report_.message = bounded(text);
    }
    report_.role = trace_role::notice;
    return true;
}

bool crash_reader::take_stack(std::string_view line) {
    if (native::is_stack_header(line)) {
        is_innermost_last_ = line.find("most recent call last") != std::string_view::npos;
        return true;
    }
    if (auto frame = native::parse_frame(line)) {
        report_.add(std::move(*frame));
        return true;
    }
    if (auto place = native::parse_place_below(line); place && !report_.frames.empty()) {
        report_.frames.back().file = std::move(place->file);
        report_.frames.back().line = place->line;
        return true;
    }
    return !report_.frames.empty() && native::is_between_frames(line);
}

verdict crash_reader::feed(std::string_view line) {
    if (!has_begun_) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    if (is_blank(line)) {
        if (++blanks_ > most_blanks) return verdict::ended_before;
        // what was seen before the first frame
        return has_header_ && report_.frames.empty() ? verdict::continues : verdict::not_mine;
    }
    if (take_stack(line)) {
        blanks_ = 0;
        by_shell_ = by_shell_ && report_.frames.empty();
        return verdict::continues;
    }
    if (has_header_ && is_end(line) && !report_.frames.empty()) return verdict::ends;
    if (has_header_ && is_detail(line)) {
        if (report_.type.empty()) report_.type = bounded(find_signal(line).name);
        // Open MPI's header does not say which
        if (line.starts_with("Signal: ")) report_.cause_line = bounded(trimmed(line));
        return verdict::continues;
    }
    if (auto const said = parse_crash(line); said && report_.frames.empty() && has_header_) {
        // glog says the time, then the signal
        if (report_.type.empty()) report_.type = bounded(said->type);
        if (report_.message.empty()) report_.message = bounded(said->message);
        report_.cause_line = bounded(trimmed(line));
        if (said->how == strength::asked) how_ = said->how;
        return verdict::continues;
    }
    if (has_header_ && how_ == strength::weak && report_.frames.empty() && is_stop(line))
        return verdict::continues;
    bool const may_wait = has_header_ && report_.frames.empty() && lines_ <= most_strangers;
    return may_wait && ++strangers_ <= most_strangers ? verdict::not_mine : verdict::ended_before;
}

bool crash_reader::conclude(found_trace& trace) {
    bool const has_stack = report_.frames.size() >= (has_header_ ? 1 : least_frames);
    if (by_shell_ && !has_stack) {
        report_.frames.clear();
        report_.role = trace_role::killed;
        return report_.write_to(trace);
    }
    if (!has_stack && (!has_header_ || how_ == strength::weak || how_ == strength::asked)) return false;
    if (!has_header_) {
        report_.type = "stack trace";
        report_.cause_line = "stack trace";
        report_.role = trace_role::notice;
    }
    if (report_.type.empty()) report_.type = "crash";
    if (how_ == strength::told && !has_stack) report_.role = trace_role::notice;
    if (how_ == strength::asked) report_.role = trace_role::ignored;
    if (is_abort(report_.type)) report_.role = trace_role::killed;
    // handlers print stacks of what goes on as well
    trace.is_often_survived = how_ != strength::certain;
    if (report_.frames.empty() && place_.line > 0) report_.frames.push_back(std::move(place_));
    if (is_innermost_last_) std::reverse(report_.frames.begin(), report_.frames.end());
    native::shed_machinery(report_.frames, true);
    return report_.write_to(trace);
}

// Earlier lines that belong to a stack whose first frame is this line.
std::size_t lines_above(start_context const& context, std::size_t column, bool is_debugger) {
    std::size_t n = 0;
    auto above = context.back(1, column);
    if (above && native::is_stack_header(*above)) {
        n = 1;
        above = context.back(2, column);
    }
    if (above && is_blank(*above))
        above = context.back(n + 2, column) ? context.back(++n + 1, column) : std::nullopt;
    if (above && (parse_crash(*above) || (!is_debugger && may_announce(*above)))) return n + 1;
    if (is_debugger) {
        for (std::size_t back = n + 1; back <= most_lines_back; ++back) {
            auto const line = context.back(back, column);
            if (!line) break;
            if (parse_crash(*line)) return back;
        }
        return 0;
    }
    if (n > 0 && context.back(n, column) && is_blank(*context.back(n, column))) --n;
    return n;
}

std::optional<start_point> start_of_stack(start_context const& context, std::size_t column) {
    std::string_view const text = context.line().substr(column);
    bool const is_first = text.starts_with("#0 ") || text.starts_with(" 0# ") || text.starts_with("0# ");
    if (is_first) {
        if (!native::parse_frame(text)) return std::nullopt;
        // PHP and others number their frames as gdb does
        auto const announced = context.back(1, column);
        bool const is_debugger = text.starts_with('#') && !(announced && native::is_stack_header(*announced));
        std::size_t const above = lines_above(context, column, is_debugger);
        return above > 0 ? std::optional(start_point{column, above}) : std::nullopt;
    }
    bool const is_path = text.starts_with("./") || text.starts_with('/');
    if (!is_path || !native::parse_symbol(text)) return std::nullopt;
    return start_point{column, lines_above(context, column, false)};
}

}  // namespace

std::optional<start_point> find_crash_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.empty()) continue;
        if (auto const found = start_of_stack(context, column)) return found;
        if (text.starts_with("./") || text.starts_with('/') || text.starts_with('#')) continue;
        if (!parse_crash(text) && shell_word(text).empty()) continue;
        auto const before = context.back(1, column);
        return start_point{column, before && fortran_place(*before) ? std::size_t{1} : 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_crash_grammar() {
    return std::make_unique<crash_reader>();
}

}  // namespace task_agent::trace
