// What IPython and Jupyter show of an exception, also in the log of papermill and nbconvert:
//
//   ---------------------------------------------------------------------------
//   ValueError                                Traceback (most recent call last)
//   Cell In[3], line 2
//         1 rows = []
//   ----> 2 load(rows)
//
//   File /app/load.py:7, in load(rows)
//   ...
//   ValueError: no rows
//
// Older versions name a frame "<ipython-input-3-f00> in <module>" and tell the line by the arrow alone.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ipython_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ipython_grammar();

inline constexpr std::string_view ipython_endings[] = {"t)"};

inline constexpr grammar_entry ipython_grammar = {
    {{}, ipython_endings, {}}, find_ipython_start, make_ipython_grammar};

}  // namespace task_agent::trace
