#include "task_agent/trace/trace_text.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::string_view mark_start = "  ... ";
constexpr std::string_view mark_end = " cut by task-agent ...\n";

std::uint64_t count_lines(std::string_view text) noexcept {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

void trace_text::append(std::string_view line) {
    // Escapes can make a line longer than what it shows, but a bound is needed before they are looked at.
    std::string plain = to_plain_text(line.substr(0, 4 * line_limit));
    if (plain.size() > line_limit || line.size() > 4 * line_limit) {
        plain = utf8_prefix(plain, line_limit);
        plain += " ... (" + std::to_string(line.size()) + " bytes)";
    }
    plain += '\n';
    if (tail_.empty() && head_.size() + plain.size() <= head_limit) {
        head_ += plain;
        return;
    }
    tail_ += plain;
    if (tail_.size() <= 2 * tail_limit) return;
    std::size_t const keep_from = tail_.size() - kept_tail().size();
    dropped_lines_ += count_lines(std::string_view(tail_).substr(0, keep_from));
    dropped_bytes_ += keep_from;
    tail_.erase(0, keep_from);
}

// Whole lines from the end, as many as the limit takes.
std::string_view trace_text::kept_tail() const noexcept {
    std::string_view const all = tail_;
    if (all.size() <= tail_limit) return all;
    std::size_t const stop = all.find('\n', all.size() - tail_limit - 1);
    return all.substr(stop + 1);
}

std::uint64_t trace_text::cut_lines() const noexcept {
    std::string_view const all = tail_;
    return dropped_lines_ + count_lines(all.substr(0, all.size() - kept_tail().size()));
}

// How many bytes they were is left out where nobody knows.
std::string trace_text::mark_of_cut(std::uint64_t lines, std::uint64_t bytes) {
    std::string const size = bytes == 0 ? "" : " (" + std::to_string((bytes + 1023) / 1024) + " KB)";
    return std::string(mark_start) + std::to_string(lines) + " lines" + size + std::string(mark_end);
}

bool trace_text::is_mark_of_cut(std::string_view line) noexcept {
    return line.starts_with(mark_start) && line.ends_with(mark_end);
}

std::string trace_text::text() const {
    std::string_view const tail = kept_tail();
    std::string text = head_;
    if (std::uint64_t const lines = cut_lines(); lines > 0) {
        std::uint64_t const bytes = dropped_bytes_ + (tail_.size() - tail.size());
        text += mark_of_cut(lines, bytes);
    }
    text += tail;
    while (text.ends_with("\n\n"))
        text.pop_back();
    return text;
}

}  // namespace task_agent::trace
