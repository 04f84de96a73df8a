#include "python_runner.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"

namespace task_agent::trace::python {
namespace {

constexpr int most_between = 12;      // lines of a test runner from a trace to its last word
constexpr int most_of_others = 4096;  // lines of further tests that failed

}  // namespace

verdict runner_behind::feed(std::string_view line) {
    if (is_of_others_)
        return line.starts_with("Ran ") || ++lines_ > most_of_others ? verdict::ended_before
                                                                     : verdict::continues;
    if (is_blank(line)) return verdict::not_mine;
    if (line == header && names_test_) {
        is_of_others_ = true;
        return verdict::continues;
    }
    // of unittest, below a ruler
    bool const is_name = line.starts_with("FAIL: ") || line.starts_with("ERROR: ");
    names_test_ = names_test_ || (is_name && is_below_ruler_);
    is_below_ruler_ = line.starts_with("==========");
    passed_ = says_tests_passed(line);
    return passed_ || line.ends_with(header) || ++lines_ > most_between ? verdict::ended_before
                                                                        : verdict::not_mine;
}

}  // namespace task_agent::trace::python
