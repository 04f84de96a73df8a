// What simulations, libraries for data and servers print in several lines when they give up:
//
//   --> FOAM FATAL ERROR:                                 OpenFOAM, with the words and the place below it
//   Fatal error:                                          GROMACS, below its program and its source
//   ERROR: Unknown style (src/x.cpp:687)                  LAMMPS, with the command below it
//   [0]PETSC ERROR: --- Error Message ---                 PETSc, with the stack
//   [n1:12] *** An error occurred in MPI_Recv             Open MPI, with the name of the error
//   Fatal error in PMPI_Recv: Invalid rank, error stack:  MPICH
//   ERROR: from element /GstPipeline:p/x: no file.        GStreamer, with the place
//   EXITING because of FATAL ERROR in x: ...              STAR
//   *** FATAL CONFIG FILE ERROR (Redis 7.0.4) ***         Redis, with the line of its file
//   error: called from                                    Octave, with the words above and the stack below
//
// They end their process with it.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_native_blocks_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_native_blocks_grammar();

// Those of PETSc and MPI begin with a rank or a host.
inline constexpr std::string_view native_blocks_openings[] = {"--> FOAM", "*** FATAL CONFIG"};
inline constexpr std::string_view native_blocks_inner[] = {"ROR: ", "ror occurred in ", "ror in ",
                                                           "ror: called from"};

inline constexpr grammar_entry native_blocks_grammar = {
    {native_blocks_openings, {}, native_blocks_inner}, find_native_blocks_start, make_native_blocks_grammar};

// In a group of its own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view native_blocks_word_openings[] = {"EXITING", "ERROR", "Fatal error:"};

inline constexpr grammar_entry native_blocks_word_grammar = {
    {native_blocks_word_openings, {}, {}}, find_native_blocks_start, make_native_blocks_grammar};

}  // namespace task_agent::trace
