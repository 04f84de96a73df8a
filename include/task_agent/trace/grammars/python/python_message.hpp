// Which lines behind "ValueError: bad thing" are still its message, or a note on it: nothing in the text says
// where str() of the exception ended.
//
// Told from what is there: the statement that raised it, where the trace shows one (a whole string without
// "\n" has one line), the type (str() of a KeyError has one line), and the look of each further line:
// indented ones belong, words of an end or of another program do not. Bounded; pure.
#pragma once

#include "task_agent/trace/grammars/python/python_lines.hpp"

#include <cstddef>
#include <string_view>

namespace task_agent::trace::python {

class message_extent {
public:
    // `statement`: the source of the innermost frame, as printed; empty where there is none.
    void begin(raised_line raised, std::string_view statement) noexcept;
    // Whether this line, which is not blank, belongs. `blanks` stand before it, directly behind what belongs.
    [[nodiscard]] bool takes(std::string_view line, int blanks) noexcept;
    [[nodiscard]] int lines() const noexcept { return lines_; }

private:
    static constexpr int most_lines = 64;
    static constexpr std::size_t most_bytes = 6144;

    enum class end {
        known,  // its first line is all
        unknown,
        later,  // it has more lines
    };

    [[nodiscard]] bool may_take(std::string_view line, int blanks) const noexcept;

    end end_ = end::unknown;
    bool is_indented_ = false;    // some further line was
    bool lists_fields_ = false;   // of pydantic, with what is wrong with each
    bool is_comparison_ = false;  // of unittest, which shows how the two differ
    bool awaits_first_ = false;   // "RuntimeError: " alone
    bool announces_ = false;      // "bad shapes:", and what they are behind it
    bool is_counted_ = false;     // its statement shows all of it
    int shown_ = 0;               // lines that its statement shows and that are still to come
    int lines_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace task_agent::trace::python
