#include "task_agent/devserver/fault_spec.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/config/near_miss.hpp"
#include "task_agent/config/size_text.hpp"
#include "task_agent/devserver/routes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <utility>

namespace task_agent::devserver {
namespace {

using action_kind = fault_action::kind;

// What a word's value must be, for the sentence about another one; nothing when the value was taken.
using complaint = std::optional<std::string>;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

template <class T>
std::optional<T> whole_number(std::string_view text) {
    T number{};
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

constexpr char duration_words[] = "a time like 250ms, 3s or 1m30s";
constexpr char number_words[] = "a whole number from 1 on";

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

enum class valued { yes, no, optional };

struct action_word {
    std::string_view word;
    action_kind what;
    bool applied;
    valued takes;
    complaint (*take)(fault_action&, std::string_view);
};

constexpr action_word actions[] = {
    {"latency", action_kind::latency, true, valued::yes, take_latency},
    {"status", action_kind::status, false, valued::yes, take_status},
    {"reset-before", action_kind::reset, false, valued::no, nullptr},
    {"reset-after", action_kind::reset, true, valued::no, nullptr},
    {"silent", action_kind::silent, false, valued::no, nullptr},
    {"truncate", action_kind::truncate, true, valued::optional, take_truncate},
    {"oversize", action_kind::oversize, true, valued::optional, take_oversize},
};

// What says more about one action; `applied` also about being silent.
struct detail_word {
    std::string_view word;
    complaint (*take)(fault_action&, std::string_view);
};
constexpr detail_word details[] = {
    {"retry-after", take_retry_after}, {"as", take_source}, {"applied", take_applied}};

struct selector_word {
    std::string_view word;
    complaint (*take)(fault_spec&, std::string_view);
};
constexpr selector_word selectors[] = {{"calls", take_calls}, {"update", take_updates}, {"share", take_share},
                                       {"count", take_count}, {"skip", take_skip},      {"from", take_from},
                                       {"for", take_length}};

std::vector<std::string_view> action_words() {
    std::vector<std::string_view> words;
    for (auto const& a : actions)
        words.push_back(a.word);
    return words;
}

std::string unknown_word(std::string_view part, std::string_view word) {
    auto words = action_words();
    for (auto const& d : details)
        words.push_back(d.word);
    for (auto const& s : selectors)
        words.push_back(s.word);
    auto const meant = near_miss(word, words);
    auto const guess = meant.empty() ? std::string() : fmt::format("; did you mean {}?", meant);
    return fmt::format("'{}' is no part of a fault; allowed are {}{}", part, fmt::join(words, ", "), guess);
}

template <class Words>
auto const* find_word(Words const& words, std::string_view word) {
    for (auto const& candidate : words) {
        if (candidate.word == word) return &candidate;
    }
    return static_cast<decltype(&words[0])>(nullptr);
}

std::string not_allowed(std::string_view part, std::string const& allowed) {
    return fmt::format("'{}' is not understood; allowed is {}", part, allowed);
}

// Nothing when the part was taken.
complaint take_part(fault_spec& spec, std::string_view& action, std::string_view part) {
    auto const equals = part.find('=');
    auto const word = part.substr(0, equals);
    bool const has_value = equals != std::string_view::npos;
    auto const value = has_value ? part.substr(equals + 1) : std::string_view();
    if (auto const* const found = find_word(actions, word)) {
        if (!action.empty())
            return fmt::format("'{}' is a second action behind {}; one fault does one thing", part, action);
        action = word;
        spec.action.what = found->what;
        if (found->takes == valued::no && has_value) return not_allowed(part, fmt::format("{} alone", word));
        if (found->take && (has_value || found->takes == valued::yes)) {
            if (auto const wrong = found->take(spec.action, value)) return not_allowed(part, *wrong);
        }
        spec.action.applied = found->applied;
        return std::nullopt;
    }
    if (auto const* const found = find_word(selectors, word)) {
        auto const wrong = found->take(spec, value);
        return wrong ? complaint(not_allowed(part, *wrong)) : std::nullopt;
    }
    if (find_word(details, word)) return std::nullopt;  // when the action is known
    return unknown_word(part, word);
}

// The parts that belong to an action, once it is known.
complaint take_detail(fault_spec& spec, std::string_view action, std::string_view part) {
    auto const equals = part.find('=');
    auto const word = part.substr(0, equals);
    auto const* const found = find_word(details, word);
    if (!found) return std::nullopt;
    auto const what = spec.action.what;
    bool const fits = what == action_kind::status || (what == action_kind::silent && word == "applied");
    if (!fits) {
        return fmt::format("'{}' does not go with {}; allowed is it with status{}", part, action,
                           word == "applied" ? " and silent" : "");
    }
    auto const value = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    auto const wrong = found->take(spec.action, value);
    return wrong ? complaint(not_allowed(part, *wrong)) : std::nullopt;
}

complaint take_all(fault_spec& spec, std::string_view text) {
    std::string_view action;
    std::vector<std::string_view> words;
    auto const parts = split(text, ',');
    for (auto const part : parts) {
        auto const word = part.substr(0, part.find('='));
        for (auto const earlier : words) {
            if (earlier == word) return fmt::format("'{}' is given twice; allowed is once", word);
        }
        if (auto wrong = take_part(spec, action, part)) return wrong;
        words.push_back(word);
    }
    if (action.empty())
        return fmt::format("an action is missing; one of {}", fmt::join(action_words(), ", "));
    for (auto const part : parts) {
        if (auto wrong = take_detail(spec, action, part)) return wrong;
    }
    return std::nullopt;
}

}  // namespace

result<fault_spec> parse_fault(std::string_view text) {
    fault_spec spec;
    spec.text = text;
    if (auto const wrong = take_all(spec, text))
        return bad_input(fmt::format("--fault '{}': {}", text, *wrong));
    return spec;
}

}  // namespace task_agent::devserver
