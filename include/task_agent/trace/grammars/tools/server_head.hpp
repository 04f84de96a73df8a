// What servers of databases write between the time and the words, and what of it the prefix does not know:
//
//   0 [ERROR] no bag                            MySQL and MariaDB, with the number of a thread
//   GMT [7] LOG:  no bag                        PostgreSQL in a zone of its own, with its process
//   ALERT: [pool bags] no bag                   PHP's manager of processes
//
// Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include <string_view>

namespace task_agent::trace {

// Behind such a head; the text itself where it has none.
[[nodiscard]] inline std::string_view behind_server_head(std::string_view text) noexcept {
    using reading::take;
    constexpr std::size_t longest_zone = 5;
    std::string_view rest = text;
    if (take(rest, "ALERT: [pool ")) return rest.substr(std::min(rest.find("] ") + 2, rest.size()));
    std::size_t const digits = digits_in(text);
    rest = text.substr(digits);
    if (digits > 0 && take(rest, " [ERROR] ")) {
        // MySQL's code and part: "[MY-010119] [Server] "
        if (rest.starts_with("[MY-"))
            for (int i = 0; i < 2 && rest.starts_with('['); ++i)
                rest = trimmed(rest.substr(std::min(rest.find(']') + 1, rest.size())));
        return rest;
    }
    std::size_t const zone = std::min(text.find(' '), text.size());
    rest = text.substr(zone);
    bool const is_zone =
        zone >= 3 && zone <= longest_zone &&
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(zone), is_upper);
    if (!is_zone || !take(rest, " [")) return text;
    std::size_t const process = digits_in(rest);
    rest.remove_prefix(process);
    if (process == 0 || !take(rest, "] ")) return text;
    for (std::string_view const level : {"LOG:  ", "ERROR:  ", "FATAL:  ", "PANIC:  "})
        if (take(rest, level)) return rest;
    return text;
}

}  // namespace task_agent::trace
