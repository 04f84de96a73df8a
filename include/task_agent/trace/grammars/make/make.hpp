// A build that failed, as make, ninja, CMake and the GNU and LLVM compilers and linkers print it.
//
// One trace is what one build said: the first error with what led to it ("In file included from", "In
// function"), its source lines and notes, further errors and warnings, and the summaries of make or ninja.
// The message is the first error's. A recipe that failed without a compiler's error is told by the line
// directly before make's, which is the last one it printed. Compilers go on with other files, and builds
// print other lines between: those stay out.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_make_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_make_grammar();

// a recipe that a signal ended is told without the word "Error", and so is what scons cannot do;
// latexmk's word holds an anchor, and no sign that is free
inline constexpr std::string_view make_openings[] = {"FAILED: ", "make", "scons: *** ", "Latexmk: Errors"};
inline constexpr std::string_view make_endings[] = {"Stop."};

inline constexpr std::string_view make_inner[] = {
    "ror: ", "ror occurred", "nimplemented: ", "): ", ") : ", "ROR: ", ": *** ", "e Error", "or : "};

inline constexpr grammar_entry make_grammar = {
    {make_openings, make_endings, make_inner}, find_make_start, make_make_grammar};

}  // namespace task_agent::trace
