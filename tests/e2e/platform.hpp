// The platform of an end-to-end test: the real dev-server as a process, one job of one step in it, and
// between agent and server a recorder that keeps every request in order and may answer in the server's place.
#pragma once

#include "support/process.hpp"
#include "support/recording_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace e2e {

namespace json = boost::json;
using support::environment;

// Path of the executable under test.
[[nodiscard]] std::string agent();
// What every process of a test gets: PATH, and what the sanitizers need.
[[nodiscard]] environment plain_environment();

// The text at a JSON pointer: a string's own, anything else serialised, "(none)" where nothing is.
[[nodiscard]] std::string text_at(json::value const& document, std::string_view pointer);
// Throws with the text when it is no JSON.
[[nodiscard]] json::value parsed(std::string_view text);

// A `task-agent dev-server` on a free loopback port, stopped with its object.
class dev_server {
public:
    explicit dev_server(std::vector<std::string> const& options = {});

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // Throws when the answer's status is another than `expected`.
    json::value call(std::string const& method, std::string const& path, std::string const& body = {},
                     int expected = 200) const;

private:
    support::process process_;
    std::uint16_t port_ = 0;
};

struct job_wishes {
    std::optional<int> staleness_timeout = {};  // seconds, in the step's lifecycle
    std::optional<int> pause_deadline = {};     // likewise: the pause is left to the workload
};

constexpr char step_name[] = "train";
constexpr char task_name[] = "task-1";

class platform {
public:
    explicit platform(job_wishes const& wishes = {});

    // Answers instead of the server when it returns something; set before the agent is started.
    std::function<std::optional<support::http_answer>(support::http_request const&)> instead;

    [[nodiscard]] dev_server const& server() const noexcept { return server_; }
    [[nodiscard]] support::recording_server const& recorder() const noexcept { return recorder_; }
    [[nodiscard]] std::string const& job() const noexcept { return job_; }

    // Identity and URL as the platform sets them for a task, on top of plain_environment().
    [[nodiscard]] environment env() const;
    // `task-agent run [options] -- workload`, within env().
    [[nodiscard]] support::command run(std::vector<std::string> const& options,
                                       std::vector<std::string> const& workload) const;

    // As the server holds them now; the task's is null before its first update.
    [[nodiscard]] json::value status() const;
    [[nodiscard]] json::value step() const;
    [[nodiscard]] json::value task() const;
    [[nodiscard]] std::string task_status() const { return text_at(task(), "/status"); }
    [[nodiscard]] std::string step_status() const { return text_at(step(), "/status"); }

    // Writes that belong to a jobs controller or a user, past the recorder.
    void set_step(std::string const& status) const;
    void cancel() const;
    void pause() const;
    // A new attempt; the job must have ended.
    void rerun() const;
    // Nothing of the job is found any more; likewise.
    void remove() const;

    // Bodies of the task updates that the server took, oldest first.
    [[nodiscard]] std::vector<json::value> updates() const;
    // Until `count` updates with this status were taken.
    [[nodiscard]] bool wait_for_updates(std::size_t count, std::string const& status) const;

private:
    [[nodiscard]] std::string path(std::string const& rest) const;

    dev_server server_;
    support::recording_server recorder_;
    std::string job_;
    std::string attempt_;
};

// "sh", "-c", script
[[nodiscard]] std::vector<std::string> shell(std::string const& script);

}  // namespace e2e
