#include "task_agent/os/spawn.hpp"

#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>

#if defined(__SANITIZE_THREAD__)
// The checker takes clone(2) for a fork: its handler would run in the child, in the parent's memory, and make
// it blind for the parent's locks from then on. glibc's own name of the same function is not intercepted.
extern "C" int __clone(int (*)(void*), void*, int, void*, ...);
#define TASK_AGENT_CLONE ::__clone
#else
#define TASK_AGENT_CLONE ::clone
#endif

namespace task_agent::os {
namespace {

// All that the child needs, prepared before clone: it must not allocate.
struct launch {
    char* const* argv;
    char* const* environment;
    std::vector<char const*> const* candidates;
    char const* working_directory;
    std::array<int, 3> standard_fds;
    user_ids const* user;
    child_group group;
    int foreground_tty;
    int parent_death_signal;
    pid_t parent;
    ::sigset_t const* signal_mask;
    bool ignore_child_ends;

    // written by the child in shared memory
    int failed_errno;
    spawn_step failed_step;
    std::size_t failed_candidate;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TASK_AGENT_PLAIN __attribute__((no_sanitize("address", "thread", "undefined")))
#else
#define TASK_AGENT_PLAIN
#endif

TASK_AGENT_PLAIN int fail(launch& l, spawn_step step) {
    l.failed_step = step;
    l.failed_errno = errno;
    return 127;
}

// Moves the given descriptors to 0, 1 and 2. All sources are above 2 (the caller saw to that), so no dup2 can
// overwrite a source that is still needed.
TASK_AGENT_PLAIN bool place_descriptors(launch const& l) {
    for (int target = 0; target < 3; ++target) {
        int const source = l.standard_fds[static_cast<std::size_t>(target)];
        if (source == spawn_request::inherit) continue;
        if (source == spawn_request::closed) {
            ::close(target);
        } else if (::dup2(source, target) < 0) {
            return false;
        }
    }
    return true;
}

// System calls of its own: the C library's setuid would tell all threads, and by that disturb the parent's.
TASK_AGENT_PLAIN bool become(user_ids const& user) {
#if defined(SYS_setresuid32)
    constexpr long set_groups = SYS_setgroups32;
    constexpr long set_group = SYS_setresgid32;
    constexpr long set_user = SYS_setresuid32;
#else
    constexpr long set_groups = SYS_setgroups;
    constexpr long set_group = SYS_setresgid;
    constexpr long set_user = SYS_setresuid;
#endif
    bool const is_already = ::getuid() == user.user && ::geteuid() == user.user && ::getgid() == user.group &&
                            ::getegid() == user.group;
    // whoever may not change groups and asks for what it is already gets just that
    if (::syscall(set_groups, 0L, nullptr) < 0 && !(is_already && errno == EPERM)) return false;
    return ::syscall(set_group, user.group, user.group, user.group) == 0 &&
           ::syscall(set_user, user.user, user.user, user.user) == 0;
}

// execvp's search: a candidate that is not there is passed over, one that may not be run is remembered.
TASK_AGENT_PLAIN void try_candidates(launch& l) {
    bool denied = false;
    for (std::size_t i = 0; i < l.candidates->size(); ++i) {
        ::execve((*l.candidates)[i], l.argv, l.environment);
        if (errno == EACCES) {
            if (!denied) l.failed_candidate = i;
            denied = true;
        } else if (errno != ENOENT && errno != ENOTDIR) {
            l.failed_candidate = i;
            return;
        } else if (!denied) {
            l.failed_candidate = i;
        }
    }
    if (denied) errno = EACCES;
}

// Runs in the parent's memory, on a stack of its own, while the parent's thread is suspended.
TASK_AGENT_PLAIN int child_main(void* argument) {
    launch& l = *static_cast<launch*>(argument);
    if (l.group == child_group::own_session && ::setsid() < 0) return fail(l, spawn_step::session);
    if (l.group == child_group::own_group && ::setpgid(0, 0) < 0) return fail(l, spawn_step::session);
    // every signal is blocked here, so taking the terminal from the background raises no SIGTTOU
    // (tcsetpgrp(3))
    if (l.foreground_tty >= 0 && ::tcsetpgrp(l.foreground_tty, ::getpid()) < 0)
        return fail(l, spawn_step::terminal);
    // while still privileged: descriptors need no rights, and a change of user clears the parent-death signal
    if (!place_descriptors(l)) return fail(l, spawn_step::descriptor);
    if (l.user && !become(*l.user)) return fail(l, spawn_step::user);
    if (l.parent_death_signal != 0) {
        if (::prctl(PR_SET_PDEATHSIG, l.parent_death_signal) < 0) return fail(l, spawn_step::parent_death);
        // the parent may have died before the prctl: then the signal will never come (prctl(2))
        if (::getppid() != l.parent) ::raise(SIGKILL);
    }
    if (l.working_directory && ::chdir(l.working_directory) < 0) return fail(l, spawn_step::directory);
    // dispositions are the child's own, unlike its memory (no CLONE_SIGHAND)
    if (l.ignore_child_ends) ::signal(SIGCHLD, SIG_IGN);
    ::sigprocmask(SIG_SETMASK, l.signal_mask, nullptr);
    try_candidates(l);
    return fail(l, spawn_step::exec);
}

// clone(2) has no room for the cgroup, and glibc has no clone3: the system call itself, entered in the child
// on the stack given, as clone(2) would.
TASK_AGENT_PLAIN pid_t clone_into(int cgroup, std::span<std::byte> stack, launch& l) {
#if defined(__x86_64__)
    ::clone_args arguments{};
    arguments.flags = CLONE_VM | CLONE_VFORK | CLONE_INTO_CGROUP;
    arguments.exit_signal = SIGCHLD;
    arguments.stack = reinterpret_cast<std::uintptr_t>(stack.data());
    arguments.stack_size = stack.size();
    arguments.cgroup = static_cast<std::uint64_t>(cgroup);
    long result = SYS_clone3;
    // the child has an empty stack and our registers: it can only call on and end
    asm volatile(
        "syscall\n\t"
        "testq %%rax, %%rax\n\t"
        "jnz 1f\n\t"
        "movq %[argument], %%rdi\n\t"
        "call *%[entry]\n\t"
        "movl %%eax, %%edi\n\t"
        "movl %[exit], %%eax\n\t"
        "syscall\n\t"
        "1:"
        : "+a"(result)
        : "D"(&arguments),
          "S"(sizeof arguments), [argument] "r"(&l), [entry] "r"(&child_main), [exit] "i"(SYS_exit)
        : "rcx", "r11", "memory");
    if (result >= 0) return static_cast<pid_t>(result);
    errno = static_cast<int>(-result);
#else
    (void)cgroup, (void)stack, (void)l;
    errno = ENOSYS;
#endif
    return -1;
}

std::vector<char*> pointers(std::vector<std::string> const& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    // execve(2) takes char* const*, and does not write
    for (auto const& t : texts)
        result.push_back(const_cast<char*>(t.c_str()));
    result.push_back(nullptr);
    return result;
}

std::string_view search_path(std::vector<std::string> const& environment) {
    for (auto const& entry : environment) {
        if (entry.starts_with("PATH=")) return std::string_view(entry).substr(5);
    }
    return "/bin:/usr/bin";  // execvp(3)'s default
}

}  // namespace

std::vector<std::string> program_candidates(std::string_view name,
                                            std::vector<std::string> const& environment) {
    if (name.empty() || name.find('/') != std::string_view::npos) return {std::string(name)};
    std::vector<std::string> candidates;
    std::string_view path = search_path(environment);
    for (bool more = true; more;) {
        auto const colon = path.find(':');
        std::string_view const folder = path.substr(0, colon);
        // an empty entry means the working directory
        candidates.push_back(folder.empty() ? std::string(name)
                                            : std::string(folder).append("/").append(name));
        more = colon != std::string_view::npos;
        if (more) path.remove_prefix(colon + 1);
    }
    return candidates;
}

spawn_result spawn(spawn_request const& request) {
    auto const argv = pointers(request.argv);
    auto const environment = pointers(request.environment);
    auto const candidates = program_candidates(request.argv.front(), request.environment);
    std::vector<char const*> candidate_pointers;
    candidate_pointers.reserve(candidates.size());
    for (auto const& c : candidates)
        candidate_pointers.push_back(c.c_str());

    launch l{};
    l.argv = argv.data();
    l.environment = environment.data();
    l.candidates = &candidate_pointers;
    l.working_directory = request.working_directory.empty() ? nullptr : request.working_directory.c_str();
    l.standard_fds = request.standard_fds;
    l.user = request.user ? &*request.user : nullptr;
    l.group = request.group;
    l.foreground_tty = request.foreground_tty;
    l.parent_death_signal = request.parent_death_signal;
    l.parent = ::getpid();
    l.signal_mask = &request.signal_mask;
    l.ignore_child_ends = request.ignore_child_ends;

    // The parent is suspended until exec or exit, so a piece of its own stack serves the child.
    alignas(16) std::array<std::byte, 32 * 1024> stack;
    // a change of user in our shared memory takes /proc/self from us (prctl(2), PR_SET_DUMPABLE)
    int const dumpable = request.user ? ::prctl(PR_GET_DUMPABLE) : 0;
    pid_t pid = request.cgroup < 0 ? -1 : clone_into(request.cgroup, stack, l);
    if (pid < 0)
        pid = TASK_AGENT_CLONE(child_main, stack.data() + stack.size(), CLONE_VM | CLONE_VFORK | SIGCHLD, &l);
    if (dumpable == 1) ::prctl(PR_SET_DUMPABLE, dumpable);
    if (pid < 0) return spawn_failure{spawn_step::clone, last_errno(), candidates.front()};
    if (l.failed_errno == 0) return pid;

    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    error_code const code(l.failed_errno, boost::system::system_category());
    std::string const path =
        l.failed_step == spawn_step::directory ? request.working_directory : candidates[l.failed_candidate];
    return spawn_failure{l.failed_step, code, path};
}

void throw_exception_from_error(spawn_failure const& e, boost::source_location const&) {
    throw std::runtime_error("cannot start " + e.path + ": " + e.code.message());
}

}  // namespace task_agent::os
