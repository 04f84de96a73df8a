#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& message, std::string const& before = {},
                     std::string const& type = "error") {
    auto const found = tr::only_one_in("step 3\n" + before + text + "\nended with 1\n", "cpp");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == type);
    BOOST_TEST(found.exception.message == message);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(native_blocks_tests)

BOOST_AUTO_TEST_CASE(simulations_tell_the_words_and_the_place) {
    auto found = told(
        "--> FOAM FATAL ERROR: (openfoam-2212)\nUnknown nut of the bag\n\n    From static Foam::nut::New()\n"
        "    in file nut/nut.C at line 123.\n\nFOAM exiting\n",
        "Unknown nut of the bag");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "nut/nut.C");
    BOOST_TEST(found.exception.frames[0].line == 123);
    told(
        "--> FOAM FATAL IO ERROR:\nkeyword nut is undefined\n\nfile: /bag/nuts from line 2 to line 3.\n\n"
        "    From function nut()\n    in file nut.C at line 4.\n\nFOAM aborting\n",
        "keyword nut is undefined");
    told(
        "Program:     gmx nut, version 2022.5\nSource file: src/nut.cpp (line 40)\n\nFatal error:\n"
        "number of nuts (3) does not match\n   the bag (2)\n\nFor more information see the website\n"
        "-------------------------------\n",
        "number of nuts (3) does not match", "-------------------------------\n");
    told(
        "Program gmx nut, VERSION 5.0\nSource code file: /nut/nut.c, line: 40\n\nFatal error:\nno nut\n"
        "For more information see the website\n-------------------------------\n",
        "no nut");
    found = told("ERROR: Unknown nut in the bag (src/nut.cpp:68)\nLast command: nut 3\n",
                 "Unknown nut in the bag");
    BOOST_TEST(found.exception.frames.at(0).line == 68);
}

BOOST_AUTO_TEST_CASE(libraries_for_many_ranks_tell_the_call) {
    auto const found = told(
        "[0]PETSC ERROR: --------------------- Error Message ----------------\n[0]PETSC ERROR: Wrong state\n"
        "[0]PETSC ERROR: A nut is missing in the bag\n[0]PETSC ERROR: See https://x/ for trouble shooting.\n"
        "[0]PETSC ERROR: #1 NutMult() at ./src/nut.c:12\n[0]PETSC ERROR: #2 main() at bag.c:30\n",
        "A nut is missing in the bag");
    BOOST_TEST(found.exception.frames.back().function == "NutMult");
    told(
        "*** An error occurred in MPI_Recv\n*** reported by process [1,0]\n*** MPI_ERR_RANK: invalid rank\n"
        "*** MPI_ERRORS_ARE_FATAL (processes in this communicator will now abort,\n",
        "invalid rank", {}, "MPI_ERR_RANK");
    told(
        "Fatal error in PMPI_Recv: Invalid rank, error stack:\n"
        "PMPI_Recv(171): MPI_Recv(src=9, tag=0) failed\nPMPI_Recv(95).: Invalid rank has value 9\n",
        "Invalid rank");
}

BOOST_AUTO_TEST_CASE(octave_tells_where_it_was_called_from) {
    auto const found = told(
        "error: 'nut' undefined near line 4, column 6\nerror: called from\n    crack at line 4 column 4\n"
        "    bag at line 6 column 3\n",
        "'nut' undefined near line 4, column 6");
    BOOST_TEST(found.exception.frames.back().function == "crack");
    BOOST_TEST(found.exception.frames.back().line == 4);
    BOOST_TEST(tr::traces_in("nuts\nerror: called from\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(others_have_blocks_of_their_own) {
    auto const found = told(
        "ERROR: from element /GstPipeline:p/GstNut:nut0: Resource not found.\nAdditional debug info:\n"
        "../gstnut.c(556): gst_nut_start (): /GstPipeline:p/GstNut:nut0:\nNo such nut \"a\"\n",
        "Resource not found.");
    BOOST_TEST(found.exception.frames.at(0).line == 556);
    BOOST_TEST(found.exception.frames.at(0).function == "gst_nut_start");
    told("EXITING because of FATAL ERROR in nuts input: no nut is left\nBag Name=a\n", "no nut is left");
    told(
        "*** FATAL CONFIG FILE ERROR (Redis 7.0.4) ***\nReading the configuration file, at line 3\n"
        ">>> 'nut 3'\nBad directive or wrong number of arguments\n",
        "Bad directive or wrong number of arguments");
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    BOOST_TEST(tr::traces_in("--> FOAM Warning : nuts\nFatal error:\nERROR rate 3 (src/x)\n"
                             "EXITING because of time\nERROR: 3 of 4 (plan.txt:3)\n[0]PETSC ERROR: none\n"
                             "plain\nplain\nplain\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
