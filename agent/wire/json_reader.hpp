// Reading JSON from a peer that is not trusted: bounded depth, errors as values, and look-ups that take a
// missing, null or differently typed field for "not there" (platform-facts 3.8: null fields are left out of
// answers).
//
// Private to wire: the only header that shows Boost.JSON types.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/task_update.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent::wire {

inline constexpr std::size_t max_depth = 32;

// errc::bad_input with a sentence that gives line and column. With `relaxed`, comments and trailing commas
// pass.
[[nodiscard]] result<boost::json::value> parse(std::string_view text, bool relaxed = false);

// The value as JSON text again. Numbers come out in the short form people write: Boost.JSON prints 0.5 as
// 5E-1.
[[nodiscard]] json_text to_json_text(boost::json::value const& value);

[[nodiscard]] boost::json::object const* object_at(boost::json::object const& from, std::string_view key);
[[nodiscard]] boost::json::array const* array_at(boost::json::object const& from, std::string_view key);
[[nodiscard]] std::string text_at(boost::json::object const& from,
                                  std::string_view key);  // empty = not there
[[nodiscard]] std::optional<double> number_at(boost::json::object const& from, std::string_view key);
// A positive number of seconds, whole ones, at most a year; anything else is "not set".
[[nodiscard]] std::optional<std::chrono::seconds> seconds_at(boost::json::object const& from,
                                                             std::string_view key);
[[nodiscard]] detail_map details_at(boost::json::object const& from, std::string_view key);

}  // namespace task_agent::wire
