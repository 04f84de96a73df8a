// What make says behind a finding of a tool that it ran, and the makes that ran it: their "***" lines belong
// to the finding. No memory but whether one was seen.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace {

class make_end {
public:
    // Nothing of a line that is not make's.
    [[nodiscard]] std::optional<verdict> read(std::string_view line) noexcept {
        build::build_line found;
        if (!build::read_make(line, found) || found.kind == build::line_kind::tool_error) return std::nullopt;
        bool const is_stop = found.kind == build::line_kind::stop && build::is_recipe(found.message);
        if (!is_stop && !(is_seen_ && found.kind == build::line_kind::make_aside)) return std::nullopt;
        is_seen_ = true;
        return is_stop && found.is_top ? verdict::ends : verdict::continues;
    }
    [[nodiscard]] bool is_seen() const noexcept { return is_seen_; }

private:
    bool is_seen_ = false;
};

}  // namespace task_agent::trace
