// Which of the grammars: one bit for each, in the order of all_grammars(). Pure.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace task_agent::trace {

class grammar_set {
    static constexpr std::size_t bits = 64;

public:
    static constexpr std::size_t most = 192;

    constexpr grammar_set() noexcept = default;
    [[nodiscard]] static constexpr grammar_set of(std::size_t index) noexcept {
        grammar_set one;
        one.words_[index / bits] = std::uint64_t{1} << (index % bits);
        return one;
    }

    [[nodiscard]] constexpr bool any() const noexcept {
        static_assert(most / bits == 3);
        return (words_[0] | words_[1] | words_[2]) != 0;
    }
    // The first one at `from` or behind it; `most` when there is none.
    [[nodiscard]] constexpr std::size_t next(std::size_t from) const noexcept {
        for (std::size_t word = from / bits; word < words_.size(); ++word) {
            std::uint64_t const left = words_[word] >> (from % bits) << (from % bits);
            if (left != 0) return word * bits + static_cast<std::size_t>(std::countr_zero(left));
            from = 0;
        }
        return most;
    }

    [[nodiscard]] friend constexpr bool operator==(grammar_set const&, grammar_set const&) noexcept = default;
    constexpr grammar_set& operator|=(grammar_set const& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] |= other.words_[i];
        return *this;
    }
    [[nodiscard]] friend constexpr grammar_set operator|(grammar_set a, grammar_set const& b) noexcept {
        return a |= b;
    }
    [[nodiscard]] friend constexpr grammar_set operator&(grammar_set a, grammar_set const& b) noexcept {
        for (std::size_t i = 0; i < a.words_.size(); ++i)
            a.words_[i] &= b.words_[i];
        return a;
    }

private:
    std::array<std::uint64_t, most / bits> words_{};
};

}  // namespace task_agent::trace
