#include "record_words.hpp"

#include "task_agent/base/ascii.hpp"

#include "reading.hpp"
#include <algorithm>

namespace task_agent::trace::closing {
namespace {

constexpr std::size_t longest_place = 128;

// The value of `key="..."` or `key=word`; empty where there is none.
std::string_view value_of(std::string_view line, std::string_view key) noexcept {
    std::size_t at = line.find(key);
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ')
        at = line.find(key, at + 1);
    if (at == std::string_view::npos) return {};
    std::string_view const rest = line.substr(at + key.size());
    return rest.starts_with('"') ? rest.substr(1, rest.find('"', 1) - 1) : rest.substr(0, rest.find(' '));
}

}  // namespace

std::optional<logfmt_record> parse_logfmt(std::string_view line) noexcept {
    std::string_view const level = value_of(line, "level=");
    if (level.empty()) return std::nullopt;
    logfmt_record found;
    found.message = value_of(line, "msg=");
    if (found.message.empty()) found.message = value_of(line, "message=");
    if (found.message.empty()) return std::nullopt;
    for (std::string_view const fatal : {"fatal", "critical", "panic"})
        found.is_fatal = found.is_fatal || (level.size() == fatal.size() && begins_alike(level, fatal));
    bool const is_error = begins_alike(level, "error") && level.size() == 5;
    found.level = is_error || found.is_fatal ? log_level::error : log_level::info;
    return found;
}

std::string_view behind_place(std::string_view text) noexcept {
    constexpr std::string_view mark = " - ";
    constexpr int most_words = 3;  // the category, the place and the function
    std::size_t const end = text.find(mark);
    if (end == std::string_view::npos || end > longest_place) return text;
    std::string_view head = text.substr(0, end);
    bool has_place = false;
    int words = 0;
    while (!head.empty()) {
        std::string_view const word = head.substr(0, head.find(' '));
        std::size_t const colon = word.rfind(':');
        std::size_t const dot = word.rfind('.', colon);
        bool const is_place = colon != std::string_view::npos && dot != std::string_view::npos && dot > 0 &&
                              digits_in(word.substr(colon + 1)) == word.size() - colon - 1;
        has_place = has_place || (is_place && colon + 1 < word.size());
        if (++words > most_words) return text;
        head.remove_prefix(std::min(word.size() + 1, head.size()));
    }
    return has_place ? trimmed(text.substr(end + mark.size())) : text;
}

}  // namespace task_agent::trace::closing
