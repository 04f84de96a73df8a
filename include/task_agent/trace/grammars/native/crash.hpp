// A native program that a fatal signal ended, told by whoever noticed: the handlers of glog, Abseil, folly,
// UCX, Open MPI and Chromium, a handler of the program's own, gdb and lldb, a shell.
//
// A stack of backtrace_symbols is found by its lines: anything may be printed above it. The line above that
// speaks of a signal or an error is its header; without one it is a stack nobody explained. Handlers print
// stacks of what goes on, too: many lines behind one tell.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_crash_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_crash_grammar();

// "./prog(work+0x1a) [0x55d0]" begins with any path.
inline constexpr std::string_view crash_openings[] = {
    "*** ", "* thread", "#0", "./", "/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j", "/k",
    "/l",   "/m",       "/n", "/o", "/p", "/q", "/r", "/s", "/t", "/u", "/v", "/w", "/x", "/y", "/z"};
// In groups of their own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view crash_word_openings[] = {
    "Caught signal", "Received signal", "Fatal signal", "Segmentation fault", "Signal",
    "SIG",           "Error: signal",   "Crash",        "Bus error",          "Aborted",
    "Illegal",       "Floating"};
inline constexpr std::string_view crash_small_openings[] = {"caught signal", "received signal",
                                                            "fatal signal", "signal ", "crash"};

inline constexpr std::string_view crash_index_openings[] = {" 0# ", "0# "};

inline constexpr grammar_entry crash_grammar = {
    {crash_openings, {}, {}}, find_crash_start, make_crash_grammar};
inline constexpr grammar_entry crash_word_grammar = {
    {crash_word_openings, {}, {}}, find_crash_start, make_crash_grammar};
inline constexpr grammar_entry crash_small_grammar = {
    {crash_small_openings, {}, {}}, find_crash_start, make_crash_grammar};

// gfortran's library
inline constexpr std::string_view crash_fortran_inner[] = {"Fortran runtime error", "R STOP"};

inline constexpr grammar_entry crash_fortran_grammar = {
    {{}, {}, crash_fortran_inner}, find_crash_start, make_crash_grammar};
inline constexpr grammar_entry crash_index_grammar = {
    {crash_index_openings, {}, {}}, find_crash_start, make_crash_grammar};

}  // namespace task_agent::trace
