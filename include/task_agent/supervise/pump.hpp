// One stream of the workload, from its pipe to the agent's own descriptor, byte for byte (contract 5): the
// only code that touches the bytes that pass. It reads, writes through, and shows a copy to an observer.
//
// Threads: each pump has one thread of its own, with plain blocking calls, so that a reader that stops
// reading slows the workload down and nothing else. The control thread changes the mode and kicks the thread
// out of a blocking call (os::enable_kicks); as a kick may come between two calls, kick() is repeated until
// settled().
//
// What happens at the ends: the reader is gone (EPIPE) - the pump closes the workload's pipe, so that the
// workload gets the SIGPIPE it would get without an agent. Any other write error (disk full, say) - the bytes
// are lost and counted, the workload lives on.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/core/output.hpp"
#include "task_agent/logic/drain_policy.hpp"
#include "task_agent/supervise/console.hpp"

#include <pthread.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace task_agent {

struct pump_options {
    stream which = stream::out;
    int sink = 1;                     // borrowed; never closed, never made non-blocking
    std::size_t pipe_size = 0;        // what the pipes may grow to under sustained load; 0 = never
    bool writes_agent_lines = false;  // the pump of stderr carries the agent's own lines
};

class pump {
public:
    // All borrowed things outlive the pump. `on_end` is called once, from the pump's thread, when it has
    // ended.
    pump(unique_fd source, pump_options options, output_observer& observer, console& lines,
         std::function<void()> on_end);
    pump(pump const&) = delete;
    pump& operator=(pump const&) = delete;
    // Abandons and joins a thread that still runs.
    ~pump();

    [[nodiscard]] result<> start();

    // Read what the pipe holds now, write it, and end.
    void take_rest() noexcept;
    // Stop writing; what the pipe still holds is shown to the observer and counted as lost.
    void abandon() noexcept;
    // Leave a blocking call and look around. Repeat while !settled().
    void kick() noexcept;
    // The thread has seen the last order, or has ended.
    [[nodiscard]] bool settled() const noexcept;
    void join() noexcept;
    // How often the thread has looked at its orders and at the agent's lines.
    [[nodiscard]] std::uint64_t looks() const noexcept { return looks_.load(std::memory_order_relaxed); }

    [[nodiscard]] stream_state state() const noexcept;
    [[nodiscard]] std::uint64_t bytes_passed() const noexcept {
        return passed_.load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::uint64_t bytes_lost() const noexcept { return lost_.load(std::memory_order_relaxed); }
    // When the last bytes came; the start before any.
    [[nodiscard]] time_point last_input() const noexcept;
    // errno of the first write that failed for another reason than a reader that is gone; 0 = none.
    [[nodiscard]] int write_error() const noexcept { return write_error_.load(std::memory_order_relaxed); }

private:
    enum class order { run, take_rest, abandon };

    static void* thread_main(void* self) noexcept;
    void loop() noexcept;
    bool await_input() noexcept;
    void take_what_waits() noexcept;
    // False when the pump has to end.
    bool pass_on(char const* data, std::size_t size) noexcept;
    bool write_all(char const* data, std::size_t size) noexcept;
    bool write_with_lines(char const* data, std::size_t size) noexcept;
    void write_agent_lines() noexcept;
    void on_load(std::size_t got) noexcept;

    unique_fd source_;
    pump_options const options_;
    output_observer* observer_;
    console* console_;
    std::function<void()> on_end_;

    char* buffer_ = nullptr;
    std::size_t buffer_size_ = 0;
    std::size_t touched_ = 0;  // of the buffer, from its beginning
    bool filled_ = false;      // by the last read
    int full_reads_ = 0;
    bool grown_ = false;

    ::pthread_t thread_{};
    bool started_ = false;
    bool joined_ = false;
    std::atomic<order> order_{order::run};
    std::atomic<order> seen_{order::run};
    std::atomic<bool> ended_{false};
    std::atomic<duration::rep> idle_since_{0};  // 0 = busy
    std::atomic<duration::rep> last_input_{0};
    std::atomic<std::uint64_t> passed_{0};
    std::atomic<std::uint64_t> lost_{0};
    std::atomic<int> write_error_{0};
    std::atomic<std::uint64_t> looks_{0};
};

}  // namespace task_agent
