// Starts a coroutine that nobody awaits. Asio's own detached would drop an exception in silence; here it ends
// the program with the agent's code for its own failures (contract 1), since nothing that is true could be
// reported after it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace task_agent {

// `what` names it in the message; a literal.
void start_detached(boost::asio::io_context& io, boost::asio::awaitable<void> work, char const* what);

}  // namespace task_agent
