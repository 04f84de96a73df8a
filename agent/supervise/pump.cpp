#include "task_agent/supervise/pump.hpp"

#include "task_agent/os/pipe.hpp"
#include "task_agent/os/signals.hpp"

#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>

namespace task_agent {
namespace {

// Untouched pages of the buffer cost nothing: a quiet workload uses one or two.
constexpr std::size_t buffer_capacity = 128 * 1024;
constexpr std::size_t default_pipe = 64 * 1024;
// This many reads in a row that found the pipe nearly full are a sustained load.
constexpr int sustained_reads = 64;
constexpr std::size_t thread_stack = 64 * 1024;
// A buffer that was used beyond this goes back to the kernel after a second of silence: an idle workload
// costs the same whatever it printed before (contract 7).
constexpr std::size_t kept_in_silence = 16 * 1024;
constexpr int silence_ms = 1000;
// Linux charges grown pipes to the user (pipe-user-pages-soft): two per agent (contract 5).
constexpr int growth_allowance = 2;
std::atomic<int> grown_pipes{0};

void grow_if_allowed(int fd, std::size_t size) noexcept {
    if (grown_pipes.fetch_add(1) >= growth_allowance || !os::grow_pipe(fd, size)) grown_pipes.fetch_sub(1);
}

duration::rep ticks(time_point t) noexcept {
    return t.time_since_epoch().count();
}
time_point from_ticks(duration::rep t) noexcept {
    return time_point(duration(t));
}

}  // namespace

pump::pump(unique_fd source, pump_options options, output_observer& observer, console& lines,
           std::function<void()> on_end)
    : source_(std::move(source)),
      options_(options),
      observer_(&observer),
      console_(&lines),
      on_end_(std::move(on_end)) {}

pump::~pump() {
    if (started_ && !joined_) {
        abandon();
        while (!settled()) {
            kick();
            ::poll(nullptr, 0, 1);
        }
        join();
    }
    if (buffer_) ::munmap(buffer_, buffer_capacity);
}

result<> pump::start() {
    void* const memory =
        ::mmap(nullptr, buffer_capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return system_error(last_errno(), "mmap");
    buffer_ = static_cast<char*>(memory);
    buffer_size_ = default_pipe;
    last_input_ = ticks(steady_clock::now());

    ::pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, thread_stack);
    int const failed = ::pthread_create(&thread_, &attributes, &pump::thread_main, this);
    ::pthread_attr_destroy(&attributes);
    if (failed != 0) return system_error({failed, boost::system::system_category()}, "pthread_create");
    started_ = true;
    return {};
}

void pump::take_rest() noexcept {
    order expected = order::run;
    order_.compare_exchange_strong(expected, order::take_rest);
    kick();
}

void pump::abandon() noexcept {
    order_ = order::abandon;
    kick();
}

void pump::kick() noexcept {
    if (started_ && !joined_ && !ended_.load(std::memory_order_acquire))
        ::pthread_kill(thread_, os::kick_signal);
}

bool pump::settled() const noexcept {
    return ended_.load() || seen_.load() == order_.load();
}

void pump::join() noexcept {
    if (!started_ || joined_) return;
    ::pthread_join(thread_, nullptr);
    joined_ = true;
}

stream_state pump::state() const noexcept {
    stream_state s;
    s.ended = ended_.load(std::memory_order_acquire);
    if (auto const since = idle_since_.load(std::memory_order_relaxed); since != 0)
        s.idle_since = from_ticks(since);
    return s;
}

time_point pump::last_input() const noexcept {
    return from_ticks(last_input_.load(std::memory_order_relaxed));
}

void* pump::thread_main(void* self) noexcept {
    auto& p = *static_cast<pump*>(self);
    os::accept_kicks_in_this_thread();
    p.loop();
    p.source_.reset();
    p.ended_.store(true, std::memory_order_release);
    p.on_end_();
    return nullptr;
}

void pump::loop() noexcept {
    for (;;) {
        looks_.fetch_add(1, std::memory_order_relaxed);
        order const now_ordered = order_.load();
        seen_.store(now_ordered);
        if (now_ordered != order::run) return take_what_waits();
        if (options_.writes_agent_lines && console_->has_lines()) write_agent_lines();

        idle_since_.store(ticks(steady_clock::now()), std::memory_order_relaxed);
        // a read that filled the buffer has more behind it: no time to look for silence
        if (touched_ > kept_in_silence && !filled_ && !await_input()) continue;
        auto const got = ::read(source_.get(), buffer_, buffer_size_);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return;
        idle_since_.store(0, std::memory_order_relaxed);
        auto const size = static_cast<std::size_t>(got);
        touched_ = std::max(touched_, size);
        filled_ = size == buffer_size_;
        on_load(size);
        if (!pass_on(buffer_, size)) return;
    }
}

// False after a kick. Gives the buffer's memory back when nothing comes for a while.
bool pump::await_input() noexcept {
    ::pollfd p{source_.get(), POLLIN, 0};
    int const ready = ::poll(&p, 1, silence_ms);
    if (ready < 0) return false;
    if (ready == 0) {
        ::madvise(buffer_, buffer_capacity, MADV_DONTNEED);
        touched_ = 0;
    }
    return true;
}

// The order to end has come. A descendant may go on writing for ever, so only what waits at this moment is
// taken.
void pump::take_what_waits() noexcept {
    std::size_t waiting = os::bytes_waiting(source_.get());
    os::set_non_blocking(source_.get());
    while (waiting > 0) {
        auto const got = ::read(source_.get(), buffer_, std::min(buffer_size_, waiting));
        if (got < 0 && errno == EINTR) {
            seen_.store(order_.load());
            continue;
        }
        if (got <= 0) return;
        auto const size = static_cast<std::size_t>(got);
        waiting -= size;
        if (!pass_on(buffer_, size)) return;
        seen_.store(order_.load());
    }
}

bool pump::pass_on(char const* data, std::size_t size) noexcept {
    auto const now = steady_clock::now();
    last_input_.store(ticks(now), std::memory_order_relaxed);
    bool const more = options_.writes_agent_lines && console_->has_lines() ? write_with_lines(data, size)
                                                                           : write_all(data, size);
    passed_.fetch_add(size, std::memory_order_relaxed);
    observer_->on_bytes({data, size}, now);
    return more;
}

// Lines of the agent go behind the last finished line of the workload, not into an unfinished one.
bool pump::write_with_lines(char const* data, std::size_t size) noexcept {
    void const* const last = ::memrchr(data, '\n', size);
    if (!last) return write_all(data, size);
    auto const head = static_cast<std::size_t>(static_cast<char const*>(last) - data) + 1;
    if (!write_all(data, head)) return false;
    write_agent_lines();
    return head == size || write_all(data + head, size - head);
}

void pump::write_agent_lines() noexcept {
    if (auto* const lock = console_->shared_lock()) lock->lock();
    bool const free_line = console_->at_line_start();
    if (auto* const lock = console_->shared_lock()) lock->unlock();
    if (!free_line) return;
    std::string const text = console_->take_lines();
    write_all(text.data(), text.size());
}

bool pump::write_all(char const* data, std::size_t size) noexcept {
    std::unique_lock<std::mutex> turn;
    if (auto* const lock = console_->shared_lock()) turn = std::unique_lock(*lock);
    if (size > 0) console_->on_written(options_.which, data[size - 1] == '\n');
    while (size > 0) {
        if (order_.load(std::memory_order_relaxed) == order::abandon) {
            seen_.store(order::abandon);
            lost_.fetch_add(size, std::memory_order_relaxed);
            return true;  // go on reading: the observer still learns what came
        }
        auto const n = ::write(options_.sink, data, size);
        if (n >= 0) {
            data += n;
            size -= static_cast<std::size_t>(n);
            continue;
        }
        if (errno == EINTR) {
            seen_.store(order_.load());
            continue;
        }
        if (errno == EAGAIN) {  // somebody who shares the descriptor made it non-blocking
            ::pollfd p{options_.sink, POLLOUT, 0};
            ::poll(&p, 1, -1);
            continue;
        }
        lost_.fetch_add(size, std::memory_order_relaxed);
        if (errno == EPIPE) return false;
        int none = 0;
        write_error_.compare_exchange_strong(none, errno);
        return true;
    }
    return true;
}

void pump::on_load(std::size_t got) noexcept {
    if (grown_ || options_.pipe_size == 0) return;
    full_reads_ = got >= default_pipe / 2 ? full_reads_ + 1 : 0;
    if (full_reads_ < sustained_reads) return;
    grown_ = true;
    grow_if_allowed(source_.get(), options_.pipe_size);
    grow_if_allowed(options_.sink, options_.pipe_size);
    buffer_size_ = buffer_capacity;
}

}  // namespace task_agent
