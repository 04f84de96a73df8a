#include "task_agent/logic/start_failure.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <stdexcept>

namespace task_agent {
namespace {

constexpr int not_found = 127;
constexpr int not_runnable = 126;

start_failure cannot_start(int code, std::string_view program, std::string_view why) {
    return {code, fmt::format("cannot start {}: {}", program, why)};
}

// A carriage return at its end is the commonest reason, and invisible in a terminal.
std::string shown_interpreter(std::string_view interpreter) {
    if (!interpreter.ends_with('\r')) return std::string(interpreter);
    interpreter.remove_suffix(1);
    return fmt::format("{}\\r (the file has Windows line ends)", interpreter);
}

std::string why_not_found(std::string_view program, std::string_view path, program_facts const& facts) {
    if (facts.exists && !facts.interpreter.empty() && !facts.interpreter_exists)
        return fmt::format("{} needs the interpreter {}, which is missing", path,
                           shown_interpreter(facts.interpreter));
    if (!facts.link_target.empty())
        return fmt::format("{} is a symbolic link to {}, which is missing", path, facts.link_target);
    if (program.find('/') == std::string_view::npos) return "not found in any folder of PATH";
    if (!facts.file_on_the_way.empty()) return fmt::format("{} is no folder", facts.file_on_the_way);
    return "no such file";
}

std::string why_denied(std::string_view path, program_facts const& facts) {
    if (!facts.closed_folder.empty())
        return fmt::format("no permission to enter the folder {}", facts.closed_folder);
    if (facts.is_directory) return fmt::format("{} is a directory", path);
    if (facts.exists && !facts.is_regular) return fmt::format("{} is no regular file", path);
    if (!facts.noexec_mount.empty())
        return fmt::format("{} lies on {}, which is mounted noexec", path, facts.noexec_mount);
    if (facts.exists && !facts.may_execute)
        return fmt::format("no permission to execute {} (its mode is {:04o})", path, facts.mode);
    if (!facts.interpreter.empty())
        return fmt::format("no permission to execute the interpreter {} of {}",
                           shown_interpreter(facts.interpreter), path);
    return fmt::format("no permission to execute {}", path);
}

std::string why_no_program(std::string_view path, program_facts const& facts) {
    if (!facts.machine.empty())
        return fmt::format("{} is built for {}, and this machine is {}", path, facts.machine,
                           facts.own_machine);
    if (!facts.interpreter.empty())
        return fmt::format("{}, or its interpreter {}, is no program for this machine", path,
                           shown_interpreter(facts.interpreter));
    return fmt::format("{} is damaged: no program that this machine can run", path);
}

}  // namespace

start_failure explain_exec_failure(std::string_view program, std::string_view path, error_code code,
                                   program_facts const& facts) {
    switch (code.value()) {
        case ENOENT:
        case ENOTDIR:
            return cannot_start(not_found, program, why_not_found(program, path, facts));
        case EACCES:
            return cannot_start(not_runnable, program, why_denied(path, facts));
        case ENOEXEC:
            return cannot_start(not_runnable, program, why_no_program(path, facts));
        case ETXTBSY:
            return cannot_start(not_runnable, program,
                                fmt::format("{} is being written to (open for writing somewhere)", path));
        default:
            return cannot_start(not_runnable, program, code.message());
    }
}

start_failure explain_long_arguments(std::string_view program, argument_facts const& facts) {
    if (facts.longest > facts.single_limit)
        return cannot_start(not_runnable, program,
                            fmt::format("one argument or variable takes {} bytes, and {} are allowed",
                                        facts.longest, facts.single_limit));
    return cannot_start(not_runnable, program,
                        fmt::format("arguments and environment take {} bytes, and {} are allowed",
                                    facts.total, facts.total_limit));
}

start_failure explain_clone_failure(std::string_view program, error_code code,
                                    process_limit_facts const& facts) {
    if (code.value() != EAGAIN) return explain_preparation_failure("make a process for", program, code);
    std::string why = "too many processes";
    if (facts.cgroup_limit && facts.cgroup_count && *facts.cgroup_count >= *facts.cgroup_limit) {
        why += fmt::format(": the cgroup holds {}, its limit pids.max is {}", *facts.cgroup_count,
                           *facts.cgroup_limit);
    } else if (facts.user_limit) {
        why += fmt::format(": user {} may have {} (ulimit -u)", facts.user, *facts.user_limit);
    }
    return cannot_start(125, program, why);
}

start_failure explain_directory_failure(std::string_view directory, error_code code) {
    std::string why = code.message();
    if (code.value() == ENOENT) why = "no such folder";
    if (code.value() == ENOTDIR) why = "no folder";
    if (code.value() == EACCES) why = "no permission to enter it";
    return {125, fmt::format("cannot enter the working directory {}: {}", directory, why)};
}

start_failure explain_user_failure(std::string_view program, user_ids ids, error_code code) {
    std::string const why = code.value() == EPERM    ? "only root may become another user"
                            : code.value() == EINVAL ? "not a user of this user namespace"
                                                     : code.message();
    return cannot_start(125, program, fmt::format("--user {}:{}: {}", ids.user, ids.group, why));
}

start_failure explain_preparation_failure(std::string_view what, std::string_view subject, error_code code) {
    return {125, fmt::format("cannot {} {}: {}", what, subject, code.message())};
}

void throw_exception_from_error(start_failure const& e, boost::source_location const&) {
    throw std::runtime_error(e.sentence);
}

}  // namespace task_agent
