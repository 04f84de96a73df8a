// What stops a run: a signal from outside, an order of the platform, --timeout (contract 4, 9). Each begins
// the stop ladder, or is taken into the one that runs. Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// What a stop has to fit in: a budget when a signal has come.
[[nodiscard]] stop_wishes stop_wishes_of(run_settings const& settings, bool reports, bool has_budget);

// A signal that would end the workload and came before it was started stops the start (contract 4): true when
// there was one, which is then the run's end.
[[nodiscard]] bool stopped_before_start(task_state& s);

// For the journal: who stops the run, in a word.
void note_stop(task_state& s, std::string why);

// SIGTERM to the workload and so on, by the agent's own decision.
void begin_ladder(task_state& s);

// SIGTERM, or SIGINT without a terminal.
void on_stop_signal(task_state& s, int signal);

// The platform wants the run to end: through the ladder, or, where a pause is left to the workload, by one
// signal and SIGKILL at its deadline. A cancel also takes the place of a pause.
void on_order(task_state& s, stop_order order, step_item const& step);

// A newer attempt of the job has taken over.
void on_superseded(task_state& s);

// The workload has saved what it has to. A stop that waits between two signals goes on to the next; behind
// the last one it has its time as before.
void on_checkpoint_saved(task_state& s);

// Watches --timeout from now on.
void limit_life(task_state& s);

}  // namespace task_agent
