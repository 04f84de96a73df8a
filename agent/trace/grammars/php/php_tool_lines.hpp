// Lines of tools that php_tools reads. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::php_tools {

using namespace reading;

inline constexpr std::size_t least_box_width = 8;

// What Composer says of packages that do not fit together; what it looked at stands below.
inline constexpr std::string_view unresolved[] = {
    "Your requirements could not be resolved to an installable set of packages.",
    "Your lock file does not contain a compatible set of packages."};
inline bool is_unresolved(std::string_view line) noexcept {
    return starts_with_any(line, unresolved);
}

// "In Shop.php line 12:"; its line, 0 = none
inline int box_line(std::string_view line, std::string_view& file) noexcept {
    if (!take(line, "In ") || !line.ends_with(':')) return 0;
    constexpr std::string_view mark = ".php line ";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || line.substr(0, at).find(' ') != std::string_view::npos) return 0;
    file = line.substr(0, at + 4);
    std::string_view digits = line.substr(at + mark.size());
    int const number = take_number(digits);
    return digits == ":" ? std::max(0, number) : 0;
}

// "1) ShopTest::testSell", "1) App\Tests\ShopTest::testSell with data set #0"
inline bool is_failed_test(std::string_view line) noexcept {
    if (take_number(line) < 1 || !take(line, ") ")) return false;
    std::size_t const colons = line.find("::");
    return colons != std::string_view::npos && colons > 0 &&
           line.substr(0, colons).find(' ') == std::string_view::npos;
}

// "1) ShopTest: Sell" of Codeception, below its count and a rule
inline bool is_codeception(std::string_view line) noexcept {
    if (take_number(line) < 1 || !take(line, ") ")) return false;
    std::size_t const colon = line.find(": ");
    return colon != std::string_view::npos && colon > 0 && line.find(' ') == colon + 1;
}

// " ✘ Sells nuts": a test of PHPUnit, as --testdox names it
inline bool is_testdox(std::string_view line) noexcept {
    return line.starts_with(" \xE2\x9C\x98 ");
}

inline bool is_count(std::string_view line) noexcept {
    return (line.starts_with("There was ") || line.starts_with("There were ")) &&
           (line.ends_with(" failure:") || line.ends_with(" failures:") || line.ends_with(" error:") ||
            line.ends_with(" errors:"));
}

// " [ERROR] no plan for day 3      " of Symfony's style, "   ERROR  No such command.  " of Laravel, filled up
// with blanks: what is said; nothing of any other line.
inline std::string_view styled_error(std::string_view line) noexcept {
    if (!line.ends_with("  ") || (!take(line, " [ERROR] ") && !take(line, "   ERROR  "))) return {};
    return trimmed(line);
}

// "Script phpunit handling the test event returned with error code 1"
inline bool is_failed_script(std::string_view line) noexcept {
    return line.starts_with("Script ") &&
           line.find(" event returned with error code ") != std::string_view::npos;
}

inline bool is_box_border(std::string_view line) noexcept {
    return line.size() >= least_box_width && line.find_first_not_of(' ') == std::string_view::npos;
}

// "sell [--price PRICE] [--] <nut>": how the command is called that failed, below its box.
inline bool is_synopsis(std::string_view line) noexcept {
    std::size_t const name = line.find(' ');
    if (name == std::string_view::npos || !line.substr(name).starts_with(" [-")) return false;
    bool const is_closed = line.ends_with(']') || line.ends_with('>') || line.ends_with("...");
    return is_closed && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(name),
                                    [](char c) { return is_name(c) || c == ':' || c == '-' || c == '.'; });
}

// "/app/tests/ShopTest.php:12", "#1  /app/tests/ShopTest.php:12"
inline std::optional<stack_frame> parse_place(std::string_view line) {
    if (take(line, "#") && (take_number(line) < 0 || !take(line, "  "))) return std::nullopt;
    std::size_t const at = line.find(".php:");
    if (!line.starts_with('/') || at == std::string_view::npos) return std::nullopt;
    std::string_view digits = line.substr(at + 5);
    int const number = take_number(digits);
    if (number < 1 || !digits.empty()) return std::nullopt;
    return stack_frame{bounded(line.substr(0, at + 4), longest_name), number, {}};
}

}  // namespace task_agent::trace::php_tools
