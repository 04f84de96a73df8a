// Runs the real executable as a child of the test, with full say over its descriptors and everything else
// that a process inherits.
//
// The test is a subreaper: whatever the agent leaves behind becomes the test's own child, so
// nothing_is_left() sees it, and a pid that the test learned stays that process until the test has reaped it.
// Every wait has a deadline; a child that is still there at the end of its test is killed.
#pragma once

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

inline constexpr auto patience = 60s;  // for what should be there at once, on a machine that has other work

inline std::string const agent_path = TASK_AGENT_EXECUTABLE;
inline std::string const helper_path = TASK_AGENT_HELPER;

class descriptor {
public:
    descriptor() = default;
    explicit descriptor(int fd) : fd_(fd) {}
    descriptor(descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    descriptor& operator=(descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~descriptor() { close(); }
    [[nodiscard]] int get() const { return fd_; }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

private:
    int fd_ = -1;
};

struct pipe_pair {
    descriptor read;
    descriptor write;
};

inline pipe_pair make_pipe() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    return {descriptor(fds[0]), descriptor(fds[1])};
}

inline descriptor open_file(std::string const& path, int flags) {
    descriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0600));
    if (file.get() < 0) throw std::runtime_error("open " + path);
    return file;
}

// The environment that the tests run under, without anything that the agent would read.
inline std::vector<std::string> plain_environment() {
    std::vector<std::string> result = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"};
    for (char const* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (char const* value = std::getenv(name)) result.push_back(std::string(name) + '=' + value);
    }
    return result;
}

struct launch {
    static constexpr int closed = -2;

    std::vector<std::string> argv;
    std::vector<std::string> environment = plain_environment();
    std::array<int, 3> fds{-1, -1, -1};  // -1: /dev/null for stdin, a pipe for the others
    std::function<void()> before_exec = {};
};

// How a process ended, as waitpid(2) says it.
struct ending {
    int status = 0;
    [[nodiscard]] bool exited_with(int code) const {
        return WIFEXITED(status) && WEXITSTATUS(status) == code;
    }
    [[nodiscard]] bool killed_by(int signal) const {
        return WIFSIGNALED(status) && WTERMSIG(status) == signal;
    }
};
inline std::ostream& operator<<(std::ostream& to, ending const& e) {
    if (WIFEXITED(e.status)) return to << "exit code " << WEXITSTATUS(e.status);
    return to << "killed by signal " << WTERMSIG(e.status);
}

class child_process {
public:
    explicit child_process(launch const& what) {
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
        auto null = open_file("/dev/null", O_RDWR);
        auto out = make_pipe();
        auto err = make_pipe();
        std::array<int, 3> fds = what.fds;
        if (fds[0] == -1) fds[0] = null.get();
        if (fds[1] == -1) fds[1] = out.write.get();
        if (fds[2] == -1) fds[2] = err.write.get();
        // out of the way of 0 to 2, so that one does not overwrite another's source
        for (int& fd : fds) {
            if (fd >= 0) fd = ::fcntl(fd, F_DUPFD_CLOEXEC, 100);
        }
        auto const argv = pointers(what.argv);
        auto const environment = pointers(what.environment);
        started_ = steady::now();
        pid_ = ::fork();
        if (pid_ < 0) throw std::runtime_error("fork");
        if (pid_ == 0) {
            for (int i = 0; i < 3; ++i) {
                int const fd = fds[static_cast<std::size_t>(i)];
                if (fd == launch::closed) {
                    ::close(i);
                } else {
                    ::dup2(fd, i);
                }
            }
            // what the test was started with is none of the agent's; before_exec may hand down some by dup2
            ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
            if (what.before_exec) what.before_exec();
            ::execve(argv[0], argv.data(), environment.data());
            ::_exit(96);
        }
        for (int const fd : fds) {
            if (fd >= 0) ::close(fd);
        }
        pidfd_ = descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
        if (what.fds[1] == -1) out_ = std::move(out.read);
        if (what.fds[2] == -1) err_ = std::move(err.read);
    }
    child_process(child_process const&) = delete;
    child_process& operator=(child_process const&) = delete;
    ~child_process() {
        if (end_) return;
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] int out() const { return out_.get(); }
    [[nodiscard]] int err() const { return err_.get(); }
    void close_out() { out_.close(); }
    void close_err() { err_.close(); }
    void signal(int number) const { BOOST_REQUIRE_EQUAL(::kill(pid_, number), 0); }

    [[nodiscard]] bool ends_within(std::chrono::milliseconds time) {
        ::pollfd p{pidfd_.get(), POLLIN, 0};
        auto const until = steady::now() + time;
        int ready = 0;
        do {
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - steady::now()).count();
            ready = ::poll(&p, 1, static_cast<int>(std::max<long long>(left, 0)));
        } while (ready < 0 && errno == EINTR);
        if (ready > 0) ended_ = steady::now();
        return ready > 0;
    }
    // Waits for the end; more than `time` is a failure of the test.
    ending wait(std::chrono::milliseconds time = patience) {
        BOOST_REQUIRE_MESSAGE(end_ || ends_within(time),
                              "the process did not end within " << time.count() << " ms");
        if (!end_) {
            end_.emplace();
            BOOST_REQUIRE_EQUAL(::waitpid(pid_, &end_->status, 0), pid_);
        }
        return *end_;
    }
    // From fork to the end that wait() saw.
    [[nodiscard]] steady::duration lifetime() const { return ended_ - started_; }

private:
    static std::vector<char*> pointers(std::vector<std::string> const& texts) {
        std::vector<char*> result;
        for (auto const& t : texts)
            result.push_back(const_cast<char*>(t.c_str()));
        result.push_back(nullptr);
        return result;
    }

    pid_t pid_ = -1;
    descriptor pidfd_;
    descriptor out_;
    descriptor err_;
    steady::time_point started_;
    steady::time_point ended_;
    std::optional<ending> end_;
};

// `task-agent run OPTIONS -- COMMAND`
inline launch under_agent(std::vector<std::string> command, std::vector<std::string> const& options = {}) {
    launch what;
    what.argv = {agent_path, "run"};
    what.argv.insert(what.argv.end(), options.begin(), options.end());
    what.argv.emplace_back("--");
    what.argv.insert(what.argv.end(), command.begin(), command.end());
    return what;
}
inline launch shell_under_agent(std::string const& script, std::vector<std::string> const& options = {}) {
    return under_agent({"/bin/sh", "-c", script}, options);
}

// Collects what comes on some descriptors, so that none of them stands still while another is waited for.
class collector {
public:
    explicit collector(std::vector<int> fds)
        : fds_(std::move(fds)), texts_(fds_.size()), ended_(fds_.size()) {}

    [[nodiscard]] std::string const& text(std::size_t which) const { return texts_[which]; }

    // Reads until `done` says yes or all streams have ended; false when `time` is over first, or the end came
    // without a yes.
    template <class Condition>
    [[nodiscard]] bool until(Condition done, std::chrono::milliseconds time = patience) {
        auto const end = steady::now() + time;
        while (!done()) {
            std::vector<::pollfd> polls;
            for (std::size_t i = 0; i < fds_.size(); ++i)
                polls.push_back({ended_[i] ? -1 : fds_[i], POLLIN, 0});
            if (std::count(ended_.begin(), ended_.end(), true) == static_cast<long>(fds_.size()))
                return false;
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(end - steady::now()).count();
            if (left <= 0) return false;
            if (::poll(polls.data(), polls.size(), static_cast<int>(left)) <= 0) continue;
            for (std::size_t i = 0; i < fds_.size(); ++i) {
                if (polls[i].revents != 0) take(i);
            }
        }
        return true;
    }
    [[nodiscard]] bool until_contains(std::size_t which, std::string_view wanted,
                                      std::chrono::milliseconds time = patience) {
        return until([&] { return text(which).find(wanted) != std::string::npos; }, time);
    }
    void to_the_end(std::chrono::milliseconds time = patience) {
        (void)until([] { return false; }, time);
        BOOST_REQUIRE_MESSAGE(std::find(ended_.begin(), ended_.end(), false) == ended_.end(),
                              "the output did not end in time");
    }

private:
    void take(std::size_t i) {
        std::array<char, 64 * 1024> buffer;
        auto const n = ::read(fds_[i], buffer.data(), buffer.size());
        // EIO is the end of a terminal
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) return;
        if (n <= 0) {
            ended_[i] = true;
        } else {
            texts_[i].append(buffer.data(), static_cast<std::size_t>(n));
        }
    }

    std::vector<int> fds_;
    std::vector<std::string> texts_;
    std::vector<bool> ended_;
};

struct outcome {
    ending end;
    std::string out;
    std::string err;
    steady::duration took;
};
// To the end, with both outputs.
inline outcome run_to_end(launch const& what, std::chrono::milliseconds time = patience) {
    child_process process(what);
    std::vector<int> fds;
    if (process.out() >= 0) fds.push_back(process.out());
    if (process.err() >= 0) fds.push_back(process.err());
    collector output(fds);
    if (!fds.empty()) output.to_the_end(time);
    outcome result;
    result.end = process.wait(time);
    std::size_t next = 0;
    if (process.out() >= 0) result.out = output.text(next++);
    if (process.err() >= 0) result.err = output.text(next);
    result.took = process.lifetime();
    return result;
}

// Of any process, from /proc; 0 or '?' when it is gone.
struct process_view {
    char state = '?';
    pid_t parent = 0;
};
inline process_view look_at(pid_t pid) {
    auto const text = read_file("/proc/" + std::to_string(pid) + "/stat");
    auto const name_end = text.rfind(") ");
    process_view view;
    if (name_end == std::string::npos) return view;
    std::istringstream(text.substr(name_end + 2)) >> view.state >> view.parent;
    return view;
}
inline std::vector<pid_t> children_of(pid_t pid) {
    std::vector<pid_t> result;
    std::error_code ignored;
    for (auto const& task :
         std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", ignored)) {
        std::istringstream in(read_file(task.path() / "children"));
        for (pid_t child = 0; in >> child;)
            result.push_back(child);
    }
    return result;
}

// After a run: the test has inherited nothing. What there is, is ended and named.
inline void nothing_is_left() {
    auto const left = children_of(::getpid());
    for (pid_t const pid : left) {
        BOOST_ERROR("left behind: " << pid << " " << read_file("/proc/" + std::to_string(pid) + "/cmdline"));
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
    }
}
struct leaves_nothing {
    ~leaves_nothing() { nothing_is_left(); }
};

template <class Duration>
long long in_ms(Duration d) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(d).count();
}

}  // namespace support
