// What the macros around calls of CUDA, NCCL and their like print before a program gives up:
//
//   CUDA error at a.cu:42 code=2(cudaErrorX) "cudaMalloc(&p, n)"    CUDA's samples
//   GPUassert: out of memory a.cu 42                                a macro that many copied
//   node1: Test NCCL failure a.cu:95 'unhandled system error'       nccl-tests
//   Failed: Cuda error a.cu:42 'out of memory'                      the manual of NCCL
//
// A notice with the place: most of them end the process, but need not.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_gpu_checks_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_gpu_checks_grammar();

inline constexpr std::string_view gpu_checks_inner[] = {"ror ", ": "};

inline constexpr grammar_entry gpu_checks_grammar = {
    {{}, {}, gpu_checks_inner}, find_gpu_checks_start, make_gpu_checks_grammar};

}  // namespace task_agent::trace
