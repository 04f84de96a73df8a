// The values that must not leave (contract 5.2), arranged for the search in a stream.
//
// Built once and then only read: any number of threads. Pure.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

class secret_set {
public:
    secret_set() = default;
    // What cannot be masked (is_maskable) is left out; of a value over several lines each line of 8
    // characters or more is a secret too. Each in all its forms (secret_forms.hpp).
    explicit secret_set(std::span<std::string const> values);

    [[nodiscard]] bool is_empty() const noexcept { return patterns_.empty(); }

    struct match {
        std::size_t length = 0;  // of the longest secret that starts here; 0 = none
        bool may_go_on = false;  // the text ends inside of one that starts here
    };
    // At the start of `text`, which is not empty.
    [[nodiscard]] match at(std::string_view text) const noexcept;
    // The first place at or after `from` where a secret may start; the size of the text where there is none.
    [[nodiscard]] std::size_t candidate(std::string_view text, std::size_t from) const noexcept;

private:
    std::vector<std::string> patterns_;   // sorted, each once
    std::array<bool, 256> starts_{};      // by the first byte
    std::bitset<65536> starts_of_two_{};  // by the first two
};

// The values of those variables, "NAME=value" each, whose name says that it is a secret.
[[nodiscard]] std::vector<std::string> secrets_in(std::span<std::string const> environment);

}  // namespace task_agent
