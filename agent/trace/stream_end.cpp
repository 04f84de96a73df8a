#include "task_agent/trace/stream_end.hpp"

#include "task_agent/trace/launcher_lines.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>

namespace task_agent::trace {

std::string source_of(std::string_view line) {
    std::string source;
    if (line.empty() || !may_begin_prefix(static_cast<unsigned char>(line.front()))) return source;
    line_pieces const found = find_prefix(line);
    for (prefix_piece const& piece : found.pieces()) {
        std::string_view const text = line.substr(piece.begin, piece.end - piece.begin);
        bool const is_numbered = text.find_first_of("0123456789") != std::string_view::npos;
        if (piece.kind == piece_kind::tag && is_numbered)
            source += text.substr(0, text.find_last_not_of(' ') + 1);
    }
    return source;
}

stream_end::stream_end(line_history const& history)
    : history_(history), by_launcher_(launcher_lines_of(history)) {
    history.for_each([&](line_history::seen_line line, bool) { writers_.push_back(source_of(line.text)); });
    auto const collect = [&](bool with_launchers) {
        for (std::size_t i = 0; i < writers_.size(); ++i) {
            if (by_launcher_[i] && !with_launchers) continue;
            if (std::find(sources_.begin(), sources_.end(), writers_[i]) == sources_.end())
                sources_.push_back(writers_[i]);
        }
    };
    collect(false);
    if (sources_.empty()) collect(true);
}

line_history stream_end::lines_of(std::string_view source) const {
    line_history own;
    auto const collect = [&](bool with_launchers) {
        std::size_t i = 0;
        history_.for_each([&](line_history::seen_line line, bool is_taken) {
            std::string const& wrote = writers_[i];
            bool const is_left_out = by_launcher_[i] && !with_launchers && !is_taken;
            ++i;
            if (is_left_out || (!wrote.starts_with(source) && !source.starts_with(wrote))) return;
            own.push(line.text, line.number);
            if (is_taken) own.take_newest();
        });
    };
    collect(false);
    if (!own.any_back(1)) collect(true);
    return own;
}

}  // namespace task_agent::trace
