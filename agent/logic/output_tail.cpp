#include "task_agent/logic/output_tail.hpp"

#include "task_agent/base/plain_text.hpp"

#include <algorithm>
#include <cstring>

namespace task_agent {
namespace {

constexpr std::size_t first_allocation = 4096;

// What a terminal would show of a line with carriage returns in it: its last state that is not empty.
std::string_view last_state(std::string_view line) noexcept {
    while (!line.empty()) {
        std::size_t const carriage = line.rfind('\r');
        if (carriage == std::string_view::npos) return line;
        if (carriage + 1 < line.size()) return line.substr(carriage + 1);
        line.remove_suffix(1);
    }
    return line;
}

// Behind the line, or the bar's state, whose start is lost; the whole when nothing else is there.
std::string_view behind_cut_line(std::string_view text) noexcept {
    std::size_t const stop = text.find_first_of("\r\n");
    if (stop == std::string_view::npos || text.find_first_not_of("\r\n", stop) == std::string_view::npos)
        return text;
    return text.substr(stop + 1);
}

bool is_blank(std::string_view line) noexcept {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

void output_tail::grow_for(std::size_t size) {
    std::size_t wanted = std::max(first_allocation, ring_.size());
    while (wanted < size)
        wanted *= 2;
    ring_.resize(std::min(wanted, capacity_));
}

void output_tail::append(std::string_view bytes) {
    if (bytes.empty() || capacity_ == 0) return;
    total_ += bytes.size();
    last_byte_ = bytes.back();
    if (bytes.size() > capacity_) bytes.remove_prefix(bytes.size() - capacity_);
    if (ring_.size() < capacity_ && size_ + bytes.size() > ring_.size()) {
        head_ = size_;
        grow_for(size_ + bytes.size());
    }
    if (head_ == ring_.size()) head_ = 0;
    std::size_t const first = std::min(bytes.size(), ring_.size() - head_);
    std::memcpy(ring_.data() + head_, bytes.data(), first);
    if (first < bytes.size()) std::memcpy(ring_.data(), bytes.data() + first, bytes.size() - first);
    head_ = first < bytes.size() ? bytes.size() - first : head_ + first;
    size_ = std::min(size_ + bytes.size(), ring_.size());
}

std::string output_tail::raw() const {
    std::string bytes;
    bytes.reserve(size_);
    if (size_ == ring_.size()) bytes.append(ring_.data() + head_, ring_.size() - head_);
    bytes.append(ring_.data(), head_);
    return bytes;
}

std::string output_tail::text() const {
    if (size_ == 0) return {};
    std::string const clean = without_escapes(raw());
    std::string_view rest = clean;
    if (total_ > size_) rest = behind_cut_line(rest);
    std::string lines;
    lines.reserve(rest.size() + 1);
    while (!rest.empty()) {
        std::size_t const stop = std::min(rest.find('\n'), rest.size());
        lines.append(last_state(rest.substr(0, stop)));
        lines.push_back('\n');
        rest.remove_prefix(std::min(stop + 1, rest.size()));
    }
    return to_plain_text(lines);
}

std::vector<std::string> output_tail::last_lines(std::size_t count) const {
    std::string const all = text();
    std::string_view rest = all;
    std::vector<std::string> lines;
    while (!rest.empty() && lines.size() < count) {
        rest.remove_suffix(1);
        std::size_t const stop = rest.rfind('\n');
        std::size_t const start = stop == std::string_view::npos ? 0 : stop + 1;
        std::string_view const line = rest.substr(start);
        if (!is_blank(line)) lines.emplace_back(line);
        rest = rest.substr(0, start);
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

}  // namespace task_agent
