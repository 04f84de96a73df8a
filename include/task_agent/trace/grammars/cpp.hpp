// How C and C++ programs say why they abort: std::terminate of libstdc++ and libc++abi, assert of glibc, musl
// and macOS, the checks of glibc's allocator and of fortified code, and glog's failed checks.
//
// Where the text of what() ends is nowhere written down: lines that follow it directly are kept, 64 at most.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_cpp_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_cpp_grammar();

inline constexpr std::string_view cpp_openings[] = {
    "terminate called", "libc++abi", "*** ",         "double free",  "free():", "malloc", "munmap_chunk",
    "corrupted",        "realloc",   "pure virtual", "Check failed", "F0",      "F1"};

// An assertion's line begins with the name of a program and is found by its anchor.
inline constexpr grammar_entry cpp_grammar = {{cpp_openings, {}, true}, find_cpp_start, make_cpp_grammar};

}  // namespace task_agent::trace
