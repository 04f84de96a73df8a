#include "fault_values.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/config/size_text.hpp"
#include "task_agent/devserver/routes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace task_agent::devserver {
namespace {

template <class T>
std::optional<T> whole_number(std::string_view text) {
    T number{};
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

constexpr char duration_words[] = "a time like 250ms, 3s or 1m30s";
constexpr char number_words[] = "a whole number from 1 on";

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

complaint take_latency(fault_action& action, std::string_view value) {
    auto const dots = value.find("..");
    auto const shortest = parse_duration(value.substr(0, dots));
    auto const longest = dots == std::string_view::npos ? shortest : parse_duration(value.substr(dots + 2));
    if (!shortest || !longest || *longest < *shortest)
        return fmt::format("{}, or a range like 100ms..2s", duration_words);
    action.shortest = *shortest;
    action.longest = *longest;
    return std::nullopt;
}

complaint take_status(fault_action& action, std::string_view value) {
    auto const code = whole_number<int>(value);
    if (!code || *code < 200 || *code > 599) return "a code from 200 to 599";
    action.status = *code;
    action.applied = false;
    return std::nullopt;
}

complaint take_oversize(fault_action& action, std::string_view value) {
    constexpr std::size_t most = std::size_t{1} << 30;
    auto const size = parse_size(value);
    if (!size || *size == 0 || *size > most) return "a size up to 1GiB, like 64KiB or 17MiB";
    action.size = *size;
    return std::nullopt;
}

complaint take_truncate(fault_action& action, std::string_view value) {
    if (value != "body" && value != "head") return "head or body";
    action.cuts_head = value == "head";
    return std::nullopt;
}

complaint take_retry_after(fault_action& action, std::string_view value) {
    constexpr std::string_view as_date = "date:";
    action.retry_after_is_date = value.starts_with(as_date);
    if (action.retry_after_is_date) value.remove_prefix(as_date.size());
    action.retry_after = parse_duration(value);
    if (!action.retry_after) return fmt::format("{}, with date: in front for an HTTP date", duration_words);
    return std::nullopt;
}

complaint take_source(fault_action& action, std::string_view value) {
    if (value != "platform" && value != "gateway") return "platform or gateway";
    action.from_gateway = value == "gateway";
    return std::nullopt;
}

complaint take_applied(fault_action& action, std::string_view value) {
    if (value != "yes" && value != "no") return "yes or no";
    action.applied = value == "yes";
    return std::nullopt;
}

complaint take_calls(fault_spec& spec, std::string_view value) {
    auto const names = route_names();
    for (auto const word : split(value, '+')) {
        auto const colon = word.find(":/");
        if (colon != std::string_view::npos && colon > 0) {
            spec.calls.push_back(
                {{}, std::string(word.substr(0, colon)), std::string(word.substr(colon + 1))});
            continue;
        }
        bool known = false;
        for (auto const name : names)
            known = known || name == word;
        if (!known)
            return fmt::format("{}, or METHOD:/PATH for all paths that begin so, joined by +",
                               fmt::join(names, ", "));
        spec.calls.push_back({std::string(word), {}, {}});
    }
    return std::nullopt;
}

complaint take_updates(fault_spec& spec, std::string_view value) {
    using kind = update_pattern::kind;
    for (auto const word : split(value, '+')) {
        if (word == "first") {
            spec.updates.push_back({kind::first});
        } else if (word == "heartbeat") {
            spec.updates.push_back({kind::heartbeat});
        } else if (word == "final") {
            spec.updates.push_back({kind::final});
        } else if (auto const wanted = parse_status(word)) {
            spec.updates.push_back({kind::status, *wanted});
        } else {
            return "first, heartbeat, final or a status like active, joined by +";
        }
    }
    return std::nullopt;
}

complaint take_share(fault_spec& spec, std::string_view value) {
    double share = 0;
    auto const [end, failure] =
        std::from_chars(value.data(), value.data() + value.size(), share, std::chars_format::fixed);
    bool const whole = failure == std::errc() && end == value.data() + value.size();
    if (!whole || !(share > 0) || share > 1) return "a number above 0 up to 1, like 0.3";
    spec.share = share;
    return std::nullopt;
}

complaint take_count(fault_spec& spec, std::string_view value) {
    spec.count = whole_number<unsigned>(value);
    if (!spec.count || *spec.count == 0) return number_words;
    return std::nullopt;
}

complaint take_skip(fault_spec& spec, std::string_view value) {
    auto const skip = whole_number<unsigned>(value);
    if (!skip) return "a whole number";
    spec.skip = *skip;
    return std::nullopt;
}

complaint take_from(fault_spec& spec, std::string_view value) {
    auto const from = parse_duration(value);
    if (!from) return duration_words;
    spec.from = *from;
    return std::nullopt;
}

complaint take_length(fault_spec& spec, std::string_view value) {
    spec.length = parse_duration(value);
    if (!spec.length || *spec.length == duration::zero()) return duration_words;
    return std::nullopt;
}

}  // namespace task_agent::devserver
