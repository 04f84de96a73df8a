#include "task_agent/supervise/child.hpp"

#include "task_agent/os/pidfd.hpp"
#include "task_agent/os/process.hpp"

// Process 1.81 with std::filesystem does not include what it uses
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/optional.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/type_traits.hpp>

#include <utility>

namespace task_agent {

namespace asio = boost::asio;

struct child::held {
    held(asio::any_io_executor executor, pid_t pid, int pidfd)
        : process(executor, pid), exit_watch(executor, pidfd) {}
    ~held() {
        if (!reaped) process.detach();
    }

    boost::process::v2::process process;
    asio::posix::stream_descriptor exit_watch;  // a pidfd: readable at the end, and does not reap
    bool reaped = false;
};

child::child(pid_t pid, std::unique_ptr<held> h) noexcept : pid_(pid), held_(std::move(h)) {}
child::child(child&&) noexcept = default;
child& child::operator=(child&&) noexcept = default;
child::~child() = default;

result<child> child::adopt(asio::any_io_executor executor, pid_t pid) {
    auto pidfd = os::open_pidfd(pid);
    if (!pidfd) return pidfd.error();
    return child(pid, std::make_unique<held>(std::move(executor), pid, pidfd->release()));
}

asio::awaitable<bool> child::ended() {
    auto const token = asio::as_tuple(asio::use_awaitable);
    auto [ec] = co_await held_->exit_watch.async_wait(asio::posix::stream_descriptor::wait_read, token);
    co_return !ec;
}

void child::give_up() noexcept {
    boost::system::error_code ec;
    held_->exit_watch.cancel(ec);
}

bool child::signal_group(int signal) noexcept {
    return !held_->reaped && os::kill_group(pid_, signal);
}

result<exit_status> child::reap() {
    boost::system::error_code ec;
    held_->process.wait(ec);
    held_->reaped = true;
    if (ec) return system_error(ec, "waitpid");
    return exit_status::from_wait(static_cast<int>(held_->process.native_exit_code()));
}

}  // namespace task_agent
