// Random bytes in any amount, and a hash that tells two streams apart whatever the pieces they come in. Both
// run at several gigabytes a second, so that a test of a gigabyte measures the agent and not itself.
//
// The hash is no cryptography: it must notice a byte that is lost, doubled, changed or moved, and does (each
// word is multiplied into the state, so its place counts).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace support {

// splitmix64, one word a step.
class random_bytes {
public:
    explicit random_bytes(std::uint64_t seed) noexcept : state_(seed) {}

    // Sizes that are no multiple of 8 waste the rest of the last word: call with the same sizes for the same
    // bytes.
    void fill(std::span<char> into) noexcept {
        std::size_t at = 0;
        for (; at + sizeof(std::uint64_t) <= into.size(); at += sizeof(std::uint64_t)) {
            auto const word = next();
            std::memcpy(into.data() + at, &word, sizeof word);
        }
        if (at < into.size()) {
            auto const word = next();
            std::memcpy(into.data() + at, &word, into.size() - at);
        }
    }

private:
    std::uint64_t next() noexcept {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

class stream_hash {
public:
    void add(std::span<char const> bytes) noexcept {
        count_ += bytes.size();
        if (held_ > 0) {
            auto const n = std::min(bytes.size(), sizeof carry_ - held_);
            std::memcpy(carry_ + held_, bytes.data(), n);
            held_ += n;
            bytes = bytes.subspan(n);
            if (held_ < sizeof carry_) return;
            mix(carry_);
            held_ = 0;
        }
        for (; bytes.size() >= sizeof carry_; bytes = bytes.subspan(sizeof carry_))
            mix(bytes.data());
        if (!bytes.empty()) std::memcpy(carry_, bytes.data(), bytes.size());
        held_ = bytes.size();
    }

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
    [[nodiscard]] std::uint64_t value() const noexcept {
        stream_hash rest = *this;
        std::memset(rest.carry_ + rest.held_, 0, sizeof rest.carry_ - rest.held_);
        rest.mix(rest.carry_);
        return rest.state_ ^ count_;
    }

private:
    void mix(char const* at) noexcept {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        state_ = (state_ ^ word) * 0x9fb21c651e98df25U;
        state_ ^= state_ >> 29U;
    }

    std::uint64_t state_ = 0x51ed270b9f3c8a6dU;
    std::uint64_t count_ = 0;
    char carry_[sizeof(std::uint64_t)] = {};
    std::size_t held_ = 0;
};

}  // namespace support
