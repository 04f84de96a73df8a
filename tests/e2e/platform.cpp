#include "platform.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdlib>
#include <stdexcept>

namespace e2e {
namespace {

using support::exchange;
using support::http_answer;
using support::http_request;

constexpr char base[] = "/apis/jobs/v2/workspaces/default/jobs";

bool is_task_update(exchange const& e) {
    return e.request.method == "PUT" && e.status == 200;
}

std::string job_body(job_wishes const& wishes) {
    json::object step;
    step["name"] = step_name;
    step["executor"] = {{"provider", "cpu"}, {"profile", "default"}, {"container", {{"image", "none"}}}};
    json::object lifecycle;
    if (wishes.staleness_timeout) lifecycle["staleness_timeout_seconds"] = *wishes.staleness_timeout;
    if (wishes.pause_deadline) lifecycle["pause_deadline_seconds"] = *wishes.pause_deadline;
    if (!lifecycle.empty()) step["lifecycle"] = std::move(lifecycle);
    json::object job;
    job["source"] = "test";
    job["spec"] = json::object();
    job["platform_spec"] = {{"steps", json::array{step}}};
    return json::serialize(job);
}

std::uint16_t port_in(std::string const& line) {
    auto const at = line.find("http://127.0.0.1:");
    if (at == std::string::npos) throw std::runtime_error("no URL in \"" + line + "\"");
    return static_cast<std::uint16_t>(std::stoul(line.substr(at + 17)));
}

}  // namespace

std::string agent() {
    return TASK_AGENT_EXECUTABLE;
}

environment plain_environment() {
    environment env{{"PATH", "/usr/local/bin:/usr/bin:/bin"}};
    for (char const* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (char const* value = std::getenv(name)) env[name] = value;
    }
    return env;
}

std::string text_at(json::value const& document, std::string_view pointer) {
    boost::system::error_code failure;
    auto const* found = document.find_pointer({pointer.data(), pointer.size()}, failure);
    if (!found) return "(none)";
    if (auto const* text = found->if_string()) return std::string(text->data(), text->size());
    return json::serialize(*found);
}

json::value parsed(std::string_view text) {
    boost::system::error_code failure;
    auto value = json::parse({text.data(), text.size()}, failure);
    if (failure) throw std::runtime_error("no JSON: " + std::string(text));
    return value;
}

namespace {

support::command dev_server_with(std::vector<std::string> const& options) {
    support::command made{{agent(), "dev-server", "--listen", "127.0.0.1:0"}, plain_environment()};
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    return made;
}

}  // namespace

dev_server::dev_server(std::vector<std::string> const& options) : process_(dev_server_with(options)) {
    process_.wait_for_output("\n");
    port_ = port_in(process_.out());
}

json::value dev_server::call(std::string const& method, std::string const& path, std::string const& body,
                             int expected) const {
    auto const answer = support::call(port_, {method, path, {{"Content-Type", "application/json"}}, body});
    if (answer.status != expected) {
        throw std::runtime_error(method + " " + path + ": " + std::to_string(answer.status) + " " +
                                 answer.body);
    }
    return answer.body.empty() ? json::value() : parsed(answer.body);
}

platform::platform(job_wishes const& wishes)
    : recorder_([this](http_request const& request) -> std::optional<http_answer> {
          if (instead) {
              if (auto answer = instead(request)) return answer;
          }
          return support::call(server_.port(), request);
      }) {
    job_ = text_at(server_.call("POST", base, job_body(wishes), 201), "/name");
    attempt_ = text_at(server_.call("GET", path("/steps")), "/data/0/attempt_id");
}

std::string platform::path(std::string const& rest) const {
    return std::string(base) + "/" + job_ + rest;
}

environment platform::env() const {
    auto env = plain_environment();
    env["NEMO_JOB_WORKSPACE"] = "default";
    env["NEMO_JOB_ID"] = job_;
    env["NEMO_JOB_STEP"] = step_name;
    env["NEMO_JOB_TASK"] = task_name;
    env["NEMO_JOB_ATTEMPT_ID"] = attempt_;
    env["NMP_JOBS_URL"] = recorder_.url();
    return env;
}

support::command platform::run(std::vector<std::string> const& options,
                               std::vector<std::string> const& workload) const {
    support::command made{{agent(), "run"}, env()};
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    made.argv.emplace_back("--");
    made.argv.insert(made.argv.end(), workload.begin(), workload.end());
    return made;
}

json::value platform::status() const {
    return server_.call("GET", path("/status"));
}

json::value platform::step() const {
    return status().at("steps").at(0);
}

json::value platform::task() const {
    auto const step_now = step();
    auto const& tasks = step_now.at("tasks").as_array();
    return tasks.empty() ? json::value() : tasks.front();
}

void platform::set_step(std::string const& status) const {
    server_.call("PATCH", path("/steps/" + std::string(step_name) + "/status"),
                 json::serialize(json::object{{"status", status}}));
}

void platform::cancel() const {
    server_.call("POST", path("/cancel"));
}

void platform::pause() const {
    server_.call("POST", path("/pause"));
}

void platform::rerun() const {
    server_.call("POST", path("/rerun"));
}

void platform::remove() const {
    server_.call("DELETE", path(""), {}, 204);
}

std::vector<json::value> platform::updates() const {
    std::vector<json::value> bodies;
    for (auto const& e : recorder_.exchanges()) {
        if (is_task_update(e)) bodies.push_back(parsed(e.request.body));
    }
    return bodies;
}

bool platform::wait_for_updates(std::size_t count, std::string const& status) const {
    return recorder_.wait_until([&](std::vector<exchange> const& all) {
        std::size_t seen = 0;
        for (auto const& e : all) {
            if (is_task_update(e) && text_at(parsed(e.request.body), "/status") == status) ++seen;
        }
        return seen >= count;
    });
}

std::vector<std::string> shell(std::string const& script) {
    return {"sh", "-c", script};
}

}  // namespace e2e
