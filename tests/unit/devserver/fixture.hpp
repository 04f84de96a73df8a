// A dev-server without sockets for the route tests: store, hand-driven clock, requests in one line.
#pragma once

#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/routes.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace task_agent::devserver::test {

namespace json = boost::json;
using namespace std::chrono_literals;

inline constexpr char const* jobs_path = "/apis/jobs/v2/workspaces/ws/jobs";

// A job of subprocess steps with the given names.
inline std::string job_body(std::string const& name, std::initializer_list<std::string> steps,
                            std::string const& source = "test") {
    std::string list;
    for (auto const& step : steps) {
        if (!list.empty()) list += ',';
        list += R"({"name":")" + step + R"(","executor":{"provider":"subprocess","command":["true"]}})";
    }
    return R"({"name":")" + name + R"(","source":")" + source + R"(","spec":{},"platform_spec":{"steps":[)" +
           list + "]}}";
}

struct platform {
    // 2026-07-19T10:11:12.000042
    wall_clock::time_point now{std::chrono::microseconds(1'784'455'872'000'042)};
    job_store store{[this] { return now; }, 7};
    header_list headers;

    answer send(std::string method, std::string target, std::string body = {}) {
        request asked;
        asked.method = std::move(method);
        asked.target = std::move(target);
        asked.headers = headers;
        asked.body = std::move(body);
        return handle(store, asked);
    }

    // With the wanted status, or the test says what came instead.
    json::value want(int status, std::string method, std::string target, std::string body = {}) {
        answer const given = send(method, target, std::move(body));
        BOOST_TEST(given.status == status,
                   method << ' ' << target << ": " << given.status << ' ' << given.body);
        return json::parse(given.body);
    }

    void create(std::string const& name, std::initializer_list<std::string> steps,
                std::string const& source = "test") {
        want(201, "POST", jobs_path, job_body(name, steps, source));
    }

    static std::string job(std::string const& name) { return jobs_path + ("/" + name); }
    static std::string step(std::string const& name) { return job("jo") + "/steps/" + name; }
    static std::string task(std::string const& step_name, std::string const& name) {
        return step(step_name) + "/tasks/" + name;
    }

    // PATCH of step `name` of job "jo".
    json::value move(std::string const& name, std::string const& to, int status = 200) {
        return want(status, "PATCH", step(name) + "/status", R"({"status":")" + to + R"("})");
    }

    std::string job_status(std::string const& name = "jo") {
        return std::string(want(200, "GET", job(name)).at("status").as_string());
    }
};

inline std::string text(json::value const& value) {
    return json::serialize(value);
}

}  // namespace task_agent::devserver::test
