// The state dir: ends that could not be delivered, agents that were killed, disks that are full, read-only or
// hang (contract 6).
#include "support/seed.hpp"

#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <memory>
#include <thread>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::closed_port;
using support::gate;
using support::http_answer;
using support::http_request;
using support::process;
using support::steady;
using support::temp_dir;
using answered = std::optional<http_answer>;

support::command against(platform const& p, std::string const& url, std::vector<std::string> const& options,
                         std::vector<std::string> const& workload) {
    auto made = p.run(options, workload);
    made.env["NMP_JOBS_URL"] = url;
    return made;
}

support::command flush_of(platform const& p, std::string const& dir, std::vector<std::string> more = {}) {
    support::command made{{agent(), "flush", "--state-dir", dir}, p.env()};
    made.argv.insert(made.argv.end(), more.begin(), more.end());
    return made;
}

std::vector<std::string> statuses(platform const& p) {
    std::vector<std::string> all;
    for (auto const& update : p.updates())
        all.push_back(text_at(update, "/status"));
    return all;
}

std::string status_of(http_request const& request) {
    return request.method == "PUT" ? text_at(parsed(request.body), "/status") : std::string();
}

std::size_t lines_with(std::string const& text, std::string_view what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

// An agent that had nobody to report to.
void leave_undelivered(platform const& p, std::string const& dir, std::string const& script,
                       std::string const& attempt = {}) {
    closed_port const nobody;
    auto what = against(p, nobody.url(), {"--state-dir", dir, "--final-timeout", "200ms"}, shell(script));
    if (!attempt.empty()) what.env["NEMO_JOB_ATTEMPT_ID"] = attempt;
    (void)support::run(what);
}

// What is mounted for one test; without the right to mount there is none.
class mounted {
public:
    mounted(std::string path, char const* type, unsigned long flags, std::string const& options)
        : path_(std::move(path)) {
        std::filesystem::create_directories(path_);
        is_there_ = ::mount("none", path_.c_str(), type, flags, options.c_str()) == 0;
        if (!is_there_) BOOST_TEST_MESSAGE("SKIPPED: cannot mount " << type << " here (are you root?)");
    }
    mounted(mounted const&) = delete;
    mounted& operator=(mounted const&) = delete;
    ~mounted() {
        if (is_there_) ::umount2(path_.c_str(), MNT_DETACH);
    }
    explicit operator bool() const { return is_there_; }

private:
    std::string path_;
    bool is_there_ = false;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_tests)

BOOST_AUTO_TEST_CASE(an_end_that_nobody_took_is_kept_and_flush_delivers_exactly_it) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "echo the cause >&2; exit 7");
    BOOST_TEST(p.updates().empty());

    auto const flushed = support::run(flush_of(p, dir));
    BOOST_TEST(flushed.code == 0);
    BOOST_TEST(flushed.err == "");
    BOOST_TEST(lines_with(flushed.out, "delivered: error of " + p.job()) == 1U, flushed.out);
    BOOST_TEST(statuses(p) == std::vector<std::string>{"error"}, boost::test_tools::per_element());
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/error_details/exit_code") == "7");
    BOOST_TEST(text_at(task, "/error_details/reason") == "exit_code");
    BOOST_TEST(text_at(task, "/error_stack").find("the cause") != std::string::npos);
    BOOST_TEST(text_at(task, "/status_details/error_report/details/exit_code") == "7");
    BOOST_TEST(text_at(task, "/status_details/agent/seq") != "(none)");

    auto const again = support::run(flush_of(p, dir));
    BOOST_TEST(again.code == 0);
    BOOST_TEST(again.out == "nothing to deliver in " + dir + "\n");
    BOOST_TEST(p.updates().size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_next_run_sends_the_old_end_before_its_active) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "exit 7");
    gate const hold(folder / "gate");
    process next(p.run({"--state-dir", dir}, shell(hold.pass())));
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    BOOST_TEST(p.task_status() == "active");
    hold.open();
    auto const end = next.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    auto const sent = statuses(p);
    BOOST_REQUIRE(sent.size() >= 3U);
    BOOST_TEST(sent.front() == "error");
    BOOST_TEST(sent[1] == "active");
    BOOST_TEST(sent.back() == "completed");
    BOOST_TEST(std::count(sent.begin(), sent.end(), "error") == 1);
    BOOST_TEST(support::run(flush_of(p, dir)).out == "nothing to deliver in " + dir + "\n");
}

BOOST_AUTO_TEST_CASE(the_platforms_storage_is_the_place_when_none_is_named) {
    platform p;
    temp_dir folder;
    auto what = p.run({}, {"true"});
    what.env["NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH"] = folder.path();
    auto end = support::run(what);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    struct ::stat facts {};
    BOOST_REQUIRE(::stat((folder / ".task-agent/journal").c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 07777) == 0600U);
    BOOST_TEST(facts.st_size > 0);
    BOOST_REQUIRE(::stat((folder / ".task-agent").c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 07777) == 0700U);

    // a storage that is not there is not the agent's to make, and nothing to talk about
    what.env["NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH"] = folder / "absent";
    end = support::run(what);
    BOOST_TEST(end.err == "");
    BOOST_TEST(!std::filesystem::exists(folder / "absent"));
}

BOOST_AUTO_TEST_CASE(another_attempts_end_is_never_sent_and_flush_says_so) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "exit 7", "attempt-one");
    auto const end = support::run(p.run({"--state-dir", dir}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    auto const flushed = support::run(flush_of(p, dir));
    BOOST_TEST(flushed.code == 0);
    BOOST_TEST(lines_with(flushed.out, "\n") == 1U);
    BOOST_TEST(flushed.out.find("not sent: error of ") == 0U, flushed.out);
    BOOST_TEST(flushed.out.find("attempt attempt-one") != std::string::npos, flushed.out);
    auto const sent = statuses(p);
    BOOST_TEST(std::count(sent.begin(), sent.end(), "error") == 0);
    BOOST_TEST(sent.back() == "completed");
}

BOOST_AUTO_TEST_CASE(a_pause_that_was_not_delivered_is_dropped) {
    platform p;
    p.instead = [](http_request const& request) -> answered {
        if (status_of(request) != "paused") return std::nullopt;
        return http_answer{503, "{}", {}};
    };
    temp_dir folder;
    auto const dir = folder / "state";
    process paused(p.run({"--state-dir", dir, "--final-timeout", "500ms", "--control-interval", "100ms"},
                         shell("echo ready; exec sleep 60")));
    paused.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");
    p.set_step("pausing");
    BOOST_TEST(paused.wait().code == 0);

    auto const flushed = support::run(flush_of(p, dir));
    BOOST_TEST(flushed.code == 0);
    BOOST_TEST(flushed.out.find("not sent: paused of ") == 0U, flushed.out);

    p.instead = nullptr;
    p.set_step("paused");
    p.set_step("active");
    auto const resumed = support::run(p.run({"--state-dir", dir, "--control-interval", "0"}, {"true"}));
    BOOST_TEST(resumed.code == 0);
    auto const sent = statuses(p);
    BOOST_TEST(std::count(sent.begin(), sent.end(), "paused") == 0);
    BOOST_TEST(support::run(flush_of(p, dir)).out == "nothing to deliver in " + dir + "\n");
}

// The platform takes anything but the old end: it holds up neither the new one nor the exit.
BOOST_AUTO_TEST_CASE(an_old_end_that_is_not_taken_gives_way_to_the_new_one) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "exit 7");
    p.instead = [](http_request const& request) -> answered {
        if (status_of(request) != "error") return std::nullopt;
        return http_answer{503, "{}", {}};
    };
    auto const end = support::run(p.run({"--state-dir", dir, "--final-timeout", "8s"}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.took < 6s);  // half of it
    BOOST_TEST(p.task_status() == "completed");
    p.instead = nullptr;
    BOOST_TEST(support::run(flush_of(p, dir)).out == "nothing to deliver in " + dir + "\n");
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(what_the_platform_still_does_not_take_is_kept_and_flush_exits_with_1) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "exit 7");
    closed_port const nobody;
    auto what = flush_of(p, dir, {"--final-timeout", "200ms"});
    what.env["NMP_JOBS_URL"] = nobody.url();
    auto const failed = support::run(what);
    BOOST_TEST(failed.code == 1);
    BOOST_TEST(failed.out.find("not delivered: error of ") == 0U, failed.out);
    BOOST_TEST(support::run(flush_of(p, dir)).code == 0);
    BOOST_TEST(p.task_status() == "error");
}

BOOST_AUTO_TEST_CASE(a_second_agent_runs_without_and_flush_waits_for_nobody) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    gate const hold(folder / "gate");
    process first(p.run({"--state-dir", dir}, shell(hold.pass())));
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));  // after its journal was opened
    auto const quiet = support::run(p.run({"--state-dir", dir}, shell("echo beside; exit 4")));
    BOOST_TEST(quiet.code == 4);
    BOOST_TEST(quiet.out == "beside\n");
    BOOST_TEST(lines_with(quiet.err, "state dir") == 0U, quiet.err);
    auto const talking = support::run(p.run({"--state-dir", dir, "--log-level", "info"}, {"true"}));
    BOOST_TEST(lines_with(talking.err, dir + " is in use by another agent") == 1U, talking.err);
    auto const flushed = support::run(flush_of(p, dir));
    BOOST_TEST(flushed.code == 1);
    BOOST_TEST(flushed.err.find("in use by an agent that runs") != std::string::npos);
    hold.open();
    BOOST_TEST(first.wait().code == 0);
}

BOOST_AUTO_TEST_CASE(flush_names_what_is_missing_in_its_call) {
    platform p;
    auto const code_and_error = [](support::command const& what) {
        auto const end = support::run(what);
        BOOST_TEST(end.code == 125);
        return end.err;
    };
    support::command bare{{agent(), "flush"}, p.env()};
    BOOST_TEST(code_and_error(bare).find("--state-dir") != std::string::npos);
    for (char const* name : {"NMP_JOBS_URL", "NEMO_JOB_WORKSPACE", "NEMO_JOB_ID"}) {
        auto what = flush_of(p, "/nowhere");
        what.env.erase(name);
        BOOST_TEST(code_and_error(what).find(name) != std::string::npos);
    }
    BOOST_TEST(code_and_error(flush_of(p, "/nowhere", {"operand"})) != "");
    auto const absent = support::run(flush_of(p, "/nowhere/at/all"));
    BOOST_TEST(absent.code == 0);
    BOOST_TEST(absent.out == "nothing to deliver: there is no /nowhere/at/all\n");
    BOOST_TEST(!std::filesystem::exists("/nowhere"));
}

BOOST_AUTO_TEST_CASE(an_agent_that_was_killed_is_reported_by_the_next_run) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    process killed(p.run({"--state-dir", dir}, shell("echo ready; exec sleep 60")));
    killed.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    killed.signal(SIGKILL);
    BOOST_TEST(killed.wait().signal == SIGKILL);
    BOOST_TEST(p.task_status() == "active");

    BOOST_TEST(support::run(p.run({"--state-dir", dir}, {"true"})).code == 0);
    auto const updates = p.updates();
    auto const report = std::find_if(updates.begin(), updates.end(),
                                     [](auto const& u) { return text_at(u, "/status") == "error"; });
    BOOST_REQUIRE((report != updates.end()));
    BOOST_TEST(text_at(*report, "/error_details/reason") == "agent_failed");
    BOOST_TEST(text_at(*report, "/error_details/message") ==
               "the agent was killed: how the command ended is not known");
    BOOST_TEST(text_at(*report, "/status_details/error_report/details/reason") == "agent_failed");
    BOOST_TEST(p.task_status() == "completed");
}

// Whenever an agent is killed: what the platform holds in the end is true.
BOOST_AUTO_TEST_CASE(an_agent_killed_at_any_moment_leaves_a_true_end) {
    auto engine = support::seeded_engine();
    std::map<std::string, int> seen;
    for (int round = 0; round < 30; ++round) {
        platform p;
        temp_dir folder;
        auto const dir = folder / "state";
        auto const after = std::chrono::microseconds(engine() % 120'000);
        process killed(p.run({"--state-dir", dir, "--control-interval", "0"}, shell("sleep 0.05; exit 3")));
        std::this_thread::sleep_for(after);  // the random moment is the test
        if (!killed.has_ended()) killed.signal(SIGKILL);
        auto const end = killed.wait();
        auto const flushed = support::run(flush_of(p, dir));
        BOOST_TEST_CONTEXT("round " << round << ", killed after " << after.count()
                                    << " us, flush said: " << flushed.out << flushed.err) {
            BOOST_TEST(flushed.code == 0);
            if (p.updates().empty()) {
                // not even begun: the platform heard nothing that could have become untrue
                BOOST_TEST(flushed.out.find("nothing to deliver") == 0U);
                ++seen["nothing"];
                continue;
            }
            BOOST_TEST(p.task_status() == "error");
            auto const reason = text_at(p.task(), "/error_details/reason");
            BOOST_TEST((reason == "exit_code" || reason == "agent_failed"), reason);
            if (reason == "exit_code") BOOST_TEST(text_at(p.task(), "/error_details/exit_code") == "3");
            ++seen[end.signal == SIGKILL ? "killed, " + reason : "ended, " + reason];
        }
    }
    for (auto const& [what, count] : seen)
        BOOST_TEST_MESSAGE(count << " x " << what);
}

BOOST_AUTO_TEST_CASE(a_disk_that_takes_nothing_costs_one_warning_and_nothing_else) {
    platform p;
    temp_dir folder;
    auto const check = [&](std::string const& dir, std::string const& why) {
        auto const end = support::run(
            p.run({"--state-dir", dir, "--report-tail", "off"}, shell("echo out; echo err >&2; exit 5")));
        BOOST_TEST_CONTEXT(end.err) {
            BOOST_TEST(end.code == 5);
            BOOST_TEST(end.out == "out\n");
            BOOST_TEST(lines_with(end.err, "err\n") == 1U);
            BOOST_TEST(lines_with(end.err, "task-agent: ") == 1U);
            BOOST_TEST(lines_with(end.err, why) == 1U);
            BOOST_TEST(p.task_status() == "error");
        }
    };
    {
        mounted const read_only(folder / "read-only", "tmpfs", MS_RDONLY, "size=1m");
        if (read_only) check(folder / "read-only/state", "Read-only file system");
        if (read_only) check(folder / "read-only", "Read-only file system");
    }
    {
        mounted const full(folder / "full", "tmpfs", 0, "size=64k,mode=700");
        if (full) {
            std::filesystem::create_directory(folder / "full/state");
            support::write_file(folder / "full/state/lock", "");
            support::write_file(folder / "full/filler", std::string(1 << 20, 'x'));
            check(folder / "full/state", "No space left on device");
            BOOST_TEST(std::filesystem::file_size(folder / "full/state/journal") == 0U);
        }
    }
    support::write_file(folder / "file", "");
    check(folder / "file", "Not a directory");
}

// A file server that never answers: a FUSE mount whose other side nobody reads.
BOOST_AUTO_TEST_CASE(a_disk_that_hangs_stops_neither_heartbeats_nor_the_exit) {
    job_wishes wishes;
    wishes.staleness_timeout = 3;  // a heartbeat a second
    platform p(wishes);
    temp_dir folder;
    task_agent::unique_fd const device(::open("/dev/fuse", O_RDWR | O_CLOEXEC));
    if (!device) {
        BOOST_TEST_MESSAGE("SKIPPED: no /dev/fuse to be opened here");
        return;
    }
    mounted const hanging(folder / "hanging", "fuse", 0,
                          "fd=" + std::to_string(device.get()) + ",rootmode=40000,user_id=0,group_id=0");
    if (!hanging) return;
    gate const hold(folder / "gate");
    // the leak checker of a checked build waits for every thread, also for the one that hangs
    auto const with_hanging = [&](std::string const& script) {
        auto made = p.run({"--state-dir", folder / "hanging/state", "--final-timeout", "5s"}, shell(script));
        made.env["ASAN_OPTIONS"] = "detect_leaks=0";
        return made;
    };
    process agent_run(with_hanging("echo at once; " + hold.pass() + "; exit 5"));
    agent_run.wait_for_output("at once\n");
    // more than the patience of five seconds
    BOOST_REQUIRE(p.wait_for_updates(8, "active"));
    agent_run.wait_for_error("does not answer");
    auto const began = steady::now();
    hold.open();
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 5);
    BOOST_TEST((steady::now() - began < 3s));
    BOOST_TEST(lines_with(end.err, "does not answer") == 1U);
    BOOST_TEST(p.task_status() == "error");

    // a run that ends before anybody has given the disk up
    auto const short_run = support::run(with_hanging("exit 6"));
    BOOST_TEST(short_run.code == 6);
    BOOST_TEST(short_run.took < 5s);
    BOOST_TEST(p.task_status() == "error");
}

BOOST_AUTO_TEST_CASE(a_stop_is_recorded_and_told_when_the_agent_is_killed_in_it) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    process killed(p.run({"--state-dir", dir},
                         shell("trap 'echo asked' TERM; echo ready; while :; do sleep 0.1; done")));
    killed.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    killed.signal(SIGTERM);
    killed.wait_for_output("asked\n");
    auto const journal = [&] { return support::read_file(dir + "/journal"); };
    auto const until = steady::now() + 10s;
    while (journal().find("stop_asked") == std::string::npos && steady::now() < until)
        std::this_thread::yield();
    killed.signal(SIGKILL);
    killed.wait();
    BOOST_TEST(support::run(flush_of(p, dir)).code == 0);
    BOOST_TEST(
        text_at(p.task(), "/error_details/message") ==
        "the agent was killed while it stopped the command (SIGTERM): how the command ended is not known");
}

BOOST_AUTO_TEST_CASE(the_command_is_not_in_the_journal_of_a_run_that_went_well) {
    platform p;
    temp_dir folder;
    auto const dir = folder / "state";
    leave_undelivered(p, dir, "true a-word-of-the-command");
    auto const text = support::read_file(dir + "/journal");
    BOOST_TEST(text.find("run_started") != std::string::npos);
    // the command line may hold anything: only the report of a failure has it
    BOOST_TEST(text.find("a-word-of-the-command") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
