// What unittest and pytest print behind a test's trace: further tests that failed, or that all passed, and
// that the test wanted what it raised. Of one trace; keeps only what it has seen.
#pragma once

#include "task_agent/trace/grammar.hpp"

#include <string_view>

namespace task_agent::trace::python {

class runner_behind {
public:
    // continues: a further test's trace begins, and what follows is of the first one's block no more.
    verdict feed(std::string_view line);
    bool told_of_others() const noexcept { return is_of_others_; }
    bool all_passed() const noexcept { return passed_; }

private:
    int lines_ = 0;
    bool names_test_ = false;  // that failed as well
    bool is_below_ruler_ = false;
    bool is_of_others_ = false;
    bool passed_ = false;
};

}  // namespace task_agent::trace::python
