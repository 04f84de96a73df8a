// A program that ended all ranks of its job by MPI_Abort: the line it printed last before, as a program tells
// why it gives up, above what Open MPI's or MPICH's library says of the call.
//
//   rank 1: step 2: temperature below zero in cell (17,32)
//   --------------------------------------------------------------------------
//   MPI_ABORT was invoked on rank 1 in communicator MPI_COMM_WORLD
//
// Only where that line complains of something or names the rank: of another rank it may tell something else.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_mpi_abort_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_mpi_abort_grammar();

// "Abort(7) on node 1 (rank 1 in comm 0): application called MPI_Abort(MPI_COMM_WORLD, 7) - process 1"
inline constexpr std::string_view mpi_abort_openings[] = {"MPI_ABORT was invoked", "Abort("};

inline constexpr grammar_entry mpi_abort_grammar = {
    {mpi_abort_openings, {}, {}}, find_mpi_abort_start, make_mpi_abort_grammar};

}  // namespace task_agent::trace
