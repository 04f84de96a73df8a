// No secret leaves with anything that the agent sends or writes; what the workload prints passes as it is
// (contract 5.2).
#include <boost/test/unit_test.hpp>

#include "platform.hpp"

namespace {

using namespace e2e;
using support::temp_dir;

constexpr char token[] = "hf_q8ZkPw3nLr7v";
constexpr char password[] = "correct horse battery";

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(masking_tests)

BOOST_AUTO_TEST_CASE(a_secret_in_output_trace_and_command_is_nowhere_in_what_the_agent_says) {
    platform p;
    temp_dir const folder;
    // the token in two writes, so that it comes in two pieces
    support::write_file(folder / "job.py", R"(
import os, sys, time
token = os.environ["HF_TOKEN"]
os.write(2, ("login with " + token[:5]).encode())
time.sleep(0.3)
os.write(2, (token[5:] + "\n").encode())
raise RuntimeError("refused: " + token + " and " + os.environ["DB_PASSWORD"] + " for " + os.environ["RUN_NAME"])
)");
    auto const summary = folder / "termination-log";
    support::write_file(summary, "");
    auto run = p.run({"--env", std::string("DB_PASSWORD=") + password, "--termination-log", summary, "--log",
                      folder / "log", "--log-level=debug"},
                     {"python3", folder / "job.py", token});
    run.env["HF_TOKEN"] = token;
    run.env["RUN_NAME"] = "nightly-7";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 1);
    auto const own = end.err.find("task-agent: ");
    BOOST_REQUIRE(own != std::string::npos);
    BOOST_TEST(holds(end.err.substr(0, own), std::string("login with ") + token),
               "the workload's own words stay");

    auto const task = p.task();
    BOOST_TEST(text_at(task, "/error_details/message") == "RuntimeError: refused: *** and *** for nightly-7");
    BOOST_TEST(holds(text_at(task, "/error_details/last_output"), "login with ***"));
    BOOST_TEST(holds(text_at(task, "/error_details/command"), "***"));
    std::vector<std::string> said = {end.err.substr(own), support::read_file(summary),
                                     support::read_file(folder / "log")};
    for (auto const& e : p.recorder().exchanges())
        said.push_back(e.request.target + e.request.body);
    for (auto const& text : said) {
        for (auto const* secret : {token, password})
            BOOST_TEST(!holds(text, secret), text);
    }
}

BOOST_AUTO_TEST_CASE(a_variable_that_is_taken_from_the_workload_is_a_secret_too) {
    platform p;
    auto run = p.run({"--unset", "DB_PASSWORD"}, shell(std::string("echo ") + password + " >&2; exit 2"));
    run.env["DB_PASSWORD"] = password;
    BOOST_TEST(support::run(run).code == 2);
    BOOST_TEST(text_at(p.task(), "/error_stack") == "***\n");
}

BOOST_AUTO_TEST_SUITE_END()
