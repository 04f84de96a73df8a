// Secrets in what is about to be told (contract 5.2). What came as bytes was masked as bytes; a text that was
// made of it afterwards, such as what a JSON string stands for, may hold a secret that the bytes did not.
//
// In place: every text of it. Any thread.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/logic/secret_set.hpp"
#include "task_agent/trace/trace.hpp"

namespace task_agent {

void mask_texts(trace::found_trace& trace, secret_set const& secrets);

// All reports pass here: error_details and error_stack, the report on stderr, the termination log, `explain`.
void mask_texts(failure_report& report, secret_set const& secrets);

}  // namespace task_agent
