// How the failed tests of JavaScript's test runners begin. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/node/node_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace::node {

inline constexpr std::string_view cross = "\xE2\x9C\x96 ";
inline constexpr std::string_view dot = "\xE2\x97\x8F ";
inline constexpr std::string_view rule = "\xE2\x8E\xAF";
inline constexpr std::string_view vitest_title = " FAIL  ";

enum class runner { none, spec, tap, mocha, jest, vitest, jasmine, cucumber };

inline std::size_t indentation(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Wherever it stands.
inline std::optional<std::string_view> frame_anywhere(std::string_view line) noexcept {
    constexpr std::size_t margin = 4;
    std::size_t const blanks = indentation(line);
    return blanks < margin ? std::nullopt : frame_text(line.substr(blanks - margin));
}

// "1) halves"
inline bool is_numbered(std::string_view text) noexcept {
    std::size_t const digits = digits_in(text);
    return digits > 0 && digits < 6 && text.substr(digits).starts_with(") ");
}

inline runner runner_of(std::string_view line) noexcept {
    std::string_view const text = line.substr(indentation(line));
    // a step, and where it is written
    if (indentation(line) == 3 && text.starts_with(cross) && text.find(" # ") != std::string_view::npos)
        return runner::cucumber;
    if (text.starts_with(cross))
        return text.ends_with("ms)") && text.find(" (") != std::string_view::npos ? runner::spec
                                                                                  : runner::none;
    if (text.starts_with("not ok ")) {
        bool const is_excused =
            text.find(" # TODO") != std::string_view::npos || text.find(" # SKIP") != std::string_view::npos;
        return is_digit(text.size() > 7 ? text[7] : 'x') && !is_excused ? runner::tap : runner::none;
    }
    if (line.starts_with(vitest_title)) return runner::vitest;
    bool const is_uncaught = line.find(" Unhandled Rejection ") != std::string_view::npos ||
                             line.find(" Uncaught Exception ") != std::string_view::npos;
    if (line.starts_with(rule) && is_uncaught) return runner::vitest;
    if (indentation(line) != 2) return runner::none;
    // what a test printed has that mark as well
    if (text.starts_with(dot)) return text == "\xE2\x97\x8F Console" ? runner::none : runner::jest;
    if (!is_numbered(text)) return runner::none;
    // Playwright rules a line behind the title, and goes on as jest
    bool const is_ruled =
        text.ends_with("\xE2\x94\x80") && text.find(" \xE2\x80\xBA ") != std::string_view::npos;
    return is_ruled ? runner::jest : runner::mocha;
}

}  // namespace task_agent::trace::node
