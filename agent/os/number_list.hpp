// Private to this folder: blank-separated numbers as the kernel writes them in /proc.
#pragma once

#include <charconv>
#include <string_view>

namespace task_agent::os {

// Calls f with each blank-separated number of the text, until one is none.
template <class F>
void for_each_number(std::string_view text, F f) {
    while (!text.empty()) {
        if (text.front() == ' ' || text.front() == '\n') {
            text.remove_prefix(1);
            continue;
        }
        long long value = 0;
        auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (ec != std::errc()) return;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        f(value);
    }
}

}  // namespace task_agent::os
