// What PHP's tools print of an exception in forms of their own: the console of Symfony and Laravel ("In
// Shop.php line 12:" and the message in a box) and PHPUnit ("1) ShopTest::testSell"), whose runs go on:
// notices.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_php_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_php_tools_grammar();

inline constexpr std::string_view php_tools_openings[] = {"1) ", "In "};

inline constexpr grammar_entry php_tools_grammar = {
    {php_tools_openings, {}, {}}, find_php_tools_start, make_php_tools_grammar};

}  // namespace task_agent::trace
