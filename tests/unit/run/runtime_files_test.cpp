#include "task_agent/run/runtime_files.hpp"

#include "support/run_awaitable.hpp"
#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <future>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

constexpr char torch_text[] =
    R"({"message": {"message": "ValueError: bad", "extraInfo": {"py_callstack":
        "Traceback (most recent call last):\n  File \"/app/train.py\", line 3, in step\n    f()\nValueError: bad\n",
        "timestamp": "17"}}})";

std::string crash_text(std::string const& rest = {}) {
    return "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n"
           "#  SIGSEGV (0xb) at pc=0x1, pid=7, tid=8\n#\n# Problematic frame:\n# C  [libx.so+0x1]  "
           "crash+0x1\n#\n\n"
           "Native frames:\nC  [libx.so+0x1]  crash+0x1\nj  com.example.Main.main()V+1\n\n" +
           rest;
}

struct place {
    place() {
        search.places.folder = dir.path();
        search.places.not_before = ta::wall_clock::now();
    }

    ta::runtime_files read() const { return ta::read_runtime_files(search); }
    void name(ta::runtime_file_kind kind, std::string const& path, std::optional<int> rank = {}) {
        search.named.push_back({kind, path, rank});
    }

    support::temp_dir dir;
    ta::runtime_file_search search;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(runtime_files_tests)

BOOST_AUTO_TEST_CASE(the_environment_the_output_and_the_folder_tell_of_files) {
    place p;
    support::write_file(p.dir / "error.json", torch_text);
    support::write_file(p.dir / "hs_err_pid7.log", crash_text());
    support::write_file(p.dir / "mine.json",
                        R"({"header": {"event": "Out of luck", "trigger": "FatalError"}})");
    p.search.places.torch_error_file = "error.json";
    p.name(ta::runtime_file_kind::node_report, "mine.json");
    auto const files = p.read();
    BOOST_REQUIRE(files.traces.size() == 3U);
    BOOST_TEST(files.unread == 0U);
    BOOST_TEST(files.remarks.empty());
    auto const has = [&](std::string const& type) {
        return std::any_of(files.traces.begin(), files.traces.end(),
                           [&](auto const& t) { return t.exception.type == type; });
    };
    BOOST_TEST(has("ValueError"));
    BOOST_TEST(has("SIGSEGV"));
    BOOST_TEST(has("fatal error"));
    BOOST_TEST(files.traces[0].text.starts_with(p.dir / "error.json"));
}

BOOST_AUTO_TEST_CASE(where_they_may_be_comes_from_the_environment_that_the_workload_gets) {
    auto const places =
        ta::places_of_runtime_files({"A=b", "TORCHELASTIC_ERROR_FILE=/x/error.json"}, "/work", 1000);
    BOOST_TEST(places.torch_error_file == "/x/error.json");
    BOOST_TEST(places.folder == "/work");
    BOOST_TEST(places.owner.value() == 1000U);
    auto const of_root = ta::places_of_runtime_files({"A=b"}, "", 0);
    BOOST_TEST(of_root.torch_error_file == "");
    BOOST_TEST(!of_root.owner.has_value());
}

BOOST_AUTO_TEST_CASE(what_was_there_before_the_run_is_left_alone) {
    place p;
    support::write_file(p.dir / "hs_err_pid7.log", crash_text());
    p.search.places.not_before = ta::wall_clock::now() + 1min;
    auto const files = p.read();
    BOOST_TEST(files.traces.empty());
    BOOST_TEST(files.unread == 0U);
}

BOOST_AUTO_TEST_CASE(odd_things_under_such_a_name_do_no_harm_and_hide_nothing) {
    place p;
    BOOST_REQUIRE(::mkfifo((p.dir / "hs_err_pid1.log").c_str(), 0600) == 0);
    BOOST_REQUIRE(::mkdir((p.dir / "hs_err_pid2.log").c_str(), 0700) == 0);
    BOOST_REQUIRE(::symlink("/etc/passwd", (p.dir / "hs_err_pid3.log").c_str()) == 0);
    support::write_file(p.dir / "hs_err_pid4.log", std::string("\0\x01\xFF", 3));
    support::write_file(p.dir / "report.20261126.150939.1.0.001.json", "{\"header\": {\"event\": ");
    support::write_file(p.dir / "hs_err_pid7.log", crash_text());
    BOOST_REQUIRE(::mkfifo((p.dir / "error.json").c_str(), 0600) == 0);
    p.search.places.torch_error_file = p.dir / "error.json";
    p.name(ta::runtime_file_kind::torch_error, "/no/such/error.json");
    p.name(ta::runtime_file_kind::torch_error, "/proc/self/mem");
    auto const start = ta::steady_clock::now();
    auto const files = p.read();
    BOOST_TEST((ta::steady_clock::now() - start < 5s));
    BOOST_REQUIRE(files.traces.size() == 1U);
    BOOST_TEST(files.traces[0].exception.type == "SIGSEGV");
    BOOST_TEST(files.unread == 2U, "what is there and makes no sense is counted");
    auto const has = [&](std::string const& remark) {
        return std::find(files.remarks.begin(), files.remarks.end(), remark) != files.remarks.end();
    };
    BOOST_TEST(has((p.dir / "error.json") + " is no regular file"));
    BOOST_TEST(has((p.dir / "hs_err_pid4.log") + " is not what its runtime writes"));
}

BOOST_AUTO_TEST_CASE(of_a_huge_file_the_head_counts) {
    place p;
    support::write_file(p.dir / "hs_err_pid7.log", crash_text(std::string(64 << 20, 'x')));
    support::write_file(p.dir / "error.json",
                        R"({"message": "ValueError: bad )" + std::string(1 << 20, 'x') + R"("})");
    p.search.places.torch_error_file = p.dir / "error.json";
    auto const files = p.read();
    BOOST_REQUIRE(files.traces.size() == 2U);
    auto const is_crash = [](ta::trace::found_trace const& one) { return one.exception.language == "java"; };
    auto const crash = std::find_if(files.traces.begin(), files.traces.end(), is_crash);
    auto const torch = std::find_if_not(files.traces.begin(), files.traces.end(), is_crash);
    BOOST_REQUIRE((crash != files.traces.end() && torch != files.traces.end()));
    BOOST_TEST(crash->exception.frames.size() == 2U);
    BOOST_TEST(crash->text.find("which read only the head of the file") != std::string::npos);
    BOOST_TEST(torch->exception.type == "ValueError");
    BOOST_TEST(torch->exception.message.starts_with("bad xx"));
    BOOST_TEST(files.unread == 0U);
}

// contract 5.2: masked before anything is cut
BOOST_AUTO_TEST_CASE(of_a_secret_that_the_end_of_a_torn_file_cuts_nothing_is_shown) {
    place p;
    std::vector<std::string> const values = {"s3cr3t-t0ken-of-the-workload"};
    p.search.secrets = std::make_shared<ta::secret_set const>(values);
    p.search.places.torch_error_file = p.dir / "error.json";
    for (std::string const start :
         {R"({"message": "ValueError: bad )",
          R"({"message": {"message": "ValueError: bad", "extraInfo": {"py_callstack": "at )"}) {
        support::write_file(p.dir / "error.json", start + "s3cr3t-t0ken-of");
        auto const files = p.read();
        BOOST_REQUIRE(files.traces.size() == 1U);
        BOOST_TEST(files.traces[0].exception.type == "ValueError");
        BOOST_TEST(files.traces[0].text.find("s3cr3t") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(of_many_files_the_last_written_are_read_and_the_others_counted) {
    place p;
    for (int n = 0; n < 30; ++n) {
        auto const path = p.dir / ("hs_err_pid" + std::to_string(n) + ".log");
        auto text = crash_text();
        text.replace(text.find("pid=7"), 5, "pid=" + std::to_string(100 + n));
        support::write_file(path, text);
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() + n * 1s);
    }
    auto const files = p.read();
    BOOST_REQUIRE(files.traces.size() == ta::most_runtime_files);
    BOOST_TEST(files.unread == 22U);
    BOOST_TEST(files.traces.back().exception.message.find("pid=129") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_of_very_many_entries_is_looked_at_in_part_and_that_is_said) {
    place p;
    for (std::size_t n = 0; n < ta::most_folder_entries + 10; ++n)
        BOOST_REQUIRE(::link("/proc/self/exe", (p.dir / std::to_string(n)).c_str()) == 0 ||
                      ::symlink("/", (p.dir / std::to_string(n)).c_str()) == 0);
    auto const files = p.read();
    BOOST_REQUIRE(!files.remarks.empty());
    BOOST_TEST(files.remarks[0] == p.dir.path() + " has too many entries: not all were looked at");
}

BOOST_AUTO_TEST_CASE(a_rank_and_its_parent_that_copied_its_file_are_one_failure) {
    place p;
    support::write_file(p.dir / "parent.json", torch_text);
    support::write_file(p.dir / "rank.json", torch_text);
    p.search.places.torch_error_file = p.dir / "parent.json";
    p.name(ta::runtime_file_kind::torch_error, p.dir / "rank.json", 3);
    auto const files = p.read();
    BOOST_REQUIRE(files.traces.size() == 1U);
    BOOST_TEST(files.traces[0].exception.rank.value() == 3);
    BOOST_TEST(files.traces[0].source == "rank 3");
}

// contract 5.2: masked before anything is cut, in whatever form a file holds it
BOOST_AUTO_TEST_CASE(secrets_are_masked_and_one_that_the_limit_cuts_leaves_no_part) {
    std::string const secret = "s3cr3t-t0ken-of-the-workload\"with-quote";
    std::vector<std::string> const values = {secret};
    for (std::size_t shown = 0; shown <= secret.size(); ++shown) {
        place p;
        p.search.secrets = std::make_shared<ta::secret_set const>(values);
        std::string text = crash_text("java_command: ");
        // the limit falls behind `shown` bytes of the secret
        std::string const filler(ta::runtime_file_limit - text.size() - shown - 1, 'x');
        text = crash_text(filler + "\njava_command: ");
        support::write_file(p.dir / "hs_err_pid7.log", text + secret + "\nmore\n");
        auto const files = p.read();
        BOOST_REQUIRE(files.traces.size() == 1U);
        BOOST_REQUIRE(files.traces[0].text.find(secret.substr(0, 4)) == std::string::npos);
    }
    place p;
    p.search.secrets = std::make_shared<ta::secret_set const>(values);
    support::write_file(p.dir / "error.json",
                        R"({"message": "ValueError: no s3cr3t-t0ken-of-the-workload\"with-quote here"})");
    p.search.places.torch_error_file = p.dir / "error.json";
    auto const files = p.read();
    BOOST_REQUIRE(files.traces.size() == 1U);
    BOOST_TEST(files.traces[0].cause_line == "ValueError: no *** here");
}

BOOST_AUTO_TEST_CASE(a_file_system_that_does_not_answer_costs_the_patience_and_no_more) {
    boost::asio::io_context io;
    ta::os::blocking_worker worker(10ms);
    std::promise<void> may_end;
    BOOST_REQUIRE(worker.submit([&] { may_end.get_future().wait(); }));
    place p;
    support::write_file(p.dir / "hs_err_pid7.log", crash_text());
    auto const late = ta::support::run(io, ta::find_runtime_files(io, worker, p.search, 50ms));
    BOOST_TEST(late.traces.empty());
    BOOST_TEST(late.unread == 1U);
    BOOST_TEST(late.remarks.at(0) == "the files that runtimes leave were not found in time");
    may_end.set_value();
    auto const found = ta::support::run(io, ta::find_runtime_files(io, worker, p.search, 10s));
    BOOST_TEST(found.traces.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
