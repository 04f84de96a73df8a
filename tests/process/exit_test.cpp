// Exit codes and everything that a process inherits: the workload must not notice the agent (contract 1 and
// 4).
#include "support/process_agent.hpp"

#include <sys/stat.h>

#include <map>
#include <set>

using namespace support;

BOOST_FIXTURE_TEST_SUITE(exit_tests, leaves_nothing)

BOOST_AUTO_TEST_CASE(the_workloads_exit_code_is_the_agents) {
    for (int const code : {0,   1,   2,   3,   7,   42,  63,  64,  75,  99,  100, 124,
                           125, 126, 127, 128, 129, 130, 137, 143, 200, 254, 255}) {
        auto const run = run_to_end(shell_under_agent("exit " + std::to_string(code)));
        BOOST_TEST(run.end.exited_with(code), "exit " << code << ": " << run.end);
        BOOST_TEST(run.out == "");
        BOOST_TEST(run.err == "", "exit " << code << " printed " << run.err);
    }
}

BOOST_AUTO_TEST_CASE(killed_by_signal_n_is_128_plus_n) {
    for (int const number :
         {SIGHUP,  SIGINT,  SIGQUIT, SIGILL, SIGABRT, SIGFPE,  SIGKILL, SIGUSR1,  SIGSEGV,      SIGUSR2,
          SIGPIPE, SIGALRM, SIGTERM, SIGBUS, SIGSYS,  SIGTRAP, SIGXCPU, SIGRTMIN, SIGRTMIN + 3, SIGRTMAX}) {
        auto const run = run_to_end(under_agent({helper_path, "kill", std::to_string(number)}));
        BOOST_TEST(run.end.exited_with(128 + number), "signal " << number << ": " << run.end);
        BOOST_TEST(run.err == "");
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_started_is_127_or_126_and_said_in_one_sentence) {
    temp_dir const dir;
    write_file(dir / "no-permission", "#!/bin/sh\n");
    write_file(dir / "no-interpreter", "#!/no/such/interpreter\n", true);
    struct expected {
        std::string program;
        int code;
        std::string named;
    };
    for (auto const& e :
         {expected{"no-such-program-at-all", 127, "no-such-program-at-all"},
          expected{dir / "absent", 127, "absent"}, expected{dir / "no-permission", 126, "no-permission"},
          expected{dir / "no-interpreter", 127, "/no/such/interpreter"},
          expected{dir.path(), 126, dir.path()}}) {
        auto const run = run_to_end(under_agent({e.program}));
        BOOST_TEST(
            (run.end.exited_with(e.code) || (e.named == "/no/such/interpreter" && run.end.exited_with(127))),
            e.program << ": " << run.end);
        BOOST_TEST(run.err.starts_with("task-agent: "), run.err);
        BOOST_TEST(run.err.find(e.named) != std::string::npos, run.err);
        BOOST_TEST(std::count(run.err.begin(), run.err.end(), '\n') == 1, run.err);
        BOOST_TEST(run.out == "");
    }
}

BOOST_AUTO_TEST_CASE(stdin_passes_to_its_end) {
    temp_dir const dir;
    std::string input(300'000, '\0');
    for (std::size_t i = 0; i < input.size(); ++i)
        input[i] = static_cast<char>(i * 31 % 256);
    write_file(dir / "input", input);
    auto const file = open_file(dir / "input", O_RDONLY);
    auto what = under_agent({"cat"});
    what.fds[0] = file.get();
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(0), run.end);
    BOOST_TEST((run.out == input), "cat gave " << run.out.size() << " bytes of " << input.size());
}

BOOST_AUTO_TEST_CASE(a_pipe_as_stdin_ends_when_its_writer_goes) {
    auto pipe = make_pipe();
    auto what = under_agent({"cat"});
    what.fds[0] = pipe.read.get();
    child_process process(what);
    pipe.read.close();
    collector output({process.out()});
    BOOST_REQUIRE(::write(pipe.write.get(), "one\n", 4) == 4);
    BOOST_TEST(output.until_contains(0, "one\n"));
    pipe.write.close();
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(0));
}

namespace {

// What `helper state` says of a process: each word with its values.
std::multimap<std::string, std::string> state_of(std::string const& text) {
    std::multimap<std::string, std::string> result;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        auto const gap = line.find_first_of(" \t");
        result.emplace(line.substr(0, gap), gap == std::string::npos ? "" : line.substr(gap + 1));
    }
    return result;
}
std::string one(std::multimap<std::string, std::string> const& state, std::string const& key) {
    BOOST_REQUIRE_MESSAGE(state.count(key) == 1, "not once: " << key);
    return state.find(key)->second;
}

std::uint64_t bit(int signal) {
    return std::uint64_t{1} << static_cast<unsigned>(signal - 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_closed_stdin_stays_closed) {
    auto what = under_agent({helper_path, "state"});
    what.fds[0] = launch::closed;
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(0), run.end);
    BOOST_TEST(one(state_of(run.out), "fds") == "1 2");
}

BOOST_AUTO_TEST_CASE(a_closed_stdout_or_stderr_stays_closed) {
    temp_dir const dir;
    auto what = under_agent({"/bin/sh", "-c",
                             "ls -l /proc/self/fd > " + (dir / "fds") + "; readlink /proc/$$/fd/1 >> " +
                                 (dir / "fds") + "; echo to-stderr >&2; exit 4"});
    what.fds[1] = launch::closed;
    auto run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.err == "to-stderr\n");
    BOOST_TEST(read_file(dir / "fds").find("pipe:") != std::string::npos);  // stderr

    auto other = under_agent({helper_path, "state"});
    other.fds[2] = launch::closed;
    run = run_to_end(other);
    BOOST_TEST(run.end.exited_with(0), run.end);
    BOOST_TEST(one(state_of(run.out), "fds") == "0 1");
}

BOOST_AUTO_TEST_CASE(all_three_closed_is_no_reason_to_fail) {
    temp_dir const dir;
    auto what = shell_under_agent("echo ran > " + (dir / "mark") + "; exit 9");
    what.fds = {launch::closed, launch::closed, launch::closed};
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(9), run.end);
    BOOST_TEST(read_file(dir / "mark") == "ran\n");
}

BOOST_AUTO_TEST_CASE(only_the_three_descriptors_and_what_was_inherited_are_open) {
    auto const run = run_to_end(under_agent({helper_path, "state"}));
    BOOST_TEST(one(state_of(run.out), "fds") == "0 1 2");

    auto pipe = make_pipe();
    auto what = under_agent({helper_path, "state"});
    what.before_exec = [&] {
        ::dup2(pipe.write.get(), 3);
        ::dup2(pipe.write.get(), 9);
        ::dup2(pipe.write.get(), 63);
    };
    auto const inherited = run_to_end(what);
    BOOST_TEST(one(state_of(inherited.out), "fds") == "0 1 2 3 9 63");
}

BOOST_AUTO_TEST_CASE(a_reporting_agent_keeps_its_sockets_to_itself_too) {
    // nobody answers there; the workload runs all the same
    auto const run = run_to_end(
        under_agent({helper_path, "state"}, {"--jobs-url=http://127.0.0.1:9", "--workspace=w", "--job=j",
                                             "--step=s", "--task=t", "--final-timeout=100ms", "--log=off"}));
    BOOST_TEST(one(state_of(run.out), "fds") == "0 1 2");
    BOOST_TEST(run.end.exited_with(0), run.end);
}

BOOST_AUTO_TEST_CASE(signals_are_ignored_and_blocked_as_they_were) {
    auto plain = under_agent({helper_path, "state"});
    plain.before_exec = [] {
        ::sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        for (int n = 1; n < 65; ++n)
            ::signal(n, SIG_DFL);
    };
    auto const before = state_of(run_to_end(plain).out);
    BOOST_TEST(std::stoull(one(before, "SigBlk:"), nullptr, 16) == 0U);
    BOOST_TEST(std::stoull(one(before, "SigIgn:"), nullptr, 16) == 0U);

    auto nohup = under_agent({helper_path, "state"});
    nohup.before_exec = [] {
        ::sigset_t some;
        ::sigemptyset(&some);
        ::sigaddset(&some, SIGUSR2);
        ::sigaddset(&some, SIGALRM);
        ::sigaddset(&some, SIGRTMAX);
        ::sigprocmask(SIG_SETMASK, &some, nullptr);
        for (int n = 1; n < 65; ++n)
            ::signal(n, SIG_DFL);
        ::signal(SIGHUP, SIG_IGN);
        ::signal(SIGPIPE, SIG_IGN);
        ::signal(SIGINT, SIG_IGN);
    };
    auto const after = state_of(run_to_end(nohup).out);
    BOOST_TEST(std::stoull(one(after, "SigBlk:"), nullptr, 16) ==
               (bit(SIGUSR2) | bit(SIGALRM) | bit(SIGRTMAX)));
    BOOST_TEST(std::stoull(one(after, "SigIgn:"), nullptr, 16) == (bit(SIGHUP) | bit(SIGPIPE) | bit(SIGINT)));
}

BOOST_AUTO_TEST_CASE(an_ignored_sigchld_costs_neither_exit_code_nor_descendants) {
    // the kernel reaps the children of who ignores SIGCHLD by itself: their verdicts would be lost (wait(2))
    auto what = shell_under_agent("(true &); exit 5");
    what.before_exec = [] { ::signal(SIGCHLD, SIG_IGN); };
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(5), run.end);
    BOOST_TEST(run.err == "");
}

BOOST_AUTO_TEST_CASE(umask_folder_arguments_and_environment_pass_byte_by_byte) {
    temp_dir const dir;
    auto what = under_agent({helper_path, "state", "", "--stop-grace=1s", "--", "two\nlines",
                             "\xff\xfe not utf-8", "$(x) 'y' \"z\" \\"});
    what.environment.emplace_back("PLAIN=value with spaces");
    what.environment.emplace_back("BYTES=\xff\x01\n\t=");
    what.environment.emplace_back("EMPTY=");
    what.environment.emplace_back(
        "TASK_AGENT_STOP_GRACE=3s");  // ours: does not reach the workload (contract 1)
    what.before_exec = [&] {
        ::umask(0137);
        if (::chdir(dir.path().c_str()) != 0) ::_exit(95);
    };
    auto const run = run_to_end(what);
    BOOST_REQUIRE(run.end.exited_with(0));
    auto const state = state_of(run.out);
    BOOST_TEST(one(state, "umask") == "137");
    BOOST_TEST(one(state, "cwd") == std::filesystem::canonical(dir.path()).string());
    BOOST_TEST(one(state, "group") == "1 session 1");  // no terminal: a session of its own

    auto const hex = [](std::string const& text) {
        std::ostringstream to;
        for (unsigned char const c : text)
            to << "0123456789abcdef"[c >> 4U] << "0123456789abcdef"[c & 15U];
        return to.str();
    };
    std::vector<std::string> arguments;
    auto const [first, last] = state.equal_range("arg");
    for (auto at = first; at != last; ++at)
        arguments.push_back(at->second);
    std::vector<std::string> wanted;
    for (std::size_t i = 5; i < what.argv.size(); ++i)  // behind: AGENT run -- HELPER state
        wanted.push_back(hex(what.argv[i]));
    BOOST_TEST(arguments == wanted, boost::test_tools::per_element());

    std::set<std::string> environment;
    auto const [from, to] = state.equal_range("env");
    for (auto at = from; at != to; ++at)
        environment.insert(at->second);
    for (auto const& entry : what.environment) {
        bool const is_ours = entry.starts_with("TASK_AGENT_");
        BOOST_TEST(environment.count(hex(entry)) == (is_ours ? 0U : 1U), entry);
    }
}

BOOST_AUTO_TEST_SUITE_END()
