// What a logger's record says behind the fields that it puts around that. Pure; views into the line.
#pragma once

#include "task_agent/trace/prefix.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::closing {

// Of a record in logfmt, "ts=... level=error logger=book msg=\"no plan\"", also of Python's and Java's
// loggers with such a format, which write levels in capitals.
struct logfmt_record {
    log_level level = log_level::none;
    bool is_fatal = false;  // its program ends
    std::string_view message;
    std::string_view reason;  // of a field "error" or "err"; empty where there is none
};
[[nodiscard]] std::optional<logfmt_record> parse_logfmt(std::string_view line) noexcept;

// "no plan" of "Shop.Sell sell.pl:12 - no plan", as Log4perl's and log4j's layouts with a place write it
// ("%c %F:%L - %m", "%F:%L %M - %m", "%c (%F:%L): %m"): what was said behind where it was said; all of any
// other text.
[[nodiscard]] std::string_view behind_place(std::string_view text) noexcept;

}  // namespace task_agent::trace::closing
