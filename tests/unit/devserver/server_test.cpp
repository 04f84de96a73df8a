#include "task_agent/devserver/embedded_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <fcntl.h>

#include "raw_client.hpp"
#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
namespace json = boost::json;
using dev::test::raw_client;
using namespace std::chrono_literals;

namespace {

// A server whose clock stands still, so that answers are the same to the byte.
struct running_server {
    explicit running_server(dev::server_options options = {})
        : server(options, [] { return ta::wall_clock::time_point(1'784'455'872s); }) {
        auto const started = server.start();
        BOOST_REQUIRE(started.has_value());
        port = *started;
    }

    dev::embedded_server server;
    std::uint16_t port = 0;
};

// Every answer of this server begins so, after its status line.
constexpr char const* common = "date: Sun, 19 Jul 2026 10:11:12 GMT\r\nserver: task-agent-dev-server\r\n";

std::string json_answer(std::string const& status, std::string const& body, std::string const& more = {}) {
    return "HTTP/1.1 " + status + "\r\n" + common + "content-length: " + std::to_string(body.size()) +
           "\r\ncontent-type: application/json\r\n" + more + "\r\n" + body;
}

std::string body_of(std::string const& answer) {
    return answer.substr(answer.find("\r\n\r\n") + 4);
}

// As Python's requests sends it.
std::string const create_job =
    "POST /apis/jobs/v2/workspaces/ws/jobs HTTP/1.1\r\n"
    "Host: 127.0.0.1\r\n"
    "User-Agent: python-requests/2.32.3\r\n"
    "Accept-Encoding: gzip, deflate\r\n"
    "Accept: */*\r\n"
    "Connection: keep-alive\r\n"
    "Content-Length: 135\r\n"
    "Content-Type: application/json\r\n"
    "\r\n"
    R"({"name": "jo", "source": "s", "spec": {}, "platform_spec": {"steps": [{"name": "one", "executor": {"provider": "cpu", "image": "x"}}]}})";

void post_job(raw_client& client) {
    client.send(create_job);
    std::string const created = client.answer();
    BOOST_REQUIRE_MESSAGE(created.starts_with("HTTP/1.1 201 Created\r\n"), created);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(server_tests)

// contract 11; as httpx sends it
BOOST_AUTO_TEST_CASE(a_recorded_list_request_gets_the_literal_answer) {
    running_server s;
    raw_client client(s.port);
    post_job(client);
    client.send(
        "GET /apis/jobs/v2/workspaces/ws/jobs/jo/steps?filter%5Bstatus%5D=cancelling%2Cpausing&page_size=100 "
        "HTTP/1.1\r\n"
        "Host: 127.0.0.1:8080\r\n"
        "Accept: application/json\r\n"
        "Accept-Encoding: gzip, deflate, br, zstd\r\n"
        "Connection: keep-alive\r\n"
        "User-Agent: AsyncNeMoPlatform/Python 1.0\r\n"
        "X-Stainless-Lang: python\r\n"
        "x-stainless-retry-count: 0\r\n"
        "X-NMP-Principal-Id: service:jobs\r\n"
        "\r\n");
    BOOST_TEST(client.answer() ==
               json_answer("200 OK",
                           R"({"data":[],"pagination":{"page":1,"page_size":100,"current_page_size":0,)"
                           R"("total_pages":1,"total_results":0},"sort":"created_at",)"
                           R"("filter":{"job":"jo","status":["cancelling","pausing"]}})"));
    client.send(
        "GET /apis/jobs/v2/workspaces/ws/jobs/jo/steps?filter%5Bstatus%5D=pending HTTP/1.1\r\nHost: "
        "h\r\n\r\n");
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 422 Unprocessable Entity\r\n"));
}

// platform-facts 3.5; chunked, as a generator body makes it
BOOST_AUTO_TEST_CASE(a_chunked_put_with_odd_header_case_is_read_whole) {
    running_server s;
    raw_client client(s.port);
    post_job(client);
    client.send(
        "PUT /apis/jobs/v2/workspaces/ws/jobs/jo/steps/one/tasks/task-1 HTTP/1.1\r\n"
        "hOST: 127.0.0.1\r\n"
        "cOntent-tYpe: application/json\r\n"
        "transfer-ENCODING: chunked\r\n"
        "\r\n"
        "b\r\n{\"status\":\"\r\n"
        "1C;ext=1\r\nactive\",\"error_stack\":\"x\"  }\r\n"
        "0\r\n\r\n");
    std::string const answer = client.answer();
    BOOST_REQUIRE_MESSAGE(answer.starts_with("HTTP/1.1 200 OK\r\n"), answer);
    auto const task = json::parse(body_of(answer));
    BOOST_TEST(task.at("status").as_string() == "active");
    BOOST_TEST(task.at("error_stack").as_string() == "x");
    BOOST_TEST(task.at("created_at").as_string() == "2026-07-19T10:11:12");
}

BOOST_AUTO_TEST_CASE(pipelined_requests_are_answered_in_order) {
    running_server s;
    raw_client client(s.port);
    client.send(create_job +
                "PATCH /apis/jobs/v2/workspaces/ws/jobs/jo/status-details HTTP/1.1\r\nHost: "
                "h\r\nContent-Length: 7\r\n\r\n"
                "{\"a\":1}"
                "GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n"
                "DELETE /apis/jobs/v2/workspaces/ws/jobs/jo/status HTTP/1.1\r\nHost: h\r\n\r\n");
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 201 Created\r\n"));
    BOOST_TEST(client.answer() == json_answer("200 OK", "null"));
    BOOST_TEST(client.answer() == json_answer("404 Not Found", R"({"detail":"Not Found"})"));
    BOOST_TEST(client.answer() ==
               json_answer("405 Method Not Allowed", R"({"detail":"Method Not Allowed"})", "allow: GET\r\n"));
}

// platform-facts 3.3, 3.5 and 3.7 on the wire: a step's life as a controller and its task write it
BOOST_AUTO_TEST_CASE(a_job_goes_through_its_life_on_one_connection) {
    running_server s;
    raw_client client(s.port);
    post_job(client);
    auto const send = [&](std::string const& method, std::string const& path, std::string const& body) {
        client.send(
            method + " /apis/jobs/v2/workspaces/ws/jobs/jo" + path +
            " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
            "Content-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body);
        return client.answer();
    };
    BOOST_TEST(send("PATCH", "/steps/one/status", R"({"status":"resuming"})")
                   .starts_with("HTTP/1.1 409 Conflict\r\n"));
    BOOST_TEST(
        send("PATCH", "/steps/one/status", R"({"status":"active"})").starts_with("HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(
        send("PUT", "/steps/one/tasks/task-1", R"({"status":"active","status_details":{"step":1,"x":null}})")
            .starts_with("HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(
        send("PUT", "/steps/one/tasks/Task-1", "{}").starts_with("HTTP/1.1 422 Unprocessable Entity\r\n"));
    BOOST_TEST(send("PUT", "/steps/two/tasks/task-1", "{}") ==
               json_answer("404 Not Found", R"({"detail":"Job step not found"})"));
    BOOST_TEST(send("PUT", "/steps/one/tasks/task-1",
                    R"({"status":"error","error_details":{"message":"boom"},"error_stack":"at x"})")
                   .starts_with("HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(
        send("PATCH", "/steps/one/status", R"({"status":"error","error_details":{"message":"exit 1"}})")
            .starts_with("HTTP/1.1 200 OK\r\n"));
    auto tree = json::parse(body_of(send("GET", "/status", ""))).as_object();
    tree.erase("id");
    auto& step = tree.at("steps").at(0).as_object();
    step.erase("id");
    step.at("tasks").at(0).as_object().erase("id");
    BOOST_TEST(tree == json::parse(R"({"name":"jo","status":"error","status_details":{"step":1,"x":null},
        "error_details":{"message":"exit 1"},
        "steps":[{"name":"one","status":"error","status_details":{},"error_details":{"message":"exit 1"},
          "tasks":[{"name":"task-1","status":"error","status_details":{"step":1,"x":null},
            "error_details":{"message":"boom"},"error_stack":"at x",
            "created_at":"2026-07-19T10:11:12","updated_at":"2026-07-19T10:11:12"}],
          "created_at":"2026-07-19T10:11:12","updated_at":"2026-07-19T10:11:12"}],
        "created_at":"2026-07-19T10:11:12","updated_at":"2026-07-19T10:11:12"})"));
}

// curl waits for the word before it sends a large body
BOOST_AUTO_TEST_CASE(expect_100_continue_is_answered_before_the_body_comes) {
    running_server s;
    raw_client client(s.port);
    post_job(client);
    client.send(
        "PATCH /apis/jobs/v2/workspaces/ws/jobs/jo/status-details HTTP/1.1\r\nHost: h\r\nUser-Agent: "
        "curl/7.88.1\r\n"
        "Accept: */*\r\nContent-Type: application/json\r\nContent-Length: 7\r\nExpect: 100-continue\r\n\r\n");
    BOOST_TEST(client.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("{\"a\":1}");
    BOOST_TEST(client.answer() == json_answer("200 OK", "null"));
}

// `curl -d` without a content type of JSON
BOOST_AUTO_TEST_CASE(a_form_body_is_refused_like_fastapi_does) {
    running_server s;
    raw_client client(s.port);
    client.send(
        "PATCH /apis/jobs/v2/workspaces/ws/jobs/jo/status-details HTTP/1.1\r\nHost: h\r\nContent-Length: "
        "7\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n{\"a\":1}");
    BOOST_TEST(body_of(client.answer()) ==
               R"({"detail":[{"type":"dict_type","loc":["body"],"msg":"Input should be a valid dictionary",)"
               R"("input":"{\"a\":1}"}]})");
}

BOOST_AUTO_TEST_CASE(what_is_no_http_gets_400_and_the_end) {
    running_server s;
    for (std::string const bytes : {"hello\r\n\r\n", "GET / HTTP/1.1\r\nbad header\r\n\r\n",
                                    "\x16\x03\x01\x02\r\n\r\n", "PUT / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                                    "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
        raw_client client(s.port);
        client.send(bytes);
        BOOST_TEST(
            client.answer() ==
            "HTTP/1.1 400 Bad Request\r\n" + std::string(common) +
                "content-length: 30\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n\r\n"
                "Invalid HTTP request received.");
        BOOST_TEST(client.ends());
    }
}

BOOST_AUTO_TEST_CASE(connection_close_and_http_1_0_are_honoured) {
    running_server s;
    for (std::string const request :
         {"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
        raw_client client(s.port);
        client.send(request);
        BOOST_TEST(client.answer() ==
                   json_answer("404 Not Found", R"({"detail":"Not Found"})", "connection: close\r\n"));
        BOOST_TEST(client.ends());
    }
}

BOOST_AUTO_TEST_CASE(head_gets_the_length_but_no_body) {
    running_server s;
    raw_client client(s.port);
    client.send("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    client.shut_sending();
    BOOST_TEST(client.answer() ==
               "HTTP/1.1 404 Not Found\r\n" + std::string(common) +
                   "content-length: 22\r\ncontent-type: application/json\r\nconnection: close\r\n"
                   "\r\n");
}

// uvicorn's keep-alive time-out runs between requests only
BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed_after_an_answer_not_before_one) {
    dev::server_options options;
    options.idle_close = 150ms;
    running_server s(options);
    raw_client fresh(s.port);
    raw_client slow(s.port);
    slow.send("GET / HTTP/1.1\r\nHo");
    raw_client used(s.port);
    used.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    BOOST_TEST(used.answer().starts_with("HTTP/1.1 404"));
    auto const answered = std::chrono::steady_clock::now();
    BOOST_TEST(used.ends());
    BOOST_TEST((std::chrono::steady_clock::now() - answered >= 100ms));
    BOOST_TEST(fresh.is_silent(300ms));
    slow.send("st: h\r\n\r\n");
    BOOST_TEST(slow.answer().starts_with("HTTP/1.1 404"));
}

BOOST_AUTO_TEST_CASE(a_body_of_many_megabytes_is_taken_and_one_over_the_limit_is_413) {
    dev::server_options options;
    options.body_limit = 20'000'000;
    running_server s(options);
    raw_client client(s.port);
    post_job(client);
    std::string const body = R"({"error_stack":")" + std::string(16'000'000, 'x') + R"("})";
    client.send(
        "PUT /apis/jobs/v2/workspaces/ws/jobs/jo/steps/one/tasks/task-1 HTTP/1.1\r\nHost: "
        "h\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
    std::string const answer = client.answer();
    BOOST_TEST(answer.starts_with("HTTP/1.1 200 OK"));
    BOOST_TEST(answer.size() > body.size());
    client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 20000001\r\n\r\n");
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 413 "));
}

BOOST_AUTO_TEST_CASE(endless_headers_are_431) {
    running_server s;
    raw_client client(s.port);
    client.send("GET / HTTP/1.1\r\nX: " + std::string(80'000, 'x'));
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 431 "));
}

BOOST_AUTO_TEST_CASE(many_connections_are_served_side_by_side) {
    running_server s;
    std::vector<std::unique_ptr<raw_client>> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(std::make_unique<raw_client>(s.port));
    for (auto& client : clients)
        client->send("GET /x HTTP/1.1\r\nHost: h\r\n\r\n");
    for (auto& client : clients)
        BOOST_TEST(client->answer().starts_with("HTTP/1.1 404"));
}

// `run --dev` starts the workload from the process that serves
BOOST_AUTO_TEST_CASE(no_socket_of_the_server_passes_to_a_started_program) {
    auto const sockets = [] {
        std::set<int> found;
        for (auto const& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code gone;
            if (std::filesystem::read_symlink(entry.path(), gone).string().starts_with("socket:"))
                found.insert(std::stoi(entry.path().filename().string()));
        }
        return found;
    };
    auto const before = sockets();
    running_server s;
    raw_client client(s.port);
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    BOOST_TEST(client.answer().starts_with("HTTP/1.1 404"));
    int ours = 0;
    for (int const fd : sockets()) {
        if (before.contains(fd)) continue;
        BOOST_TEST((::fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
        ++ours;
    }
    // the listening one, the accepted one and the client's
    BOOST_TEST(ours == 3);
}

BOOST_AUTO_TEST_CASE(stopping_closes_idle_connections_and_cuts_the_stuck_ones) {
    running_server s;
    raw_client idle(s.port);
    idle.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    idle.answer();
    auto const begin = std::chrono::steady_clock::now();
    {
        raw_client stuck(s.port);
        stuck.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n1");
        // the server has read of it once a later connection is answered
        raw_client later(s.port);
        later.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        later.answer();
        s.server.stop();
        BOOST_TEST(stuck.ends());
    }
    BOOST_TEST(idle.ends());
    BOOST_TEST((std::chrono::steady_clock::now() - begin < 8s));
    BOOST_CHECK_THROW(raw_client(s.port), std::runtime_error);
}

// contract 11
BOOST_AUTO_TEST_CASE(addresses_that_are_not_loopback_are_refused_unless_allowed) {
    boost::asio::io_context context;
    dev::job_store store;
    dev::server careful(context, store);
    auto const refused = careful.listen("0.0.0.0", 0);
    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().text.find("0.0.0.0 needs --allow-remote") != std::string::npos);
    BOOST_TEST(!careful.listen("example.org", 0).has_value());
    auto const local = careful.listen("localhost", 0);
    BOOST_REQUIRE(local.has_value());
    dev::server second(context, store);
    auto const taken = second.listen("127.0.0.1", *local);
    BOOST_REQUIRE(!taken.has_value());
    BOOST_TEST(taken.error().code == boost::system::errc::address_in_use);
    dev::server_options options;
    options.allow_remote = true;
    dev::server open(context, store, options);
    BOOST_TEST(open.listen("0.0.0.0", 0).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
