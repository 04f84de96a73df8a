// What the test frameworks of C print of a check that failed: Check, cmocka, Criterion, Unity, CppUTest, Qt
// Test. Pure; views into the line.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"

namespace task_agent::trace::c_test {

using namespace reading;

inline constexpr std::string_view cmocka_error = "[  ERROR   ] --- ";
inline constexpr std::string_view criterion_line = "[----] ";

struct failed_check {
    cpp::place where;
    std::string_view message;
    std::string_view test = {};
};

// Off the front what stands before the next colon.
inline std::string_view take_field(std::string_view& text) noexcept {
    std::size_t const colon = std::min(text.find(':'), text.size());
    std::string_view const field = text.substr(0, colon);
    text.remove_prefix(std::min(colon + 1, text.size()));
    return field;
}

// "pool_test.c:9:" off the front.
inline std::optional<cpp::place> take_place(std::string_view& text) noexcept {
    std::string_view rest = text;
    std::string_view const file = take_field(rest);
    int const line = number_of(take_field(rest));
    bool const is_file = line > 0 && !file.empty() && file.size() <= longest_name &&
                         file.find_first_of(" \t'\"(") == std::string_view::npos &&
                         file.find('.') != std::string_view::npos;
    if (!is_file) return std::nullopt;
    text = rest;
    return cpp::place{file, line};
}

inline bool is_test_name(std::string_view name) noexcept {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_name);
}

// F is a failure, E an error: of a signal or a limit of time; P passed.
inline std::optional<failed_check> parse_check(std::string_view line, bool may_pass = false) noexcept {
    auto const where = take_place(line);
    if (!where) return std::nullopt;
    std::string_view const kind = take_field(line);
    if (kind != "F" && kind != "E" && !(may_pass && kind == "P")) return std::nullopt;
    if (take_field(line).empty()) return std::nullopt;
    std::string_view const test = take_field(line);
    std::string_view const loop = take_field(line);
    bool const is_whole = is_test_name(test) && !loop.empty() && digits_in(loop) == loop.size();
    return is_whole && take(line, " ") ? std::optional(failed_check{*where, line, test}) : std::nullopt;
}

// "[   LINE   ] --- pool_test.c:9: error: Failure!"
inline std::optional<cpp::place> parse_cmocka_place(std::string_view line) noexcept {
    auto const where = take(line, "[   LINE   ] --- ") ? take_place(line) : std::nullopt;
    return where && line == " error: Failure!" ? where : std::nullopt;
}

inline std::optional<failed_check> parse_criterion(std::string_view line) noexcept {
    if (!take(line, criterion_line)) return std::nullopt;
    auto const where = take_place(line);
    if (!where) return std::nullopt;
    if (line == " Assertion Failed" || line == " Assertion failed") return failed_check{*where, {}};
    bool const is_told = take(line, " Assertion failed: ") || line.starts_with(" Unexpected signal ");
    return is_told ? std::optional(failed_check{*where, line}) : std::nullopt;
}

inline std::optional<failed_check> parse_unity(std::string_view line, bool may_pass = false) noexcept {
    auto const where = take_place(line);
    if (!where) return std::nullopt;
    std::string_view const test = take_field(line);
    if (!is_test_name(test)) return std::nullopt;
    std::string_view const result = take_field(line);
    bool const is_other = may_pass && (result == "PASS" || result == "IGNORE");
    if (result != "FAIL" && !is_other) return std::nullopt;
    return failed_check{*where, trimmed(line), test};
}

// "3 Tests 1 Failures 0 Ignored "
inline bool counts_unity(std::string_view line) noexcept {
    if (take_number(line) < 1 || !take(line, " Tests ") || take_number(line) < 1) return false;
    return take(line, " Failures ") && take_number(line) >= 0 && trimmed(line) == "Ignored";
}

inline std::optional<failed_check> parse_cpputest(std::string_view line) noexcept {
    auto const where = take_place(line);
    bool const is_failure = where && take(line, " error: Failure in ") && line.ends_with(')') &&
                            (line.starts_with("TEST(") || line.starts_with("IGNORE_TEST("));
    return is_failure ? std::optional(failed_check{*where, {}}) : std::nullopt;
}

// "FAIL!  : PoolTest::takes(full) Compared values are not the same"
inline std::string_view parse_qt(std::string_view line) noexcept {
    if (!take(line, "FAIL!  : ")) return {};
    std::size_t const open = line.find('(');
    std::size_t const close = line.find(") ", std::min(open, line.size()));
    bool const is_test = close != std::string_view::npos && line.substr(0, open).find("::") < open &&
                         line.substr(0, open).find(' ') == std::string_view::npos;
    return is_test ? trimmed(line.substr(close + 2)) : std::string_view{};
}

}  // namespace task_agent::trace::c_test
