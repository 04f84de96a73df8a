// The workload of the random runs: carries out a script of actions that random_script.py has drawn.
//
// usage: random_program RECORD_FD BLOCK_FD SCRIPT
//
//   o OFFSET LENGTH PIECE   that part of the block to stdout, PIECE bytes a write; e: the same to stderr
//   f FD TAG COUNT LENGTH OFFSET PAUSE   COUNT frames (see random_script.py) to that stream, PAUSE us apart
//   w{...}   a child that is waited for
//   P{...}   a child that is waited for, and continued whenever it stops itself
//   b{...}   a child that is not waited for
//   d{...}   a daemon: two forks and a session
//   s setsid   g setpgid   i N ignore signal N   c FD close it   m MS wait   z wait for an hour
//   p SIGSTOP to itself   C continue the first process once it has stopped itself
//   x N exit with N   k N end by signal N, its disposition reset
//
// What happens is noted in the record, memory shared by all processes and read by the test afterwards: one
// note stands before the act and one after it, so that the test knows what may have happened and what must
// have. Words of 64 bits: 0 and 1 the signals that the first process ignores (about to, done), 2 set when it
// is about to end, 3 the number of processes, 16 + 2 * TAG and the next the frames of that tag (about to be
// written, written).
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

constexpr std::size_t record_words = 512;
enum word : std::size_t { ignoring = 0, ignored = 1, ending = 2, processes = 3, first_tag = 16 };
constexpr std::size_t largest_frame = 4096;  // PIPE_BUF: such a write is whole or not at all (pipe(7))

struct frame_header {
    char magic[3];
    unsigned char tag;
    std::uint32_t sequence;
    std::uint32_t offset;
    std::uint32_t length;
};

[[noreturn]] void die(char const* what) {
    std::perror(what);
    ::_exit(99);
}

std::uint64_t* record = nullptr;
char const* block = nullptr;
pid_t first = 0;

std::atomic_ref<std::uint64_t> note(std::size_t at) {
    return std::atomic_ref<std::uint64_t>(record[at]);
}

bool is_first() {
    return ::getpid() == first;
}

void write_all(int fd, char const* data, std::size_t size) {
    while (size > 0) {
        auto const n = ::write(fd, data, size);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) die("write");
        data += n;
        size -= static_cast<std::size_t>(n);
    }
}

[[noreturn]] void end_with(int code) {
    if (is_first()) note(ending) = 1;
    ::_exit(code);
}

[[noreturn]] void end_by(int number) {
    ::signal(number, SIG_DFL);
    ::sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (is_first()) note(ending) = 1;
    ::kill(::getpid(), number);
    die("outlived its signal");
}

void wait_for(pid_t child, bool continue_it) {
    int status = 0;
    for (;;) {
        pid_t const got = ::waitpid(child, &status, continue_it ? WUNTRACED : 0);
        if (got < 0 && errno == EINTR) continue;
        if (got != child || !WIFSTOPPED(status)) return;
        ::kill(child, SIGCONT);
    }
}

char state_of(pid_t pid) {
    std::string const path = "/proc/" + std::to_string(pid) + "/stat";
    int const fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 'X';
    char text[512];
    auto const n = ::read(fd, text, sizeof text - 1);
    ::close(fd);
    if (n <= 0) return 'X';
    text[n] = 0;
    char const* const name_end = std::strrchr(text, ')');
    return name_end ? name_end[2] : 'X';
}

void continue_first() {
    for (;;) {
        char const state = state_of(first);
        if (state == 'T') ::kill(first, SIGCONT);
        if (state == 'T' || state == 'X' || state == 'Z') return;
        ::usleep(1000);
    }
}

void frames(int fd, unsigned tag, std::uint32_t count, std::uint32_t length, std::uint32_t offset,
            unsigned pause) {
    char frame[largest_frame];
    for (std::uint32_t i = 0; i < count; ++i) {
        frame_header const header{{'F', 'R', 'M'}, static_cast<unsigned char>(tag), i, offset + i, length};
        std::memcpy(frame, &header, sizeof header);
        std::memcpy(frame + sizeof header, block + header.offset, length);
        note(first_tag + 2 * tag) = i + 1;
        write_all(fd, frame, sizeof header + length);
        note(first_tag + 2 * tag + 1) = i + 1;
        if (pause > 0) ::usleep(pause);
    }
}

class script {
public:
    explicit script(char const* text) : at_(text) {}

    void run() {
        for (;;) {
            skip_blanks();
            if (*at_ == 0 || *at_ == '}') return;
            act(*at_++);
        }
    }

private:
    void skip_blanks() {
        while (*at_ == ' ')
            ++at_;
    }
    long number() {
        char* end = nullptr;
        long const value = std::strtol(at_, &end, 10);
        if (end == at_) die(at_);
        at_ = end;
        return value;
    }

    // The child runs what stands in the braces and ends; the parent goes on behind them.
    pid_t fork_block() {
        char const* const begin = at_ + 1;
        skip_block();
        pid_t const child = ::fork();
        if (child < 0) die("fork");
        if (child > 0) return child;
        ++note(processes);
        script(begin).run();
        end_with(0);
    }

    void act(char what) {
        switch (what) {
            case 'o':
            case 'e':
                return write_part(what == 'o' ? STDOUT_FILENO : STDERR_FILENO);
            case 'f': {
                long const fd = number();
                long const tag = number();
                long const count = number();
                long const length = number();
                long const offset = number();
                return frames(static_cast<int>(fd), static_cast<unsigned>(tag),
                              static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(length),
                              static_cast<std::uint32_t>(offset), static_cast<unsigned>(number()));
            }
            case 'w':
                return wait_for(fork_block(), false);
            case 'P':
                return wait_for(fork_block(), true);
            case 'b':
                fork_block();
                return;
            case 'd':
                return daemon();
            case 's':
                ::setsid();
                return;
            case 'g':
                ::setpgid(0, 0);
                return;
            case 'i':
                return ignore(static_cast<int>(number()));
            case 'c':
                ::close(static_cast<int>(number()));
                return;
            case 'p':
                ::raise(SIGSTOP);
                return;
            case 'C':
                return continue_first();
            case 'm':
                ::usleep(static_cast<unsigned>(number()) * 1000);
                return;
            case 'z':
                ::sleep(3600);
                return;
            case 'x':
                end_with(static_cast<int>(number()));
            case 'k':
                end_by(static_cast<int>(number()));
            default:
                die(at_ - 1);
        }
    }

    void write_part(int fd) {
        auto offset = static_cast<std::size_t>(number());
        auto left = static_cast<std::size_t>(number());
        auto const piece = static_cast<std::size_t>(number());
        while (left > 0) {
            auto const n = std::min(piece, left);
            write_all(fd, block + offset, n);
            offset += n;
            left -= n;
        }
    }

    void ignore(int signal) {
        auto const bit = std::uint64_t{1} << static_cast<unsigned>(signal);
        if (is_first()) note(ignoring) |= bit;
        ::signal(signal, SIG_IGN);
        if (is_first()) note(ignored) |= bit;
    }

    void daemon() {
        pid_t const middle = ::fork();
        if (middle < 0) die("fork");
        if (middle == 0) {
            ++note(processes);
            ::setsid();
            fork_block();
            ::_exit(0);
        }
        skip_block();
        wait_for(middle, false);
    }
    void skip_block() {
        for (int depth = 0;;) {
            if (*at_ == '{') ++depth;
            if (*at_++ == '}' && --depth == 0) return;
        }
    }

    char const* at_;
};

void* map(int fd, std::size_t size, int protection) {
    void* const memory = ::mmap(nullptr, size, protection, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) die("mmap");
    return memory;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: random_program RECORD_FD BLOCK_FD SCRIPT\n", stderr);
        return 97;
    }
    first = ::getpid();
    ::rlimit const no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    record = static_cast<std::uint64_t*>(
        map(std::atoi(argv[1]), record_words * sizeof(std::uint64_t), PROT_READ | PROT_WRITE));
    int const block_fd = std::atoi(argv[2]);
    struct ::stat facts {};
    if (::fstat(block_fd, &facts) != 0) die("fstat");
    block = static_cast<char const*>(map(block_fd, static_cast<std::size_t>(facts.st_size), PROT_READ));
    ++note(processes);
    script(argv[3]).run();
    end_with(0);
}
