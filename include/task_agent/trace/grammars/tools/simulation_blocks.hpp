// What simulations, and the run times that they are built with, print in a few lines when they give up:
//
//   forrtl: severe (24): end-of-file during read    Intel's Fortran, with a table of the calls
//    *ERROR reading *NUT: no such nut               CalculiX, with the card or further words
//   Error opening data file /nut.traineddata        Tesseract, which then knows no language
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_simulation_blocks_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_simulation_blocks_grammar();

// In groups: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view simulation_blocks_openings[] = {"*ERROR ", " *ERROR "};
inline constexpr std::string_view simulation_blocks_fortran_openings[] = {"forrtl: "};
inline constexpr std::string_view simulation_blocks_word_openings[] = {"Error opening data file "};

inline constexpr grammar_entry simulation_blocks_grammar = {
    {simulation_blocks_openings, {}, {}}, find_simulation_blocks_start, make_simulation_blocks_grammar};
inline constexpr grammar_entry simulation_blocks_fortran_grammar = {
    {simulation_blocks_fortran_openings, {}, {}},
    find_simulation_blocks_start,
    make_simulation_blocks_grammar};
inline constexpr grammar_entry simulation_blocks_word_grammar = {
    {simulation_blocks_word_openings, {}, {}}, find_simulation_blocks_start, make_simulation_blocks_grammar};

}  // namespace task_agent::trace
