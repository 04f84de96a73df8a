#include "task_agent/trace/partial_lines.hpp"

#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

// A record taken apart.
struct part {
    std::size_t stream = 0;
    std::string_view head;
    std::string_view text;
    std::string_view tail;
    bool is_cri = false;
    bool is_last = false;
};

// Docker cuts a line after 16 KiB; each byte is one character or more of its record.
constexpr std::size_t least_of_part = 16 * 1024;

// At the start of the text: stdout is 0, stderr is 1.
std::optional<std::size_t> stream_at(std::string_view text) noexcept {
    if (text.starts_with("stdout")) return 0;
    return text.starts_with("stderr") ? std::optional<std::size_t>(1) : std::nullopt;
}

std::optional<part> part_of_cri(std::string_view line) noexcept {
    constexpr std::size_t stream_size = 6;
    std::size_t const at = time_length(line.substr(0, line_pieces::longest)) + 1;
    if (at == 1 || at >= line.size() || line[at - 1] != ' ') return std::nullopt;
    auto const stream = stream_at(line.substr(at));
    std::string_view const flag = line.substr(std::min(at + stream_size, line.size()));
    bool const is_last = flag.starts_with(" F");
    if (!stream || (!is_last && !flag.starts_with(" P"))) return std::nullopt;
    std::size_t const begin = std::min(at + stream_size + 3, line.size());
    if (begin < line.size() && line[begin - 1] != ' ') return std::nullopt;
    return part{*stream, line.substr(0, begin), line.substr(begin), {}, true, is_last};
}

std::optional<part> part_of_docker(std::string_view line) noexcept {
    constexpr std::string_view key = "{\"log\":";
    if (!line.starts_with(key)) return std::nullopt;
    std::size_t const quote = line.find_first_not_of(' ', key.size());
    if (quote == std::string_view::npos || line[quote] != '"') return std::nullopt;
    std::size_t const begin = quote + 1;
    std::size_t end = begin;
    bool is_last = false;
    while ((end = line.find_first_of("\"\\", end)) != std::string_view::npos && line[end] == '\\') {
        is_last = line.substr(end).starts_with("\\n\"");
        end += 2;
    }
    if (end == std::string_view::npos || end >= line.size()) return std::nullopt;
    // others write such records without a line's end, and cut none
    if (end - begin < least_of_part) is_last = true;
    constexpr std::string_view stream_key = "\"stream\":";
    std::size_t const at = line.find(stream_key, end);
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t const value = line.find('"', at + stream_key.size());
    if (value == std::string_view::npos) return std::nullopt;
    auto const stream = stream_at(line.substr(value + 1));
    if (!stream) return std::nullopt;
    return part{*stream, line.substr(0, begin), line.substr(begin, end - begin), line.substr(end), false,
                is_last};
}

std::optional<part> part_of(std::string_view line) noexcept {
    return line.starts_with('{') ? part_of_docker(line) : part_of_cri(line);
}

// As much as there is room for; no cut goes through an escape of docker's.
std::string_view begin_of(std::string_view text, std::size_t room, bool is_cri) noexcept {
    if (text.size() <= room) return text;
    constexpr std::size_t longest_escape = 6;  // "\u001b"
    std::size_t const at = text.substr(0, room).rfind('\\');
    if (!is_cri && at != std::string_view::npos && room - at < longest_escape) {
        // an even number of them are escaped themselves
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] == '\\')
            --begin;
        room = (at - begin) % 2 == 0 ? at : at - 1;
    }
    return text.substr(0, room);
}

}  // namespace

bool partial_lines::is_container_line(std::string_view line) noexcept {
    return part_of(line).has_value();
}

std::optional<std::string_view> partial_lines::take(std::string_view line) {
    auto const next = part_of(line);
    if (!next) return line;
    held& own = held_[next->stream];
    if (own.text.empty()) {
        if (next->is_last) return line;
        own.text = next->head;
        if (next->is_cri) own.text[own.text.rfind('P')] = 'F';
        ++held_count_;
    }
    own.text += begin_of(next->text, longest - std::min(own.text.size(), longest), next->is_cri);
    own.tail = next->tail;
    return next->is_last ? std::optional(release(own)) : std::nullopt;
}

std::optional<std::string_view> partial_lines::flush() {
    for (held& parts : held_) {
        if (!parts.text.empty()) return release(parts);
    }
    return std::nullopt;
}

std::string_view partial_lines::release(held& parts) {
    whole_ = std::exchange(parts.text, {});
    whole_ += std::exchange(parts.tail, {});
    --held_count_;
    return whole_;
}

}  // namespace task_agent::trace
