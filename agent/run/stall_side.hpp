// What a run keeps of its stalls: whether it moves, and what was found out when it did not (contract 9).
#pragma once

#include "task_agent/core/process_picture.hpp"
#include "task_agent/logic/stall_watch.hpp"
#include "task_agent/os/blocking_worker.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <string>

namespace task_agent {

struct stall_side {
    stall_side(boost::asio::io_context& io, time_point began, bool counts_cpu)
        : watch(began, counts_cpu), timer(io) {}

    stall_watch watch;
    boost::asio::steady_timer timer;
    os::blocking_worker looker;  // at /proc

    // Of the stall that lasts, masked; empty without one.
    std::string message;
    std::string evidence;
    bool has_warned = false;    // that nobody says what a stall is
    bool was_reported = false;  // the platform holds it
    bool ended_run = false;     // --on-stall=stop
};

}  // namespace task_agent
