// Known failures as data: rules that say by which words a failure is known, and what a user can do about it
// (contract 3: category, hint, retryable).
//
// A rule file is lines: `[id]` begins a rule, `key = value` says something of it, `#` begins a line of
// comment. config/failure_rules.conf is compiled in and explains the format; --failure-rules FILE brings
// more. Files are written by people: every problem of a file is told, each in one sentence.
//
// Plain values; any thread.
#pragma once

#include "task_agent/trace/line_pattern.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// Where a rule looks, from what speaks most clearly to what does least. Bits, because one line of a rule may
// name several.
enum class rule_place : unsigned {
    type = 1,     // the exception's type, whole: "torch.cuda.OutOfMemoryError"
    cause = 2,    // what was raised ("ValueError: bad"), or what the agent knows by itself
    trace = 4,    // any line of the trace that tells the cause
    ending = 8,   // the last lines of output, when nothing was raised and the workload ended by itself
    output = 16,  // many more last lines of output, whatever was raised
    end = 32,     // how it ended: "exit code 127 (command not found)", "killed by SIGSEGV"
};

struct rule_pattern {
    unsigned places = 0;  // of rule_place
    line_pattern pattern;
};

struct failure_rule {
    std::string id;
    std::string category;
    std::string hint;
    std::string retryable;        // yes, no or unknown
    bool is_consequence = false;  // counts only where nothing else is known: what others do when one fails
    bool any_case = false;        // of its patterns
    std::vector<rule_pattern> patterns;  // each is enough
    std::vector<line_pattern> unless;    // a line with one of these does not count
};

struct failure_rules {
    std::vector<failure_rule> rules;   // in the order of the file
    std::vector<line_pattern> unless;  // `[*]`: lines of output that count for no rule of the file
};

struct parsed_failure_rules {
    failure_rules rules;
    std::vector<std::string> problems;  // "rules.conf, line 3: ..."; with any, the rules must not be used
};

inline constexpr std::size_t longest_rule_file = 256 * 1024;  // bytes
inline constexpr std::size_t longest_rule_line = 1000;        // bytes
inline constexpr std::size_t longest_rule_hint = 300;         // bytes, as the report shows them
inline constexpr std::size_t least_literal_bytes = 4;         // of a pattern: fewer would fit everywhere
inline constexpr std::size_t most_rules = 1000;
inline constexpr std::size_t most_rule_problems = 20;  // told of a file; the rest is counted

// `file` is how messages call it.
[[nodiscard]] parsed_failure_rules parse_failure_rules(std::string_view text, std::string_view file);

// The compiled-in rules, parsed at the first call.
[[nodiscard]] failure_rules const& builtin_failure_rules();
// The text of config/failure_rules.conf, as it was when this program was built.
[[nodiscard]] std::string_view builtin_failure_rules_text() noexcept;

}  // namespace task_agent::trace
