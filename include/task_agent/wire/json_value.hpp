// Writing JSON as text: values that are already JSON go in as they are, so nothing is parsed to be sent
// again.
//
// Every function gives one complete value in valid UTF-8. Plain functions and values; any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/task_update.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace task_agent {

// Bytes that are no UTF-8 become U+FFFD: a payload must never be refused for what a workload printed.
[[nodiscard]] json_text json_string(std::string_view text);
[[nodiscard]] json_text json_number(std::int64_t number);
[[nodiscard]] json_text json_number(std::uint64_t number);
[[nodiscard]] inline json_text json_number(int number) {
    return json_number(std::int64_t{number});
}
// Infinities and NaN have no form in JSON: null.
[[nodiscard]] json_text json_number(double number);
[[nodiscard]] json_text json_bool(bool value);

// `text` without the white space around it if it is exactly one JSON value, not nested deeper than 32; else a
// sentence that says where it goes wrong.
[[nodiscard]] result<json_text> checked_json(std::string_view text);

// An object in the making, members in the order they were added. Keys are not checked for repetition.
class json_object {
public:
    // `value` is one complete JSON value.
    json_object& add(std::string_view key, std::string_view value);
    [[nodiscard]] bool is_empty() const noexcept { return text_.size() == 1; }
    [[nodiscard]] json_text text() const { return text_ + '}'; }

private:
    std::string text_ = "{";
};

class json_array {
public:
    json_array& add(std::string_view value);
    [[nodiscard]] bool is_empty() const noexcept { return text_.size() == 1; }
    [[nodiscard]] json_text text() const { return text_ + ']'; }

private:
    std::string text_ = "[";
};

[[nodiscard]] json_text encode_details(detail_map const& details);

}  // namespace task_agent
