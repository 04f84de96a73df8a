// The socket by which programs of the workload speak with the agent (contract 8.1): today an agent inside it,
// which asks for whom this one reports, and hands over what it knows of a failure (contract 2, nested
// agents).
//
// Made before the spawn, so that its path can stand in the workload's environment; served from then on. The
// socket is removed by close(). Control thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/nested_report.hpp"
#include "task_agent/net/local_server.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

class workload_channel {
public:
    // In the first of `places` where it can be made; a path over 100 bytes takes the next. `user` is the
    // workload's.
    [[nodiscard]] static result<std::unique_ptr<workload_channel>> open(
        boost::asio::io_context& io, std::vector<std::string> const& places, uid_t user, identity id);
    ~workload_channel();

    [[nodiscard]] std::string const& path() const noexcept { return path_; }
    void serve();
    void close() noexcept;

    // Of the inner agent that failed last.
    [[nodiscard]] std::optional<nested_report> const& report() const noexcept { return report_; }

private:
    workload_channel(boost::asio::io_context& io, std::string path, unique_fd listening, uid_t user,
                     identity id);
    [[nodiscard]] net::local_answer answer(net::local_request const& request);

    boost::asio::io_context& io_;
    std::string path_;
    identity id_;
    net::local_server server_;
    std::optional<nested_report> report_;
};

// Where a channel is looked for: TMPDIR as the environment has it, the usual ones, the state dir.
[[nodiscard]] std::vector<std::string> channel_places(std::string const& state_dir,
                                                      std::vector<std::string> const& environment);

}  // namespace task_agent
