#include "task_agent/wire/json_value.hpp"

#include "task_agent/base/utf8.hpp"

#include <fmt/format.h>

#include "json_reader.hpp"
#include <cmath>

namespace task_agent {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (char const c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (auto const byte = static_cast<unsigned char>(c); byte < 0x20 || byte == 0x7F) {
                    out += fmt::format("\\u{:04x}", byte);
                } else {
                    out += c;
                }
        }
    }
}

}  // namespace

json_text json_string(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    if (is_valid_utf8(text)) {
        append_escaped(out, text);
    } else {
        append_escaped(out, to_valid_utf8(text));
    }
    out += '"';
    return out;
}

json_text json_number(std::int64_t number) {
    return fmt::format("{}", number);
}

json_text json_number(std::uint64_t number) {
    return fmt::format("{}", number);
}

json_text json_number(double number) {
    if (!std::isfinite(number)) return "null";
    std::string text = fmt::format("{}", number);
    // a reader that tells integers from the rest must see the same kind that was meant
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

json_text json_bool(bool value) {
    return value ? "true" : "false";
}

result<json_text> checked_json(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    auto const parsed = wire::parse(text);
    if (!parsed) return parsed.error();
    auto const first = text.find_first_not_of(blank);
    return std::string(text.substr(first, text.find_last_not_of(blank) + 1 - first));
}

json_object& json_object::add(std::string_view key, std::string_view value) {
    if (!is_empty()) text_ += ',';
    text_ += json_string(key);
    text_ += ':';
    text_ += value;
    return *this;
}

json_array& json_array::add(std::string_view value) {
    if (!is_empty()) text_ += ',';
    text_ += value;
    return *this;
}

json_text encode_details(detail_map const& details) {
    json_object object;
    for (auto const& [key, value] : details)
        object.add(key, value);
    return object.text();
}

}  // namespace task_agent
