#include "task_agent/os/crash_report.hpp"

#include "task_agent/core/version.hpp"
#include "task_agent/os/own_image.hpp"
#include "task_agent/os/signals.hpp"
#include "task_agent/os/stack_walk.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <string_view>

namespace task_agent::os {
namespace {

constexpr ::time_t patience_seconds = 2;
constexpr int most_frames = 64;

// Not reserved in memory before a crash touches it.
alignas(16) std::array<std::byte, 64 * 1024> crash_stack;
std::atomic<int> crash_signal{0};

// One line, written by one write(2), so that it stays whole among the lines of others.
class line {
public:
    line& text(std::string_view part) noexcept {
        std::size_t const n = part.size() < room() ? part.size() : room();
        std::memcpy(buffer_.data() + size_, part.data(), n);
        size_ += n;
        return *this;
    }
    line& number(std::uint64_t value, unsigned base) noexcept {
        std::array<char, 20> digits;
        std::size_t at = digits.size();
        do {
            digits[--at] = "0123456789abcdef"[value % base];
            value /= base;
        } while (value != 0);
        return text({digits.data() + at, digits.size() - at});
    }
    line& hex(std::uint64_t value) noexcept { return text("0x").number(value, 16); }
    void print() noexcept {
        buffer_[size_++] = '\n';
        std::size_t done = 0;
        while (done < size_) {
            auto const n = ::write(STDERR_FILENO, buffer_.data() + done, size_ - done);
            if (n <= 0) return;
            done += static_cast<std::size_t>(n);
        }
    }

private:
    // for the newline
    [[nodiscard]] std::size_t room() const noexcept { return buffer_.size() - 1 - size_; }

    std::array<char, 256> buffer_;
    std::size_t size_ = 0;
};

// The end that the signal brings without a handler; core dumps included.
[[noreturn]] void die(int signal) noexcept {
    ::signal(signal, SIG_DFL);
    ::sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::raise(signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    // PID 1 of a namespace cannot kill itself by signal (pid_namespaces(7)): what a shell would say
    ::_exit(128 + signal);
}

void give_up(int) noexcept {
    die(crash_signal.load());
}

void limit_time() noexcept {
    struct ::sigaction action {};
    action.sa_handler = give_up;
    ::sigaction(SIGALRM, &action, nullptr);
    ::sigset_t alarm_only;
    ::sigemptyset(&alarm_only);
    ::sigaddset(&alarm_only, SIGALRM);
    ::pthread_sigmask(SIG_UNBLOCK, &alarm_only, nullptr);
    // to this thread: an alarm for the process could be read from the signal queue by the control thread
    ::sigevent to_us{};
    to_us.sigev_notify = SIGEV_THREAD_ID;
    to_us.sigev_signo = SIGALRM;
    to_us._sigev_un._tid = ::gettid();
    ::timer_t timer{};
    if (::timer_create(CLOCK_MONOTONIC, &to_us, &timer) != 0) return;
    ::itimerspec const once{{}, {patience_seconds, 0}};
    ::timer_settime(timer, 0, &once, nullptr);
}

void print_headline(::siginfo_t const& info, own_image const& image) noexcept {
    line head;
    // the workload may have left a line unfinished: nobody can be asked for it now
    head.text("\ntask-agent: crashed: SIG").text(::sigabbrev_np(info.si_signo));
    if (info.si_code > 0) {
        head.text(" at address ").hex(reinterpret_cast<std::uintptr_t>(info.si_addr));
    } else if (info.si_pid != ::getpid()) {
        head.text(" sent by process ").number(static_cast<std::uint64_t>(info.si_pid), 10);
    }
    head.text("; version ").text(version).text(", build id ");
    if (image.build_id_size == 0) head.text("none");
    for (std::size_t i = 0; i < image.build_id_size; ++i)
        head.number(image.build_id[i] >> 4, 16).number(image.build_id[i] & 15, 16);
    head.print();
}

void print_frame(int number, std::uintptr_t address, own_image const& image) noexcept {
    line frame;
    frame.text("task-agent:   #").number(static_cast<std::uint64_t>(number), 10).text(" ");
    if (image.contains(address)) {
        frame.hex(address - image.bias);
    } else {
        frame.hex(address).text(" (outside the executable)");
    }
    frame.print();
}

void on_crash(int signal, ::siginfo_t* info, void* context) noexcept {
    int none = 0;
    // a second thread that crashes leaves the report to the first
    if (!crash_signal.compare_exchange_strong(none, signal)) {
        for (;;)
            ::pause();
    }
    limit_time();
    auto const image = read_own_image();
    print_headline(*info, image);
    // each frame at once: the next step may be the one that faults
    stack_walk walk(*static_cast<::ucontext_t const*>(context));
    int number = 0;
    do {
        print_frame(number, walk.address(), image);
    } while (++number < most_frames && walk.next());
    die(signal);
}

}  // namespace

void install_crash_report() noexcept {
    ::stack_t stack{};
    stack.ss_sp = crash_stack.data();
    stack.ss_size = crash_stack.size();
    ::sigaltstack(&stack, nullptr);

    struct ::sigaction action {};
    action.sa_sigaction = on_crash;
    // a fault inside the handler then has its default effect
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND);
    ::sigset_t unblocked;
    ::sigemptyset(&unblocked);
    for (int const signal : crash_signals) {
        ::sigaction(signal, &action, nullptr);
        ::sigaddset(&unblocked, signal);
    }
    ::pthread_sigmask(SIG_UNBLOCK, &unblocked, nullptr);
}

}  // namespace task_agent::os
