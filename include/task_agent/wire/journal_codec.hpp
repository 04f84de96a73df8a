// Journal records as JSON objects, the payloads of logic/journal_frame (contract 6). Any thread.
//
//     {"run":"5f0e...","at":"2026-11-22T19:57:03.120Z","is":KIND, ...}
//
//     run_started       workspace, job, step, task, attempt, host, pid, start_ticks, boot_id,
//                       memory {device, inode, kills}, version
//     workload_started  pid
//     stop_asked        why
//     workload_ended    exit_code, or signal and core_dumped
//     final             status, status_details {key: text}, error_details, error_stack
//     acknowledged      how
//
// The JSON values of a final update are kept as texts, so that they come back byte for byte, however deep
// and whatever their numbers.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/journal_record.hpp"

#include <string>
#include <string_view>

namespace task_agent {

[[nodiscard]] std::string encode_record(journal_record const& record);

// errc::bad_input for anything that encode_record would not have made.
[[nodiscard]] result<journal_record> parse_record(std::string_view payload);

}  // namespace task_agent
