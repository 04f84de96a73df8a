// The agent's own messages: whole lines prefixed "task-agent: " (contract 5).
//
// A logger is a level and a place to put lines; the place (log_sink) is given by whoever owns stderr at that
// moment: the console writer while a workload runs, stderr itself before and after. A clean run prints
// nothing at the default level, warn. Control thread only.
#pragma once

#include <string_view>

namespace task_agent {

enum class log_level { off, error, warn, info, debug };

[[nodiscard]] std::string_view to_text(log_level level) noexcept;

class log_sink {
public:
    virtual ~log_sink() = default;
    // `line` has the prefix and no newline. Must not block the caller.
    virtual void write_line(std::string_view line) = 0;
};

class logger {
public:
    logger() noexcept = default;  // silent
    logger(log_level level, log_sink& sink) noexcept : level_(level), sink_(&sink) {}

    [[nodiscard]] bool wants(log_level level) const noexcept { return sink_ && level <= level_; }
    void write(log_level level, std::string_view text) const;
    void error(std::string_view text) const { write(log_level::error, text); }
    void warn(std::string_view text) const { write(log_level::warn, text); }
    void info(std::string_view text) const { write(log_level::info, text); }
    void debug(std::string_view text) const { write(log_level::debug, text); }

private:
    log_level level_ = log_level::off;
    log_sink* sink_ = nullptr;
};

}  // namespace task_agent
