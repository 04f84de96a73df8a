#include "task_agent/trace/grammars/tools/source_tools.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t most_back = 64;
constexpr int most_lines = 512;
constexpr std::string_view failed_sum = ": FAILED";

enum class tool { none, merge, apply, patch, sums };

// "sha256sum: WARNING: 1 computed checksum did NOT match"
bool counts_sums(std::string_view line) noexcept {
    std::size_t const colon = line.find("sum: WARNING: ");
    return colon < 16 && line.ends_with(" did NOT match") &&
           (line.find(" computed checksum ") < line.size() ||
            line.find(" computed checksums ") < line.size());
}

bool is_failed_sum(std::string_view line) noexcept {
    return line.size() > failed_sum.size() && line.size() < longest_line &&
           (line.ends_with(failed_sum) || line.ends_with(": FAILED open or read"));
}

// "Hunk #1 FAILED at 12.", and the last one, "1 out of 2 hunks FAILED -- saving rejects to file a.c.rej"
bool is_failed_hunk(std::string_view line) noexcept {
    return take(line, "Hunk #") && take_number(line) > 0 && line.starts_with(" FAILED at ");
}

bool counts_hunks(std::string_view line) noexcept {
    return take_number(line) > 0 && take(line, " out of ") && take_number(line) > 0 &&
           line.find(" FAILED -- saving rejects to file ") < 8;
}

class source_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_merge(std::string_view line);
    verdict begin(tool who, std::string_view message, bool is_sure);

    tool who_ = tool::none;
    native_report report_;
    block_bounds block_;
    bool is_sure_ = false;
    int lines_ = 0;
};

verdict source_tools_reader::begin(tool who, std::string_view message, bool is_sure) {
    who_ = who;
    is_sure_ = is_sure;
    report_.type = "command failed";
    report_.message = bounded(trimmed(message));
    report_.cause_line = report_.message;
    report_.role = trace_role::notice;
    return verdict::continues;
}

verdict source_tools_reader::first(std::string_view line) {
    std::string_view rest = line;
    if (line.starts_with("CONFLICT (")) return begin(tool::merge, line, false);
    if (take(rest, "error: ")) return begin(tool::apply, rest, true);
    if (is_failed_hunk(line) || counts_hunks(line)) return begin(tool::patch, line, true);
    if (is_failed_sum(line)) return begin(tool::sums, line, true);
    if (counts_sums(line)) return begin(tool::sums, line.substr(line.find("WARNING: ") + 9), true);
    return verdict::no_trace;
}

verdict source_tools_reader::in_merge(std::string_view line) {
    bool const is_end = line.starts_with("Automatic merge failed; ") || line.starts_with("error: could not ");
    is_sure_ = is_sure_ || is_end;
    bool const is_more = is_end || line.starts_with("CONFLICT (") || line.starts_with("hint: ") ||
                         line.starts_with("Auto-merging ") || line.starts_with("Could not apply ");
    if (is_more) return verdict::continues;
    return is_sure_ ? verdict::ended_before : verdict::no_trace;
}

verdict source_tools_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    block_.note(line, answer);
    return answer;
}

verdict source_tools_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (who_) {
        case tool::none:
            return first(line);
        case tool::merge:
            return in_merge(line);
        case tool::apply:
            return line.starts_with("error: ") && line.find("patch ") != std::string_view::npos
                       ? verdict::continues
                       : verdict::ended_before;
        case tool::patch:
            if (counts_hunks(line)) return verdict::ends;
            return line.starts_with("Hunk #") ? verdict::continues : verdict::ended_before;
        case tool::sums:
            // the first file tells
            block_.end_here();
            if (counts_sums(line)) return verdict::ends;
            return is_failed_sum(line) || line.ends_with(": OK") ? verdict::continues : verdict::ended_before;
    }
    return verdict::ended_before;
}

bool source_tools_reader::conclude(found_trace& trace) {
    if (!is_sure_ || report_.message.empty() || !report_.write_to(trace, "shell")) return false;
    block_.cut(trace);
    return true;
}

// From a count to the first that failed, over the lines of the same tool.
template <class IsFailed, class IsOther>
std::size_t lines_above(start_context const& context, std::size_t column, IsFailed is_failed,
                        IsOther is_other) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (is_failed(*above)) {
            first = n;
        } else if (!is_other(*above)) {
            break;
        }
    }
    return first;
}

}  // namespace

std::optional<start_point> find_source_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.size() > longest_line) continue;
        if (text.starts_with("CONFLICT (") || text.starts_with("error: patch failed: "))
            return start_point{column, 0};
        if (counts_sums(text))
            return start_point{column, lines_above(context, column, is_failed_sum, [](std::string_view line) {
                                   return line.ends_with(": OK");
                               })};
        if (counts_hunks(text))
            return start_point{column,
                               lines_above(context, column, is_failed_hunk,
                                           [](std::string_view line) { return line.starts_with("Hunk #"); })};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_source_tools_grammar() {
    return std::make_unique<source_tools_reader>();
}

}  // namespace task_agent::trace
