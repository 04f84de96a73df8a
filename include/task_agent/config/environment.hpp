// The environment as a value: taken once at the start, read by the loader, handed on to the workload.
//
// Entries keep their order and their bytes, odd ones ("no equals sign", a name twice) too: what the agent
// does not own passes through it unchanged (contract 4). Plain value; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent {

class environment {
public:
    environment() = default;
    // Entries as execve(2) takes them: "NAME=value".
    explicit environment(std::vector<std::string> entries) : entries_(std::move(entries)) {}
    [[nodiscard]] static environment of_process();

    // The first entry of that name, as getenv(3) finds it. Valid as long as this object.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const noexcept;
    // The same, with an empty value counting as unset: how platform variables are read (platform-facts 1.1
    // sets some of them to an empty text).
    [[nodiscard]] std::optional<std::string_view> get_filled(std::string_view name) const noexcept;
    [[nodiscard]] std::vector<std::string> const& entries() const noexcept { return entries_; }

private:
    std::vector<std::string> entries_;
};

// The name in front of the equals sign; the whole entry when there is none.
[[nodiscard]] std::string_view variable_name(std::string_view entry) noexcept;

// What the workload gets: everything but the agent's own options (contract 1: TASK_AGENT_* options do not
// reach it). TASK_AGENT_SOCKET and TASK_AGENT_STATUS_FILE are no options; they are the workload's channel and
// pass.
[[nodiscard]] environment workload_environment(environment const& own);

}  // namespace task_agent
