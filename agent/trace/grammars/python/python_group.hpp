// The lines of an exception group, which stand behind gutters and between borders:
//
//     + Exception Group Traceback (most recent call last):
//     |   File "a.py", line 7, in <module>
//     | ExceptionGroup: two failed (2 sub-exceptions)
//     +-+---------------- 1 ----------------
//       | ValueError: bad
//       +------------------------------------
//
// Pure; views into the line.
#pragma once

#include "task_agent/trace/grammars/python/python_lines.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace {

struct group_line {
    bool belongs = false;  // to the group
    bool closes = false;   // one level or several: the next line tells whether the group is over
    std::optional<stack_frame> frame;
    std::optional<python::raised_line> raised;
    bool is_member = false;  // what was raised is in the group, not the group itself
    std::string_view body;   // behind the gutter
};

class python_group {
public:
    // "    +---------------- 2 ----------------"
    [[nodiscard]] static bool is_border(std::string_view line) noexcept;
    [[nodiscard]] group_line read(std::string_view line);
    // Behind the group's own exception.
    [[nodiscard]] bool in_members() const noexcept { return in_members_; }

private:
    bool in_members_ = false;
    bool awaits_raise_ = true;  // the next line that looks like an exception is one
};

}  // namespace task_agent::trace
