#include "task_agent/run/workload_channel.hpp"

#include "task_agent/run/detached.hpp"
#include "task_agent/wire/channel_codec.hpp"
#include "task_agent/wire/json_value.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include "place_name.hpp"
#include <string_view>
#include <utility>

namespace task_agent {
namespace {

// Linux takes 107; programs that put the path into structures of their own take less.
constexpr std::size_t longest_path = 100;

net::local_answer said(int status, std::string body = {}) {
    net::local_answer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

net::local_answer refused(int status, std::string_view why) {
    json_object object;
    object.add("detail", json_string(why));
    return said(status, object.text());
}

}  // namespace

result<std::unique_ptr<workload_channel>> workload_channel::open(boost::asio::io_context& io,
                                                                 std::vector<std::string> const& places,
                                                                 uid_t user, identity id) {
    auto const name = place_name(".sock");
    std::string why = "no place is known";
    for (auto const& place : places) {
        auto path = place + "/" + name;
        if (path.size() > longest_path) continue;
        auto made = net::listen_at(path, user);
        if (made)
            return std::unique_ptr<workload_channel>(
                new workload_channel(io, std::move(path), std::move(*made), user, std::move(id)));
        why = made.error().text;
    }
    return error{errc::gone, why};
}

workload_channel::workload_channel(boost::asio::io_context& io, std::string path, unique_fd listening,
                                   uid_t user, identity id)
    : io_(io),
      path_(std::move(path)),
      id_(std::move(id)),
      server_(io, std::move(listening), std::vector<uid_t>(1, user),
              [this](net::local_request const& request) { return answer(request); }) {}

workload_channel::~workload_channel() {
    close();
}

void workload_channel::serve() {
    start_detached(io_, server_.run(), "the workload's channel");
}

void workload_channel::close() noexcept {
    server_.close();
    if (!path_.empty()) ::unlink(path_.c_str());
    path_.clear();
}

net::local_answer workload_channel::answer(net::local_request const& request) {
    if (request.method == "GET" && request.target == "/v1/task") return said(200, encode_task(id_));
    if (request.method == "POST" && request.target == "/v1/error-report") {
        auto report = parse_nested_report(request.body);
        if (!report) return refused(400, report.error().text);
        report_ = std::move(*report);
        return said(204);
    }
    return refused(404, "allowed are GET /v1/task and POST /v1/error-report");
}

std::vector<std::string> channel_places(std::string const& state_dir,
                                        std::vector<std::string> const& environment) {
    std::vector<std::string> places;
    constexpr std::string_view name = "TMPDIR=";
    for (auto const& entry : environment) {
        if (entry.starts_with(name) && entry.size() > name.size())
            places.push_back(entry.substr(name.size()));
    }
    for (auto const* usual : {"/dev/shm", "/run", "/tmp"})
        places.emplace_back(usual);
    // last: it may be on a file server that hangs, and the spawn waits for this
    if (!state_dir.empty()) places.push_back(state_dir);
    return places;
}

}  // namespace task_agent
