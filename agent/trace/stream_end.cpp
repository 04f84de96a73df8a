#include "task_agent/trace/stream_end.hpp"

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

std::vector<std::string> sources_of(line_history const& history) {
    std::vector<std::string> sources;
    history.for_each([&](line_history::seen_line line, bool) {
        std::string source = source_of(line.text);
        if (std::find(sources.begin(), sources.end(), source) == sources.end())
            sources.push_back(std::move(source));
    });
    return sources;
}

line_history lines_of(line_history const& history, std::string_view source) {
    line_history own;
    history.for_each([&](line_history::seen_line line, bool is_taken) {
        std::string const wrote = source_of(line.text);
        if (!wrote.starts_with(source) && !source.starts_with(wrote)) return;
        own.push(line.text, line.number);
        if (is_taken) own.take_newest();
    });
    return own;
}

std::optional<std::uint64_t> last_of_tags(line_history const& history, std::string_view tags,
                                          std::uint64_t number) {
    std::optional<std::uint64_t> last;
    history.for_each([&](line_history::seen_line line, bool) {
        if (line.number >= number || line.text.empty()) return;
        line_prefix const prefix(line.text.substr(0, find_prefix(line.text).end()));
        if (prefix.tags() == tags) last = line.number;
    });
    return last;
}

}  // namespace task_agent::trace
