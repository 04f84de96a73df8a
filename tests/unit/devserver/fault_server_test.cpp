// Faults on the wire: what a client of a dev-server with `--fault` sees, and what the store holds afterwards.
#include "task_agent/devserver/embedded_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include "raw_client.hpp"
#include <chrono>
#include <initializer_list>
#include <mutex>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
namespace json = boost::json;
using dev::test::raw_client;
using namespace std::chrono_literals;

namespace {

constexpr char job[] = "/apis/jobs/v2/workspaces/ws/jobs/jo";
constexpr char job_body[] =
    R"({"name":"jo","source":"s","spec":{},"platform_spec":{"steps":[{"name":"one","executor":"cpu"}]}})";

std::string request(std::string const& method, std::string const& path, std::string const& body = {}) {
    return method + " " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

// A server with one job, and faults for what comes then.
struct faulty {
    explicit faulty(std::initializer_list<char const*> texts) : server(options(texts)) {
        auto const started = server.start();
        BOOST_REQUIRE(started.has_value());
        port = *started;
        raw_client client(port);
        client.send(request("POST", "/apis/jobs/v2/workspaces/ws/jobs", job_body));
        BOOST_REQUIRE(client.answer().starts_with("HTTP/1.1 201 "));
    }

    dev::server_options options(std::initializer_list<char const*> texts) {
        dev::server_options made;
        for (auto const* text : texts)
            made.faults.push_back(*dev::parse_fault(text));
        made.note = [this](std::string_view line) {
            std::lock_guard const lock(mutex);
            notes.emplace_back(line);
        };
        return made;
    }

    static std::string put(std::string const& status) {
        return request("PUT", std::string(job) + "/steps/one/tasks/task-1",
                       R"({"status":")" + status + "\"}");
    }

    // As the store holds it, asked on a connection of its own.
    std::string task_status() const {
        raw_client client(port);
        client.send(request("GET", std::string(job) + "/steps/one/tasks/task-1"));
        auto const answer = client.answer();
        if (answer.starts_with("HTTP/1.1 404")) return "none";
        return std::string(json::parse(answer.substr(answer.find("\r\n\r\n"))).at("status").as_string());
    }

    std::string last_note() {
        std::lock_guard const lock(mutex);
        return notes.empty() ? "" : notes.back();
    }

    std::mutex mutex;
    std::vector<std::string> notes;
    dev::embedded_server server;
    std::uint16_t port = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fault_server_tests)

BOOST_AUTO_TEST_CASE(a_status_is_answered_in_the_apis_place_and_nothing_is_written) {
    faulty f{"status=503,retry-after=2s,calls=put-task,count=1"};
    raw_client client(f.port);
    client.send(f.put("active"));
    auto const refused = client.answer();
    BOOST_TEST(refused.starts_with("HTTP/1.1 503 Service Unavailable\r\n"), refused);
    BOOST_TEST(refused.find("\r\nretry-after: 2\r\n") != std::string::npos, refused);
    BOOST_TEST(f.last_note() == "PUT " + std::string(job) +
                                    "/steps/one/tasks/task-1 active: not applied, 503 (--fault "
                                    "status=503,retry-after=2s,calls=put-task,count=1)");
    BOOST_TEST(f.task_status() == "none");
    client.send(f.put("active"));  // the connection lives
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 200 "));
    BOOST_TEST(f.last_note() == "PUT " + std::string(job) + "/steps/one/tasks/task-1 active: 200");
    BOOST_TEST(f.task_status() == "active");
}

BOOST_AUTO_TEST_CASE(a_gateway_may_fail_behind_a_request_that_was_applied) {
    faulty f{"status=504,as=gateway,applied=yes,calls=put-task"};
    raw_client client(f.port);
    client.send(f.put("active"));
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 504 "));
    BOOST_TEST(f.task_status() == "active");
}

BOOST_AUTO_TEST_CASE(a_status_that_http_does_not_know_goes_out_as_it_is) {
    faulty f{"status=599,calls=put-task"};
    raw_client client(f.port);
    client.send(f.put("active"));
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 599 "));
}

BOOST_AUTO_TEST_CASE(a_latency_comes_before_the_answer) {
    faulty f{"latency=300ms,calls=put-task"};
    raw_client client(f.port);
    auto const begin = ta::steady_clock::now();
    client.send(f.put("active"));
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 200 "));
    BOOST_TEST((ta::steady_clock::now() - begin >= 300ms));
}

BOOST_AUTO_TEST_CASE(a_reset_comes_before_or_after_the_request_was_applied) {
    faulty f{"reset-before,update=active", "reset-after,update=completed"};
    for (auto const& [said, held] : {std::pair("active", "none"), std::pair("completed", "completed")}) {
        raw_client client(f.port);
        client.send(f.put(said));
        BOOST_TEST(client.ends());
        BOOST_TEST(client.was_reset());
        BOOST_TEST(f.task_status() == held);
    }
}

BOOST_AUTO_TEST_CASE(silence_keeps_the_connection_until_the_client_has_had_enough) {
    faulty f{"silent,update=active", "silent,update=completed,applied=yes"};
    for (auto const& [said, held] : {std::pair("active", "none"), std::pair("completed", "completed")}) {
        raw_client client(f.port);
        client.send(f.put(said));
        BOOST_TEST(client.is_silent(300ms));
        BOOST_TEST(f.task_status() == held);
        client.shut_sending();
        BOOST_TEST(client.ends());
        BOOST_TEST(!client.was_reset());
    }
}

BOOST_AUTO_TEST_CASE(an_answer_is_cut_in_its_head_or_in_its_body) {
    faulty f{"truncate,update=active", "truncate=head,update=completed"};
    for (auto const& [said, has_head] : {std::pair("active", true), std::pair("completed", false)}) {
        raw_client client(f.port);
        client.send(f.put(said));
        auto const answer = client.answer();
        BOOST_TEST(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        auto const head = answer.find("\r\n\r\n");
        BOOST_TEST((head != std::string::npos) == has_head, answer);
        if (has_head) {
            auto const at = answer.find("content-length: ") + 16;
            BOOST_TEST(answer.size() - head - 4 == std::stoul(answer.substr(at)) / 2);
        }
        BOOST_TEST(!client.was_reset());
        BOOST_TEST(f.task_status() == said);
    }
}

BOOST_AUTO_TEST_CASE(an_oversize_answer_goes_out_whole) {
    faulty f{"oversize,calls=put-task"};
    raw_client client(f.port);
    client.send(f.put("active"));
    auto const answer = client.answer();
    BOOST_TEST(answer.size() > std::size_t{64} << 10);
    BOOST_TEST(json::parse(answer.substr(answer.find("\r\n\r\n"))).at("status").as_string() == "active");
}

BOOST_AUTO_TEST_CASE(a_server_stops_in_time_while_requests_wait_or_stay_unanswered) {
    faulty f{"latency=1h,update=active", "silent,update=completed"};
    raw_client late(f.port);
    late.send(f.put("active"));
    raw_client never(f.port);
    never.send(f.put("completed"));
    while (f.last_note().find("silence") == std::string::npos)
        BOOST_REQUIRE(never.is_silent(10ms));
    auto const begin = ta::steady_clock::now();
    f.server.stop();
    BOOST_TEST((ta::steady_clock::now() - begin < 5s));
    BOOST_TEST(late.ends());
    BOOST_TEST(never.ends());
}

BOOST_AUTO_TEST_SUITE_END()
