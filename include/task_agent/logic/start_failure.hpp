// Why a workload did not start: one sentence and the exit code of the shells (contract 1 and 4). Pure.
#pragma once

#include "task_agent/base/error.hpp"

#include <string>
#include <string_view>

namespace task_agent {

struct start_failure {
    int exit_code = 125;   // 127 not found, 126 not runnable, 125 anything before that
    std::string sentence;  // names the program or folder and says what is wrong with it
};

// `program` as the user wrote it, `path` the file that was tried last, `code` the errno of exec.
// `interpreter`: when the file is there, what it wants to be run by; the kernel calls the one as missing as
// the other.
[[nodiscard]] start_failure explain_exec_failure(std::string_view program, std::string_view path,
                                                 error_code code, std::string_view interpreter = {});

// `what` could not be done before exec, at `subject`: "enter the working directory", "/data".
[[nodiscard]] start_failure explain_preparation_failure(std::string_view what, std::string_view subject,
                                                        error_code code);

// Reached only by asking a failed result for its value: a programming mistake.
[[noreturn]] void throw_exception_from_error(start_failure const& e, boost::source_location const& where);

}  // namespace task_agent
