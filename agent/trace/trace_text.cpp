#include "task_agent/trace/trace_text.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::size_t slack = 32 * 1024;
constexpr std::string_view mark_start = "  ... ";
constexpr std::string_view mark_end = " cut by task-agent ...\n";

std::uint64_t count_lines(std::string_view text) noexcept {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// Whole lines from the end, as many as the limit takes.
std::string_view last_lines_of(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    return text.substr(text.find('\n', text.size() - limit - 1) + 1);
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
    if (tail_.size() > tail_limit_ + slack) drop_surplus();
}

void trace_text::fit(std::size_t room) {
    set_room(room);
    if (tail_.size() <= tail_limit_ + slack) return;
    drop_surplus();
    tail_.shrink_to_fit();
}

void trace_text::set_room(std::size_t room) noexcept {
    tail_limit_ = std::max(room, least_room) - head_limit;
}

void trace_text::drop_surplus() {
    std::size_t const keep_from = tail_.size() - kept_tail().size();
    dropped_lines_ += count_lines(std::string_view(tail_).substr(0, keep_from));
    dropped_bytes_ += keep_from;
    tail_.erase(0, keep_from);
}

std::string_view trace_text::kept_tail() const noexcept {
    return last_lines_of(tail_, tail_limit_);
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

std::string trace_text::shortened(std::string_view text, std::uint64_t& cut_lines) {
    if (text.size() <= least_room) return std::string(text);
    std::string_view const head = text.substr(0, text.rfind('\n', head_limit - 1) + 1);
    std::string_view const rest = text.substr(head.size());
    std::string_view const tail = last_lines_of(rest, least_room - head_limit);
    std::string_view const between = rest.substr(0, rest.size() - tail.size());
    std::uint64_t lines = count_lines(between);
    // a mark that goes is no line, but stands for some
    bool const holds_mark = cut_lines > 0 && between.find(mark_end) != std::string_view::npos;
    if (holds_mark) lines += cut_lines - 1;
    cut_lines = holds_mark ? lines : cut_lines + lines;
    return std::string(head) + mark_of_cut(lines, holds_mark ? 0 : between.size()) + std::string(tail);
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
