#include "task_agent/run/agent_status.hpp"

#include "task_agent/core/version.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/wire/json_value.hpp"

#include <unistd.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace task_agent {
namespace {

// A rank as the launchers of training jobs hand it out (contract 8.2).
std::optional<int> rank_from_environment() {
    for (char const* name : {"RANK", "SLURM_PROCID"}) {
        char const* const text = std::getenv(name);
        if (!text) continue;
        std::string_view const view(text);
        int rank = 0;
        auto const [end, ec] = std::from_chars(view.data(), view.data() + view.size(), rank);
        if (ec == std::errc() && end == view.data() + view.size() && rank >= 0) return rank;
    }
    return std::nullopt;
}

// Milliseconds are as exact as anybody reads them, and shorter on the wire.
json_text seconds(double value) {
    return json_number(std::round(value * 1000.0) / 1000.0);
}

}  // namespace

agent_status::agent_status(time_point start)
    : start_(start), host_(os::host_name()), rank_(rank_from_environment()) {}

json_text agent_status::next(time_point now, duration interval, activity const& workload) {
    if (pid_) {
        if (auto const stat = os::read_stat(*pid_); stat && stat->state != 'Z') {
            rss_bytes_ = stat->rss_bytes;
            cpu_seconds_ = stat->cpu_seconds;
        }
    }
    json_object o;
    o.add("version", json_string(version));
    o.add("host", json_string(host_));
    o.add("pid", json_number(static_cast<std::int64_t>(::getpid())));
    if (rank_) o.add("rank", json_number(*rank_));
    o.add("seq", json_number(++sequence_));
    o.add("at", json_string(utc_text(wall_clock::now())));
    o.add("uptime_seconds", seconds(in_seconds(now - start_)));
    o.add("interval_seconds", seconds(in_seconds(interval)));
    o.add("output_age_seconds", seconds(in_seconds(now - workload.last_output)));
    o.add("heartbeat", json_string(workload.beats_on_progress ? "progress" : "alive"));
    o.add("moved_by", json_string(to_text(workload.moved_by)));
    o.add("moved_age_seconds", seconds(in_seconds(now - workload.moved_at)));
    if (workload.is_stalled) o.add("stalled", json_bool(true));
    if (workload.skipped_reports > 0) o.add("skipped_reports", json_number(workload.skipped_reports));
    if (workload.saved_at) o.add("checkpoint_age_seconds", seconds(in_seconds(now - *workload.saved_at)));
    o.add("rss_bytes", json_number(rss_bytes_));
    o.add("cpu_seconds", seconds(cpu_seconds_));
    if (exit_) {
        o.add("exit_code", json_number(exit_->shell_code()));
        if (exit_->signal != 0) o.add("signal_name", json_string(signal_name(exit_->signal)));
    }
    return o.text();
}

}  // namespace task_agent
