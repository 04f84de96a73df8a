// Why a workload did not start: one sentence and the exit code of the shells (contract 1 and 4). Pure.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/program_facts.hpp"
#include "task_agent/core/user_ids.hpp"

#include <string>
#include <string_view>

namespace task_agent {

struct start_failure {
    int exit_code = 125;   // 127 not found, 126 not runnable, 125 anything before that
    std::string sentence;  // names the program or folder and says what is wrong with it
};

// `program` as the user wrote it, `path` the file that was tried last, `code` the errno of exec.
[[nodiscard]] start_failure explain_exec_failure(std::string_view program, std::string_view path,
                                                 error_code code, program_facts const& facts);
[[nodiscard]] start_failure explain_long_arguments(std::string_view program, argument_facts const& facts);

// `code` of clone: most often too many processes.
[[nodiscard]] start_failure explain_clone_failure(std::string_view program, error_code code,
                                                  process_limit_facts const& facts);
[[nodiscard]] start_failure explain_directory_failure(std::string_view directory, error_code code);
[[nodiscard]] start_failure explain_user_failure(std::string_view program, user_ids ids, error_code code);

// `what` could not be done before exec, at `subject`: "connect the output of", "train.py".
[[nodiscard]] start_failure explain_preparation_failure(std::string_view what, std::string_view subject,
                                                        error_code code);

// Reached only by asking a failed result for its value: a programming mistake.
[[noreturn]] void throw_exception_from_error(start_failure const& e, boost::source_location const& where);

}  // namespace task_agent
