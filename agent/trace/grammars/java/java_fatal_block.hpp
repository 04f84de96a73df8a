// The block of '#' lines with which the JVM tells of its own end: a signal, a broken check, no memory. It
// ends with where to report it. Bounded; pure.
#pragma once

#include "task_agent/trace/grammar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

class java_fatal_block {
public:
    static constexpr std::string_view fatal_error =
        "# A fatal error has been detected by the Java Runtime Environment:";
    static constexpr std::string_view no_memory =
        "# There is insufficient memory for the Java Runtime Environment to continue.";

    [[nodiscard]] verdict feed(std::string_view line);
    [[nodiscard]] bool conclude(found_trace& trace);

private:
    void add_problematic(std::string_view text);

    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    int lines_ = 0;
    bool wants_frame_ = false;  // the next line is the problematic one
};

}  // namespace task_agent::trace
