#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const rule(74, '-');

// Open MPI's, as its library words it.
std::string said_by_library(int rank) {
    return rule + "\nMPI_ABORT was invoked on rank " + std::to_string(rank) +
           " in communicator MPI_COMM_WORLD\nwith errorcode 7.\n\nNOTE: invoking MPI_ABORT causes Open MPI "
           "to kill "
           "all MPI processes.\n" +
           rule + "\n";
}

void told(std::string const& text, std::string const& message, int rank) {
    auto const found = tr::only_one_in(text, "mpi");
    BOOST_TEST(found.exception.message == message);
    BOOST_TEST(found.exception.rank.value() == rank);
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 1u);
    BOOST_TEST((found.role == tr::trace_role::raised));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mpi_abort_tests)

BOOST_AUTO_TEST_CASE(what_a_rank_printed_before_it_ended_all_of_them_tells_why) {
    told(
        "[flood] step 8 of 20\n[flood] rank 3: level 812.4 is above the dam of gate 6\n" + said_by_library(3),
        "rank 3: level 812.4 is above the dam of gate 6", 3);
    told("step 8 of 20\nERROR: cannot open gates.nc\n\n" + said_by_library(0), "cannot open gates.nc", 0);
    told(
        "step 8 of 20\nrank 2: gate 6 has no width\n"
        "Abort(9) on node 2 (rank 2 in comm 0): application called MPI_Abort(MPI_COMM_WORLD, 9) - process "
        "2\n",
        "gate 6 has no width", 2);
}

BOOST_AUTO_TEST_CASE(a_calm_line_of_some_rank_is_not_why) {
    BOOST_TEST(tr::traces_in("[flood] step 8 of 20\n" + said_by_library(3)).empty());
    BOOST_TEST(tr::traces_in("INFO rank 3 has written its part\n" + said_by_library(3)).empty());
    BOOST_TEST(tr::traces_in("rank 1: level 5.2\n" + said_by_library(3)).empty());
    BOOST_TEST(tr::traces_in(said_by_library(3)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
