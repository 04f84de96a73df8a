// What stands around a traceback that nobody suffers from: quotations, and the lines of a test runner.
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::python {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_tag = 40;

// "<pre>", "<code class='log'>" and "<ann> " of a chat; not mpirun's "<stderr>".
bool ends_with_tag(std::string_view text) noexcept {
    if (!text.ends_with('>')) return false;
    std::size_t const open = text.rfind('<');
    if (open == std::string_view::npos || text.size() - open > longest_tag) return false;
    std::string_view const inner = text.substr(open + 1, text.size() - open - 2);
    if (inner.empty() || inner == "stderr" || inner == "stdout") return false;
    char const c = inner.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/';
}

}  // namespace

bool opens_quotation(std::string_view before) noexcept {
    if (before == "+" || before == "-") return true;
    if (before.empty()) return false;
    char const last = before.back();
    if (last == '"' || last == '\'' || last == '`') return true;
    return ends_with_tag(trimmed(before));
}

bool borders_quotation(std::string_view line) noexcept {
    static constexpr std::array starts = {"```"sv,     "~~~"sv,    "</pre>"sv,
                                          "</code>"sv, "{code}"sv, "{noformat}"sv};
    line = trimmed(line);
    if (line.starts_with("~~~") && line.find('^') != std::string_view::npos) return false;
    if (std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.starts_with(start); }))
        return true;
    return line.ends_with("<pre>") || line.ends_with("<code>") ||
           (line.starts_with("<pre") && line.ends_with('>'));
}

bool is_of_test_runner(std::string_view line) noexcept {
    if (line.starts_with("----------") || line.starts_with("==========")) return true;
    std::size_t const dots = std::min(line.find_first_not_of(".sxXFEu"), line.size());
    return dots > 0 && (dots == line.size() || line.substr(dots).starts_with(" "));
}

bool says_tests_passed(std::string_view line) noexcept {
    if (line == "OK" || line.starts_with("OK (")) return true;
    std::size_t const start = std::min(line.find_first_not_of("= "), line.size());
    line.remove_prefix(start);
    std::size_t const digits = digits_in(line);
    return digits > 0 && line.substr(digits).starts_with(" passed") &&
           line.find(" in ") != std::string_view::npos && line.find("failed") == std::string_view::npos &&
           line.find("error") == std::string_view::npos;
}

}  // namespace task_agent::trace::python
