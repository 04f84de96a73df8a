// Which frame goes when a stack has more than are kept.
#include "task_agent/core/library_frame.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr std::size_t always_kept = 4;

bool is_of_library(stack_frame& frame) noexcept {
    if (!frame.is_library) frame.is_library = is_library_frame(frame.file, frame.function);
    return *frame.is_library;
}

void leave_out(std::vector<stack_frame>& list, std::size_t index) {
    auto const gone = static_cast<std::uint32_t>(list[index].left_out + 1);
    list[index == 0 ? 1 : index - 1].left_out += gone;
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

// The first frame of a library from `from` on; `to` where there is none.
std::size_t library_in(std::vector<stack_frame>& list, std::size_t from, std::size_t to) noexcept {
    while (from < to && !is_of_library(list[from]))
        ++from;
    return from;
}

}  // namespace

void push_bounded(std::vector<stack_frame>& list, stack_frame item, std::size_t first, std::size_t most) {
    if (list.size() < most) {
        list.push_back(std::move(item));
        return;
    }
    bool const is_innermost_first = first * 2 >= most;
    // the one that is pushed is one of those at the end
    std::size_t const end = is_innermost_first ? list.size() : list.size() - (always_kept - 1);
    std::size_t const begin = is_innermost_first ? always_kept : 0;
    std::size_t victim = library_in(list, first, end);
    if (victim == end && is_innermost_first && is_of_library(item)) {
        list.back().left_out += item.left_out + 1;
        return;
    }
    if (victim == end) {
        victim = library_in(list, begin, first);
        // the user's own recursion: its middle goes
        if (victim == first) victim = std::min(first, list.size() - 1);
    }
    leave_out(list, victim);
    list.push_back(std::move(item));
}

}  // namespace task_agent::trace
