#include "task_agent/os/blocking_worker.hpp"

#include <pthread.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace task_agent::os {
namespace {

// Parsing JSON is the deepest that runs here; the default of 8 MiB would count against a limit on addresses.
constexpr std::size_t thread_stack = 256 * 1024;

}  // namespace

struct blocking_worker::line {
    std::mutex lock;
    std::condition_variable changed;
    std::deque<job> waiting;
    std::optional<time_point> since;  // the job under way began
    bool closed = false;              // the thread ends when nothing waits
    bool ended = false;

    static void* thread_main(void* shared) {
        // the thread's own share: the line lives as long as both of its ends
        std::unique_ptr<std::shared_ptr<line>> const own(static_cast<std::shared_ptr<line>*>(shared));
        (*own)->work();
        return nullptr;
    }

    void work() {
        std::unique_lock guard(lock);
        for (;;) {
            changed.wait(guard, [this] { return closed || !waiting.empty(); });
            if (waiting.empty()) break;
            auto next = std::move(waiting.front());
            waiting.pop_front();
            since = steady_clock::now();
            guard.unlock();
            next();
            next = nullptr;
            guard.lock();
            since.reset();
            changed.notify_all();
        }
        ended = true;
        changed.notify_all();
    }
};

blocking_worker::~blocking_worker() {
    if (!line_) return;
    std::unique_lock guard(line_->lock);
    line_->closed = true;
    line_->changed.notify_all();
    while (!line_->ended) {
        auto const now = steady_clock::now();
        auto const until = line_->since.value_or(now) + patience_;
        if (line_->changed.wait_until(guard, until) == std::cv_status::timeout && line_->since &&
            steady_clock::now() >= *line_->since + patience_) {
            line_->waiting.clear();
            return;
        }
    }
}

bool blocking_worker::submit(job work) {
    if (!line_ && !start_thread()) return false;
    {
        std::lock_guard const guard(line_->lock);
        line_->waiting.push_back(std::move(work));
    }
    line_->changed.notify_all();
    return true;
}

std::optional<time_point> blocking_worker::due() const {
    if (!line_) return std::nullopt;
    std::lock_guard const guard(line_->lock);
    if (line_->since) return *line_->since + patience_;
    // handed over, but not taken up yet
    if (!line_->waiting.empty()) return steady_clock::now() + patience_;
    return std::nullopt;
}

bool blocking_worker::give_up_overdue(time_point now) {
    if (!line_) return false;
    {
        std::lock_guard const guard(line_->lock);
        if (!line_->since || now < *line_->since + patience_) return false;
        line_->closed = true;
        line_->waiting.clear();
    }
    line_.reset();
    return true;
}

bool blocking_worker::start_thread() {
    auto made = std::make_shared<line>();
    auto share = std::make_unique<std::shared_ptr<line>>(made);
    ::pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, thread_stack);
    ::pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    ::pthread_t thread{};
    bool const started = ::pthread_create(&thread, &attributes, &line::thread_main, share.get()) == 0;
    ::pthread_attr_destroy(&attributes);
    if (!started) return false;
    (void)share.release();  // the thread's now
    line_ = std::move(made);
    return true;
}

}  // namespace task_agent::os
