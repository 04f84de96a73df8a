// The evidence of a failure as the lines that rules look at, place by place; for known_failure.cpp alone.
//
// Bounded, whatever is given: see known_failure.hpp.
#pragma once

#include "task_agent/trace/known_failure.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// Which three bytes in a row a text has at all. May say yes wrongly, never no. Texts are folded.
class trigram_filter {
public:
    void add(std::string_view folded_text) noexcept;
    [[nodiscard]] bool may_hold(std::string_view folded_text) const noexcept;

private:
    std::bitset<1 << 16> seen_;
};

struct evidence_line {
    std::string_view text;  // borrowed
    std::string folded;
};

class evidence_lines {
public:
    // Keeps views into `evidence` and into itself: neither copied nor moved.
    explicit evidence_lines(failure_evidence const& evidence);
    evidence_lines(evidence_lines const&) = delete;
    evidence_lines& operator=(evidence_lines const&) = delete;

    [[nodiscard]] std::vector<evidence_line> const& at(rule_place place) const noexcept;
    // False when the pattern fits no line for certain.
    [[nodiscard]] bool may_fit(line_pattern const& pattern) const;

private:
    [[nodiscard]] evidence_line made(std::string_view text);
    void add_to(std::vector<evidence_line>& lines, std::string_view text);
    void add_stream(std::string_view tail, bool may_be_ending);

    std::string end_text_;
    trigram_filter filter_;
    std::vector<evidence_line> type_;
    std::vector<evidence_line> cause_;
    std::vector<evidence_line> trace_;
    std::vector<evidence_line> ending_;
    std::vector<evidence_line> output_;
    std::vector<evidence_line> end_;
};

}  // namespace task_agent::trace
