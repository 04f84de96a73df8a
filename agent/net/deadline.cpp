#include "task_agent/net/deadline.hpp"

#include <utility>

namespace task_agent::net {

struct deadline::shared {
    std::function<void()> abort;  // empty once it ran or the deadline's owner is gone
    bool has_passed = false;
};

deadline::deadline(asio::io_context& io, time_point at, std::function<void()> abort)
    : shared_(std::make_shared<shared>()), timer_(io, at) {
    shared_->abort = std::move(abort);
    timer_.async_wait([state = shared_](boost::system::error_code code) {
        if (code || !state->abort) return;
        state->has_passed = true;
        std::exchange(state->abort, nullptr)();
    });
}

deadline::~deadline() {
    shared_->abort = nullptr;
}

bool deadline::has_passed() const noexcept {
    return shared_->has_passed;
}

}  // namespace task_agent::net
