// A table like the real one in small: a command that wraps another, one with own flags, one without anything.
#pragma once

#include "task_agent/cli/command.hpp"

namespace sample {

namespace cli = task_agent::cli;

inline constexpr cli::own_flag status_flags[] = {
    {.name = "watch", .value_name = "", .help = "go on until the job ends"},
    {.name = "sort", .value_name = "FIELD", .help = "order"}};

inline constexpr cli::command run = {.name = "run",
                                     .usage = "run [options] [--] CMD [ARG...]",
                                     .summary = "wraps",
                                     .settings = task_agent::command_set::run,
                                     .takes = {.least = 1, .is_command_line = true, .what = "CMD"}};
inline constexpr cli::command status = {.name = "status",
                                        .usage = "status JOB",
                                        .summary = "shows",
                                        .settings = task_agent::command_set::status,
                                        .flags = status_flags,
                                        .takes = {.least = 1, .most = 1, .what = "JOB"}};
inline constexpr cli::command version = {.name = "version", .usage = "version", .summary = "tells"};
inline constexpr cli::command help = {
    .name = "help", .usage = "help [COMMAND]", .summary = "helps", .takes = {.most = 1, .what = "COMMAND"}};

inline constexpr cli::command const* table[] = {&run, &status, &version, &help};

}  // namespace sample
