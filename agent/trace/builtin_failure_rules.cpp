#include "task_agent/trace/failure_rules.hpp"

namespace task_agent::trace {

failure_rules const& builtin_failure_rules() {
    // a unit test sees to it that the file has no problems
    static failure_rules const rules =
        parse_failure_rules(builtin_failure_rules_text(), "config/failure_rules.conf").rules;
    return rules;
}

}  // namespace task_agent::trace
