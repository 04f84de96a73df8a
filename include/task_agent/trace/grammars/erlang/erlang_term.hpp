// Erlang's terms as its runtime prints them, of which a reason and its stack are made:
// "{{badmatch,error},[{shop,sell,2,[{file,"shop.erl"},{line,31}]}]}", on one line or on several.
//
// Pure; linear; no recursion: a term is cut at its commas, and what it holds is cut when asked for.
#pragma once

#include "task_agent/core/failure.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace::erlang {

// Gathers the lines of a term until its brackets are closed. Holds at most `longest` bytes; what is longer is
// counted for its brackets and dropped.
class term_gatherer {
public:
    static constexpr std::size_t longest = 16 * 1024;

    void add(std::string_view line);
    // Its brackets and quotes are closed, and there is something.
    [[nodiscard]] bool is_whole() const noexcept { return depth_ <= 0 && quote_ == 0 && !text_.empty(); }
    [[nodiscard]] bool is_begun() const noexcept { return !text_.empty(); }
    [[nodiscard]] std::string const& text() const noexcept { return text_; }
    void clear() noexcept;

private:
    std::string text_;
    int depth_ = 0;
    char quote_ = 0;
};

// The elements of "{a,[b],c}" or "[a,b]"; of a term that broke off, those that are there. Empty for others.
[[nodiscard]] std::vector<std::string_view> elements_of(std::string_view term);

struct reason {
    std::string type;     // "badmatch"; "error" or "exit" for a term of the program's own, "throw"
    std::string message;  // what it was raised with, empty where it says no more
    std::vector<stack_frame> frames;  // innermost first
};

// Of "[{shop,sell,2,[{file,"shop.erl"},{line,31}]},...]", innermost first; empty when it is no stack. Calls
// into the runtime tell no place: where others do, they are left out.
[[nodiscard]] std::vector<stack_frame> stack_of(std::string_view term);

// "{Reason,Stack}", also inside "{Reason,{gen_server,call,[...]}}" and "{'EXIT',...}"; a term without a stack
// is the reason of an exit.
// The term that a text begins with, up to a comma or a full stop behind it.
[[nodiscard]] std::string_view first_term(std::string_view text) noexcept;
[[nodiscard]] reason reason_of(std::string_view term);

}  // namespace task_agent::trace::erlang
