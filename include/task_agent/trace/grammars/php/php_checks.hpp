// What checkers of PHP find, and what consoles of Laravel show of an exception;
// the first finding tells:
//
//   FOUND 1 ERROR AFFECTING 1 LINE                       PHP_CodeSniffer, below the file's name; then
//    3 | ERROR | [x] Expected 1 blank line
//
//     Line   src/nut.php                                 PHPStan, to " [ERROR] Found 1 error"
//     12     Undefined variable: $lid
//
//   ERROR: UndefinedVariable - src/nut.php:12:5 - Cannot find $lid     Psalm
//
//      Shop\NoNutException                             a console, with the message and the place below
//
// A script may go on: notices.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_php_checks_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_php_checks_grammar();

inline constexpr std::string_view php_checks_openings[] = {"FOUND ", " [ERROR] Found "};
// of the class on a console, behind which a blank stands
inline constexpr std::string_view php_checks_endings[] = {"Exception ", "Error "};
inline constexpr std::string_view php_checks_inner[] = {"ROR: "};

inline constexpr grammar_entry php_checks_grammar = {
    {php_checks_openings, php_checks_endings, php_checks_inner},
    find_php_checks_start,
    make_php_checks_grammar};

}  // namespace task_agent::trace
