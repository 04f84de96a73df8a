// The agent's own lines between the workload's output: never inside an unfinished line of it (contract 5).
//
// While the pumps run, the pump of stderr owns descriptor 2: it writes the queued lines when the last byte
// that it wrote ended a line. When stdout and stderr lead to the same place, both pumps take turns through
// one lock, so that an unfinished line of stdout counts too; a reader that stalls one of them would stall the
// other anyway.
//
// Threads: write_line from the control thread; on_written and take_lines from the pump threads. The queue is
// bounded; what does not fit is counted.
#pragma once

#include "task_agent/base/log.hpp"
#include "task_agent/core/output.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace task_agent {

class console final : public log_sink {
public:
    explicit console(int error_fd) noexcept;

    // Control thread. Queues the line and calls `wake`; without an owner it is written at once.
    void write_line(std::string_view line) override;

    // Between the start and the end of the pump of stderr. `wake` kicks that pump out of a blocking call.
    void attach(std::function<void()> wake);
    // Writes what is still queued, on a line of its own; from now on lines are written at once.
    void detach();

    // True when lines wait; cheap.
    [[nodiscard]] bool has_lines() const noexcept { return has_lines_.load(std::memory_order_acquire); }
    // All queued lines with their newlines, for the owner to write; empties the queue.
    [[nodiscard]] std::string take_lines();

    // Held around each write of a pump when both streams lead to one place; else null.
    [[nodiscard]] std::mutex* shared_lock() noexcept { return is_shared_ ? &turn_ : nullptr; }
    // After each write: whether the bytes written last ended a line.
    void on_written(stream which, bool ended_line) noexcept;
    // No workload line is unfinished where stderr leads.
    [[nodiscard]] bool at_line_start() const noexcept;

    // For the very end of a run: everything else is over. Writes whole `text`, preceded by a newline if a
    // line is unfinished, and gives up at `deadline` if the reader does not read. Any bytes up to 4,096.
    void write_last(std::string_view text, time_point deadline);

    [[nodiscard]] std::uint64_t dropped_lines() const noexcept { return dropped_; }

private:
    void write_now(std::string_view text, duration patience);

    int const fd_;
    bool const is_shared_;
    std::mutex turn_;
    std::array<std::atomic<bool>, 2> line_start_{true, true};

    std::mutex queue_lock_;
    std::string queue_;
    std::atomic<bool> has_lines_{false};
    std::uint64_t dropped_ = 0;
    std::function<void()> wake_;
    bool attached_ = false;
};

}  // namespace task_agent
