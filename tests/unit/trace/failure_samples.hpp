// What real programs print when they fail in a known way, and what looks like it and is none: one line of
// facts each, made up here in the wording of the program that is named by the text.
#pragma once

#include <string_view>

namespace failure_samples {

enum class seen {
    raised,   // the exception that ended it: "Type: message"
    chained,  // another line of the trace of a RuntimeError
    printed,  // the last line of stderr, without a trace
    above,    // 40 lines above the end of the output, before the trace of a ValueError
    known,    // what the agent itself says
};

struct sample {
    std::string_view rule;  // empty: none must fit
    seen where;
    std::string_view text;
};

extern sample const known_wordings[];
extern std::size_t const known_wording_count;
extern sample const near_misses[];
extern std::size_t const near_miss_count;

}  // namespace failure_samples
