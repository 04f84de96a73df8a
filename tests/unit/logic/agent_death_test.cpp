#include "task_agent/logic/agent_death.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

ta::journal_section broken() {
    ta::journal_section section;
    section.run = "r1";
    section.began = "2026-11-22T10:00:00.000Z";
    section.start.emplace();
    section.start->host = "node";
    section.start->agent_pid = 77;
    section.start->boot_id = "boot";
    section.start->memory = ta::memory_mark{1, 2, 3};
    section.has_workload = true;
    return section;
}

ta::machine_facts same(std::uint64_t kills) {
    return {"boot", ta::memory_mark{1, 2, kills}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agent_death_tests)

BOOST_AUTO_TEST_CASE(a_kill_without_a_counted_one_is_the_agents_failure) {
    auto const report = ta::report_agent_death(broken(), same(3));
    BOOST_TEST((report.reason == ta::failure_reason::agent_failed));
    BOOST_TEST(report.message == "the agent was killed: how the command ended is not known");
    BOOST_TEST(report.category == "");
    BOOST_TEST(report.oom_kills == 0U);
    BOOST_TEST(report.host == "node");
    BOOST_TEST(report.stack.find("agent 77 on node, run r1, began 2026-11-22T10") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_counter_that_grew_in_the_same_cgroup_proves_want_of_memory) {
    auto const report = ta::report_agent_death(broken(), same(5));
    BOOST_TEST((report.reason == ta::failure_reason::oom_killed));
    BOOST_TEST(report.oom_kills == 2U);
    BOOST_TEST(report.category == "out_of_memory");
    BOOST_TEST(report.message.find("out of memory: the kernel killed 2 processes of the run, and the agent "
                                   "was killed") == 0U);
}

BOOST_AUTO_TEST_CASE(nothing_is_proven_by_another_boot_folder_or_a_counter_that_began_anew) {
    auto const is_oom = [](ta::machine_facts const& now, ta::journal_section const& section = broken()) {
        return ta::report_agent_death(section, now).reason == ta::failure_reason::oom_killed;
    };
    BOOST_TEST(is_oom(same(4)));
    BOOST_TEST(!is_oom({"other boot", ta::memory_mark{1, 2, 9}}));
    BOOST_TEST(!is_oom({"boot", ta::memory_mark{9, 2, 9}}));
    BOOST_TEST(!is_oom({"boot", ta::memory_mark{1, 9, 9}}));
    BOOST_TEST(!is_oom(same(0)));
    BOOST_TEST(!is_oom({"boot", std::nullopt}));
    auto unmarked = broken();
    unmarked.start->memory.reset();
    BOOST_TEST(!is_oom(same(9), unmarked));
    auto bootless = broken();
    bootless.start->boot_id.clear();
    BOOST_TEST(!is_oom({"", ta::memory_mark{1, 2, 9}}, bootless));
}

BOOST_AUTO_TEST_CASE(the_message_says_how_far_the_run_had_come) {
    auto section = broken();
    section.has_workload = false;
    BOOST_TEST(ta::report_agent_death(section, {}).message ==
               "the agent was killed while it started the command");
    section.has_workload = true;
    section.stop = "SIGTERM";
    BOOST_TEST(ta::report_agent_death(section, {}).message ==
               "the agent was killed while it stopped the command (SIGTERM): how the command ended is not "
               "known");
    section.exit = ta::exit_status{3, 0, false};
    auto const report = ta::report_agent_death(section, {});
    BOOST_TEST(report.message == "the agent was killed after the command had ended (exit code 3)");
    BOOST_TEST(report.exit->code == 3);
}

BOOST_AUTO_TEST_SUITE_END()
