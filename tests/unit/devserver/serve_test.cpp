#include "task_agent/devserver/serve.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "raw_client.hpp"
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
using dev::test::raw_client;

namespace {

// A folder of its own for job files.
struct folder {
    folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "serve-test-XXXXXX").string();
        BOOST_REQUIRE(::mkdtemp(pattern.data()));
        path = pattern;
    }
    ~folder() { std::filesystem::remove_all(path); }

    std::string write(std::string const& name, std::string const& text) const {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }

    std::filesystem::path path;
};

std::string const job_text =
    R"({"name":"jo","source":"s","spec":{},"platform_spec":{"steps":[{"name":"one","executor":"cpu"}]}})";

// What serve() says to such a file.
std::string complaint(std::string const& file) {
    dev::serve_options options;
    options.listen = "127.0.0.1:0";
    options.job_files = {file};
    auto const served = dev::serve(options);
    BOOST_REQUIRE(!served.has_value());
    return served.error().text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(serve_tests, folder)

// contract 11: in a process of its own, because it takes the process's signals
BOOST_AUTO_TEST_CASE(it_prints_its_url_serves_the_jobs_of_its_files_and_ends_on_a_signal) {
    std::string const first = write("a.json", job_text);
    std::string second_text = job_text;
    second_text.insert(1, R"("workspace":"other",)");
    std::string const second = write("b.json", second_text);
    for (int const stop_signal : {SIGTERM, SIGINT}) {
        std::array<int, 2> ends{};
        BOOST_REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        pid_t const child = ::fork();
        if (child == 0) {
            ::alarm(60);
            dev::serve_options options;
            options.listen = "127.0.0.1:0";
            options.job_files = {first, second};
            options.out = ends[1];
            ::_exit(dev::serve(options).has_value() ? 0 : 1);
        }
        ::close(ends[1]);
        std::string line;
        for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';)
            line += c;
        ::close(ends[0]);
        std::string const start = "dev-server listens on http://127.0.0.1:";
        BOOST_REQUIRE_MESSAGE(line.starts_with(start), line);
        auto const port = static_cast<std::uint16_t>(std::stoi(line.substr(start.size())));
        {
            raw_client client(port);
            client.send(
                "GET /apis/jobs/v2/workspaces/default/jobs/jo/status HTTP/1.1\r\nHost: h\r\n\r\n"
                "GET /apis/jobs/v2/workspaces/other/jobs/jo/status HTTP/1.1\r\nHost: h\r\n\r\n");
            BOOST_TEST(client.answer().starts_with("HTTP/1.1 200 OK"));
            BOOST_TEST(client.answer().starts_with("HTTP/1.1 200 OK"));
            ::kill(child, stop_signal);
            BOOST_TEST(client.ends());
        }
        int state = 0;
        BOOST_REQUIRE(::waitpid(child, &state, 0) == child);
        BOOST_TEST(WIFEXITED(state));
        BOOST_TEST(WEXITSTATUS(state) == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_bad_job_file_is_named_with_its_fault) {
    std::string const missing = (path / "none.json").string();
    BOOST_TEST(complaint(missing) == "cannot read the job file " + missing + ": No such file or directory");
    std::string const torn = write("torn.json", "{");
    BOOST_TEST(complaint(torn).starts_with("the job file " + torn + " is not valid JSON: "));
    std::string const wrong = write("wrong.json", R"({"source":"s","spec":{}})");
    BOOST_TEST(complaint(wrong).starts_with("the job file " + wrong + " is refused: "));
    BOOST_TEST(complaint(wrong).find(R"(["body","platform_spec"])") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_listen_address_that_is_none_says_what_is_allowed) {
    for (auto const* text :
         {"", "8080", "127.0.0.1", "127.0.0.1:", ":80", "127.0.0.1:70000", "127.0.0.1:8x"}) {
        dev::serve_options options;
        options.listen = text;
        auto const served = dev::serve(options);
        BOOST_REQUIRE(!served.has_value());
        BOOST_TEST(served.error().text.find("HOST:PORT") != std::string::npos, text);
    }
}

// contract 11
BOOST_AUTO_TEST_CASE(options_that_are_none_say_what_is_allowed) {
    auto const refused = [](dev::serve_options options) {
        options.listen = "127.0.0.1:0";
        auto const served = dev::serve(options);
        BOOST_REQUIRE(!served.has_value());
        return served.error().text;
    };
    dev::serve_options options;
    options.faults = {"silent,share=0.5", "sient"};
    BOOST_TEST(refused(options).starts_with("--fault 'sient': 'sient' is no part of a fault"));
    options.faults.clear();
    options.fault_seed = "x";
    BOOST_TEST(refused(options) == "--fault-seed 'x': allowed is a whole number");
    options.fault_seed.clear();
    options.controller = "podman";
    BOOST_TEST(refused(options) == "--controller 'podman': allowed are docker, k8s and subprocess");
}

BOOST_AUTO_TEST_SUITE_END()
