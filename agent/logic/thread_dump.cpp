#include "task_agent/logic/thread_dump.hpp"

#include "task_agent/logic/report_fit.hpp"

#include <algorithm>
#include <vector>

namespace task_agent {
namespace {

constexpr std::string_view frame_start = "\tat ";

enum class rank { thread, main_thread, deadlock };

struct block {
    std::string_view text;  // whole lines
    rank importance = rank::thread;
};

bool has_frames(std::string_view text) noexcept {
    return text.find(frame_start) != std::string_view::npos;
}

rank rank_of(std::string_view text) noexcept {
    if (text.find("Java-level deadlock") != std::string_view::npos) return rank::deadlock;
    return text.starts_with("\"main\"") ? rank::main_thread : rank::thread;
}

std::vector<block> blocks_of(std::string_view text) {
    std::vector<block> blocks;
    bool is_of_deadlock = false;
    while (!text.empty()) {
        auto end = text.find("\n\n");
        auto const part = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
        // what comes behind the word belongs to it: who waits for whom, then the frames of both
        is_of_deadlock = (is_of_deadlock || rank_of(part) == rank::deadlock) && !part.starts_with("Heap");
        if (is_of_deadlock) {
            blocks.push_back({part, rank::deadlock});
        } else if (has_frames(part)) {
            blocks.push_back({part, rank_of(part)});
        }
    }
    return blocks;
}

}  // namespace

std::string fit_thread_dump(std::string_view text, std::size_t limit) {
    auto blocks = blocks_of(text);
    if (!has_frames(text)) return fit_lines(text, limit);
    std::ranges::stable_sort(blocks, {}, &block::importance);
    std::string kept;
    for (auto const& one : blocks) {
        kept += one.text;
        if (!kept.ends_with('\n')) kept += '\n';
        kept += '\n';
    }
    kept.pop_back();
    return fit_lines(kept, limit);
}

}  // namespace task_agent
