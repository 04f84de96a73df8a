#include "task_agent/trace/worn_label.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

bool is_worn_behind(std::vector<std::string> const& lines, std::string_view label) {
    return tr::is_worn(label, tr::history_of(lines));
}

bool begins_with_label(std::string_view line) {
    tr::line_pieces const found = tr::find_prefix(line);
    return found.count > 0 && tr::is_label(found.piece[0], line);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(worn_label_tests)

BOOST_AUTO_TEST_CASE(a_number_and_a_numbered_name_are_labels) {
    BOOST_TEST(begins_with_label("3: step"));
    BOOST_TEST(begins_with_label("node3: step"));
    BOOST_TEST(!begins_with_label("[rank3]: step"));
    BOOST_TEST(!begins_with_label("worker-3  | step"));
    BOOST_TEST(!begins_with_label("cp: step"));
}

BOOST_AUTO_TEST_CASE(what_every_line_before_wears_is_a_tag) {
    BOOST_TEST(is_worn_behind({"3: a", "3: b"}, "3: "));
    BOOST_TEST(is_worn_behind({"3: a", "1: b", "2: c"}, "3: "));
    BOOST_TEST(is_worn_behind({"node3: a", "node1: b"}, "node3: "));
    BOOST_TEST(is_worn_behind({"node3: a"}, "node3: "));
}

BOOST_AUTO_TEST_CASE(what_only_this_line_wears_is_its_text) {
    BOOST_TEST(!is_worn_behind({}, "3: "));
    BOOST_TEST(!is_worn_behind({"a", "b"}, "3: "));
    BOOST_TEST(!is_worn_behind({"node3: a", "b"}, "node3: "));
    BOOST_TEST(!is_worn_behind({"3: a", "job3: b", "3: a"}, "3: "));
}

// R's traceback() counts down.
BOOST_AUTO_TEST_CASE(numbers_that_never_come_twice_are_no_tags) {
    BOOST_TEST(!is_worn_behind({"5: stop(\"x\")", "4: check(y)", "3: run()"}, "2: "));
}

BOOST_AUTO_TEST_CASE(a_tools_word_behind_a_worn_label_is_told_without_it) {
    auto const found = tr::traces_in("7: copying\n7: cp: cannot stat 'a.bin': No such file or directory\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == "cp: cannot stat 'a.bin': No such file or directory\n");
    BOOST_TEST(found[0].source == "7: ");
}

BOOST_AUTO_TEST_CASE(the_name_of_a_program_with_a_number_stays_a_part_of_its_word) {
    auto const found = tr::traces_in("copying\nsync2: /data/x: Permission denied\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == "sync2: /data/x: Permission denied\n");
}

BOOST_AUTO_TEST_SUITE_END()
