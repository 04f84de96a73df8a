#include "task_agent/devserver/filter.hpp"

#include "task_agent/devserver/body.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace task_agent::devserver {
namespace {

namespace json = boost::json;

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "filter[status][$in]" -> filter, status, $in
std::vector<std::string> key_parts(std::string_view key) {
    std::vector<std::string> parts(1);
    for (char const c : key) {
        if (c == '[') {
            parts.emplace_back();
        } else if (c != ']') {
            parts.back() += c;
        }
    }
    return parts;
}

// Appends what one value stands for: a JSON text, a null, the words between commas, or itself. False = broken
// JSON.
bool append_value(json::array& values, std::string const& text) {
    if (text.starts_with('{') || text.starts_with('[')) {
        boost::system::error_code failure;
        values.push_back(json::parse(text, failure));
        return !failure;
    }
    if (text.empty()) {
        values.emplace_back(nullptr);
        return true;
    }
    // a trailing comma leaves an empty word behind, which is then no status
    std::string_view rest = text;
    for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
        values.emplace_back(trimmed(rest.substr(0, comma)));
        rest.remove_prefix(comma + 1);
    }
    values.emplace_back(rest.size() == text.size() ? rest : trimmed(rest));
    return true;
}

// Where the value of a key goes; null when a part on the way is taken by something that is no object.
json::value* descend(json::object& root, std::vector<std::string> const& parts) {
    json::object* current = &root;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        json::value& next = current->emplace(parts[i], json::object()).first->value();
        if (!next.is_object()) return nullptr;
        current = &next.get_object();
    }
    return &(*current)[parts.back()];
}

answer refused(std::string_view field, std::string_view message) {
    return detail_answer(422, fmt::format("Invalid filter parameters: filter.{}: {}", field, message));
}

std::optional<answer> refuse_unknown(json::object const& given,
                                     std::initializer_list<std::string_view> known) {
    for (auto const& member : given) {
        if (std::find(known.begin(), known.end(), member.key()) == known.end())
            return refused(member.key(), "Extra inputs are not permitted");
    }
    return std::nullopt;
}

std::optional<answer> read_text(json::object const& given, std::string_view key,
                                std::optional<std::string>& into) {
    json::value const* const value = given.if_contains(key);
    if (!value || value->is_null()) return std::nullopt;
    if (!value->is_string()) return refused(key, "Input should be a valid string");
    into = std::string(value->get_string());
    return std::nullopt;
}

std::optional<answer> read_statuses(json::array const& words, std::optional<std::vector<status>>& into) {
    into.emplace();
    for (json::value const& word : words) {
        auto const known = word.is_string() ? parse_status(word.get_string()) : std::nullopt;
        if (!known) return refused("status", "Input should be " + status_choices());
        into->push_back(*known);
    }
    return std::nullopt;
}

}  // namespace

std::variant<json::object, answer> parse_deep_object(std::string_view name, query_list const& query) {
    json::object root;
    std::vector<std::string_view> seen;
    for (auto const& [key, first] : query) {
        if (key.find('[') == std::string::npos) continue;
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(key);
        json::array values;
        for (auto const& [other, text] : query) {
            if (other == key && !append_value(values, text)) return unexpected_error();
        }
        json::value* const target = descend(root, key_parts(key));
        if (!target) return unexpected_error();
        if (values.size() == 1) {
            json::value only = values.front();
            *target = std::move(only);
        } else {
            *target = std::move(values);
        }
    }
    json::value const* const found = root.if_contains(name);
    if (!found || found->is_null()) return json::object();
    // "x[filter" and the like end up as something that is no object: the real server trips over it
    if (!found->is_object()) return unexpected_error();
    return found->get_object();
}

std::variant<steps_filter, answer> parse_steps_filter(query_list const& query) {
    auto parsed = parse_deep_object("filter", query);
    if (auto* const failed = std::get_if<answer>(&parsed)) return std::move(*failed);
    json::object const& given = std::get<json::object>(parsed);
    if (auto failed = refuse_unknown(given, {"job", "status", "source"})) return std::move(*failed);
    steps_filter filter;
    if (auto failed = read_text(given, "job", filter.job)) return std::move(*failed);
    if (auto failed = read_text(given, "source", filter.source)) return std::move(*failed);
    if (json::value const* const words = given.if_contains("status"); words && !words->is_null()) {
        if (!words->is_array()) return refused("status", "Input should be a valid list");
        if (auto failed = read_statuses(words->get_array(), filter.statuses)) return std::move(*failed);
    }
    return filter;
}

json::object echo(steps_filter const& filter) {
    json::object shown;
    if (filter.job) shown["job"] = *filter.job;
    if (filter.statuses) {
        json::array& words = shown["status"].emplace_array();
        for (status const s : *filter.statuses)
            words.emplace_back(to_text(s));
    }
    if (filter.source) shown["source"] = *filter.source;
    return shown;
}

bool selects(std::optional<std::vector<status>> const& statuses, status candidate) noexcept {
    return !statuses || statuses->empty() ||
           std::find(statuses->begin(), statuses->end(), candidate) != statuses->end();
}

std::variant<jobs_filter, answer> parse_jobs_filter(query_list const& query) {
    auto parsed = parse_deep_object("filter", query);
    if (auto* const failed = std::get_if<answer>(&parsed)) return std::move(*failed);
    jobs_filter filter;
    filter.given = std::move(std::get<json::object>(parsed));
    if (auto failed = refuse_unknown(filter.given, {"name", "project", "source", "status"}))
        return std::move(*failed);
    if (auto failed = read_text(filter.given, "name", filter.name)) return std::move(*failed);
    if (auto failed = read_text(filter.given, "project", filter.project)) return std::move(*failed);
    if (auto failed = read_text(filter.given, "source", filter.source)) return std::move(*failed);
    if (json::value const* const word = filter.given.if_contains("status"); word && !word->is_null()) {
        json::array const words = word->is_array() ? word->get_array() : json::array({*word});
        if (auto failed = read_statuses(words, filter.statuses)) return std::move(*failed);
    }
    return filter;
}

}  // namespace task_agent::devserver
