// Signals: what reaches the workload's group, the ladder that ends a run, and the death of the agent
// (contract 4).
#include "support/process_agent.hpp"

using namespace support;

namespace {

// Two processes of one group that tell which signals they get; never stopped by the ladder of itself.
struct recorders : leaves_nothing {
    recorders()
        : process(shell_under_agent(helper_path + " signals a & exec " + helper_path + " signals b",
                                    {"--stop-grace=1h", "--stop-budget=2h", "--log=off"})),
          output({process.out()}) {
        BOOST_REQUIRE(output.until_contains(0, "a ready\n"));
        BOOST_REQUIRE(output.until_contains(0, "b ready\n"));
    }
    // A third SIGINT kills; two that come together are one.
    ~recorders() {
        auto const until = steady::now() + patience;
        do {
            ::kill(process.pid(), SIGINT);
        } while (!process.ends_within(20ms) && steady::now() < until);
    }
    [[nodiscard]] bool both_got(int number) {
        auto const text = ' ' + std::to_string(number) + '\n';
        return output.until_contains(0, "a" + text) && output.until_contains(0, "b" + text);
    }
    [[nodiscard]] std::size_t count(std::string const& line) const {
        std::size_t n = 0;
        for (auto at = output.text(0).find(line); at != std::string::npos;
             at = output.text(0).find(line, at + 1))
            ++n;
        return n;
    }

    child_process process;
    collector output;
};

launch stubborn(std::vector<std::string> const& options) {
    // the shell ignores what its children inherit ignored, so nothing of it ends by SIGTERM or SIGINT
    return shell_under_agent("trap '' TERM INT; echo ready; while :; do sleep 3600; done", options);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signal_tests)

BOOST_FIXTURE_TEST_CASE(every_signal_that_is_forwarded_reaches_the_whole_group, recorders) {
    std::vector<int> numbers = {SIGHUP,  SIGQUIT,  SIGUSR1, SIGUSR2, SIGALRM, SIGSTKFLT,
                                SIGCONT, SIGTSTP,  SIGURG,  SIGXCPU, SIGXFSZ, SIGVTALRM,
                                SIGPROF, SIGWINCH, SIGIO,   SIGPWR,  SIGTERM};
    for (int n = SIGRTMIN; n <= SIGRTMAX; ++n)
        numbers.push_back(n);
    for (int const number : numbers) {
        process.signal(number);
        BOOST_REQUIRE_MESSAGE(both_got(number), "signal " << number << " did not arrive");
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_not_forwarded_does_not_arrive, recorders) {
    // SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT are the agent's own crash, whoever sent them
    // (process.crash)
    for (int const number : {SIGCHLD, SIGPIPE, SIGTTIN, SIGTTOU, SIGTRAP, SIGSYS})
        process.signal(number);
    // the highest is read last
    process.signal(SIGRTMAX);
    BOOST_REQUIRE(both_got(SIGRTMAX));
    std::string const only = std::to_string(SIGRTMAX);
    std::istringstream lines(output.text(0));
    for (std::string name, what; lines >> name >> what;)
        BOOST_TEST((what == "ready" || what == only), name << " got signal " << what);
}

BOOST_FIXTURE_TEST_CASE(real_time_signals_are_not_coalesced, recorders) {
    for (int i = 0; i < 20; ++i)
        process.signal(SIGRTMIN + 5);
    process.signal(SIGRTMAX);
    BOOST_REQUIRE(both_got(SIGRTMAX));
    auto const line = ' ' + std::to_string(SIGRTMIN + 5) + '\n';
    BOOST_TEST(count("a" + line) == 20U);
    BOOST_TEST(count("b" + line) == 20U);
}

BOOST_FIXTURE_TEST_CASE(sigterm_comes_with_a_sigcont_and_a_second_one_is_forwarded_at_once, recorders) {
    process.signal(SIGTERM);
    BOOST_TEST(both_got(SIGTERM));
    BOOST_TEST(both_got(SIGCONT));
    process.signal(SIGTERM);  // within 2 s of the first: the same order again
    auto const line = ' ' + std::to_string(SIGTERM) + '\n';
    BOOST_TEST(output.until([&] { return count("a" + line) == 2 && count("b" + line) == 2; }));
}

BOOST_FIXTURE_TEST_CASE(a_stopped_workload_is_continued_to_end, leaves_nothing) {
    child_process process(
        shell_under_agent("trap 'echo ended; exit 3' TERM; echo $$; while :; do sleep 0.01; done",
                          {"--stop-grace=1h", "--stop-budget=2h", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "\n"));
    pid_t const workload = std::stoi(output.text(0));
    ::kill(workload, SIGSTOP);
    auto const until = steady::now() + patience;
    while (look_at(workload).state != 'T' && steady::now() < until)
        ::poll(nullptr, 0, 1);
    BOOST_REQUIRE_EQUAL(look_at(workload).state, 'T');
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(3));
    BOOST_TEST(output.text(0).ends_with("ended\n"));
}

BOOST_FIXTURE_TEST_CASE(who_ignores_sigterm_is_killed_after_the_grace, leaves_nothing) {
    child_process process(stubborn({"--stop-grace=300ms", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    auto const begin = steady::now();
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(128 + SIGKILL));
    auto const took = in_ms(steady::now() - begin);
    BOOST_TEST((took >= 290 && took < 3000), "the ladder took " << took << " ms");
}

BOOST_FIXTURE_TEST_CASE(the_kill_reaches_the_whole_group, leaves_nothing) {
    child_process process(
        shell_under_agent("trap '' TERM; for i in 1 2 3; do sleep 3600 & done; echo ready; wait",
                          {"--stop-grace=200ms", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(128 + SIGKILL));
}

BOOST_FIXTURE_TEST_CASE(a_sigterm_later_than_two_seconds_kills, leaves_nothing) {
    child_process process(stubborn({"--stop-grace=1h", "--stop-budget=2h", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    process.signal(SIGTERM);
    BOOST_TEST(!process.ends_within(2200ms));
    process.signal(SIGTERM);
    output.to_the_end(10s);
    BOOST_TEST(process.wait(10s).exited_with(128 + SIGKILL));
}

BOOST_FIXTURE_TEST_CASE(the_third_sigint_kills, leaves_nothing) {
    child_process process(
        under_agent({helper_path, "signals", "a"}, {"--stop-grace=1h", "--stop-budget=2h", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "a ready\n"));
    auto const count = [&] {
        std::size_t n = 0;
        for (auto at = output.text(0).find("a 2\n"); at != std::string::npos;
             at = output.text(0).find("a 2\n", at + 1))
            ++n;
        return n;
    };
    process.signal(SIGINT);
    BOOST_TEST(output.until([&] { return count() == 1; }));
    process.signal(SIGINT);
    BOOST_TEST(output.until([&] { return count() == 2; }));
    process.signal(SIGINT);
    output.to_the_end(10s);
    BOOST_TEST(process.wait(10s).exited_with(128 + SIGKILL));
}

BOOST_FIXTURE_TEST_CASE(sigquit_is_only_forwarded, leaves_nothing) {
    child_process process(under_agent({helper_path, "signals", "a"}, {"--stop-grace=100ms", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "a ready\n"));
    process.signal(SIGQUIT);
    BOOST_TEST(output.until_contains(0, "a 3\n"));
    BOOST_TEST(!process.ends_within(500ms));
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(128 + SIGKILL));
}

BOOST_FIXTURE_TEST_CASE(a_stop_before_the_start_stops_the_start, leaves_nothing) {
    for (int const number : {SIGTERM, SIGINT}) {
        temp_dir const dir;
        auto what = shell_under_agent("echo ran > " + (dir / "mark"), {"--log=off"});
        // pending and blocked across exec: it is there before the agent's first line
        what.before_exec = [number] {
            ::sigset_t one;
            ::sigemptyset(&one);
            ::sigaddset(&one, number);
            ::sigprocmask(SIG_BLOCK, &one, nullptr);
            ::raise(number);
        };
        auto const run = run_to_end(what);
        BOOST_TEST(run.end.exited_with(128 + number), run.end);
        BOOST_TEST(!std::filesystem::exists(dir / "mark"));
    }
}

BOOST_FIXTURE_TEST_CASE(another_signal_before_the_start_stops_nothing, leaves_nothing) {
    auto what = shell_under_agent("exit 6", {"--log=off"});
    what.before_exec = [] {
        ::sigset_t one;
        ::sigemptyset(&one);
        ::sigaddset(&one, SIGWINCH);
        ::sigprocmask(SIG_BLOCK, &one, nullptr);
        ::raise(SIGWINCH);
    };
    BOOST_TEST(run_to_end(what).end.exited_with(6));
}

BOOST_FIXTURE_TEST_CASE(the_workloads_own_answer_to_a_stop_is_the_exit_code, leaves_nothing) {
    for (int const code : {0, 3, 75}) {
        child_process process(shell_under_agent(
            "trap 'exit " + std::to_string(code) + "' TERM; echo ready; while :; do sleep 0.01; done",
            {"--log=off"}));
        collector output({process.out()});
        BOOST_REQUIRE(output.until_contains(0, "ready"));
        process.signal(SIGTERM);
        output.to_the_end();
        BOOST_TEST(process.wait().exited_with(code));
    }
}

BOOST_AUTO_TEST_CASE(when_the_agent_is_killed_the_workload_dies) {
    child_process process(shell_under_agent("echo $$; exec sleep 3600"));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "\n"));
    pid_t const workload = std::stoi(output.text(0));
    process.signal(SIGKILL);
    BOOST_TEST(process.wait().killed_by(SIGKILL));
    // it is ours now, if it had not died before the agent was gone
    auto const until = steady::now() + patience;
    ending end;
    pid_t got = 0;
    while ((got = ::waitpid(workload, &end.status, WNOHANG)) == 0 && steady::now() < until)
        ::poll(nullptr, 0, 1);
    BOOST_REQUIRE_EQUAL(got, workload);
    BOOST_TEST(end.killed_by(SIGKILL), end);
    nothing_is_left();
}

BOOST_AUTO_TEST_SUITE_END()
