// What a process is doing at one moment, thread by thread: the evidence of a stall (contract 9).
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct thread_picture {
    pid_t tid = 0;
    std::string name;                       // as the kernel knows it, 15 bytes at most
    char state = '?';                       // of /proc/PID/task/TID/stat
    std::string wait_channel;               // the kernel function it sleeps in; empty = not readable, or none
    std::optional<long> system_call;        // its number on this machine; nothing = not readable, or in none
    std::vector<std::string> kernel_stack;  // function names, innermost first; empty = not readable
};

// Runtimes that print their stacks when they are asked by a signal.
enum class dump_answer {
    none,
    jvm,     // maps libjvm.so and catches SIGQUIT
    python,  // catches SIGABRT, prints its stacks, and ends
};

struct process_picture {
    pid_t pid = 0;
    pid_t parent = 0;
    std::uint64_t start_ticks = 0;     // with the number it names a process for good
    std::vector<std::string> command;  // its words, as it shows them itself; may hold secrets
    double cpu_seconds = 0;            // of its whole life, with reaped children
    double cpu_share = 0;              // of one CPU, while it was looked at
    std::uint64_t caught = 0;          // signals it has a handler for; bit n - 1 is signal n
    dump_answer answers = dump_answer::none;
    std::vector<thread_picture> threads;  // the first is the main thread
    std::size_t more_threads = 0;         // that were not looked at

    [[nodiscard]] bool catches(int signal) const noexcept {
        return signal > 0 && signal <= 64 && (caught >> (signal - 1) & 1) != 0;
    }
};

}  // namespace task_agent
