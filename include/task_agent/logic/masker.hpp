// Replaces secrets by "***" in what leaves the agent (contract 5.2).
//
// A stream comes in pieces of any size: bytes at the end of a piece are held back only while they may still
// become a secret, and never more than the longest secret. Secrets that overlap are masked as one. Pure; one
// thread at a time.
#pragma once

#include "task_agent/logic/secret_set.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace task_agent {

class masker {
public:
    // Without secrets it passes everything on as it is.
    explicit masker(std::shared_ptr<secret_set const> secrets = {}) noexcept : secrets_(std::move(secrets)) {}

    [[nodiscard]] bool is_idle() const noexcept { return !secrets_ || secrets_->is_empty(); }

    // Another set from here on, for what is held back too.
    void use(std::shared_ptr<secret_set const> secrets) noexcept { secrets_ = std::move(secrets); }

    // What of the stream may go on now; valid until the next call. `piece` itself where nothing is to be
    // masked.
    [[nodiscard]] std::string_view feed(std::string_view piece);
    // What was held back: the stream has ended, or waits for too long.
    [[nodiscard]] std::string_view flush();
    [[nodiscard]] std::size_t held() const noexcept { return held_.size(); }

private:
    std::string_view scan(std::string_view text, bool is_end);

    std::shared_ptr<secret_set const> secrets_;
    std::string held_;
    std::string masked_;
    std::size_t covered_ = 0;  // bytes of held_ that belong to a secret whose mask has been written
};

// A whole text at once.
[[nodiscard]] std::string masked(std::string_view text, secret_set const& secrets);

// As it would be shown: what a terminal does not show may stand between a secret's letters. Without secrets
// only made plain. `is_cut`: of a secret that the end of the bytes goes through no part is left.
[[nodiscard]] std::string plain_and_masked(std::string_view bytes, secret_set const* secrets,
                                           bool is_cut = false);

}  // namespace task_agent
