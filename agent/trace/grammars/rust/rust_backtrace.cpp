#include "rust_backtrace.hpp"

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/rust/rust_lines.hpp"

#include <algorithm>
#include <iterator>

namespace task_agent::trace {

bool rust_backtrace::take(std::string_view line, bool keep) {
    constexpr std::size_t innermost_frames = most_frames - first_frames;
    if (auto const name = rust::parse_frame_name(line)) {
        if (keep) {
            push_bounded(frames_, stack_frame{{}, 0, std::string(*name)}, innermost_frames, most_frames);
        }
        return true;
    }
    if (auto place = rust::parse_frame_place(line)) {
        if (keep && !frames_.empty() && frames_.back().file.empty()) {
            frames_.back().file = std::move(place->file);
            frames_.back().line = place->line;
        }
        return true;
    }
    return rust::is_frame_detail(line);
}

std::vector<stack_frame> rust_backtrace::frames() const {
    auto first = std::find_if_not(frames_.begin(), frames_.end(), rust::is_machinery);
    if (first == frames_.end()) first = frames_.begin();
    return {std::make_reverse_iterator(frames_.end()), std::make_reverse_iterator(first)};
}

}  // namespace task_agent::trace
