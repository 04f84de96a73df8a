#include "task_agent/devserver/body.hpp"

#include <boost/json/stream_parser.hpp>
#include <fmt/format.h>

#include <strings.h>

#include <cctype>
#include <utility>

namespace task_agent::devserver {
namespace {

namespace json = boost::json;

// Details may be as deep as Python's parser lets them be; a bound is needed all the same.
constexpr std::size_t deepest = 512;

// application/json and application/*+json; FastAPI takes a body without a content type for JSON too.
bool is_json_type(std::string_view type) {
    type = type.substr(0, type.find(';'));
    while (!type.empty() && std::isspace(static_cast<unsigned char>(type.back())))
        type.remove_suffix(1);
    constexpr std::string_view family = "application/";
    if (type.size() <= family.size() || ::strncasecmp(type.data(), family.data(), family.size()) != 0)
        return false;
    type.remove_prefix(family.size());
    auto const tail_is = [&](std::string_view tail) {
        return type.size() >= tail.size() &&
               ::strncasecmp(type.data() + type.size() - tail.size(), tail.data(), tail.size()) == 0;
    };
    return (type.size() == 4 && tail_is("json")) || tail_is("+json");
}

}  // namespace

std::optional<json::value> read_body(request const& asked, problems& wrong) {
    if (asked.body.empty()) {
        wrong.add("missing", {"body"}, "Field required", nullptr);
        return std::nullopt;
    }
    std::string_view const type = asked.header("content-type");
    if (!type.empty() && !is_json_type(type)) return json::value(asked.body);
    json::parse_options options;
    options.max_depth = deepest;
    json::stream_parser parser({}, options);
    boost::system::error_code failure;
    std::size_t const parsed = parser.write_some(asked.body, failure);
    if (!failure && parsed == asked.body.size()) parser.finish(failure);
    if (failure || parsed != asked.body.size()) {
        wrong.add("json_invalid", {"body", parsed}, "JSON decode error", json::object(),
                  json::object{{"error", failure ? failure.message() : "Extra data"}});
        return std::nullopt;
    }
    return parser.release();
}

std::optional<json::object> read_object_body(request const& asked, body_kind kind, problems& wrong) {
    auto document = read_body(asked, wrong);
    if (!document) return std::nullopt;
    if (document->is_object()) return std::move(document->as_object());
    if (kind == body_kind::model) {
        wrong.add("model_attributes_type", {"body"},
                  "Input should be a valid dictionary or object to extract fields from", *document);
    } else {
        wrong.add("dict_type", {"body"}, "Input should be a valid dictionary", *document);
    }
    return std::nullopt;
}

json::array body_part::of(std::string_view key) const {
    json::array full = loc;
    full.emplace_back(key);
    return full;
}

json::value const* find_field(body_part const& in, std::string_view key, presence needed, problems& wrong) {
    json::value const* const value = in.fields.if_contains(key);
    if (!value && needed == presence::required) wrong.add("missing", in.of(key), "Field required", in.fields);
    if (value && value->is_null() && needed == presence::nullable) return nullptr;
    return value;
}

std::optional<std::string> text_field(body_part const& in, std::string_view key, presence needed,
                                      problems& wrong) {
    json::value const* const value = find_field(in, key, needed, wrong);
    if (!value) return std::nullopt;
    if (value->is_string()) return std::string(value->get_string());
    wrong.add("string_type", in.of(key), "Input should be a valid string", *value);
    return std::nullopt;
}

json::object const* object_field(body_part const& in, std::string_view key, presence needed,
                                 problems& wrong) {
    json::value const* const value = find_field(in, key, needed, wrong);
    if (!value || value->is_object()) return value ? &value->get_object() : nullptr;
    wrong.add("dict_type", in.of(key), "Input should be a valid dictionary", *value);
    return nullptr;
}

json::array const* list_field(body_part const& in, std::string_view key, presence needed, problems& wrong) {
    json::value const* const value = find_field(in, key, needed, wrong);
    if (!value || value->is_array()) return value ? &value->get_array() : nullptr;
    wrong.add("list_type", in.of(key), "Input should be a valid list", *value);
    return nullptr;
}

std::optional<status> status_field(body_part const& in, std::string_view key, presence needed,
                                   problems& wrong) {
    json::value const* const value = find_field(in, key, needed, wrong);
    if (!value) return std::nullopt;
    if (value->is_string()) {
        if (auto const known = parse_status(value->get_string())) return known;
    }
    wrong.add("enum", in.of(key), "Input should be " + status_choices(), *value,
              json::object{{"expected", status_choices()}});
    return std::nullopt;
}

std::string status_choices() {
    std::string text;
    for (int i = 0; i <= static_cast<int>(status::error); ++i) {
        if (i > 0) text += i == static_cast<int>(status::error) ? " or " : ", ";
        text += fmt::format("'{}'", to_text(static_cast<status>(i)));
    }
    return text;
}

}  // namespace task_agent::devserver
