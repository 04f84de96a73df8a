#include "task_agent/base/jitter.hpp"

#include <sys/random.h>
#include <unistd.h>

namespace task_agent {

std::uint64_t jitter::fresh_seed() noexcept {
    std::uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof seed)) {
        // an entropy pool that is not ready yet must not hold up the start; two processes still differ
        seed = static_cast<std::uint64_t>(steady_clock::now().time_since_epoch().count()) ^
               (static_cast<std::uint64_t>(getpid()) << 32);
    }
    return seed;
}

// splitmix64: one multiplication chain, no tables, good enough to spread a fleet
std::uint64_t jitter::bits() noexcept {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

double jitter::unit() noexcept {
    return static_cast<double>(bits() >> 11U) * 0x1.0p-53;
}

duration jitter::up_to(duration limit) noexcept {
    return duration(static_cast<duration::rep>(static_cast<double>(limit.count()) * unit()));
}

duration jitter::around(duration d, double share) noexcept {
    double const factor = 1.0 - share + 2.0 * share * unit();
    return duration(static_cast<duration::rep>(static_cast<double>(d.count()) * factor));
}

}  // namespace task_agent
