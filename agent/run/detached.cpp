#include "task_agent/run/detached.hpp"

#include "task_agent/os/fd_io.hpp"

#include <boost/asio/co_spawn.hpp>

#include <unistd.h>

#include <chrono>
#include <exception>
#include <string>

namespace task_agent {

void start_detached(boost::asio::io_context& io, boost::asio::awaitable<void> work, char const* what) {
    auto on_end = [what](std::exception_ptr failure) {
        if (!failure) return;
        std::string text = std::string("task-agent: error: internal failure in ") + what;
        try {
            std::rethrow_exception(failure);
        } catch (std::exception const& e) {
            text.append(": ").append(e.what());
        } catch (...) {
            text.append(": unknown exception");
        }
        (void)os::write_within(STDERR_FILENO, text + "\n", std::chrono::milliseconds(200));
        ::_exit(125);
    };
    boost::asio::co_spawn(io, std::move(work), on_end);
}

}  // namespace task_agent
