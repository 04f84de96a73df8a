// Everything one run owns, in the order of its life. Shared by task_run.cpp (the living) and shutdown.cpp
// (the end), and by nobody else.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/core/stuck_process.hpp"
#include "task_agent/logic/exit_verdict.hpp"
#include "task_agent/logic/stop_ladder.hpp"
#include "task_agent/logic/stop_plan.hpp"
#include "task_agent/os/pipe.hpp"
#include "task_agent/os/signals.hpp"
#include "task_agent/run/agent_status.hpp"
#include "task_agent/run/control.hpp"
#include "task_agent/run/diagnosis.hpp"
#include "task_agent/run/masked_log.hpp"
#include "task_agent/run/outer_agent.hpp"
#include "task_agent/run/output_watch.hpp"
#include "task_agent/run/redelivery.hpp"
#include "task_agent/run/reporter.hpp"
#include "task_agent/run/run_journal.hpp"
#include "task_agent/run/runtime_files.hpp"
#include "task_agent/run/step_owner.hpp"
#include "task_agent/run/task_run.hpp"
#include "task_agent/run/workload.hpp"
#include "task_agent/run/workload_channel.hpp"
#include "task_agent/supervise/child.hpp"
#include "task_agent/supervise/console.hpp"
#include "task_agent/supervise/drain.hpp"
#include "task_agent/supervise/oom_watch.hpp"
#include "task_agent/supervise/pump.hpp"
#include "task_agent/supervise/workload_tree.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>

#include "report_side.hpp"
#include "stall_side.hpp"
#include <memory>
#include <optional>

namespace task_agent {

// What exists only when there is a platform to report to.
struct platform_side {
    platform_side(boost::asio::io_context& io, run_request const& request, jitter& random, logger const& log,
                  reporter::agent_key agent, control::listener listener)
        : client(io, *request.platform, request.settings.id, request.client),
          report(io, client, request.settings.id, random, log, std::move(agent)),
          watch(io, client, request.settings.id, request.settings.control_interval, random, log,
                std::move(listener)),
          owner(io, client, watch, random, log),
          journal(io, fmt::format("{:016x}", random.bits()), log),
          earlier(io, client, request.settings.id, random, log) {}

    jobs_client client;
    reporter report;
    control watch;
    step_owner owner;
    run_journal journal;
    redelivery earlier;     // of ends that the journal still holds
    bool reported = false;  // the reporter's coroutine has returned
};

struct task_state {
    explicit task_state(run_request r);

    run_request request;
    time_point const began = steady_clock::now();
    time_point started = began;  // the workload, which may have had to wait for its secrets
    jitter random{jitter::fresh_seed()};
    boost::asio::io_context io{1};
    std::shared_ptr<secret_set const> secrets;  // null when there are none
    std::unique_ptr<log_sink> log_file;
    console lines;
    std::optional<masked_log> masked_lines;
    logger log;
    agent_status self{began};
    std::unique_ptr<platform_side> platform;

    // the workload
    output_watch out_watch{secrets, request.settings.error_stack_limit};
    output_watch err_watch{secrets, request.settings.error_stack_limit};
    std::unique_ptr<pump> out_pump;
    std::unique_ptr<pump> err_pump;
    std::optional<child> first;
    std::unique_ptr<workload_channel> channel;
    report_side reports;
    std::unique_ptr<outer_agent> outer;  // somebody listens where an agent around us would
    bool asking_outer = false;
    bool is_nested = false;             // the outer agent reports for this task
    std::optional<workload_tree> tree;  // with the first process
    oom_watch memory;
    runtime_file_places file_places;  // of the running workload
    std::string own_error_file;       // named for the workload, and removed at the end; or empty
    os::blocking_worker file_reader;
    stall_side stalls{io, began, request.settings.progress_counts_cpu};
    int terminal = -1;

    // stopping
    os::signal_queue signals;
    boost::asio::posix::stream_descriptor signal_watch{io};
    stop_ladder ladder;
    boost::asio::steady_timer ladder_timer{io};
    boost::asio::steady_timer life_timer{io};  // --timeout
    std::optional<time_point> stop_signalled;  // the first stop signal: the stop budget counts from here
    std::optional<time_point> stop_began;      // by whomever
    stop_plan plan;                            // of the stop that is under way, if one is
    bool timed_out = false;
    std::vector<stuck_process> stuck;  // what SIGKILL did not end, once the run has given it up
    bool unkillable = false;
    bool first_ended = false;  // and can be reaped
    stop_order order = stop_order::none;
    pause_terms pause;  // when that is the order
    bool stopped_from_outside = false;
    bool superseded = false;
    bool signalled_for_order = false;
    bool classifying = false;  // the step is being read to tell an outside stop from the platform's
    drain* draining = nullptr;
    boost::asio::steady_timer nudge_timer{io};
    boost::asio::steady_timer changed{io};  // a condition variable for the end: cancel() wakes who waits

    // the end
    bool ended = false;
    time_point ended_at = began;
    std::optional<exit_status> exit;
    std::optional<start_failure> start_failed;
    int exit_code = 125;

    [[nodiscard]] time_point last_output() const;
    // When everything has to be over, once a stop is under way.
    [[nodiscard]] std::optional<time_point> budget_end() const;
    // When a part of the plan has to be, likewise.
    [[nodiscard]] std::optional<time_point> latest(std::optional<duration> part) const;
};

// The end of life, from the end of the workload's first process to the exit code: shutdown.cpp.
[[nodiscard]] boost::asio::awaitable<void> shut_down(task_state& s);

}  // namespace task_agent
