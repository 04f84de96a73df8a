// The workload's streams pass through byte for byte, and nothing of the agent's ever lands inside them
// (contract 5; contract 4, leftovers).
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <chrono>
#include <future>
#include <random>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::gate;
using support::process;
using support::temp_dir;

std::string random_bytes(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::string bytes(count, '\0');
    std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
    return bytes;
}

support::command plain(std::vector<std::string> const& options, std::vector<std::string> const& workload) {
    support::command made{{agent(), "run"}, plain_environment()};
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    made.argv.emplace_back("--");
    made.argv.insert(made.argv.end(), workload.begin(), workload.end());
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(output_tests)

BOOST_AUTO_TEST_CASE(megabytes_of_any_bytes_pass_unchanged_on_both_streams) {  // contract 5
    auto const seed = std::random_device()();
    BOOST_TEST_MESSAGE("seed " << seed);
    platform p;
    temp_dir folder;
    auto const out = random_bytes(6 << 20, seed);
    auto const err = random_bytes(3 << 20, seed + 1);
    support::write_file(folder / "out", out);
    support::write_file(folder / "err", err);
    auto const end = support::run(
        p.run({}, shell("cat " + (folder / "err") + " >&2 & cat " + (folder / "out") + "; wait")));
    BOOST_TEST(end.code == 0);
    BOOST_TEST((end.out == out));
    BOOST_TEST((end.err == err));
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(one_line_of_megabytes_without_an_end_passes) {  // contract 5: lines of any length
    auto const end = support::run(plain({}, shell("head -c 5000000 /dev/zero | tr '\\0' x")));
    BOOST_TEST(end.code == 0);
    BOOST_TEST((end.out == std::string(5000000, 'x')));
    BOOST_TEST(end.err == "");
}

BOOST_AUTO_TEST_CASE(stdin_directory_and_mask_pass_through) {  // contract 4
    temp_dir folder;
    auto what = plain({}, shell("cat; pwd; umask"));
    what.input = "from stdin\n";
    what.directory = folder.path();
    auto const end = support::run(what);
    auto const mask = support::run({{"/bin/sh", "-c", "umask"}, plain_environment()}).out;
    BOOST_TEST(end.out == "from stdin\n" + folder.path() + "\n" + mask);
}

BOOST_AUTO_TEST_CASE(a_message_of_the_agent_waits_for_the_end_of_the_workloads_line) {  // contract 5
    std::promise<void> half_seen;
    auto const seen = half_seen.get_future().share();
    platform p;
    p.instead = [seen](support::http_request const& request) -> std::optional<support::http_answer> {
        if (request.method != "PUT") return std::nullopt;
        seen.wait();
        return support::http_answer{400, R"({"detail":"no"})", {}};
    };
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(
        p.run({}, shell("printf 'half ' >&2; " + hold.pass() + "; echo 'a line' >&2; " + hold.pass())));
    agent_run.wait_for_error("half ");
    half_seen.set_value();
    BOOST_REQUIRE(p.recorder().wait_until([](auto const& all) {
        return std::any_of(all.begin(), all.end(), [](auto const& e) { return e.status == 400; });
    }));
    hold.open();
    agent_run.wait_for_error("task-agent: ");
    BOOST_TEST(agent_run.err().substr(0, 24) == "half a line\ntask-agent: ");
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);
}

BOOST_AUTO_TEST_CASE(closed_streams_stay_closed_for_the_workload) {  // contract 4: stdin and the rest
    platform p;
    temp_dir folder;
    auto const open_ones =
        "for i in 0 1 2 3 4 5 6 7 8 9; do [ -e /proc/self/fd/$i ] && list=\"$list$i\"; done; "
        "echo \"$list\" >" +
        (folder / "list");
    support::write_file(folder / "look", open_ones);
    auto const run_closed = [&](std::string const& redirections) {
        support::command const what{
            {"/bin/sh", "-c", agent() + " run -- sh " + (folder / "look") + " " + redirections}, p.env()};
        BOOST_TEST(support::run(what).code == 0);
        return support::read_file(folder / "list");
    };
    auto const without_agent = [&](std::string const& redirections) {
        support::command const what{{"/bin/sh", "-c", "sh " + (folder / "look") + " " + redirections},
                                    p.env()};
        BOOST_TEST(support::run(what).code == 0);
        return support::read_file(folder / "list");
    };
    for (auto const* redirections : {"", "<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
        BOOST_TEST(run_closed(redirections) == without_agent(redirections), redirections);
}

BOOST_AUTO_TEST_CASE(what_a_workload_leaves_behind_is_ended_and_delays_nothing) {  // contract 4, leftovers
    platform p;
    auto const end = support::run(p.run({}, shell("sleep 600 & echo $!; exit 3")));
    BOOST_TEST(end.code == 3);
    BOOST_TEST(end.took < 5s);
    auto const left = end.out.substr(0, end.out.find('\n'));
    BOOST_TEST(support::eventually([&] {
        auto const stat = support::read_file("/proc/" + left + "/stat");
        return stat.empty() || stat.find("(sleep)") == std::string::npos ||
               stat.find(") Z ") != std::string::npos;
    }));
    BOOST_TEST(p.task_status() == "error");
}

BOOST_AUTO_TEST_CASE(output_written_just_before_the_end_is_all_there) {  // contract 4: drain
    for (int round = 0; round < 20; ++round) {
        auto const end =
            support::run(plain({}, shell("(echo from a grandchild; echo and more >&2) & echo first; wait")));
        BOOST_TEST(end.code == 0);
        BOOST_TEST(end.out.find("from a grandchild\n") != std::string::npos);
        BOOST_TEST(end.err == "and more\n");
    }
}

BOOST_AUTO_TEST_CASE(
    a_reader_that_has_gone_is_a_broken_pipe_for_the_workload_not_for_the_agent) {  // contract 5
    // the agent's own stdout is a pipe that nobody reads any more
    temp_dir folder;
    support::command const what{
        {"/bin/sh", "-c",
         "{ " + agent() + " run -- sh -c 'yes | head -c 3000000; echo $? >" + (folder / "code") +
             "; exit 5'; echo $? >" + (folder / "agent") + "; } | head -c 10 >/dev/null"},
        plain_environment()};
    auto const end = support::run(what);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(support::read_file(folder / "agent") == "5\n");
}

BOOST_AUTO_TEST_SUITE_END()
