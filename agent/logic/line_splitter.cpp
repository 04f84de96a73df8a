#include "task_agent/logic/line_splitter.hpp"

#include <algorithm>
#include <cstring>

namespace task_agent {
namespace {

// Longer than nearly every line, shorter than what would hurt an idle agent's memory.
constexpr std::size_t kept_capacity = 1024;

char const* find(char const* from, char const* to, char byte) noexcept {
    if (from == to) return to;
    auto const* hit = static_cast<char const*>(std::memchr(from, byte, static_cast<std::size_t>(to - from)));
    return hit ? hit : to;
}

}  // namespace

void line_splitter::drop_delivered() noexcept {
    if (!delivered_) return;
    delivered_ = false;
    skipped_ = 0;
    if (partial_.capacity() > kept_capacity) {
        std::string().swap(partial_);
    } else {
        partial_.clear();
    }
}

void line_splitter::hold_back(char const* from, char const* to) {
    auto const size = static_cast<std::size_t>(to - from);
    std::size_t const kept = std::min(size, cap_ - partial_.size());
    partial_.append(from, kept);
    skipped_ += size - kept;
}

bool line_splitter::deliver_held(output_line& line, bool transient) {
    line = {partial_, skipped_, transient, false};
    if (skipped_ > 0) ++cut_lines_;
    delivered_ = true;
    return true;
}

bool line_splitter::deliver(output_line& line, char const* from, char const* to, bool transient) {
    if (!partial_.empty() || skipped_ > 0) {
        hold_back(from, to);
        return deliver_held(line, transient);
    }
    auto const size = static_cast<std::size_t>(to - from);
    std::size_t const kept = std::min(size, cap_);
    line = {std::string_view(from, kept), size - kept, transient, false};
    if (size > kept) ++cut_lines_;
    return true;
}

bool line_splitter::next(output_line& line) {
    drop_delivered();
    while (at_ != end_) {
        if (after_carriage_) {
            char const byte = *at_;
            if (byte == '\r') {
                ++at_;
                continue;
            }
            after_carriage_ = false;
            if (byte == '\n') {
                ++at_;
                return deliver_held(line, false);
            }
            if (!partial_.empty() || skipped_ > 0) return deliver_held(line, true);
        }
        // Both positions are remembered: a chunk full of bars without a newline is still read only once.
        if (newline_ < at_ || newline_ == nullptr) newline_ = find(at_, end_, '\n');
        if (carriage_ < at_ || carriage_ == nullptr) carriage_ = find(at_, end_, '\r');
        char const* const from = at_;
        char const* const stop = std::min(newline_, carriage_);
        if (stop == end_) {
            hold_back(from, end_);
            at_ = end_;
            return false;
        }
        at_ = stop + 1;
        if (*stop == '\n') return deliver(line, from, stop, false);
        while (at_ != end_ && *at_ == '\r')
            ++at_;
        if (at_ == end_) {
            hold_back(from, stop);
            after_carriage_ = true;
            return false;
        }
        if (*at_ == '\n') {
            ++at_;
            return deliver(line, from, stop, false);
        }
        if (from != stop || !partial_.empty() || skipped_ > 0) return deliver(line, from, stop, true);
    }
    return false;
}

bool line_splitter::flush(output_line& line) {
    drop_delivered();
    // A bar that ended with '\r' was never replaced: its last state is a line.
    after_carriage_ = false;
    if (partial_.empty() && skipped_ == 0) return false;
    deliver_held(line, false);
    line.unterminated = true;
    return true;
}

}  // namespace task_agent
