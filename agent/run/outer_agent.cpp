#include "task_agent/run/outer_agent.hpp"

#include "task_agent/base/unique_fd.hpp"
#include "task_agent/wire/channel_codec.hpp"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>
#include <utility>

namespace task_agent {
namespace {

bool is_listened_at(std::string const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) return false;
    std::memcpy(address.sun_path, path.data(), path.size());
    unique_fd const probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return probe && ::connect(probe.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
}

}  // namespace

std::unique_ptr<outer_agent> outer_agent::find(boost::asio::io_context& io, std::string const& socket) {
    if (!is_listened_at(socket)) return nullptr;
    net::base_url to;
    to.scheme = net::base_url::scheme_kind::unix_socket;
    to.socket_path = socket;
    return std::unique_ptr<outer_agent>(new outer_agent(io, std::move(to)));
}

awaitable<bool> outer_agent::reports_for(identity id, bool any_task, time_point until) {
    net::http_request question;
    question.method = "GET";
    question.target = "/v1/task";
    auto const answer = co_await client_.request(std::move(question), until);
    auto const theirs = answer.status == 200 ? parse_task(answer.body) : result<identity>(identity());
    if (!theirs || theirs->job.empty()) co_return false;
    co_return theirs->workspace == id.workspace && theirs->job == id.job && theirs->step == id.step &&
        (any_task || theirs->task == id.task);
}

awaitable<bool> outer_agent::hand_over(nested_report report, time_point until) {
    net::http_request message;
    message.method = "POST";
    message.target = "/v1/error-report";
    message.body = encode_nested_report(report);
    auto const answer = co_await client_.request(std::move(message), until);
    co_return answer.status == 204;
}

}  // namespace task_agent
