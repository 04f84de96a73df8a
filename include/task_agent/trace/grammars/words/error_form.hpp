// The form in which a tool tells of errors: what stands before its own words, with "error" or its kin at the
// end ("srun: error", "m.c:12: error" without the place). Of several lines in one form, near each other, the
// first tells what the others follow from. Pure; no state.
#pragma once

#include <string_view>

namespace task_agent::trace {

// `said` is a line behind its prefix; empty where it has no such form.
[[nodiscard]] std::string_view error_form(std::string_view said) noexcept;

// But for digits, which count or point. Empty ones are of no form.
[[nodiscard]] bool is_same_form(std::string_view a, std::string_view b) noexcept;

}  // namespace task_agent::trace
