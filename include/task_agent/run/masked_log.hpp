// The agent's own messages without secrets: an address in an error may hold a password (contract 5.2).
#pragma once

#include "task_agent/base/log.hpp"
#include "task_agent/logic/masker.hpp"

#include <memory>
#include <string_view>
#include <utility>

namespace task_agent {

class masked_log final : public log_sink {
public:
    // `to` is borrowed and outlives it.
    masked_log(log_sink& to, std::shared_ptr<secret_set const> secrets) noexcept
        : to_(&to), secrets_(std::move(secrets)) {}

    // Null: nothing is masked.
    void use(std::shared_ptr<secret_set const> secrets) noexcept { secrets_ = std::move(secrets); }
    void write_line(std::string_view line) override {
        if (secrets_) return to_->write_line(masked(line, *secrets_));
        to_->write_line(line);
    }

private:
    log_sink* to_;
    std::shared_ptr<secret_set const> secrets_;
};

}  // namespace task_agent
