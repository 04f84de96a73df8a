// What tools and libraries of Ruby say when they give up, in words of their own and without a class: Bundler
// ("Could not find gem 'nut' in locally installed gems.", wrapped at 80 columns), RubyGems, and programs
// whose options Thor ("Expected numeric value for '--size'; got \"big\"") or OptionParser reads. Notices: a
// script may go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ruby_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ruby_tools_grammar();

inline constexpr std::string_view ruby_tools_openings[] = {
    "Could not ", "Unknown switches ",        "bundler: ", "Bundler could ",
    "Your ",      "An error occurred while ", "Gem::Ext::"};
// Apart, as the bytes of all openings of an entry combine.
inline constexpr std::string_view ruby_option_openings[] = {"Expected ", "No value ", "ERROR: "};
inline constexpr std::string_view ruby_gemfile_openings[] = {"[!] ", "*** extconf"};

inline constexpr grammar_entry ruby_tools_grammar = {
    {ruby_tools_openings, {}, {}}, find_ruby_tools_start, make_ruby_tools_grammar};
// OptionParser's words begin as many lines do: a program ends with them, or with its usage.
inline constexpr grammar_entry ruby_option_grammar = {
    {ruby_option_openings, {}, {}, true}, find_ruby_tools_start, make_ruby_tools_grammar};
inline constexpr grammar_entry ruby_gemfile_grammar = {
    {ruby_gemfile_openings, {}, {}}, find_ruby_tools_start, make_ruby_tools_grammar};

}  // namespace task_agent::trace
