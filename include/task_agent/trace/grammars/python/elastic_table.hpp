// The table that torchrun (torch.distributed.elastic) prints behind "ChildFailedError:": which workers
// failed, and which of them was the first one.
//
//   ============================================================
//   train.py FAILED
//   ------------------------------------------------------------
//   Failures:
//     <NO_OTHER_FAILURES>
//   ------------------------------------------------------------
//   Root Cause (first observed failure):
//   [0]:
//     time      : 2026-11-22_12:00:00
//     host      : node1
//     rank      : 1 (local_rank: 1)
//     exitcode  : -9 (pid: 123)
//     error_file: <N/A>
//     traceback : Signal 9 (SIGKILL) received by PID 123
//   ============================================================
//
// A worker that recorded its error has its traceback in the last field, indented by two. Pure; bounded.
#pragma once

#include "task_agent/trace/grammar.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace {

class elastic_table {
public:
    [[nodiscard]] static bool is_raised_with(std::string_view type) noexcept;
    // Its first line: nothing else is fed before it.
    [[nodiscard]] static bool is_border(std::string_view line) noexcept;
    [[nodiscard]] verdict feed(std::string_view line);

    // "train.py FAILED"; empty where the table broke off before it.
    [[nodiscard]] std::string const& title() const noexcept { return title_; }
    // The first that failed.
    [[nodiscard]] std::optional<int> rank() const noexcept { return rank_; }
    [[nodiscard]] bool names_no_other() const noexcept { return names_no_other_; }
    // What the table says of its end: "exitcode -9: Signal 9 (SIGKILL) received by PID 123", or what its
    // recorded traceback says was raised; empty where it says nothing.
    [[nodiscard]] std::string root() const;

private:
    void read_root(std::string_view line);

    int borders_ = 0;
    int lines_ = 0;
    int strangers_ = 0;
    bool in_root_ = false;
    bool in_traceback_ = false;
    bool names_no_other_ = false;
    std::string title_;
    std::optional<int> rank_;
    std::string exit_code_;
    std::string said_;
};

}  // namespace task_agent::trace
