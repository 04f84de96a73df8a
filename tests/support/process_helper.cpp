// The workloads of tests/process that a shell cannot be: one program, its first argument says which.
//
//   flood BYTES SEED FILE [PIECE]  random bytes to stdout and stderr at once; FILE gets "COUNT HASH" of each
//   line BYTES FILE     one line of that length on stdout; FILE gets "COUNT HASH"
//   steady BYTES SEED FILE  random bytes to stdout, then FILE gets "COUNT HASH" and the time it took in ms
//   signals NAME        prints "NAME ready", then "NAME N" for each signal N that comes, for ever
//   state               how it was started: descriptors, signals, umask, folder, arguments, environment
//   kill N              ends by signal N, its disposition reset
//   orphans N...        makes orphans that end at once; at each of the numbers prints it and reads a line
//   tty                 what a program in the foreground of a terminal does: reads a line, awaits SIGINT
//   job FILE CMD...     runs CMD as a shell with job control does; FILE gets "EXIT ours" when the terminal is
//                       CMD's again at its end, "EXIT lost" when not
//   lines BYTES PIECE   100-byte lines to stdout, PIECE bytes a write (for the benchmark)
#include "support/process_stream.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using support::random_bytes;
using support::stream_hash;

[[noreturn]] void die(std::string const& what) {
    std::perror(what.c_str());
    std::_Exit(99);
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

stream_hash pour(int fd, std::uint64_t bytes, std::uint64_t seed, std::size_t piece) {
    random_bytes random(seed);
    stream_hash hash;
    std::vector<char> buffer(piece);
    while (bytes > 0) {
        auto const n = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, piece));
        std::span const part(buffer.data(), n);
        random.fill(part);
        hash.add(part);
        write_all(fd, part.data(), n);
        bytes -= n;
    }
    return hash;
}

std::string text_of(stream_hash const& hash) {
    return std::to_string(hash.count()) + ' ' + std::to_string(hash.value()) + '\n';
}

// A reader waits for the name, so it appears only when the content is whole.
void publish(std::string const& path, std::string const& text) {
    std::ofstream(path + ".new", std::ios::binary) << text;
    if (std::rename((path + ".new").c_str(), path.c_str()) != 0) die(path);
}

int flood(std::vector<std::string> const& args) {
    auto const bytes = std::stoull(args.at(0));
    auto const seed = std::stoull(args.at(1));
    auto const piece = args.size() > 3 ? std::stoull(args[3]) : 64 * 1024;
    stream_hash err;
    std::thread other([&] { err = pour(STDERR_FILENO, bytes, seed + 1, piece); });
    auto const out = pour(STDOUT_FILENO, bytes, seed, piece);
    other.join();
    publish(args.at(2), text_of(out) + text_of(err));
    return 0;
}

int line(std::vector<std::string> const& args) {
    std::string text(std::stoull(args.at(0)) - 1, 'x');
    for (std::size_t i = 0; i < text.size(); i += 61)
        text[i] = static_cast<char>('a' + i % 23);
    text += '\n';
    write_all(STDOUT_FILENO, text.data(), text.size());
    stream_hash hash;
    hash.add(text);
    publish(args.at(1), text_of(hash));
    return 0;
}

int steady(std::vector<std::string> const& args) {
    auto const begin = std::chrono::steady_clock::now();
    auto const hash = pour(STDOUT_FILENO, std::stoull(args.at(0)), std::stoull(args.at(1)), 64 * 1024);
    auto const took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    publish(args.at(2), text_of(hash) + std::to_string(took.count()) + '\n');
    return 0;
}

int record_signals(std::vector<std::string> const& args) {
    ::sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);
    auto const say = [&](std::string const& what) {
        auto const text = args.at(0) + ' ' + what + '\n';
        write_all(STDOUT_FILENO, text.data(), text.size());
    };
    say("ready");
    for (;;) {
        ::siginfo_t info{};
        int const signal = ::sigwaitinfo(&all, &info);
        if (signal > 0) say(std::to_string(signal));
    }
}

std::string bytes_in_hex(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (unsigned char const c : text) {
        hex += digits[c >> 4U];
        hex += digits[c & 15U];
    }
    return hex;
}

int state(int argc, char** argv, char** environment) {
    std::cout << "fds";
    DIR* const folder = ::opendir("/proc/self/fd");
    if (!folder) die("/proc/self/fd");
    std::vector<int> fds;
    while (auto const* entry = ::readdir(folder)) {
        if (entry->d_name[0] != '.' && std::stoi(entry->d_name) != ::dirfd(folder))
            fds.push_back(std::stoi(entry->d_name));
    }
    ::closedir(folder);
    std::sort(fds.begin(), fds.end());
    for (int const fd : fds)
        std::cout << ' ' << fd;
    std::cout << '\n';
    std::ifstream status("/proc/self/status");
    for (std::string text; std::getline(status, text);) {
        if (text.starts_with("SigBlk:") || text.starts_with("SigIgn:")) std::cout << text << '\n';
    }
    auto const mask = ::umask(0);
    std::cout << "umask " << std::oct << mask << std::dec << '\n';
    std::vector<char> folder_name(4096);
    std::cout << "cwd " << (::getcwd(folder_name.data(), folder_name.size()) ? folder_name.data() : "?")
              << '\n';
    std::cout << "group " << (::getpgrp() == ::getpid()) << " session " << (::getsid(0) == ::getpid())
              << '\n';
    for (int i = 2; i < argc; ++i)
        std::cout << "arg " << bytes_in_hex(argv[i]) << '\n';
    for (char** entry = environment; *entry; ++entry)
        std::cout << "env " << bytes_in_hex(*entry) << '\n';
    std::cout << "end" << std::endl;
    return 0;
}

int end_by_signal(std::vector<std::string> const& args) {
    int const number = std::stoi(args.at(0));
    ::signal(number, SIG_DFL);
    ::sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::kill(::getpid(), number);
    return 98;
}

// Two forks each, as daemons do: whoever adopts orphans gets a zombie.
int orphans(std::vector<std::string> const& args) {
    int made = 0;
    for (auto const& stop : args) {
        for (; made < std::stoi(stop); ++made) {
            auto const middle = ::fork();
            if (middle < 0) die("fork");
            if (middle == 0) ::_exit(::fork() < 0 ? 99 : 0);
            int status = 0;
            if (::waitpid(middle, &status, 0) != middle || status != 0) die("a fork in the middle");
        }
        std::cout << made << std::endl;
        std::string go;
        std::getline(std::cin, go);
    }
    return 42;
}

int foreground() {
    // before anything else: a Ctrl-C from now on is read below
    ::sigset_t interrupt;
    ::sigemptyset(&interrupt);
    ::sigaddset(&interrupt, SIGINT);
    ::sigprocmask(SIG_BLOCK, &interrupt, nullptr);
    std::cout << "foreground " << (::tcgetpgrp(STDIN_FILENO) == ::getpgrp()) << std::endl;
    std::string text;
    std::getline(std::cin, text);
    std::cout << "got " << text << std::endl;
    int signal = 0;
    ::sigwait(&interrupt, &signal);
    std::cout << "interrupted by " << signal << std::endl;
    return 7;
}

// The session's leader: its child is a group of its own and has the terminal, as in a shell with job control.
int run_as_job(std::vector<std::string> const& args) {
    ::signal(SIGTTOU, SIG_IGN);
    ::signal(SIGINT, SIG_IGN);
    auto const pid = ::fork();
    if (pid < 0) die("fork");
    if (pid == 0) {
        ::setpgid(0, 0);
        ::tcsetpgrp(STDIN_FILENO, ::getpid());
        ::signal(SIGTTOU, SIG_DFL);
        ::signal(SIGINT, SIG_DFL);
        std::vector<char*> words;
        for (auto const& word : args)
            words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        ::execv(words.at(1), words.data() + 1);
        die(args.at(1));
    }
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    auto const owner = ::tcgetpgrp(STDIN_FILENO);
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    publish(args.at(0), std::to_string(code) + (owner == pid ? " ours\n" : " lost\n"));
    return 0;
}

int lines(std::vector<std::string> const& args) {
    auto bytes = std::stoull(args.at(0));
    auto const piece = std::stoull(args.at(1));
    std::string text;
    for (unsigned n = 0; text.size() < piece + 100; ++n) {
        std::string one =
            "line " + std::to_string(n) + " of an ordinary log, with words and numbers 0.123 4567 ";
        one.resize(99, '.');
        text += one + '\n';
    }
    // the pieces cut lines, as a full stdio buffer does
    for (std::size_t offset = 0; bytes > 0; offset = (offset + piece) % 100) {
        auto const n = std::min<std::size_t>(bytes, piece);
        write_all(STDOUT_FILENO, text.data() + offset, n);
        bytes -= n;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv, char** environment) {
    std::string_view const what = argc > 1 ? argv[1] : "";
    std::vector<std::string> const args(argv + std::min(argc, 2), argv + argc);
    if (what == "flood") return flood(args);
    if (what == "line") return line(args);
    if (what == "steady") return steady(args);
    if (what == "signals") return record_signals(args);
    if (what == "state") return state(argc, argv, environment);
    if (what == "kill") return end_by_signal(args);
    if (what == "orphans") return orphans(args);
    if (what == "tty") return foreground();
    if (what == "job") return run_as_job(args);
    if (what == "lines") return lines(args);
    std::cerr << "process_helper: no such thing: " << what << '\n';
    return 97;
}
