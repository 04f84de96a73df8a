#include "task_agent/trace/known_failure.hpp"

#include "evidence_lines.hpp"
#include <algorithm>
#include <vector>

namespace task_agent::trace {
namespace {

constexpr rule_place order[] = {rule_place::cause, rule_place::trace, rule_place::ending, rule_place::output,
                                rule_place::end};

constexpr unsigned bit(rule_place place) noexcept {
    return static_cast<unsigned>(place);
}

bool is_of_output(rule_place place) noexcept {
    return place == rule_place::ending || place == rule_place::output;
}

bool fits(line_pattern const& pattern, evidence_line const& line) noexcept {
    return pattern.fits(pattern.any_case() ? std::string_view(line.folded) : line.text);
}

bool is_excepted(std::vector<line_pattern> const& unless, evidence_line const& line) noexcept {
    return std::ranges::any_of(unless, [&](line_pattern const& pattern) { return fits(pattern, line); });
}

// The rules of one file that may apply, each with the places where it may.
class candidates {
public:
    candidates(failure_rules const& rules, evidence_lines const& evidence, bool is_reason,
               failure_rules const* own)
        : rules_(rules), evidence_(evidence), is_reason_(is_reason) {
        for (failure_rule const& rule : rules.rules) {
            if (own != nullptr &&
                std::ranges::find(own->rules, rule.id, &failure_rule::id) != own->rules.end())
                continue;
            for (rule_pattern const& line : rule.patterns) {
                if (evidence.may_fit(line.pattern)) lines_.push_back({&rule, &line});
            }
        }
    }

    [[nodiscard]] std::optional<known_failure> best(bool consequences) const noexcept {
        for (rule_place const place : order) {
            // what fell over the cause complains as well
            if (consequences && is_reason_ && is_of_output(place)) continue;
            for (candidate const& one : lines_) {
                if (one.rule->is_consequence != consequences) continue;
                auto const* const line = applies(one, place);
                if (line == nullptr) continue;
                failure_rule const& rule = *one.rule;
                return known_failure{rule.id, rule.category, rule.hint, rule.retryable,
                                     is_of_output(place) ? line->text : std::string_view()};
            }
        }
        return std::nullopt;
    }

private:
    struct candidate {
        failure_rule const* rule;
        rule_pattern const* line;
    };

    // The line by which it applies, or null.
    [[nodiscard]] evidence_line const* applies(candidate const& one, rule_place place) const noexcept {
        // the type speaks as clearly as the rest of what was raised
        auto const* const type = place == rule_place::cause ? line_of(one, rule_place::type) : nullptr;
        return type != nullptr ? type : line_of(one, place);
    }

    [[nodiscard]] evidence_line const* line_of(candidate const& one, rule_place place) const noexcept {
        if ((one.line->places & bit(place)) == 0) return nullptr;
        // a type alone says little of where it comes from
        if (place == rule_place::type && is_excepted_by_trace(*one.rule)) return nullptr;
        auto const& lines = evidence_.at(place);
        auto const found = std::ranges::find_if(lines, [&](evidence_line const& line) {
            return fits(one.line->pattern, line) && !is_excepted(one.rule->unless, line) &&
                   !(is_of_output(place) && is_excepted(rules_.unless, line));
        });
        return found == lines.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool is_excepted_by_trace(failure_rule const& rule) const noexcept {
        return !rule.unless.empty() &&
               std::ranges::any_of(evidence_.at(rule_place::trace),
                                   [&](evidence_line const& line) { return is_excepted(rule.unless, line); });
    }

    failure_rules const& rules_;
    evidence_lines const& evidence_;
    bool const is_reason_;
    std::vector<candidate> lines_;
};

}  // namespace

std::optional<known_failure> find_failure(failure_rules const& builtin, failure_evidence const& evidence,
                                          failure_rules const* own) {
    static failure_rules const none;
    evidence_lines const lines(evidence);
    candidates const users(own != nullptr ? *own : none, lines, evidence.is_reason, nullptr);
    candidates const ours(builtin, lines, evidence.is_reason, own);
    for (bool const consequences : {false, true}) {
        if (auto const best = users.best(consequences)) return best;
        if (auto const best = ours.best(consequences)) return best;
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
