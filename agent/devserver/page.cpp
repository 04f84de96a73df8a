#include "task_agent/devserver/page.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace task_agent::devserver {
namespace {

// The store's own limit (platform-facts 3.8).
constexpr std::int64_t largest_page = 1000;

constexpr std::array<std::string_view, 4> sorts = {"created_at", "-created_at", "updated_at", "-updated_at"};

// The last one counts when a key is repeated.
std::string const* last_value(query_list const& query, std::string_view key) {
    std::string const* value = nullptr;
    for (auto const& [name, text] : query) {
        if (name == key) value = &text;
    }
    return value;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t number = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::int64_t parse_count(query_list const& query, std::string_view key, std::int64_t fallback,
                         problems& wrong) {
    std::string const* const text = last_value(query, key);
    if (!text) return fallback;
    auto const number = whole_number(*text);
    if (!number) {
        wrong.add("int_parsing", {"query", key},
                  "Input should be a valid integer, unable to parse string as an integer",
                  json::value(*text));
        return fallback;
    }
    if (*number < 1) {
        wrong.add("greater_than", {"query", key}, "Input should be greater than 0", json::value(*text),
                  json::object{{"gt", 0}});
        return fallback;
    }
    return *number;
}

}  // namespace

page_request parse_page(query_list const& query, page_request fallback, problems& wrong) {
    page_request asked = std::move(fallback);
    asked.page = parse_count(query, "page", asked.page, wrong);
    asked.page_size = parse_count(query, "page_size", asked.page_size, wrong);
    if (asked.page_size > largest_page) {
        wrong.add("less_than_equal", {"query", "page_size"}, "Input should be less than or equal to 1000",
                  json::value(*last_value(query, "page_size")), json::object{{"le", largest_page}});
    }
    if (std::string const* const sort = last_value(query, "sort")) {
        if (std::find(sorts.begin(), sorts.end(), *sort) == sorts.end()) {
            constexpr std::string_view choices = "'created_at', '-created_at', 'updated_at' or '-updated_at'";
            wrong.add("enum", {"query", "sort"}, "Input should be " + std::string(choices),
                      json::value(*sort), json::object{{"expected", choices}});
        } else {
            asked.sort = *sort;
        }
    }
    return asked;
}

json::object pagination(page_request const& asked, std::size_t on_page, std::size_t total) {
    auto const size = static_cast<std::size_t>(asked.page_size);
    return {{"page", asked.page},
            {"page_size", asked.page_size},
            {"current_page_size", on_page},
            {"total_pages", total == 0 ? 1 : (total + size - 1) / size},
            {"total_results", total}};
}

}  // namespace task_agent::devserver
