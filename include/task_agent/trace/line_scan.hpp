// Signs inside a line that no table of first and last bytes can tell, in one pass that compilers turn into
// vector code: no branch, no call, the same work for every line.
#pragma once

#include <cstdint>
#include <string_view>

namespace task_agent::trace {

struct inner_signs {
    bool anchor = false;  // see line_signs::anchors
    bool escape = false;  // a terminal's escape sequence
};

[[nodiscard]] inline inner_signs scan_line(std::string_view line) noexcept {
    auto const* const p = reinterpret_cast<unsigned char const*>(line.data());
    std::size_t const n = line.size();
    std::uint8_t anchor = 0;
    std::uint8_t escape = 0;
    if (n >= 4) {
        for (std::size_t i = 0; i + 3 < n; ++i) {
            std::uint8_t const a = p[i] | 0x20;
            std::uint8_t const b = p[i + 1] | 0x20;
            std::uint8_t const c = p[i + 2] | 0x20;
            std::uint8_t const d = p[i + 3];
            bool const error = (a == 'r') & (b == 'r') & (c == 'o');
            bool const assertion = (a == 's') & (b == 's') & (c == 'e') & ((d | 0x20) == 'r');
            bool const line_number =
                (a == 'n') & (b == 'e') & (c == ' ') & (static_cast<std::uint8_t>(d - '0') < 10);
            bool const not_found = (a == 't') & (b == ' ') & (c == 'f');
            anchor |= static_cast<std::uint8_t>(error | assertion | line_number | not_found);
            escape |= static_cast<std::uint8_t>(p[i] == 0x1B);
        }
        escape |= static_cast<std::uint8_t>((p[n - 1] == 0x1B) | (p[n - 2] == 0x1B) | (p[n - 3] == 0x1B));
        // "error" at the very end
        anchor |= static_cast<std::uint8_t>(((p[n - 3] | 0x20) == 'r') & ((p[n - 2] | 0x20) == 'r') &
                                            ((p[n - 1] | 0x20) == 'o'));
    }
    return {anchor != 0, escape != 0};
}

}  // namespace task_agent::trace
