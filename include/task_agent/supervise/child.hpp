// The workload's first process: started by our own launcher, held by Boost.Process for its wait (contract 4).
//
// Between its end and reap() it stays a zombie on purpose: as long as it does, its group number cannot belong
// to anybody else, so the group may be killed without a race. The destructor never kills and never waits: on
// every path but reap() the process is let go (detach), since ~process() of Boost.Process would send SIGKILL.
//
// Control thread only; the executor outlives it.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/core/exit_status.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <sys/types.h>

#include <memory>

namespace task_agent {

class child {
public:
    // Takes over a process that spawn() returned.
    [[nodiscard]] static result<child> adopt(boost::asio::any_io_executor executor, pid_t pid);
    child(child&&) noexcept;
    child& operator=(child&&) noexcept;
    ~child();

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }

    // Completes with true when the process has ended; it is not reaped. With false after give_up().
    [[nodiscard]] boost::asio::awaitable<bool> ended();
    // The process cannot be ended: nobody waits for it any more.
    void give_up() noexcept;
    // Sends to the whole group; only while unreaped. False when nobody could be signalled.
    bool signal_group(int signal) noexcept;
    // Takes the verdict of a process that has ended. Call once, after ended().
    [[nodiscard]] result<exit_status> reap();

private:
    struct held;
    child(pid_t pid, std::unique_ptr<held> h) noexcept;

    pid_t pid_ = -1;
    std::unique_ptr<held> held_;  // keeps Boost.Process out of this header
};

}  // namespace task_agent
