// A line of OCaml's backtrace. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace::ocaml {

// "Raised at M.f in file "m.ml" (inlined), line 3, characters 2-19"; one without a place is left out.
void add_frame(reading::frame_list& frames, std::string_view line);

}  // namespace task_agent::trace::ocaml
