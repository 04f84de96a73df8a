// The lines by which the test runners of the JVM name a test that failed, above what it threw.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace::java {

inline constexpr std::size_t most_between_tests = 96;

// "[ERROR] shop.BoxTest.opens  Time elapsed: 0.01 s  <<< ERROR!", "BoxTest > opens() FAILED", of Surefire and
// Gradle; of Ant, below the name.
inline bool names_failed_test(std::string_view line) noexcept {
    if (line.ends_with(" <<< ERROR!") || line.ends_with(" <<< FAILURE!")) return true;
    if (line.ends_with(" FAILED")) return line.find(" > ") != std::string_view::npos;
    return line == "\tCaused an ERROR" || line == "\tFAILED";
}

// "[INFO] Running shop.BoxTest", "[ERROR] Tests run: 2, Errors: 1 <<< FAILURE! - in shop.BoxTest", "Testcase:
// opens took 0.01 sec"
inline bool stands_between_tests(std::string_view line) noexcept {
    bool const is_count = line.find("Tests run: ") < line.find(" <<< ");
    return is_blank(line) || line.starts_with("[INFO] Running ") || is_count ||
           line.find("Testcase: ") < line.size();
}

// "2) opens(shop.BoxTest)", of JUnit itself: the first one stands above.
inline bool is_further_test(std::string_view line) noexcept {
    int const number = reading::take_number(line);
    return number > 1 && reading::take(line, ") ") && line.ends_with(')') && line.find('(') < line.size();
}

// Whether a header is of a test, and another one failed before it: the first tells.
inline bool is_of_further_test(start_context const& context, std::size_t column, std::size_t back) {
    std::size_t title = 0;
    for (std::size_t n = back + 1; title == 0 && n <= back + 2; ++n) {
        auto const line = context.back(n, column);
        if (!line) return false;
        if (n == back + 1 && is_further_test(*line)) return true;
        if (names_failed_test(*line)) title = n;
    }
    if (title == 0) return false;
    bool is_behind_runner = true;
    for (std::size_t n = title + 1; n <= title + most_between_tests; ++n) {
        auto const line = context.back(n, column);
        // a trace, which was the first one's where nobody else has said a word since
        if (!line) return is_behind_runner && n > title + 1;
        if (names_failed_test(*line)) return true;
        is_behind_runner = is_behind_runner && stands_between_tests(*line);
    }
    return false;
}

}  // namespace task_agent::trace::java
