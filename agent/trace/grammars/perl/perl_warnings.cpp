#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/perl/perl_lines.hpp"

#include <array>

namespace task_agent::trace::perl {

using namespace reading;

namespace {

// How perl's own warnings begin.
constexpr std::array<std::string_view, 60> warnings = {
    "Ambiguous use of ",
    "Applying ",
    "Attempt to free ",
    "Bareword found ",
    "Binary number > ",
    "Can't exec \"",
    "Can't locate package ",
    "Character in '",
    "Duplicate ",
    "False [] range ",
    "Issuing rollback() ",
    "Illegal octal digit",
    "Illegal binary digit",
    "Misplaced _ ",
    "Missing argument in ",
    "No such signal: ",
    "Non-",
    "Octal number > ",
    "Quantifier ",
    "Reference is already weak",
    "Unicode ",
    "Undefined value assigned to typeglob",
    "Warning: ",
    "Use of ",
    "Argument \"",
    "Possible ",
    "Useless use of ",
    "Name \"",
    "Subroutine ",
    "Odd number of elements in ",
    "Deprecated",
    "Scalar value ",
    "Unquoted string ",
    "Prototype mismatch",
    "Reversed ",
    "Statement unlikely to be reached",
    "Found = in conditional",
    "Filehandle ",
    "Exiting ",
    "Deep recursion on ",
    "Wide character ",
    "Malformed UTF-8 ",
    "substr outside of string",
    "Unsuccessful ",
    "Illegal hexadecimal digit",
    "Integer overflow in ",
    "Hexadecimal number > ",
    "Parentheses missing around ",
    "Smartmatch is ",
    "\"my\" variable ",
    "\"our\" variable ",
    "Variable \"",
    "Constant subroutine ",
    "Negative repeat count",
    "splice() offset past end",
    "Unrecognized escape ",
    "Unescaped left brace",
    "Reference found where even-sized list expected",
    "Invalid conversion ",
    "Redundant argument in ",
};

constexpr std::array<std::string_view, 6> inside_warnings = {
    "isn't numeric in ", " masks earlier declaration ", "() on closed ",
    "() on unopened ",   "on invalid dirhandle ",       " does not map to Unicode"};

// Words of a program that goes on.
constexpr std::array<std::string_view, 11> words_of_warning = {
    "warning",  "deprecated",   "retry",      "skipping", "falling back", "fallback",
    "ignoring", "experimental", "continuing", "ignored",  "recovered"};

bool holds(std::string_view text, std::string_view word) noexcept {
    auto const same = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

}  // namespace

bool is_warning(std::string_view message) noexcept {
    auto const begins = [&](std::string_view start) { return message.starts_with(start); };
    auto const says = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
    return std::any_of(warnings.begin(), warnings.end(), begins) ||
           std::any_of(inside_warnings.begin(), inside_warnings.end(), says);
}

bool is_mild(std::string_view message) noexcept {
    std::string_view const said = message.substr(0, longest_name);
    return std::any_of(words_of_warning.begin(), words_of_warning.end(),
                       [&](std::string_view word) { return holds(said, word); });
}

}  // namespace task_agent::trace::perl
