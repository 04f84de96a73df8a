#include "task_agent/os/spawn.hpp"

#include "support/temp_dir.hpp"
#include "task_agent/os/pipe.hpp"
#include "task_agent/os/signals.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace os = task_agent::os;

namespace {

struct ended {
    std::string output;
    int wait_status = 0;
};

os::spawn_request request(std::vector<std::string> argv) {
    os::spawn_request r;
    r.argv = std::move(argv);
    r.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "MARK=here"};
    ::sigemptyset(&r.signal_mask);
    return r;
}

// Runs to the end and returns what it printed on stdout.
ended run(os::spawn_request r) {
    auto pipe = os::make_pipe();
    BOOST_REQUIRE(pipe.has_value());
    r.standard_fds[1] = pipe->write.get();
    auto const pid = os::spawn(r);
    BOOST_REQUIRE(pid.has_value());
    pipe->write.reset();
    ended e;
    std::array<char, 4096> buffer;
    for (ssize_t n = 0; (n = ::read(pipe->read.get(), buffer.data(), buffer.size())) > 0;) {
        e.output.append(buffer.data(), static_cast<std::size_t>(n));
    }
    ::waitpid(*pid, &e.wait_status, 0);
    return e;
}

bool has_no_children() {
    return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spawn_tests)

BOOST_AUTO_TEST_CASE(arguments_environment_and_exit_code_pass_through) {
    auto const e =
        run(request({"sh", "-c", "printf '%s|' \"$MARK\" \"$@\"; exit 42", "sh", "a b", "", "\xff"}));
    BOOST_TEST(e.output == "here|a b||\xff|");
    BOOST_TEST(WEXITSTATUS(e.wait_status) == 42);
}

BOOST_AUTO_TEST_CASE(a_program_that_is_not_there_says_so_without_a_zombie) {
    auto const failed = os::spawn(request({"no-such-program-here"}));
    BOOST_REQUIRE(!failed.has_value());
    BOOST_TEST((failed.error().step == os::spawn_step::exec));
    BOOST_TEST(failed.error().code.value() == ENOENT);
    BOOST_TEST(has_no_children());
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_run_is_named_even_when_later_folders_lack_it) {
    support::temp_dir dir;
    support::write_file(dir / "tool", "#!/bin/sh\n");
    auto r = request({"tool"});
    r.environment = {"PATH=" + dir.path() + ":/usr/bin"};
    auto const failed = os::spawn(r);
    BOOST_REQUIRE(!failed.has_value());
    BOOST_TEST(failed.error().code.value() == EACCES);
    BOOST_TEST(failed.error().path == dir / "tool");
}

BOOST_AUTO_TEST_CASE(a_later_folder_of_the_path_is_tried_after_one_that_may_not_be_run) {
    support::temp_dir first;
    support::temp_dir second;
    support::write_file(first / "tool", "#!/bin/sh\n");
    support::write_file(second / "tool", "#!/bin/sh\necho second\n", true);
    auto r = request({"tool"});
    r.environment = {"PATH=" + first.path() + ":" + second.path()};
    BOOST_TEST(run(r).output == "second\n");
}

BOOST_AUTO_TEST_CASE(a_working_directory_that_is_missing_is_the_step_that_failed) {
    auto r = request({"true"});
    r.working_directory = "/no/such/folder";
    auto const failed = os::spawn(r);
    BOOST_REQUIRE(!failed.has_value());
    BOOST_TEST((failed.error().step == os::spawn_step::directory));
    BOOST_TEST(failed.error().path == "/no/such/folder");
    BOOST_TEST(has_no_children());
}

BOOST_AUTO_TEST_CASE(the_child_gets_the_given_mask_while_the_agent_has_all_blocked) {
    auto const before = os::block_all_signals();
    auto r = request({"sh", "-c", "grep -E '^Sig(Blk|Ign)' /proc/self/status"});
    auto const e = run(r);
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    BOOST_TEST(e.output.find("SigBlk:\t0000000000000000") != std::string::npos, e.output);
}

BOOST_AUTO_TEST_CASE(sigchld_is_ignored_in_the_child_alone_where_asked) {
    auto r = request({"grep", "SigIgn", "/proc/self/status"});
    BOOST_TEST(run(r).output == "SigIgn:\t0000000000000000\n");
    r.ignore_child_ends = true;
    auto const e = run(r);
    BOOST_TEST(e.output == "SigIgn:\t0000000000010000\n");
    BOOST_TEST(WEXITSTATUS(e.wait_status) == 0);  // not thrown away here
}

BOOST_AUTO_TEST_CASE(no_descriptor_of_the_agent_leaks) {
    auto const list = [] { return run(request({"sh", "-c", "echo /proc/self/fd/*"})).output; };
    auto const before = list();  // what the test itself inherited
    auto const extra = os::make_pipe();
    task_agent::unique_fd const file(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    BOOST_TEST(list() == before);
}

BOOST_AUTO_TEST_CASE(a_session_or_a_group_of_its_own_is_made_before_the_program_runs) {
    auto r = request({"sh", "-c", "ps -o pid=,pgid=,sid= -p $$ | awk '{print ($1==$2) \" \" ($1==$3)}'"});
    r.group = os::child_group::own_session;
    BOOST_TEST(run(r).output == "1 1\n");
    r.group = os::child_group::own_group;
    BOOST_TEST(run(r).output == "1 0\n");
}

BOOST_AUTO_TEST_CASE(a_closed_stdin_stays_closed) {
    auto r = request({"sh", "-c", "[ -e /proc/self/fd/0 ] && echo open || echo closed"});
    r.standard_fds[0] = os::spawn_request::closed;
    BOOST_TEST(run(r).output == "closed\n");
}

BOOST_AUTO_TEST_CASE(the_child_dies_with_the_thread_that_started_it) {
    auto pipe = os::make_pipe();
    pid_t const middle = ::fork();
    if (middle == 0) {
        auto r = request({"sleep", "1000"});
        r.parent_death_signal = SIGKILL;
        auto const pid = os::spawn(r);
        pid_t const value = pid ? *pid : -1;
        (void)!::write(pipe->write.get(), &value, sizeof value);
        ::_exit(0);
    }
    pid_t orphan = -1;
    BOOST_REQUIRE(::read(pipe->read.get(), &orphan, sizeof orphan) == sizeof orphan);
    ::waitpid(middle, nullptr, 0);
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    bool alive = true;
    while (alive && std::chrono::steady_clock::now() < until) {
        alive =
            ::kill(orphan, 0) == 0 &&
            support::read_file("/proc/" + std::to_string(orphan) + "/stat").find(") Z ") == std::string::npos;
    }
    BOOST_TEST(!alive);
}

BOOST_AUTO_TEST_CASE(an_empty_entry_of_the_path_is_the_working_directory) {
    using list = std::vector<std::string>;
    BOOST_TEST((os::program_candidates("x", {"PATH=/a::/b"}) == list{"/a/x", "x", "/b/x"}));
    BOOST_TEST((os::program_candidates("./x", {"PATH=/a"}) == list{"./x"}));
    BOOST_TEST((os::program_candidates("x", {}) == list{"/bin/x", "/usr/bin/x"}));
}

BOOST_AUTO_TEST_SUITE_END()
