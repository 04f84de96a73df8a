// How C and C++ programs say why they abort: std::terminate of libstdc++ and libc++abi, assert of every libc,
// of Qt and GLib, the checks of glibc's allocator, of fortified code and of the standard libraries, failed
// checks and fatal records of glog, Abseil and macros alike, and boost's diagnostic information.
//
// Where the text of what() ends is nowhere written down: what is indented below it is kept, and a stack that
// follows is part of it. The place that a check or libtorch names is its innermost frame.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_cpp_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_cpp_grammar();

inline constexpr std::string_view cpp_openings[] = {
    "terminate called", "libc++abi",   "*** ",         "double free", "free():", "malloc",
    "munmap_chunk",     "mremap",      "realloc",      "corrupted",   "calloc",  "pure virtual",
    "deleted virtual",  "CHECK",       "Check failed", "F0",          "F1",      "F2",
    "F tensorflow/",    "F external/", "Fatal",        "FORTIFY"};
// In a group of their own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view cpp_rare_openings[] = {"unhandled",
                                                         "Unhandled",
                                                         "UNHANDLED",
                                                         "Terminat",
                                                         "uncaught",
                                                         "Uncaught",
                                                         "terminating due",
                                                         "[FATAL",
                                                         "[fatal",
                                                         "LLVM ERROR",
                                                         "Dynamic exception type"};

// Of forms that begin with the name of a program or of a file, or of a word that many lines begin with.
inline constexpr std::string_view cpp_inner[] = {"::terminate",
                                                 "djusted to free malloc space",
                                                 "tcache_thread_shutdown",
                                                 "fastbin entry",
                                                 "unsorted)",
                                                 "qt.qpa.plugin",
                                                 "k failed: ",
                                                 "K failed: ",
                                                 "g shared librar",
                                                 "l lookup error",
                                                 "(required by ",
                                                 "relocating ",
                                                 "' failed.",
                                                 "n fail",
                                                 "\" failed: file",
                                                 "ASSERT",
                                                 ": assertion ",
                                                 "UNREACHABLE",
                                                 "Error: "};

// An assertion's line begins with the name of a program and is found by its anchor.
inline constexpr grammar_entry cpp_grammar = {
    {cpp_openings, {}, cpp_inner}, find_cpp_start, make_cpp_grammar};

inline constexpr grammar_entry cpp_rare_grammar = {
    {cpp_rare_openings, {}, {}}, find_cpp_start, make_cpp_grammar};

}  // namespace task_agent::trace
