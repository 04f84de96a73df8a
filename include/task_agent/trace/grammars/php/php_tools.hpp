// What PHP's tools print of an exception in forms of their own: the console of Symfony and Laravel ("In
// Shop.php line 12:" and the message in a box, which stands alone where an argument is wrong), PHPUnit ("1)
// ShopTest::testSell", or " ✘ Sells nuts" with --testdox), whose runs go on: notices; and Composer, of
// packages that it cannot install.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_php_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_php_tools_grammar();

inline constexpr std::string_view php_tools_openings[] = {"1) ", "In ", "Your ", "Script "};
// the lower border of a box
inline constexpr std::string_view php_tools_endings[] = {"  "};

inline constexpr grammar_entry php_tools_grammar = {
    {php_tools_openings, php_tools_endings, {}}, find_php_tools_start, make_php_tools_grammar};

// of --testdox
inline constexpr std::string_view php_testdox_openings[] = {" \xE2\x9C\x98 "};

inline constexpr grammar_entry php_testdox_grammar = {
    {php_testdox_openings, {}, {}}, find_php_tools_start, make_php_tools_grammar};

}  // namespace task_agent::trace
