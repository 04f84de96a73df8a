// page, page_size and sort of the list calls, and the cut they make (platform-facts 3.8).
#pragma once

#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/query.hpp"
#include "task_agent/devserver/rows.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

struct page_request {
    std::int64_t page = 1;
    std::int64_t page_size = 25;
    std::string sort = "created_at";  // one of created_at, -created_at, updated_at, -updated_at
};

// `fallback` has the call's defaults; what is wrong goes to `wrong`.
[[nodiscard]] page_request parse_page(query_list const& query, page_request fallback, problems& wrong);

// Sorts by the asked field; rows of one microsecond keep their order of creation, turned round with the rest.
template <class Entry, class RowOf>
void sort_rows(std::vector<Entry>& entries, std::string_view sort, RowOf row_of) {
    bool const descending = sort.starts_with('-');
    bool const by_update = sort.ends_with("updated_at");
    std::sort(entries.begin(), entries.end(), [&](Entry const& a, Entry const& b) {
        row const& left = descending ? row_of(b) : row_of(a);
        row const& right = descending ? row_of(a) : row_of(b);
        instant const left_time = by_update ? left.updated_at : left.created_at;
        instant const right_time = by_update ? right.updated_at : right.created_at;
        return left_time != right_time ? left_time < right_time : left.serial < right.serial;
    });
}

// The entries of the asked page; a page past the end is empty.
template <class Entry>
[[nodiscard]] std::vector<Entry> cut_page(std::vector<Entry> const& entries, page_request const& asked) {
    auto const size = static_cast<std::int64_t>(entries.size());
    // divided, not multiplied: a page number may be as large as a person can type
    if (asked.page - 1 > size / asked.page_size) return {};
    auto const first = std::min(size, (asked.page - 1) * asked.page_size);
    auto const last = std::min(size, first + asked.page_size);
    return {entries.begin() + first, entries.begin() + last};
}

// {page, page_size, current_page_size, total_pages, total_results}; an empty list has one page.
[[nodiscard]] boost::json::object pagination(page_request const& asked, std::size_t on_page,
                                             std::size_t total);

}  // namespace task_agent::devserver
