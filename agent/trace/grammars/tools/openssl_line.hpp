// A line of OpenSSL's queue of errors. No state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {

// "80CB65F7FF7F0000:error:0B000074:PEM routines:f:no start line:x.c:403:": the reason.
inline std::string_view reason_of_openssl(std::string_view line) noexcept {
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    std::size_t const thread = std::min(line.find_first_not_of(digits), line.size());
    line.remove_prefix(thread);
    if (thread < 8 || !reading::take(line, ":error:")) return {};
    std::size_t const number = std::min(line.find_first_not_of(digits), line.size());
    line.remove_prefix(number);
    if (number != 8 || !reading::take(line, ":")) return {};
    for (int field = 0; field < 2; ++field) {
        std::size_t const colon = line.find(':');
        if (colon == std::string_view::npos) return {};
        line.remove_prefix(colon + 1);
    }
    return line.substr(0, line.find(':'));
}

}  // namespace task_agent::trace
