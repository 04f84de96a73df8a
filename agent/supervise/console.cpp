#include "task_agent/supervise/console.hpp"

#include "task_agent/os/fd_io.hpp"
#include "task_agent/os/pipe.hpp"

#include <unistd.h>

#include <cstddef>

namespace task_agent {
namespace {

constexpr std::size_t queue_limit = 32 * 1024;
// Outside a run nobody slows the reader down but itself; a message is not worth waiting longer for.
constexpr auto direct_patience = std::chrono::milliseconds(200);

}  // namespace

console::console(int error_fd) noexcept
    : fd_(error_fd), is_shared_(os::is_same_file(STDOUT_FILENO, error_fd)) {}

void console::write_line(std::string_view line) {
    std::string text(line);
    text += '\n';
    if (!attached_) {
        if (!at_line_start()) text.insert(0, "\n");
        write_now(text, direct_patience);
        on_written(stream::err, true);
        return;
    }
    {
        std::lock_guard const guard(queue_lock_);
        if (queue_.size() + text.size() > queue_limit) {
            ++dropped_;
            return;
        }
        queue_ += text;
        has_lines_.store(true, std::memory_order_release);
    }
    wake_();
}

void console::attach(std::function<void()> wake) {
    wake_ = std::move(wake);
    attached_ = true;
}

void console::detach() {
    if (!attached_) return;
    attached_ = false;
    std::string text = take_lines();
    if (text.empty()) return;
    if (!at_line_start()) text.insert(0, "\n");
    write_now(text, direct_patience);
    on_written(stream::err, true);
}

std::string console::take_lines() {
    std::lock_guard const guard(queue_lock_);
    has_lines_.store(false, std::memory_order_release);
    return std::exchange(queue_, {});
}

void console::on_written(stream which, bool ended_line) noexcept {
    line_start_[static_cast<std::size_t>(which)].store(ended_line, std::memory_order_relaxed);
}

bool console::at_line_start() const noexcept {
    bool const err = line_start_[static_cast<std::size_t>(stream::err)].load(std::memory_order_relaxed);
    if (!is_shared_) return err;
    return err && line_start_[static_cast<std::size_t>(stream::out)].load(std::memory_order_relaxed);
}

void console::write_last(std::string_view text, time_point deadline) {
    std::string all(at_line_start() ? "" : "\n");
    all += text;
    write_now(all, deadline - steady_clock::now());
}

void console::write_now(std::string_view text, duration patience) {
    // nobody reads: the message is lost, the run is not
    (void)os::write_within(fd_, text, patience);
}

}  // namespace task_agent
