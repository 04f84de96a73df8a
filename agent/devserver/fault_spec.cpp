#include "task_agent/devserver/fault_spec.hpp"

#include "task_agent/config/near_miss.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "fault_values.hpp"

namespace task_agent::devserver {
namespace {

using action_kind = fault_action::kind;

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
