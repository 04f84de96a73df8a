#include "task_agent/run/redelivery.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {

boost::asio::awaitable<delivery> redelivery::send(task_update update, time_point deadline) {
    under_way_.emplace(*io_, *client_, id_, *random_, log_, reporter::agent_key());
    under_way_->push_final(std::move(update), std::min(deadline, latest_));
    co_await under_way_->run();
    auto const fate = under_way_->final_fate();
    under_way_.reset();
    co_return fate;
}

void redelivery::hurry(time_point deadline) {
    latest_ = std::min(latest_, deadline);
    if (under_way_) under_way_->shorten_final(deadline);
}

}  // namespace task_agent
