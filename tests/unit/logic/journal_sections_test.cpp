#include "task_agent/logic/journal_sections.hpp"

#include "task_agent/logic/journal_frame.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using ta::section_use;

namespace {

ta::identity const present{"w", "j", "s", "task-1", "attempt-1"};

ta::journal_section ended(ta::status with, ta::identity id = present) {
    ta::journal_section section;
    section.start.emplace();
    section.start->id = std::move(id);
    section.final_update.emplace();
    section.final_update->state = with;
    return section;
}

ta::identity other(std::string ta::identity::*part) {
    auto id = present;
    id.*part = "other";
    return id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_sections_tests)

BOOST_AUTO_TEST_CASE(records_of_one_run_become_one_section) {
    std::vector<ta::journal_section> all;
    ta::run_started start;
    start.id = present;
    ta::task_update end;
    end.state = ta::status::error;
    ta::add_record(all, {"a", "t1", start}, 10);
    ta::add_record(all, {"b", "t2", start}, 20);
    ta::add_record(all, {"a", "t3", ta::workload_started{7}}, 1);
    ta::add_record(all, {"a", "t4", ta::stop_asked{"SIGTERM"}}, 1);
    ta::add_record(all, {"a", "t5", ta::stop_asked{"SIGINT"}}, 1);
    BOOST_TEST(all.at(0).is_broken());
    ta::add_record(all, {"a", "t6", ta::workload_ended{{3, 0, false}}}, 1);
    ta::add_record(all, {"a", "t7", end}, 1);
    BOOST_REQUIRE(all.size() == 2U);
    auto const& a = all[0];
    BOOST_TEST(a.run == "a");
    BOOST_TEST(a.began == "t1");
    BOOST_TEST(a.has_workload);
    BOOST_TEST(a.stop == "SIGTERM");
    BOOST_TEST(a.exit->code == 3);
    BOOST_TEST(!a.is_broken());
    BOOST_TEST(!a.is_settled());
    BOOST_TEST(a.bytes == 15U);
    BOOST_TEST(all[1].is_broken());
    BOOST_TEST(all[1].bytes == 20U);
    ta::add_record(all, {"a", "t8", ta::acknowledgement{ta::delivery::given_up}}, 1);
    BOOST_TEST(!all[0].is_settled());
    ta::add_record(all, {"a", "t9", ta::acknowledgement{ta::delivery::accepted}}, 1);
    BOOST_TEST(all[0].is_settled());
}

BOOST_AUTO_TEST_CASE(the_ends_of_this_attempt_and_task_are_delivered_and_a_pause_is_not) {
    for (auto const state : {ta::status::completed, ta::status::error, ta::status::cancelled})
        BOOST_TEST((ta::use_of(ended(state), present) == section_use::deliver));
    BOOST_TEST((ta::use_of(ended(ta::status::paused), present) == section_use::dropped_pause));
    BOOST_TEST((ta::use_of(ended(ta::status::paused, other(&ta::identity::attempt_id)), present) ==
                section_use::dropped_pause));
}

BOOST_AUTO_TEST_CASE(another_attempts_end_is_never_delivered) {
    for (auto const part : {&ta::identity::attempt_id, &ta::identity::job, &ta::identity::workspace})
        BOOST_TEST(
            (ta::use_of(ended(ta::status::error, other(part)), present) == section_use::other_attempt));
    auto unknown = present;
    unknown.attempt_id.clear();
    BOOST_TEST((ta::use_of(ended(ta::status::error), unknown) == section_use::other_attempt));
    auto broken = ended(ta::status::error, other(&ta::identity::attempt_id));
    broken.final_update.reset();
    BOOST_TEST((ta::use_of(broken, present) == section_use::other_attempt));
}

BOOST_AUTO_TEST_CASE(another_task_of_the_attempt_is_left_to_flush) {
    for (auto const part : {&ta::identity::step, &ta::identity::task})
        BOOST_TEST((ta::use_of(ended(ta::status::error, other(part)), present) == section_use::other_task));
}

BOOST_AUTO_TEST_CASE(what_is_settled_or_nameless_is_nothing) {
    for (auto const how : {ta::delivery::accepted, ta::delivery::refused, ta::delivery::superseded}) {
        auto section = ended(ta::status::error);
        section.fate = how;
        BOOST_TEST((ta::use_of(section, present) == section_use::nothing));
    }
    auto section = ended(ta::status::error);
    section.fate = ta::delivery::given_up;
    BOOST_TEST((ta::use_of(section, present) == section_use::deliver));
    section.start.reset();
    BOOST_TEST((ta::use_of(section, present) == section_use::nothing));
}

BOOST_AUTO_TEST_CASE(a_start_without_an_end_is_without_ending) {
    auto section = ended(ta::status::error);
    section.final_update.reset();
    BOOST_TEST((ta::use_of(section, present) == section_use::without_ending));
}

BOOST_AUTO_TEST_CASE(kept_is_what_may_still_be_of_use) {
    std::vector<ta::journal_section> all = {ended(ta::status::error), ended(ta::status::error),
                                            ended(ta::status::paused), ended(ta::status::completed),
                                            ended(ta::status::error)};
    all[1].fate = ta::delivery::accepted;
    all[3].final_update.reset();  // broken
    all[4].start.reset();
    BOOST_TEST(ta::sections_to_keep(all) == (std::vector<std::size_t>{0, 3}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_container_that_restarts_for_ever_keeps_the_newest_sixteen) {
    std::vector<ta::journal_section> all(50, ended(ta::status::error));
    auto const kept = ta::sections_to_keep(all);
    BOOST_REQUIRE(kept.size() == 16U);
    BOOST_TEST(kept.front() == 34U);
    BOOST_TEST(kept.back() == 49U);
}

BOOST_AUTO_TEST_CASE(large_sections_are_kept_up_to_half_a_journal) {
    std::vector<ta::journal_section> all(4, ended(ta::status::error));
    for (auto& section : all)
        section.bytes = ta::longest_journal / 5;
    BOOST_TEST(ta::sections_to_keep(all).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
