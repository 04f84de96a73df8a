// With a terminal the workload is its foreground group, as if there were no agent (contract 4).
#include "support/process_agent.hpp"

#include <pty.h>
#include <sys/ioctl.h>

using namespace support;

namespace {

// A terminal whose session leader is `helper job`: a shell with job control in small.
struct terminal : leaves_nothing {
    terminal() {
        int a = -1;
        int b = -1;
        if (::openpty(&a, &b, nullptr, nullptr, nullptr) != 0) throw std::runtime_error("openpty");
        master = descriptor(a);
        slave = descriptor(b);
        ::fcntl(a, F_SETFD, FD_CLOEXEC);
        ::fcntl(b, F_SETFD, FD_CLOEXEC);
    }

    // What runs as a job there; all three descriptors are the terminal.
    launch as_job(std::vector<std::string> command) {
        launch what;
        what.argv = {helper_path, "job", dir / "verdict"};
        what.argv.insert(what.argv.end(), command.begin(), command.end());
        what.fds = {slave.get(), slave.get(), slave.get()};
        what.before_exec = [] {
            ::setsid();
            ::ioctl(0, TIOCSCTTY, 0);
        };
        return what;
    }
    void type(std::string_view keys) const {
        BOOST_REQUIRE_EQUAL(::write(master.get(), keys.data(), keys.size()),
                            static_cast<ssize_t>(keys.size()));
    }

    temp_dir dir;
    descriptor master;
    descriptor slave;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(terminal_tests)

BOOST_FIXTURE_TEST_CASE(the_workload_reads_the_terminal_and_gets_its_ctrl_c, terminal) {
    child_process process(as_job({agent_path, "run", "--report-tail=off", "--", helper_path, "tty"}));
    collector output({master.get()});
    BOOST_REQUIRE(output.until_contains(0, "foreground 1"));
    type("hello there\n");
    BOOST_REQUIRE_MESSAGE(output.until_contains(0, "got hello there"), output.text(0));
    type("\x03");
    BOOST_REQUIRE_MESSAGE(output.until_contains(0, "interrupted by 2"), output.text(0));
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(read_file(dir / "verdict") == "7 ours\n");
}

BOOST_FIXTURE_TEST_CASE(a_key_that_kills_the_workload_ends_the_agent_like_it, terminal) {
    child_process process(as_job(
        {agent_path, "run", "--report-tail=off", "--", "/bin/sh", "-c", "echo ready; exec sleep 3600"}));
    collector output({master.get()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    type("\x03");
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(read_file(dir / "verdict") == "130 ours\n");
}

BOOST_FIXTURE_TEST_CASE(a_failed_start_leaves_the_terminal_where_it_was, terminal) {
    child_process process(as_job({agent_path, "run", "--", "/no/such/program"}));
    collector output({master.get()});
    BOOST_REQUIRE(output.until_contains(0, "/no/such/program"));
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(read_file(dir / "verdict") == "127 ours\n");
}

BOOST_AUTO_TEST_SUITE_END()
