#include "json_reader.hpp"

#include "task_agent/wire/json_value.hpp"

#include <boost/json/parser.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace task_agent::wire {
namespace {

namespace json = boost::json;

std::string where(std::string_view text, std::size_t offset) {
    auto const before = text.substr(0, offset);
    auto const line = std::count(before.begin(), before.end(), '\n') + 1;
    auto const start = before.rfind('\n');
    auto const column = start == std::string_view::npos ? before.size() + 1 : before.size() - start;
    return fmt::format("line {}, column {}", line, column);
}

// Boost.JSON 1.81 reads decimals with an error of a unit in the last place; fifteen digits hide it again.
json_text number_text(double number) {
    auto const rounded = fmt::format("{:.15g}", number);
    double back = 0;
    std::from_chars(rounded.data(), rounded.data() + rounded.size(), back);
    return json_number(std::abs(back - number) <= std::abs(number) * 5e-16 ? back : number);
}

void append(std::string& out, json::value const& value) {
    switch (value.kind()) {
        case json::kind::null:
            out += "null";
            break;
        case json::kind::bool_:
            out += json_bool(value.get_bool());
            break;
        case json::kind::int64:
            out += json_number(std::int64_t{value.get_int64()});
            break;
        case json::kind::uint64:
            out += json_number(std::uint64_t{value.get_uint64()});
            break;
        case json::kind::double_:
            out += number_text(value.get_double());
            break;
        case json::kind::string:
            out += json_string(std::string_view(value.get_string()));
            break;
        case json::kind::array: {
            out += '[';
            for (char const* comma = ""; auto const& item : value.get_array()) {
                out += comma;
                append(out, item);
                comma = ",";
            }
            out += ']';
            break;
        }
        case json::kind::object: {
            out += '{';
            for (char const* comma = ""; auto const& member : value.get_object()) {
                out += comma;
                out += json_string(std::string_view(member.key()));
                out += ':';
                append(out, member.value());
                comma = ",";
            }
            out += '}';
            break;
        }
    }
}

}  // namespace

result<json::value> parse(std::string_view text, bool relaxed) {
    json::parse_options options;
    options.max_depth = max_depth;
    options.allow_comments = relaxed;
    options.allow_trailing_commas = relaxed;
    json::parser parser(json::storage_ptr(), options);
    json::error_code code;
    // out of memory, and a string or number beyond the library's own limits, arrive as exceptions
    try {
        auto const used = parser.write(json::string_view(text.data(), text.size()), code);
        if (!code) return parser.release();
        return bad_input(fmt::format("not valid JSON at {}: {}", where(text, used), code.message()));
    } catch (std::exception const& e) {
        return bad_input(fmt::format("JSON too large to read: {}", e.what()));
    }
}

json_text to_json_text(json::value const& value) {
    std::string out;
    append(out, value);
    return out;
}

json::object const* object_at(json::object const& from, std::string_view key) {
    auto const* value = from.if_contains(json::string_view(key.data(), key.size()));
    return value ? value->if_object() : nullptr;
}

json::array const* array_at(json::object const& from, std::string_view key) {
    auto const* value = from.if_contains(json::string_view(key.data(), key.size()));
    return value ? value->if_array() : nullptr;
}

std::string text_at(json::object const& from, std::string_view key) {
    auto const* value = from.if_contains(json::string_view(key.data(), key.size()));
    auto const* text = value ? value->if_string() : nullptr;
    return text ? std::string(text->data(), text->size()) : std::string();
}

std::optional<double> number_at(json::object const& from, std::string_view key) {
    auto const* value = from.if_contains(json::string_view(key.data(), key.size()));
    if (!value || !value->is_number()) return std::nullopt;
    if (value->is_int64()) return static_cast<double>(value->get_int64());
    if (value->is_uint64()) return static_cast<double>(value->get_uint64());
    return value->get_double();
}

std::optional<std::chrono::seconds> seconds_at(json::object const& from, std::string_view key) {
    constexpr double year = 365.0 * 24 * 3600;
    auto const number = number_at(from, key);
    if (!number || !(*number > 0)) return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(std::min(*number, year))));
}

detail_map details_at(json::object const& from, std::string_view key) {
    detail_map details;
    if (auto const* object = object_at(from, key)) {
        for (auto const& member : *object) {
            details.insert_or_assign(std::string(member.key()), to_json_text(member.value()));
        }
    }
    return details;
}

}  // namespace task_agent::wire
