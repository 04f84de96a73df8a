// What the commands are told to do: plain values, made once by config/loader and constant after.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/stop_rung.hpp"
#include "task_agent/core/user_ids.hpp"

#include <csignal>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

// When the cause of a failure is printed as the very last thing on stderr (contract 3).
enum class report_tail_mode {
    automatic,  // with an identity, or when stderr is a terminal
    on,
    off,
};

// What a heartbeat says (contract 3.2).
enum class heartbeat_mode {
    alive,     // the process lives
    progress,  // and something of it has moved within the stall timeout
};

// The agent's exit code after a stop that the platform asked for (contract 1).
enum class stop_exit {
    zero,
    workload,  // the workload's own code
};

// Where the platform is and who asks: what `run` and the client commands share (contract 2).
struct platform_settings {
    std::string jobs_url;                 // base URL as given; empty = no platform
    api_family family = api_family::nmp;  // names and headers in use (platform-facts 1.6)
    std::string principal_json;  // NMP_PRINCIPAL as given, not yet parsed; empty = none (platform-facts 1.1)
    std::string ca_file;         // of trusted issuers; empty = the system's (contract 2)
    std::string ca_file_source;  // "--ca-file", "SSL_CERT_FILE", a config file: for messages
    std::string client_cert;     // shown to servers that ask; empty = none
    std::string client_key;      // empty = in the certificate's file
    // The first of these three that is not empty is the proof of who asks; all empty = the principal.
    std::string identity_file;
    std::string token_file;
    std::string token;
    std::string auth_url;     // where identity is exchanged; empty = jobs_url
    std::string secrets_url;  // of the secrets service, for `run`; empty = jobs_url
};

// Where the journal is (contract 6).
struct state_dir_settings {
    std::string path;           // empty = none
    bool was_asked_for = true;  // --state-dir; else it follows from the platform's storage folder
};

struct run_settings {
    platform_settings platform;
    identity id;                    // the task always has a name, made up if need be (contract 2)
    bool require_platform = false;  // an incomplete identity or no URL is an error (contract 2)
    bool own_step = false;          // also writes the step's status (contract, calls); true under dev
    bool dev = false;               // against an embedded dev-server (contract 1)

    // What the start waits for (contract 5.2).
    std::string secrets;         // NEMO_JOB_SECRETS as given, not yet parsed
    std::string secrets_source;  // "--secrets (flag)", "NEMO_JOB_SECRETS (platform)": for messages
    bool fetch_step_config = false;
    std::string step_config_file;
    duration fetch_timeout = std::chrono::seconds(30);  // for all of it

    duration control_interval = std::chrono::seconds(5);  // between two control polls; 0 = off (contract 9)
    std::string working_directory;                        // empty = the agent's own (contract 1)
    std::optional<user_ids> user;  // whom the workload runs as; nothing = as the agent (contract 1)
    duration timeout{};            // the workload's longest life; 0 = no limit (contract 4)

    heartbeat_mode heartbeat = heartbeat_mode::alive;
    bool progress_counts_cpu = false;  // --progress-source=cpu: CPU time is movement too
    duration stall_timeout{};          // without movement; 0 = the step's staleness timeout (contract 3.2)
    bool stop_stalled = false;         // --on-stall=stop (contract 9)
    int stall_signal = 0;              // asks the workload for its stacks; 0 = none
    bool runtime_variables = true;     // not --no-runtime-env (contract 9)

    duration stop_grace = std::chrono::seconds(8);  // stop signal to SIGKILL (contract 4)
    std::vector<stop_rung> stop_sequence;           // instead of the grace; empty = none (contract 4)
    int pause_signal = SIGTERM;                     // for a pause that is left to the workload (contract 9)
    duration stop_budget = std::chrono::milliseconds(9500);  // first stop signal to our own end (contract 4)
    duration final_timeout = std::chrono::seconds(60);       // for the final update (contract 3)
    stop_exit stop_code = stop_exit::zero;
    bool kill_orphan = true;      // the first process dies with the agent (contract 4, --orphan)
    bool stop_superseded = true;  // a newer attempt ends this one (contract 9, --superseded)
    bool stop_leftovers = true;   // descendants end with the run (contract 4, --leftovers)

    std::size_t error_stack_limit = 64 * 1024;  // bytes, 1 KiB to 1 MiB (contract 3)
    std::string failure_rules;                  // a file of rules of known failures, or empty (contract 3)
    report_tail_mode tail = report_tail_mode::automatic;
    std::string termination_log = "/dev/termination-log";  // a file, or "off" (contract 3)
    std::size_t pipe_size =
        1024 * 1024;  // bytes the output pipes may grow to; 0 = the kernel's size (contract 5)

    state_dir_settings state_dir;

    std::string log_target = "stderr";  // "stderr", "off" or a file (contract 1)
    log_level level = log_level::warn;
};

// Somebody wants to know of stalls (contract 9): --stall-timeout, --heartbeat=progress or --on-stall=stop.
[[nodiscard]] inline bool cares_about_stalls(run_settings const& settings) noexcept {
    return settings.stall_timeout > duration::zero() || settings.stop_stalled ||
           settings.heartbeat == heartbeat_mode::progress;
}

// The same, and when it is one only the step of a platform can say.
[[nodiscard]] inline bool lacks_stall_timeout(run_settings const& settings) noexcept {
    return cares_about_stalls(settings) && settings.stall_timeout == duration::zero();
}

// For the commands that only call the Jobs API: status, submit, cancel, pause, resume.
struct client_settings {
    platform_settings platform;
    std::string workspace;  // empty = not known
};

// For `flush`. The task does not matter: every end of the attempt is delivered.
struct flush_settings {
    platform_settings platform;
    identity id;  // workspace, job and attempt
    state_dir_settings state_dir;
    duration final_timeout{};
};

}  // namespace task_agent
