// A real process under test: started with exactly the arguments and environment given, watched by its own
// descriptors, and gone with its object.
//
// One thread at a time. Every wait has a deadline; one that passes throws deadline_passed with what the
// process has said so far, so that a hanging program is a readable failure. The first read decides nothing:
// stdout and stderr are only read inside wait() and wait_for_output(), a process that writes more than a pipe
// holds waits for them.
#pragma once

#include "task_agent/base/unique_fd.hpp"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace support {

using steady = std::chrono::steady_clock;
using environment = std::map<std::string, std::string>;

// Long enough for a loaded machine and a sanitized build: only a fault reaches it.
constexpr std::chrono::seconds patience(20);

struct deadline_passed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct command {
    std::vector<std::string> argv;  // argv[0] is a path
    environment env = {};           // complete: nothing is inherited
    std::string input = {};         // whole stdin
    std::string directory = {};     // empty: the test's own
};

struct ending {
    int code = -1;   // exit code, or -1 when a signal ended it
    int signal = 0;  // that signal
    std::string out;
    std::string err;
    std::chrono::milliseconds took{};
};

class process {
public:
    // Throws std::system_error when it cannot be started.
    explicit process(command const& what);
    process(process const&) = delete;
    process& operator=(process const&) = delete;
    ~process();

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }
    [[nodiscard]] std::string const& out() const noexcept { return out_; }
    [[nodiscard]] std::string const& err() const noexcept { return err_; }
    void signal(int number) const;
    [[nodiscard]] bool has_ended();

    // Until the process has ended and what it wrote has been read. Descendants that keep its pipes open are
    // waited for until the deadline too.
    ending wait(std::chrono::milliseconds limit = patience);
    // Until stdout (or stderr) holds the text.
    void wait_for_output(std::string_view text, std::chrono::milliseconds limit = patience);
    void wait_for_error(std::string_view text, std::chrono::milliseconds limit = patience);

private:
    void look(int limit_milliseconds);
    void until(std::function<bool()> const& condition, std::chrono::milliseconds limit,
               std::string_view what);
    [[nodiscard]] bool is_reaped() const noexcept { return pid_fd_.get() < 0; }

    std::string name_;
    steady::time_point began_;
    pid_t pid_ = -1;
    task_agent::unique_fd pid_fd_;  // closed when reaped
    task_agent::unique_fd out_fd_;  // closed at the end of the stream
    task_agent::unique_fd err_fd_;
    int status_ = 0;
    std::string out_;
    std::string err_;
};

// Starts and waits.
ending run(command const& what, std::chrono::milliseconds limit = patience);

// A named pipe at which a shell waits with `read x <PATH`, until open(): the only pause a workload needs.
class gate {
public:
    explicit gate(std::string path);
    void open() const;
    [[nodiscard]] std::string const& path() const noexcept { return path_; }
    // The shell words that wait.
    [[nodiscard]] std::string pass() const { return "read gate_ <" + path_; }

private:
    std::string path_;
    task_agent::unique_fd fd_;
};

}  // namespace support
