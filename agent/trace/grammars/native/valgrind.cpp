#include "task_agent/trace/grammars/native/valgrind.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::take;

constexpr int most_lines = 512;
constexpr int most_strangers = 16;
constexpr int few_strangers = 3;  // behind the last mistake
constexpr int most_blanks = 8;

struct mistake {
    std::string_view start;
    trace_role role = trace_role::sanitizer;
};

// What valgrind's tools say first; the rest of the line is the message.
constexpr std::array mistakes = {
    mistake{"Invalid read"},
    mistake{"Invalid write"},
    mistake{"Invalid free"},
    mistake{"Mismatched free"},
    mistake{"Mismatched new/delete"},
    mistake{"Conditional jump or move depends on uninitialised value"},
    mistake{"Use of uninitialised value"},
    mistake{"Syscall param "},
    mistake{"Uninitialised byte(s) found"},
    mistake{"Unaddressable byte(s) found"},
    mistake{"Jump to the invalid address"},
    mistake{"Source and destination overlap"},
    mistake{"Possible data race"},
    mistake{"Conflicting "},
    mistake{"Thread #"},
    mistake{"Process terminating with default action of signal", trace_role::native_crash},
};

// "==12== Invalid read of size 4" without the number of the process.
std::optional<std::string_view> behind_pid(std::string_view line) noexcept {
    if (!take(line, "==")) return std::nullopt;
    std::size_t const digits = digits_in(line);
    if (digits == 0 || digits > 9 || !line.substr(digits).starts_with("==")) return std::nullopt;
    line.remove_prefix(digits + 2);
    if (line.starts_with(' ')) line.remove_prefix(1);
    return line;
}

// "12 bytes in 1 blocks are definitely lost in loss record 1 of 2"
bool is_leak(std::string_view text) noexcept {
    return text.find(" are definitely lost in loss record ") != std::string_view::npos && !text.empty() &&
           is_digit(text.front());
}

// "ERROR SUMMARY: 2 errors from 1 contexts (suppressed: 0 from 0)"
bool counts_errors(std::string_view text) noexcept {
    return take(text, "ERROR SUMMARY: ") && !text.starts_with("0 ");
}

mistake const* mistake_of(std::string_view text) noexcept {
    static constexpr mistake lost{{}, trace_role::notice};
    for (mistake const& known : mistakes) {
        if (!text.starts_with(known.start)) continue;
        // "Thread #1 was created" is an announcement
        bool const is_lock = text.find("lock order") != std::string_view::npos ||
                             text.find(" unlocked a not-locked lock") != std::string_view::npos ||
                             text.find(": Exiting thread still holds") != std::string_view::npos;
        if (known.start == "Thread #" && !is_lock) return nullptr;
        return &known;
    }
    return is_leak(text) ? &lost : nullptr;
}

// "   at 0x10915E: work (a.c:12)", "   by 0x4B2CDEF: ??? (in /usr/lib/x.so)"
std::optional<stack_frame> parse_frame(std::string_view text) {
    text = trimmed(text);
    if (!take(text, "at 0x") && !take(text, "by 0x")) return std::nullopt;
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    text = text.substr(colon + 2);
    std::size_t const open = text.rfind(" (");
    if (open == std::string_view::npos || !text.ends_with(')')) return stack_frame{{}, 0, bounded(text)};
    std::string_view place = text.substr(open + 2, text.size() - open - 3);
    stack_frame frame{{}, 0, bounded(text.substr(0, open))};
    if (!take(place, "in ")) {
        std::size_t const line = place.rfind(':');
        if (line != std::string_view::npos) {
            frame.line = number_of(place.substr(line + 1));
            place = place.substr(0, line);
        }
    }
    frame.file = bounded(place);
    return frame;
}

class valgrind_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !report_.frames.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void begin(mistake const& known, std::string_view text);
    void turn_into_crash(mistake const& known, std::string_view text);

    native_report report_;
    std::vector<chained_exception> chain_;
    std::string root_line_;
    bool stack_is_over_ = false;
    int blanks_ = 0;
    int lines_ = 0;
    int strangers_ = 0;
    bool was_counted_ = false;  // among the errors at the end
};

void valgrind_reader::begin(mistake const& known, std::string_view text) {
    report_.role = known.role;
    report_.cause_line = bounded(trimmed(text));
    if (known.role == trace_role::native_crash) {
        // "... of signal 11 (SIGSEGV)"
        std::string_view name = text.substr(std::min(text.find('('), text.size()));
        if (name.size() < 3) name = "(signal)";
        report_.type = bounded(name.substr(1, name.find(')') - 1));
        report_.message.clear();
    } else if (known.start.empty()) {
        report_.type = "memory leak";
        report_.message = bounded(text);
    } else {
        report_.type = bounded(trimmed(known.start));
        report_.message = bounded(trimmed(text.substr(known.start.size())));
    }
}

// The signal that a mistake led to, told directly behind it.
void valgrind_reader::turn_into_crash(mistake const& known, std::string_view text) {
    chain_.push_back({std::move(report_.type), std::move(report_.message)});
    root_line_ = std::move(report_.cause_line);
    report_.frames.clear();
    stack_is_over_ = false;
    blanks_ = 0;
    begin(known, text);
}

verdict valgrind_reader::feed(std::string_view line) {
    auto const text = behind_pid(line);
    if (report_.type.empty()) {
        mistake const* const known = text ? mistake_of(*text) : nullptr;
        if (!known) return verdict::no_trace;
        begin(*known, *text);
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    if (!text) return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    if (is_blank(*text)) return ++blanks_ > most_blanks ? verdict::ended_before : verdict::not_mine;
    if (blanks_ > 0) {
        mistake const* const known = mistake_of(*text);
        bool const is_its_end = known && known->role == trace_role::native_crash && chain_.empty() &&
                                report_.role == trace_role::sanitizer;
        // what it prints of any process at its end
        was_counted_ = was_counted_ || (strangers_ <= few_strangers && counts_errors(*text));
        bool const is_summary = text->starts_with(' ') || text->find("SUMMARY:") != std::string_view::npos ||
                                text->starts_with("All heap blocks were freed") ||
                                text->starts_with("Use --") || text->starts_with("For ") ||
                                text->starts_with("Rerun with ");
        if (!known && is_summary) return verdict::not_mine;
        if (!is_its_end) return verdict::ended_before;
        turn_into_crash(*known, *text);
        return verdict::continues;
    }
    if (auto frame = parse_frame(*text)) {
        if (!stack_is_over_) report_.add(std::move(*frame));
        return verdict::continues;
    }
    // " Address 0x4a is 0 bytes after a block of size 16 alloc'd", " If you believe this happened ..."
    if (!text->starts_with(' ') && !text->starts_with("Locks held") && !text->starts_with("This conflicts"))
        return verdict::ended_before;
    stack_is_over_ = !report_.frames.empty();
    if (!stack_is_over_ && report_.role == trace_role::native_crash && report_.message.empty())
        report_.message = bounded(trimmed(*text));  // "Access not within mapped region at address 0x0"
    return verdict::continues;
}

bool valgrind_reader::conclude(found_trace& trace) {
    if (report_.frames.empty() && report_.role != trace_role::native_crash) return false;
    trace.is_often_survived = report_.role != trace_role::native_crash && !was_counted_;
    trace.root_line = std::move(root_line_);
    trace.exception.chain = std::move(chain_);
    return report_.write_to(trace);
}

}  // namespace

std::optional<start_point> find_valgrind_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const text = behind_pid(context.line().substr(column));
        if (text && mistake_of(*text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_valgrind_grammar() {
    return std::make_unique<valgrind_reader>();
}

}  // namespace task_agent::trace
