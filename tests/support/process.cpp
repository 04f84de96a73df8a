#include "support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace support {
namespace {

using std::chrono::milliseconds;
using task_agent::unique_fd;

[[noreturn]] void fail(int code, std::string const& what) {
    throw std::system_error(code, std::generic_category(), what);
}

void check(int code, std::string const& what) {
    if (code != 0) fail(code, what);
}

struct pipe_ends {
    unique_fd read;
    unique_fd write;
};

pipe_ends make_pipe() {
    std::array<int, 2> fds{};
    if (::pipe2(fds.data(), O_CLOEXEC) != 0) fail(errno, "pipe2");
    return {unique_fd(fds[0]), unique_fd(fds[1])};
}

// A file nobody has to feed: a test has no second thread for stdin.
unique_fd file_of(std::string const& text) {
    unique_fd fd(::memfd_create("stdin", MFD_CLOEXEC));
    if (!fd) fail(errno, "memfd_create");
    if (::write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        fail(errno, "stdin");
    if (::lseek(fd.get(), 0, SEEK_SET) != 0) fail(errno, "stdin");
    return fd;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

class spawn_plan {
public:
    spawn_plan() {
        check(::posix_spawn_file_actions_init(&actions_), "posix_spawn");
        check(::posix_spawnattr_init(&attributes_), "posix_spawn");
    }
    spawn_plan(spawn_plan const&) = delete;
    spawn_plan& operator=(spawn_plan const&) = delete;
    ~spawn_plan() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }

    void connect(int fd, int target) {
        check(::posix_spawn_file_actions_adddup2(&actions_, fd, target), "dup2");
    }
    void enter(std::string const& directory) {
        check(::posix_spawn_file_actions_addchdir_np(&actions_, directory.c_str()), "chdir");
    }
    // As from a shell: no signal blocked, none ignored.
    void reset_signals() {
        ::sigset_t none;
        ::sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        check(::posix_spawnattr_setsigmask(&attributes_, &none), "sigmask");
        check(::posix_spawnattr_setsigdefault(&attributes_, &all), "sigdefault");
        check(::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF),
              "flags");
    }
    pid_t start(std::vector<std::string> argv, std::vector<std::string> env) {
        pid_t pid = -1;
        auto const arguments = pointers(argv);
        auto const variables = pointers(env);
        check(::posix_spawn(&pid, arguments[0], &actions_, &attributes_, arguments.data(), variables.data()),
              argv[0]);
        return pid;
    }

private:
    ::posix_spawn_file_actions_t actions_{};
    ::posix_spawnattr_t attributes_{};
};

void drain(unique_fd& fd, std::string& into) {
    std::array<char, 16384> bytes;
    auto const n = ::read(fd.get(), bytes.data(), bytes.size());
    if (n > 0) {
        into.append(bytes.data(), static_cast<std::size_t>(n));
    } else if (n == 0 || errno != EINTR) {
        fd.reset();
    }
}

}  // namespace

process::process(command const& what) : name_(what.argv.at(0)), began_(steady::now()) {
    auto out = make_pipe();
    auto err = make_pipe();
    auto const input = file_of(what.input);
    std::vector<std::string> env;
    for (auto const& [name, value] : what.env)
        env.push_back(name + "=" + value);
    spawn_plan plan;
    plan.connect(input.get(), STDIN_FILENO);
    plan.connect(out.write.get(), STDOUT_FILENO);
    plan.connect(err.write.get(), STDERR_FILENO);
    if (!what.directory.empty()) plan.enter(what.directory);
    plan.reset_signals();
    pid_ = plan.start(what.argv, std::move(env));
    pid_fd_.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    out_fd_ = std::move(out.read);
    err_fd_ = std::move(err.read);
    if (!pid_fd_) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
        fail(errno, "pidfd_open");
    }
}

process::~process() {
    if (is_reaped()) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

void process::signal(int number) const {
    if (!is_reaped()) ::kill(pid_, number);
}

bool process::has_ended() {
    look(0);
    return is_reaped();
}

void process::look(int limit_milliseconds) {
    // poll(2) passes over descriptors below zero
    std::array<pollfd, 3> fds = {pollfd{pid_fd_.get(), POLLIN, 0}, pollfd{out_fd_.get(), POLLIN, 0},
                                 pollfd{err_fd_.get(), POLLIN, 0}};
    if (::poll(fds.data(), fds.size(), limit_milliseconds) <= 0) return;
    if (fds[1].revents != 0) drain(out_fd_, out_);
    if (fds[2].revents != 0) drain(err_fd_, err_);
    if (fds[0].revents != 0 && ::waitpid(pid_, &status_, WNOHANG) == pid_) pid_fd_.reset();
}

void process::until(std::function<bool()> const& condition, milliseconds limit, std::string_view what) {
    auto const end = steady::now() + limit;
    while (!condition()) {
        auto const left = std::chrono::ceil<milliseconds>(end - steady::now()).count();
        if (left <= 0) {
            throw deadline_passed(name_ + ": " + std::string(what) + " did not happen within " +
                                  std::to_string(limit.count()) + " ms; stdout so far: \"" + out_ +
                                  "\", stderr so far: \"" + err_ + "\"");
        }
        bool const nothing_left = is_reaped() && !out_fd_ && !err_fd_;
        if (nothing_left) {
            throw std::runtime_error(name_ + ": ended before " + std::string(what) + "; stdout: \"" + out_ +
                                     "\", stderr: \"" + err_ + "\"");
        }
        look(static_cast<int>(left));
    }
}

ending process::wait(milliseconds limit) {
    until([this] { return is_reaped() && !out_fd_ && !err_fd_; }, limit, "its end");
    ending end;
    if (WIFEXITED(status_)) end.code = WEXITSTATUS(status_);
    if (WIFSIGNALED(status_)) end.signal = WTERMSIG(status_);
    end.out = out_;
    end.err = err_;
    end.took = std::chrono::duration_cast<milliseconds>(steady::now() - began_);
    return end;
}

void process::wait_for_output(std::string_view text, milliseconds limit) {
    until([&] { return out_.find(text) != std::string::npos; }, limit,
          "\"" + std::string(text) + "\" on stdout");
}

void process::wait_for_error(std::string_view text, milliseconds limit) {
    until([&] { return err_.find(text) != std::string::npos; }, limit,
          "\"" + std::string(text) + "\" on stderr");
}

ending run(command const& what, milliseconds limit) {
    return process(what).wait(limit);
}

gate::gate(std::string path) : path_(std::move(path)) {
    if (::mkfifo(path_.c_str(), 0600) != 0) fail(errno, path_);
    // read and write: neither side waits for the other to come
    fd_.reset(::open(path_.c_str(), O_RDWR | O_CLOEXEC));
    if (!fd_) fail(errno, path_);
}

void gate::open() const {
    if (::write(fd_.get(), "\n", 1) != 1) fail(errno, path_);
}

}  // namespace support
