// Where the text of a line may begin: at its start, and behind each piece of its prefix, but not before a tag
// or a time that can be no text. Where a blank may be a tag's or the text's, on both sides of it.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/prefix.hpp"

#include <array>
#include <span>
#include <string_view>

namespace task_agent::trace {

class text_columns {
public:
    // `before` holds the stream's lines up to this one.
    text_columns(std::string_view line, line_history const& before) noexcept;

    [[nodiscard]] std::span<std::size_t const> all() const noexcept { return {at_.data(), count_}; }

private:
    std::array<std::size_t, 2 * line_pieces::most + 1> at_{};
    std::size_t count_ = 1;
};

}  // namespace task_agent::trace
