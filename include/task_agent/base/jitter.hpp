// Randomness as an input: a small seeded engine that policies borrow, so that tests replay the same run.
//
// Not for secrets. One thread at a time.
#pragma once

#include "task_agent/base/clock.hpp"

#include <cstdint>

namespace task_agent {

class jitter {
public:
    explicit jitter(std::uint64_t seed) noexcept : state_(seed) {}

    // A seed from the kernel, different in each process of a fleet (getrandom(2)).
    [[nodiscard]] static std::uint64_t fresh_seed() noexcept;

    [[nodiscard]] std::uint64_t bits() noexcept;
    // Uniform in [0, 1).
    [[nodiscard]] double unit() noexcept;
    // Uniform in [0, limit): "full jitter".
    [[nodiscard]] duration up_to(duration limit) noexcept;
    // d times a factor uniform in [1 - share, 1 + share).
    [[nodiscard]] duration around(duration d, double share) noexcept;

private:
    std::uint64_t state_;
};

}  // namespace task_agent
