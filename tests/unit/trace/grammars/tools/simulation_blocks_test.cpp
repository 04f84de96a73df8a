#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& behind, std::string const& type,
                     std::string const& message) {
    auto const found = tr::only_one_in("step 3\n" + text + behind, "cpp");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == type);
    BOOST_TEST(found.exception.message == message);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(simulation_blocks_tests)

BOOST_AUTO_TEST_CASE(fortran_of_intel_shows_its_calls_in_a_table) {
    auto found = told(
        "forrtl: severe (24): end-of-file during read, unit 5, file /bag/nuts.dat\n"
        "Image              PC                Routine            Line        Source             \n"
        "sell               0000000000404F2B  Unknown               Unknown  Unknown\n"
        "sell               0000000000403A11  take_                      12  nuts.f90\n"
        "sell               0000000000402B3E  MAIN__                     40  sell.f90\n",
        "ended with 24\n", "forrtl: severe (24)", "end-of-file during read, unit 5, file /bag/nuts.dat");
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames[1].file == "nuts.f90");
    BOOST_TEST(found.exception.frames[1].line == 12);
    BOOST_TEST(found.exception.frames[1].function == "take_");
    told("forrtl: error (65): floating invalid\n", "plain\n", "forrtl: error (65)", "floating invalid");
}

BOOST_AUTO_TEST_CASE(calculix_shows_the_card) {
    auto const found = tr::traces_in(
        " STEP 1\n\n *ERROR reading *NUT. Card image:\n\n *NUT,SIZE=3\n\n *ERROR in calinput: at least one "
        "fatal\n"
        "        error message while reading the\n        input deck: CalculiX stops.\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].exception.message == "reading *NUT. Card image:");
    BOOST_TEST(found[0].last_line == 4u);
    BOOST_TEST((found[1].role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(tesseract_knows_no_language) {
    told(
        "Error opening data file /nuts/hazel.traineddata\nPlease make sure the TESSDATA_PREFIX environment "
        "variable is set to your \"tessdata\" directory.\n",
        "Failed loading language 'hazel'\nTesseract couldn't load any languages!\nCould not initialize "
        "tesseract.\n",
        "error", "Error opening data file /nuts/hazel.traineddata");
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    BOOST_TEST(tr::traces_in("forrtl: warning (406): a copy was made\nforrtl: error (78): process killed\n"
                             "*ERROR rate 3\nError opening data file /nuts/a.traineddata\n"
                             "Failed loading language 'a'\nsold 3 nuts\nplain\nplain\nplain\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
