// The output passes byte for byte, whatever it is and however it is read (contract 5).
#include "support/process_agent.hpp"
#include "support/process_recorder.hpp"
#include "support/process_stream.hpp"

#include <thread>

using namespace support;

namespace {

// A gigabyte shows what a megabyte does not (grown pipes, counters); a sanitizer would make minutes of it.
#ifdef TASK_AGENT_SANITIZED
constexpr std::uint64_t much = 64ULL << 20U;
constexpr std::uint64_t long_line = 16ULL << 20U;
constexpr auto reading_pause = 4s;
#else
constexpr std::uint64_t much = 1ULL << 30U;
constexpr std::uint64_t long_line = 100ULL << 20U;
constexpr auto reading_pause = 10s;
#endif

stream_hash hash_of(int fd) {
    stream_hash hash;
    std::vector<char> buffer(1 << 20U);
    for (;;) {
        auto const n = ::read(fd, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return hash;
        hash.add(std::span(buffer.data(), static_cast<std::size_t>(n)));
    }
}

std::string text_of(stream_hash const& hash) {
    return std::to_string(hash.count()) + ' ' + std::to_string(hash.value()) + '\n';
}

// Both outputs to their ends, hashed.
std::string hashes_of(child_process& process) {
    stream_hash err;
    std::thread other([&] { err = hash_of(process.err()); });
    auto const out = hash_of(process.out());
    other.join();
    return text_of(out) + text_of(err);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(output_tests, leaves_nothing)

BOOST_AUTO_TEST_CASE(random_bytes_on_both_streams_at_once_arrive_as_they_were) {
    temp_dir const dir;
    auto const seed = static_cast<unsigned>(steady::now().time_since_epoch().count());
    BOOST_TEST_MESSAGE("seed " << seed);
    child_process process(
        under_agent({helper_path, "flood", std::to_string(much), std::to_string(seed), dir / "sent"}));
    auto const got = hashes_of(process);
    BOOST_TEST(process.wait(600s).exited_with(0));
    auto const sent = read_file(dir / "sent");
    BOOST_TEST(got == sent, "seed " << seed << ": sent " << sent << "got " << got);
    BOOST_TEST(sent.starts_with(std::to_string(much) + ' '));
}

BOOST_AUTO_TEST_CASE(pieces_of_odd_sizes_arrive_as_they_were) {
    for (char const* piece : {"1", "7", "4095", "4097", "65537", "300001"}) {
        temp_dir const dir;
        child_process process(under_agent(
            {helper_path, "flood", std::strlen(piece) == 1 ? "30000" : "3000000", "3", dir / "sent", piece}));
        auto const got = hashes_of(process);
        BOOST_TEST(process.wait().exited_with(0));
        BOOST_TEST(got == read_file(dir / "sent"), "pieces of " << piece);
    }
}

BOOST_AUTO_TEST_CASE(a_silence_between_two_floods_changes_nothing) {
    // long enough for the agent to give its buffers back (a second), and two of them
    temp_dir const dir;
    auto const flood = helper_path + " flood 3000000 ";
    auto const run = run_to_end(shell_under_agent(flood + "3 " + (dir / "a") + "; sleep 1.3; " + flood +
                                                  "3 " + (dir / "b") + "; sleep 1.3; echo end"));
    BOOST_TEST(run.end.exited_with(0));
    BOOST_REQUIRE_EQUAL(run.out.size(), 6'000'004U);
    BOOST_REQUIRE_EQUAL(run.err.size(), 6'000'000U);
    BOOST_TEST((run.out.substr(0, 3'000'000) == run.out.substr(3'000'000, 3'000'000)));
    BOOST_TEST((run.err.substr(0, 3'000'000) == run.err.substr(3'000'000)));
    stream_hash out;
    out.add(std::string_view(run.out).substr(0, 3'000'000));
    BOOST_TEST(read_file(dir / "b").starts_with(text_of(out)));
}

BOOST_AUTO_TEST_CASE(one_very_long_line_arrives_as_it_was) {
    temp_dir const dir;
    child_process process(under_agent({helper_path, "line", std::to_string(long_line), dir / "sent"}));
    auto const got = hashes_of(process);
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(got == read_file(dir / "sent") + text_of(stream_hash()));
}

BOOST_AUTO_TEST_CASE(nul_bytes_and_all_others_arrive_as_they_were) {
    temp_dir const dir;
    std::string all;
    for (int round = 0; round < 64; ++round) {
        for (int c = 0; c < 256; ++c)
            all += static_cast<char>(c);
        all.append(300, '\0');
    }
    write_file(dir / "bytes", all);
    auto const run =
        run_to_end(shell_under_agent("cat " + (dir / "bytes") + "; cat " + (dir / "bytes") + " >&2"));
    BOOST_TEST(run.end.exited_with(0));
    BOOST_TEST((run.out == all));
    BOOST_TEST((run.err == all));
}

BOOST_AUTO_TEST_CASE(a_reader_that_pauses_slows_the_workload_but_not_the_heartbeats) {
    // a staleness timeout of 3 s means a beat about every second (contract 3)
    process_recorder platform("j", "s", 3);
    temp_dir const dir;
    constexpr std::uint64_t bytes = 32ULL << 20U;
    child_process process(under_agent({helper_path, "steady", std::to_string(bytes), "11", dir / "sent"},
                                      {"--jobs-url=" + platform.url(), "--workspace=w", "--job=j",
                                       "--attempt-id=a", "--step=s", "--task=t"}));
    auto const pause_begin = steady::now();
    BOOST_TEST(!process.ends_within(reading_pause));
    BOOST_TEST(!std::filesystem::exists(dir / "sent"), "the workload was not slowed down");
    auto const pause_end = steady::now();

    auto const got = hash_of(process.out());
    BOOST_TEST(process.wait().exited_with(0));
    auto const sent = read_file(dir / "sent");
    BOOST_TEST(sent.starts_with(text_of(got)), "sent " << sent << "got " << text_of(got));
    BOOST_TEST(got.count() == bytes);
    auto const took = std::stoll(sent.substr(sent.find('\n') + 1));
    BOOST_TEST(took >= in_ms(reading_pause) - 500, "the workload wrote it all in " << took << " ms");

    auto const puts = platform.puts();
    BOOST_REQUIRE(puts.size() >= 3U);
    BOOST_TEST(puts.front().body.find("\"active\"") != std::string::npos, puts.front().body);
    BOOST_TEST(puts.back().body.find("\"completed\"") != std::string::npos, puts.back().body);
    // the first second passes before the staleness timeout is known, so it counts from the start of the pause
    // on
    auto last = pause_begin;
    std::size_t during = 0;
    for (auto const& put : puts) {
        BOOST_TEST((put.at - last < 2s), "no heartbeat for " << in_ms(put.at - last) << " ms");
        last = put.at;
        if (put.at < pause_end) ++during;
    }
    BOOST_TEST((pause_end - last < 2s));
    BOOST_TEST(during >= static_cast<std::size_t>(reading_pause / 2s), during << " updates in the pause");
}

BOOST_AUTO_TEST_CASE(a_reader_that_is_gone_gives_the_workload_its_sigpipe) {
    child_process process(under_agent({"yes"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "y\n"));
    process.close_out();
    BOOST_TEST(process.wait().exited_with(128 + SIGPIPE));
}

BOOST_AUTO_TEST_CASE(a_workload_that_ignores_sigpipe_sees_the_error) {
    temp_dir const dir;
    auto what = shell_under_agent("while echo y; do :; done 2>/dev/null; echo broken > " + (dir / "mark") +
                                  "; exit 4");
    what.before_exec = [] { ::signal(SIGPIPE, SIG_IGN); };
    child_process process(what);
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "y\n"));
    process.close_out();
    BOOST_TEST(process.wait().exited_with(4));
    BOOST_TEST(read_file(dir / "mark") == "broken\n");
}

BOOST_AUTO_TEST_CASE(a_full_disk_under_stdout_does_not_kill_the_workload) {
    auto const full = open_file("/dev/full", O_WRONLY);
    auto what = shell_under_agent(
        "i=0; while [ $i -lt 100 ]; do echo line $i; i=$((i+1)); done; echo to-stderr >&2; exit 3");
    what.fds[1] = full.get();
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(3), run.end);
    BOOST_TEST(run.err.starts_with("to-stderr\n"), run.err);
    BOOST_TEST(run.err.find("task-agent: ") != std::string::npos, run.err);
    BOOST_TEST(run.err.find("cannot write to stdout: No space left on device") != std::string::npos, run.err);
}

BOOST_AUTO_TEST_CASE(a_full_disk_under_both_does_not_kill_the_workload) {
    temp_dir const dir;
    auto const full = open_file("/dev/full", O_WRONLY);
    auto what = shell_under_agent("echo a; echo b >&2; echo ran > " + (dir / "mark") + "; exit 3");
    what.fds[1] = what.fds[2] = full.get();
    BOOST_TEST(run_to_end(what).end.exited_with(3));
    BOOST_TEST(read_file(dir / "mark") == "ran\n");
}

BOOST_AUTO_TEST_CASE(both_streams_into_one_file_lose_nothing) {
    temp_dir const dir;
    // opened once, as the shell's 2>&1 does: both share one place in the file
    auto const file = open_file(dir / "log", O_WRONLY | O_CREAT | O_TRUNC);
    auto what =
        shell_under_agent("i=0; while [ $i -lt 2000 ]; do echo out $i; echo err $i >&2; i=$((i+1)); done");
    what.fds[1] = what.fds[2] = file.get();
    BOOST_TEST(run_to_end(what).end.exited_with(0));

    // each stream whole and in its order; lines of one write stay whole
    int next_out = 0;
    int next_err = 0;
    std::istringstream lines(read_file(dir / "log"));
    std::string stream_name;
    int number = 0;
    while (lines >> stream_name >> number) {
        int& next = stream_name == "out" ? next_out : next_err;
        BOOST_REQUIRE_MESSAGE((stream_name == "out" || stream_name == "err"), stream_name);
        BOOST_REQUIRE_EQUAL(number, next++);
    }
    BOOST_TEST(next_out == 2000);
    BOOST_TEST(next_err == 2000);
}

BOOST_AUTO_TEST_CASE(both_streams_flooding_into_one_pipe_lose_nothing) {
    temp_dir const dir;
    auto pipe = make_pipe();
    auto what = under_agent({helper_path, "flood", "8000000", "5", dir / "sent"});
    what.fds[1] = what.fds[2] = pipe.write.get();
    child_process process(what);
    pipe.write.close();
    auto const got = hash_of(pipe.read.get());
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(got.count() == 16'000'000U);
}

namespace {

// Lines of the agent among `text`: whole ones, with nothing in front.
std::size_t whole_agent_lines(std::string const& text) {
    std::size_t n = 0;
    for (auto at = text.find("task-agent: "); at != std::string::npos;
         at = text.find("task-agent: ", at + 1)) {
        BOOST_TEST((at == 0 || text[at - 1] == '\n'), "inside a line: " << text);
        BOOST_TEST(text.find('\n', at) != std::string::npos, "unfinished: " << text);
        ++n;
    }
    return n;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_agents_lines_wait_for_the_end_of_the_workloads) {
    // sent TERM, the agent has something to say while "abc" is unfinished; then the line goes on
    std::string const script =
        "trap 'sleep 0.3; echo def >&2; sleep 0.3; exit 2' TERM; printf abc >&2; echo ready; while :; do "
        ":; done";
    child_process process(shell_under_agent(script, {"--log-level=info"}));
    collector output({process.out(), process.err()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    BOOST_REQUIRE(output.until_contains(1, "abc"));
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(2));
    BOOST_TEST(output.text(1).starts_with("abcdef\ntask-agent: "), output.text(1));
    BOOST_TEST(whole_agent_lines(output.text(1)) >= 2U);
    BOOST_TEST(output.text(0) == "ready\n");
}

BOOST_AUTO_TEST_CASE(with_both_streams_in_one_place_an_unfinished_line_of_stdout_counts_too) {
    // the workload's own streams have no order between them, so its "x" waits
    std::string const script =
        "trap 'sleep 0.3; echo def; sleep 0.3; echo x >&2; sleep 0.3; exit 2' TERM; printf abc; while :; do "
        ":; "
        "done";
    auto pipe = make_pipe();
    auto what = shell_under_agent(script, {"--log-level=info"});
    what.fds[1] = what.fds[2] = pipe.write.get();
    child_process process(what);
    pipe.write.close();
    collector output({pipe.read.get()});
    BOOST_REQUIRE(output.until_contains(0, "abc"));
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(2));
    BOOST_TEST(output.text(0).starts_with("abcdef\n"), output.text(0));
    BOOST_TEST(whole_agent_lines(output.text(0)) >= 2U);
}

BOOST_AUTO_TEST_CASE(an_agents_line_comes_at_once_when_the_workload_is_silent) {
    child_process process(shell_under_agent("trap 'sleep 3; exit 2' TERM; echo ready; while :; do :; done",
                                            {"--log-level=info"}));
    collector output({process.out(), process.err()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    auto const begin = steady::now();
    process.signal(SIGTERM);
    BOOST_TEST(output.until_contains(1, "task-agent: "));
    BOOST_TEST((steady::now() - begin < 2500ms));
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(2));
}

BOOST_AUTO_TEST_CASE(a_line_that_never_ends_is_ended_before_the_agents) {
    child_process process(shell_under_agent(
        "trap 'exit 2' TERM; printf abc >&2; echo ready; while :; do :; done", {"--log-level=info"}));
    collector output({process.out(), process.err()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    // on a busy machine the other stream may come later
    BOOST_REQUIRE(output.until_contains(1, "abc"));
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(2));
    BOOST_TEST(output.text(1).starts_with("abc\ntask-agent: "), output.text(1));
    (void)whole_agent_lines(output.text(1));
}

BOOST_AUTO_TEST_CASE(a_clean_run_prints_nothing_of_the_agent) {
    auto const run = run_to_end(shell_under_agent("printf 'no newline'; exit 0"));
    BOOST_TEST(run.out == "no newline");
    BOOST_TEST(run.err == "");
}

BOOST_AUTO_TEST_CASE(a_non_blocking_stdout_of_somebody_else_loses_nothing) {
    temp_dir const dir;
    auto pipe = make_pipe();
    ::fcntl(pipe.write.get(), F_SETFL, O_NONBLOCK);
    auto what = under_agent({helper_path, "steady", "4000000", "13", dir / "sent"});
    what.fds[1] = pipe.write.get();
    child_process process(what);
    BOOST_TEST(!process.ends_within(300ms));
    BOOST_TEST((::fcntl(pipe.write.get(), F_GETFL) & O_NONBLOCK) != 0,
               "the agent changed a descriptor that it shares");
    pipe.write.close();
    auto const got = hash_of(pipe.read.get());
    BOOST_TEST(process.wait().exited_with(0));
    BOOST_TEST(read_file(dir / "sent").starts_with(text_of(got)));
}

BOOST_AUTO_TEST_SUITE_END()
