// How the agent looks for stop orders, what it does where a pause is left to the workload, and where the step
// is its own (contract 2, 9; platform-facts 3.1, 4.3).
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::exchange;
using support::http_answer;
using support::http_request;
using support::process;
using support::recording_server;
using support::steady;
using support::temp_dir;

using options = std::vector<std::string>;

bool is_poll(http_request const& request) {
    return request.method == "GET" && request.target.find("filter") != std::string::npos;
}
bool is_reading(http_request const& request) {
    return request.method == "GET" && request.target.find("/steps?sort") != std::string::npos &&
           !is_poll(request);
}
bool is_update(http_request const& request) {
    return request.method == "PUT";
}

template <class Which>
std::vector<exchange> only(std::vector<exchange> const& all, Which which) {
    std::vector<exchange> found;
    for (auto const& e : all) {
        if (which(e.request)) found.push_back(e);
    }
    return found;
}

http_answer json_answer(std::string body) {
    return {200, std::move(body), {{"Content-Type", "application/json"}}};
}

// A platform that answers each kind of request as a test likes; silent where a function returns nothing.
struct scripted_platform {
    using answers = std::function<std::optional<http_answer>(http_request const&)>;

    answers to_poll = [](auto const&) { return json_answer(R"({"data":[]})"); };
    answers to_reading = [](auto const&) { return json_answer(list("active")); };
    answers to_update = [](auto const&) { return json_answer("{}"); };
    recording_server server{[this](http_request const& request) -> std::optional<http_answer> {
        if (is_update(request)) return to_update(request);
        return is_poll(request) ? to_poll(request) : to_reading(request);
    }};

    static std::string list(std::string const& status) {
        return R"({"data":[{"name":")" + std::string(step_name) + R"(","attempt_id":"first","status":")" +
               status + R"(","step_spec":{"lifecycle":{"staleness_timeout_seconds":3}}}]})";
    }
    support::command run(options const& wishes, std::vector<std::string> const& workload) const {
        support::command made{{agent(), "run", "--report-tail=off"}, plain_environment()};
        made.env.insert({{"NEMO_JOB_WORKSPACE", "default"},
                         {"NEMO_JOB_ID", "job-1"},
                         {"NEMO_JOB_STEP", step_name},
                         {"NEMO_JOB_TASK", task_name},
                         {"NEMO_JOB_ATTEMPT_ID", "first"},
                         {"NMP_JOBS_URL", server.url()}});
        made.argv.insert(made.argv.end(), wishes.begin(), wishes.end());
        made.argv.emplace_back("--");
        made.argv.insert(made.argv.end(), workload.begin(), workload.end());
        return made;
    }
    template <class Which>
    bool wait_for(std::size_t count, Which which) const {
        return server.wait_until([&](auto const& all) { return only(all, which).size() >= count; });
    }
    template <class Which>
    std::vector<exchange> seen(Which which) const {
        return only(server.exchanges(), which);
    }
};

constexpr char quick[] = "--control-interval=100ms";

}  // namespace

BOOST_AUTO_TEST_SUITE(control_tests)

BOOST_AUTO_TEST_CASE(
    polls_ask_for_two_states_by_a_small_page_and_updates_have_their_own_connection) {  // contract 9, 2
    scripted_platform p;
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass())));
    BOOST_TEST(p.wait_for(8, is_poll));
    BOOST_TEST(p.wait_for(3, is_update));
    // the end gives up a poll that is under way, and its connection with it
    BOOST_TEST(p.server.connections() == 2U);
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    auto const own = p.seen(is_update).front().connection;
    for (auto const& e : p.server.exchanges())
        BOOST_TEST((e.connection == own) == is_update(e.request), e.request.target);
    for (auto const& poll : p.seen(is_poll)) {
        BOOST_TEST(poll.request.target.find("cancelling%2Cpausing") != std::string::npos,
                   poll.request.target);
        BOOST_TEST(poll.request.target.find("page_size=20") != std::string::npos, poll.request.target);
    }
    // one at the start and one before the end
    BOOST_TEST(p.seen(is_reading).size() <= 2U);
}

BOOST_AUTO_TEST_CASE(what_a_poll_costs_does_not_depend_on_the_number_of_tasks) {  // contract 9
    platform p;
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass())));
    BOOST_TEST(p.recorder().wait_until([](auto const& all) { return !only(all, is_poll).empty(); }));
    auto const target = only(p.recorder().exchanges(), is_poll).front().request.target;
    auto const answer_size = [&] {
        return support::call(p.server().port(), {"GET", target, {}, {}}).body.size();
    };
    auto const with_one = answer_size();
    auto const steps = target.substr(0, target.find('?'));
    for (int i = 0; i < 300; ++i)
        p.server().call("PUT", steps + "/" + step_name + "/tasks/task-n" + std::to_string(i),
                        R"({"status":"active","status_details":{"step":1}})");
    BOOST_TEST(answer_size() == with_one);
    BOOST_TEST(with_one < 400U);
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
}

BOOST_AUTO_TEST_CASE(an_interval_of_0_never_polls) {  // contract 9
    scripted_platform p;
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({"--control-interval=0"}, shell(end.pass())));
    // heartbeats every second
    BOOST_TEST(p.wait_for(3, is_update));
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.seen(is_poll).empty());
    BOOST_TEST(!p.seen(is_reading).empty());
}

BOOST_AUTO_TEST_CASE(a_platform_that_struggles_is_asked_less_and_its_retry_after_is_kept) {  // contract 9, 2
    scripted_platform p;
    p.to_poll = [](auto const&) {
        return http_answer{429, R"({"detail":"slow down"})", {{"Retry-After", "2"}}};
    };
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass())));
    BOOST_TEST(p.wait_for(3, is_poll));
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    auto const polls = p.seen(is_poll);
    for (std::size_t i = 1; i < polls.size(); ++i)
        BOOST_TEST((polls[i].at - polls[i - 1].at >= 2s));
}

BOOST_AUTO_TEST_CASE(looks_that_are_never_answered_delay_no_update) {  // contract 9
    scripted_platform p;
    auto const silent = [](auto const&) { return std::optional<http_answer>(); };
    p.to_poll = silent;
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass())));
    BOOST_TEST(p.wait_for(1, is_poll));
    auto const hangs_since = steady::now();
    BOOST_TEST(p.wait_for(5, is_update));
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    auto const updates = p.seen(is_update);
    for (std::size_t i = 1; i < updates.size(); ++i)
        BOOST_TEST((updates[i].at - updates[i - 1].at < 3s));
    BOOST_TEST((steady::now() - hangs_since < 10s));
}

BOOST_AUTO_TEST_CASE(a_poll_that_hangs_does_not_keep_a_stop_from_being_told_apart) {  // contract 9
    scripted_platform p;
    std::atomic<bool> cancelled = false;
    p.to_poll = [](auto const&) { return std::optional<http_answer>(); };
    p.to_reading = [&](auto const&) { return json_answer(p.list(cancelled ? "cancelling" : "active")); };
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(
        p.run({quick}, shell("trap '" + end.pass() + "; exit 3' TERM; echo ready; sleep 1000 & wait")));
    agent_run.wait_for_output("ready\n");
    BOOST_TEST(p.wait_for(1, is_update));
    BOOST_TEST(p.wait_for(1, is_poll));
    cancelled = true;
    agent_run.signal(SIGTERM);
    // while the workload lives: nothing has ended the poll but this
    BOOST_TEST(p.wait_for(2, is_reading));
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(text_at(parsed(p.seen(is_update).back().request.body), "/status") == "cancelled");
}

BOOST_AUTO_TEST_CASE(
    a_step_that_cannot_be_read_in_time_makes_it_an_outside_stop_within_the_bound) {  // contract 9
    scripted_platform p;
    std::atomic<bool> hangs = false;
    p.to_reading = [&](auto const&) {
        return hangs ? std::nullopt : std::optional(json_answer(p.list("active")));
    };
    process agent_run(p.run({"--control-interval=0"}, shell("exec sleep 1000")));
    BOOST_TEST(p.wait_for(1, is_update));
    BOOST_TEST(p.wait_for(1, is_reading));
    hangs = true;
    auto const began = steady::now();
    agent_run.signal(SIGTERM);
    BOOST_TEST(agent_run.wait().code == 128 + SIGTERM);
    auto const took = steady::now() - began;
    // 2 s for the reading, and 1 s at most for the one before the end
    BOOST_TEST((took >= 1900ms && took < 6s));
    BOOST_TEST(text_at(parsed(p.seen(is_update).back().request.body), "/error_details/reason") ==
               "stopped_externally");
}

BOOST_AUTO_TEST_CASE(a_status_word_that_nobody_knows_stops_nothing) {  // contract 3
    scripted_platform p;
    p.to_reading = [&](auto const&) { return json_answer(p.list("queued")); };
    p.to_poll = [&](auto const&) { return json_answer(p.list("deletion_pending")); };
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass() + "; exit 3")));
    BOOST_TEST(p.wait_for(5, is_poll));
    end.open();
    BOOST_TEST(agent_run.wait().code == 3);
    BOOST_TEST(text_at(parsed(p.seen(is_update).back().request.body), "/status") == "error");
}

BOOST_AUTO_TEST_CASE(
    a_step_that_has_ended_on_the_platform_stops_the_workload_as_a_cancel_does) {  // contract 9
    for (auto const* word : {"completed", "error", "cancelled"}) {
        scripted_platform p;
        p.to_reading = [&](auto const&) { return json_answer(p.list(word)); };
        process agent_run(p.run({quick}, shell("exec sleep 1000")));
        BOOST_TEST(agent_run.wait().code == 0);
        BOOST_TEST(text_at(parsed(p.seen(is_update).back().request.body), "/status") == "cancelled");
    }
}

BOOST_AUTO_TEST_CASE(orders_to_other_steps_and_attempts_are_not_ours) {  // contract 9
    scripted_platform p;
    p.to_poll = [](auto const&) {
        return json_answer(
            R"({"data":[{"name":"other","attempt_id":"first","status":"cancelling"},{"name":")" +
            std::string(step_name) + R"(","attempt_id":"zeroth","status":"cancelling"}]})");
    };
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({quick}, shell(end.pass() + "; exit 3")));
    BOOST_TEST(p.wait_for(5, is_poll));
    end.open();
    BOOST_TEST(agent_run.wait().code == 3);
}

BOOST_AUTO_TEST_CASE(of_a_job_that_was_deleted_only_the_end_is_still_told_and_once) {  // contract 2
    scripted_platform p;
    std::atomic<bool> gone = false;
    p.to_update = [&](auto const&) {
        return gone ? http_answer{404,
                                  R"({"detail":"Job step not found"})",
                                  {{"Content-Type", "application/json"}}}
                    : json_answer("{}");
    };
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({"--control-interval=1s"}, shell(end.pass() + "; exit 3")));
    BOOST_TEST(p.wait_for(2, is_update));
    gone = true;
    agent_run.wait_for_error("the job is not there any more");
    auto const updates = p.seen(is_update).size();
    auto const polls = p.seen(is_poll).size();
    // no heartbeat and no poll for two of their intervals
    std::this_thread::sleep_for(2500ms);
    BOOST_TEST(p.seen(is_update).size() == updates);
    BOOST_TEST(p.seen(is_poll).size() <= polls + 1);
    end.open();
    auto const ending = agent_run.wait();
    BOOST_TEST(ending.code == 3);
    BOOST_TEST(p.seen(is_update).size() == updates + 1);
    BOOST_TEST(text_at(parsed(p.seen(is_update).back().request.body), "/status") == "error");
}

// --- a pause that is left to the workload

BOOST_AUTO_TEST_CASE(the_pause_signal_comes_once_and_nothing_follows_before_the_deadline) {  // contract 9
    platform p({.pause_deadline = 60});
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(
        p.run({quick, "--stop-grace=100ms", "--pause-signal=USR1"},
              shell("trap 'echo usr1' USR1; trap 'echo term' TERM; echo ready; (trap '' USR1; " + end.pass() +
                    ") & job=$!; while kill -0 $job 2>/dev/null; do wait $job; done; exit 75")));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");
    p.pause();
    agent_run.wait_for_output("usr1\n");
    // well past the grace, and more looks at the step that is still pausing
    auto const polls = only(p.recorder().exchanges(), is_poll).size();
    BOOST_TEST(
        p.recorder().wait_until([&](auto const& all) { return only(all, is_poll).size() >= polls + 8; }));
    end.open();
    auto const ending = agent_run.wait();
    BOOST_TEST(ending.code == 75);
    BOOST_TEST(ending.out == "ready\nusr1\n");
    BOOST_TEST(p.task_status() == "paused");
}

BOOST_AUTO_TEST_CASE(with_the_newer_names_every_pause_is_left_to_the_workload) {  // platform-facts 4.3
    platform p;
    auto what = p.run({quick, "--stop-grace=100ms"},
                      shell("trap 'sleep 0.5; exit 75' TERM; echo ready; sleep 60 & wait"));
    what.env["NHX_JOBS_URL"] = what.env["NMP_JOBS_URL"];
    what.env.erase("NMP_JOBS_URL");
    process agent_run(what);
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");
    p.pause();
    BOOST_TEST(agent_run.wait().code == 75);
    BOOST_TEST(p.task_status() == "paused");
}

BOOST_AUTO_TEST_CASE(a_cancel_takes_the_place_of_a_pause) {  // platform-facts 3.1
    platform p({.pause_deadline = 60});
    process agent_run(p.run({quick, "--pause-signal=USR1"},
                            shell("trap 'echo usr1' USR1; echo ready; while :; do sleep 60 & wait; done")));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");
    p.pause();
    agent_run.wait_for_output("usr1\n");
    p.cancel();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_signal_from_outside_does_not_leave_a_pausing_workload_its_time) {  // contract 4
    for (bool const saves : {true, false}) {
        platform p({.pause_deadline = 60});
        std::string const on_term = saves ? "trap 'exit 75' TERM; " : "";
        process agent_run(p.run(
            {quick, "--pause-signal=USR1"},
            shell("trap 'echo usr1' USR1; " + on_term + "echo ready; while :; do sleep 60 & wait; done")));
        agent_run.wait_for_output("ready\n");
        BOOST_REQUIRE(p.wait_for_updates(1, "active"));
        p.set_step("active");
        p.pause();
        agent_run.wait_for_output("usr1\n");
        agent_run.signal(SIGTERM);
        BOOST_TEST(agent_run.wait().code == (saves ? 75 : 128 + SIGTERM));
        BOOST_TEST(p.task_status() == (saves ? "paused" : "error"));
        BOOST_TEST(text_at(p.task(), "/error_details/reason") == (saves ? "(none)" : "stopped_externally"));
    }
}

BOOST_AUTO_TEST_CASE(a_workload_that_has_read_the_pause_by_itself_is_paused_too) {  // contract 1
    for (bool const is_cooperative : {true, false}) {
        platform p(is_cooperative ? job_wishes{.pause_deadline = 60} : job_wishes{});
        temp_dir const folder;
        support::gate const end(folder / "end");
        process agent_run(p.run({"--control-interval=0"}, shell("echo ready; " + end.pass() + "; exit 75")));
        agent_run.wait_for_output("ready\n");
        BOOST_REQUIRE(p.wait_for_updates(1, "active"));
        BOOST_TEST(p.recorder().wait_until([](auto const& all) { return !only(all, is_reading).empty(); }));
        p.set_step("active");
        p.pause();
        end.open();
        BOOST_TEST(agent_run.wait().code == 75);
        BOOST_TEST(p.task_status() == (is_cooperative ? "paused" : "error"));
    }
}

BOOST_AUTO_TEST_CASE(
    a_workload_that_outlives_the_pause_deadline_is_killed_and_the_cause_says_so) {  // platform-facts 4.3
    platform p({.pause_deadline = 1});
    process agent_run(p.run({quick}, shell("trap '' TERM; echo ready; sleep 60")));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");
    p.pause();
    BOOST_TEST(agent_run.wait().code == 128 + SIGKILL);
    BOOST_TEST(text_at(p.task(), "/error_details/reason") == "timeout");
    BOOST_TEST(text_at(p.task(), "/error_details/message") ==
               "did not save and end within the pause deadline of 1s, and was killed");
}

// --- a step of our own

BOOST_AUTO_TEST_CASE(a_step_that_resumes_becomes_active_and_ends) {  // platform-facts 3.1
    platform p;
    p.set_step("active");
    p.pause();
    p.set_step("paused");
    p.server().call("POST", "/apis/jobs/v2/workspaces/default/jobs/" + p.job() + "/resume");
    BOOST_REQUIRE(p.step_status() == "resuming");
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({"--own-step"}, shell(end.pass())));
    BOOST_TEST(support::eventually([&] { return p.step_status() == "active"; }));
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.step_status() == "completed");
}

BOOST_AUTO_TEST_CASE(
    work_that_was_done_before_a_pause_was_noticed_completes_the_step_the_legal_way) {  // platform-facts 3.1
    platform p;
    temp_dir const folder;
    support::gate const end(folder / "end");
    process agent_run(p.run({"--own-step", "--control-interval=0"}, shell("echo ready; " + end.pass())));
    agent_run.wait_for_output("ready\n");
    BOOST_TEST(support::eventually([&] { return p.step_status() == "active"; }));
    BOOST_TEST(p.recorder().wait_until([](auto const& all) { return !only(all, is_reading).empty(); }));
    p.pause();
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "completed");
    BOOST_TEST(p.step_status() == "completed");
    std::string way;
    for (auto const& e : p.recorder().exchanges()) {
        if (e.request.method == "PATCH")
            way += text_at(parsed(e.request.body), "/status") + " " + std::to_string(e.status) + ", ";
    }
    BOOST_TEST(way == "active 200, completed 409, paused 200, active 200, completed 200, ");
}

BOOST_AUTO_TEST_CASE(
    a_step_that_is_being_cancelled_when_the_run_begins_is_not_made_active) {  // platform-facts 3.1
    platform p;
    p.set_step("active");
    p.cancel();
    process agent_run(p.run({"--own-step", quick}, shell("exec sleep 1000")));
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
    BOOST_TEST(p.step_status() == "cancelled");
}

BOOST_AUTO_TEST_SUITE_END()
