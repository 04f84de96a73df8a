// Lines that a container runtime cut into parts, joined again: CRI's "<time> stderr P <text>", which goes on
// in the stream's next record up to one with F, and records of docker's json-file whose text has no line end.
//
// A joined line wears the head of its first part. The parts of stdout and stderr are kept apart. At most
// `longest` bytes of a line are kept, as of any other. One thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace {

class partial_lines {
public:
    static constexpr std::size_t longest = 64 * 1024;

    // Whether the line must be taken: it is a part, or parts of another are held. Nearly every line of a
    // healthy workload is asked.
    [[nodiscard]] bool concerns(std::string_view line) const noexcept {
        return holds_any() || may_be_part(line);
    }
    [[nodiscard]] bool holds_any() const noexcept { return held_count_ > 0; }
    // The whole line that is known now, valid until the next call; nothing while parts are missing. A line
    // that no container runtime wrote is none of its business and must come after flush().
    [[nodiscard]] std::optional<std::string_view> take(std::string_view line);
    // Whether a container runtime wrote the line.
    [[nodiscard]] static bool is_container_line(std::string_view line) noexcept;
    // One of those whose last part has not come; nothing when none is held.
    [[nodiscard]] std::optional<std::string_view> flush();

private:
    // CRI's times have nine digits behind the second or fewer, and "Z" or the zone's offset.
    static bool may_be_part(std::string_view line) noexcept {
        constexpr std::size_t shortest = 20;
        constexpr std::size_t longest_time = 35;
        if (line.size() < shortest) return false;
        if (line[0] == '{') return line.starts_with("{\"log\":");
        if (line[10] != 'T') return false;
        std::size_t const blank = line.substr(0, longest_time + 1).find(' ', shortest);
        return blank != std::string_view::npos && is_cri_part(line, blank + 1);
    }
    static bool is_cri_part(std::string_view line, std::size_t at) noexcept {
        constexpr std::size_t stream = 7;  // "stderr "
        return line.size() > at + stream + 1 && line[at] == 's' && line[at + stream] == 'P' &&
               line[at + stream + 1] == ' ';
    }

    struct held {
        std::string text;
        std::string tail;  // of docker's record, behind its text
    };
    std::string_view release(held& parts);

    std::array<held, 2> held_;  // stdout, stderr
    std::size_t held_count_ = 0;
    std::string whole_;
};

}  // namespace task_agent::trace
