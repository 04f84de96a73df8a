#include "task_agent/logic/start_failure.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <stdexcept>

namespace task_agent {

start_failure explain_exec_failure(std::string_view program, std::string_view path, error_code code,
                                   std::string_view interpreter) {
    bool const by_path = program.find('/') != std::string_view::npos;
    switch (code.value()) {
        case ENOENT:
        case ENOTDIR:
            if (!interpreter.empty())
                return {127, fmt::format("cannot start {}: {} needs the interpreter {}, which is missing",
                                         program, path, interpreter)};
            if (by_path) return {127, fmt::format("cannot start {}: no such file", program)};
            return {127, fmt::format("cannot start {}: not found in any folder of PATH", program)};
        case EACCES:
            return {126,
                    fmt::format(
                        "cannot start {}: {} may not be executed (its mode, a folder on the way, or a noexec "
                        "mount forbids it)",
                        program, path)};
        case ENOEXEC:
            return {126,
                    fmt::format(
                        "cannot start {}: {} is no program for this machine (wrong architecture, or damaged)",
                        program, path)};
        case E2BIG:
            return {126, fmt::format("cannot start {}: arguments and environment are too long", program)};
        default:
            return {126, fmt::format("cannot start {}: {}", program, code.message())};
    }
}

start_failure explain_preparation_failure(std::string_view what, std::string_view subject, error_code code) {
    return {125, fmt::format("cannot {} {}: {}", what, subject, code.message())};
}

void throw_exception_from_error(start_failure const& e, boost::source_location const&) {
    throw std::runtime_error(e.sentence);
}

}  // namespace task_agent
