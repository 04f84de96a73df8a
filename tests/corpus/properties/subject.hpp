// A positive case with its plain answer, and what follows from that answer for what may be done to its log.
#pragma once

#include "answer.hpp"
#include "corpus/recorded_case.hpp"
#include <string>
#include <vector>

namespace task_agent::properties {

using corpus::recorded_case;

struct subject {
    recorded_case const* recorded = nullptr;
    std::vector<std::string> lines;
    answer plain;

    bool wears_tag = false;           // each line of the trace says already which process wrote it
    bool wears_label = false;         // such as "3: ", which is a tag only at the start of a line
    bool is_told_by_silence = false;  // an ordinary record which is fatal because nothing follows
    bool is_in_record = false;        // the trace stands within one line, a JSON record
    bool has_bars = false;            // states of a progress bar, each ended by '\r'
    bool has_other_bytes = false;     // is no valid UTF-8
    // How many lines follow decides: the trace was caught, or is of a form that is used for what was caught.
    bool depends_on_what_follows = false;
};

[[nodiscard]] subject subject_of(recorded_case const& recorded);

// Without '\n'; a '\r' before it stays. The last one may lack its end in the log.
[[nodiscard]] std::vector<std::string> lines_of(std::string const& log);

// "line\n" for all of them from `first` up to `last`, without it.
[[nodiscard]] std::string joined(std::vector<std::string> const& lines, std::size_t first, std::size_t last);

}  // namespace task_agent::properties
