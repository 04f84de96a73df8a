#include "task_agent/trace/grammars/block_bounds.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/trace_text.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace task_agent::trace {
namespace {

// Keeps the lines from the first to the last, which are counted as they were read, from 1: the line that
// tells of those that were cut out stands for all of them.
void keep_lines(found_trace& trace, std::uint64_t first, std::uint64_t last) {
    std::string kept;
    std::uint64_t kept_cut = 0;
    std::string_view text = trace.text;
    bool may_be_mark = trace.cut_lines > 0;
    for (std::uint64_t number = 1; !text.empty() && number <= last;) {
        std::size_t const size = std::min(text.find('\n'), text.size() - 1) + 1;
        std::string_view const line = text.substr(0, size);
        text.remove_prefix(size);
        bool const is_mark = may_be_mark && trace_text::is_mark_of_cut(line);
        if (is_mark) may_be_mark = false;
        std::uint64_t const next = number + (is_mark ? trace.cut_lines : 1);
        if (next > first) {
            std::uint64_t const count = std::min(next - 1, last) - std::max(number, first) + 1;
            if (is_mark) kept_cut = count;
            kept += is_mark && count < trace.cut_lines ? trace_text::mark_of_cut(count) : std::string(line);
        }
        number = next;
    }
    trace.text = std::move(kept);
    trace.cut_lines = kept_cut;
}

}  // namespace

verdict block_bounds::note(std::string_view line, verdict answer) noexcept {
    ++read_.fed;
    if (answer != verdict::continues && answer != verdict::ends) return answer;
    ++read_.taken;
    if (is_blank(line)) return answer;
    all_ = read_;
    if (is_inside_) block_ = read_;
    return answer;
}

void block_bounds::cut(found_trace& trace) const {
    if (block_.taken == 0) return;
    std::uint64_t const behind =
        std::min<std::uint64_t>(all_.fed - block_.fed, trace.last_line - trace.first_line);
    trace.last_line -= behind;
    trace.lines_of_whole = behind;
    trace.first_line = std::min(trace.first_line + above_.fed, trace.last_line);
    keep_lines(trace, above_.taken + 1, block_.taken);
}

}  // namespace task_agent::trace
