// What a line beside a trace says about it: that somebody caught it and went on. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <string_view>

namespace task_agent::trace {

// Of a log record directly before the trace, or on its first line.
[[nodiscard]] handling handling_of(std::string_view record) noexcept;
// The same of a line directly above a trace: without a level it tells of the trace only where it speaks of a
// failure, "row 17 is bad, skipped"; "retrying the request" may stand above what ended the second attempt.
[[nodiscard]] handling handling_above(std::string_view line) noexcept;
// Of what stands before a trace on its first line: a record of level INFO or below was not written about a
// failure, and a text that quotes a trace indents it or puts '>' or '|' before each line.
[[nodiscard]] handling handling_of_prefix(std::string_view prefix) noexcept;
[[nodiscard]] bool is_quotation(std::string_view prefix) noexcept;
// Of a line behind a trace, without its prefix: a test that passed, a failure that was wanted.
[[nodiscard]] bool says_expected(std::string_view line) noexcept;
// Of a line shortly behind a trace: somebody starts again what failed.
[[nodiscard]] bool says_restart(std::string_view line) noexcept;
// What a line shortly behind a trace makes of it. `is_followed`: other lines stand between, so that only a
// restart is believed. `so_far`: what was known before.
[[nodiscard]] handling handling_after(std::string_view line, bool is_followed, handling so_far) noexcept;
// Of the last line of a log: "training finished", "done in 3 s", "all 12 tasks completed", "0 errors".
[[nodiscard]] bool says_success(std::string_view line) noexcept;
// "exit code 1", "exited with status=139", "rc 2".
[[nodiscard]] bool says_bad_code(std::string_view line) noexcept;
// The same of something that failed or ended, and no more: "Command failed with status (2)", "step load
// failed, exit=1".
[[nodiscard]] bool says_only_code(std::string_view line) noexcept;
// Of one of the last lines: anything that speaks of a failure.
[[nodiscard]] bool says_failure(std::string_view line) noexcept;
// What a program does before it ends, whether it failed or not: "closing shard 3", "removing temporary
// files".
[[nodiscard]] bool tidies_up(std::string_view line) noexcept;
// Of one of the last lines: a count of what failed that is zero, or an exit code that is.
[[nodiscard]] bool says_none_failed(std::string_view line) noexcept;
// A count of what failed that is not zero: "1 failed, 3 passed", "Errors: 2".
[[nodiscard]] bool says_some_failed(std::string_view line) noexcept;
// "retrying in 5 s", "skipping it", "falling back to ...".
[[nodiscard]] bool says_to_go_on(std::string_view line) noexcept;
// The same without a word of what is done instead: "carrying on". Of what stands above, too.
[[nodiscard]] bool says_to_carry_on(std::string_view line) noexcept;

}  // namespace task_agent::trace
