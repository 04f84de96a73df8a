#include "task_agent/wire/report_line_codec.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/wire/json_value.hpp"
#include "task_agent/wire/json_view.hpp"

#include <fmt/format.h>

#include <charconv>

namespace task_agent {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) noexcept {
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
bool is_all_of(std::string_view text, Number& number) noexcept {
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    return ec == std::errc() && end == text.data() + text.size();
}

json_text value_of(std::string_view text) {
    if (text == "true" || text == "false") return std::string(text);
    if (std::int64_t number = 0; is_all_of(text, number) && json_number(number) == text)
        return std::string(text);
    if (double number = 0; is_all_of(text, number) && json_number(number) == text) return std::string(text);
    return json_string(text);
}

result<detail_map> checked(detail_map details) {
    for (auto const& [key, value] : details) {
        if (key.empty()) return bad_input("a key is empty");
        if (key.size() > report_key_limit)
            return bad_input(fmt::format("a key has {} bytes; allowed are {}", key.size(), report_key_limit));
        if (!is_valid_utf8(key)) return bad_input("a key is not UTF-8");
    }
    return details;
}

result<detail_map> parse_object(std::string_view text) {
    auto const object = checked_json(text);
    if (!object) return object.error();
    return checked(members_of(*object));
}

}  // namespace

result<detail_map> parse_report_line(std::string_view line) {
    auto const text = trimmed(line);
    if (text.empty()) return detail_map();
    if (text.size() > report_limit) return bad_input(fmt::format("it is longer than {} bytes", report_limit));
    if (text.front() == '{') return parse_object(text);
    auto const equals = text.find('=');
    if (equals == std::string_view::npos) return bad_input("it is neither a JSON object nor KEY=VALUE");
    bool const is_forced = equals > 0 && text[equals - 1] == ':';
    std::string const key(trimmed(text.substr(0, is_forced ? equals - 1 : equals)));
    auto const given = trimmed(text.substr(equals + 1));
    detail_map details;
    if (is_forced) {
        auto const value = checked_json(given);
        if (!value) return value.error();
        details.emplace(key, *value);
    } else {
        details.emplace(key, value_of(given));
    }
    return checked(std::move(details));
}

}  // namespace task_agent
