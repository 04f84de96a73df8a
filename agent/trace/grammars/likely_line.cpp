#include "task_agent/trace/grammars/likely_line.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/error_form.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"
#include "task_agent/trace/word_starts.hpp"

#include "reading.hpp"
#include "record_words.hpp"
#include "server_head.hpp"
#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_place = 200;
constexpr std::size_t longest_level = 30;  // "Unhandled exception: "
constexpr std::size_t first_word = 16;     // may follow a name or an article
constexpr int most_names = 4;              // before "error: "

// Beginnings of words, in lower case.
constexpr std::array words_of_complaint = {
    "not "sv,          "cannot"sv,       "can't"sv,     "couldn't"sv,   "doesn't"sv,     "didn't"sv,
    "unable"sv,        "no "sv,          "invalid"sv,   "missing"sv,    "unknown"sv,     "denied"sv,
    "refused"sv,       "timed out"sv,    "timeout"sv,   "out of "sv,    "too many"sv,    "too large"sv,
    "too few"sv,       "too long"sv,     "too short"sv, "must "sv,      "expected"sv,    "illegal"sv,
    "unexpected"sv,    "unsupp"sv,       "undefined"sv, "duplicate"sv,  "unrecogni"sv,   "mismatch"sv,
    "corrupt"sv,       "truncated"sv,    "exceed"sv,    "violat"sv,     "conflict"sv,    "bad "sv,
    "unresolv"sv,      "differ"sv,       "already"sv,   "malform"sv,    "fail to"sv,     "expired"sv,
    "lacks"sv,         "rejected"sv,     "need"sv,      "requir"sv,     "wrong"sv,       "by zero"sv,
    "overflow"sv,      "underflow"sv,    "outside"sv,   "closed"sv,     "lost"sv,        "held by"sv,
    "parse error"sv,   "syntax error"sv, "used up"sv,   "is down"sv,    "is full"sv,     "blocked"sv,
    "forbidden"sv,     "stale"sv,        "locked"sv,    "but was"sv,    "but got"sv,     "without "sv,
    "fewer than"sv,    "insufficient"sv, "incorrect"sv, "incompatib"sv, "inconsisten"sv, "ambiguous"sv,
    "unreach"sv,       "unavail"sv,      "unauth"sv,    "unread"sv,     "untrust"sv,     "unclos"sv,
    "unterminat"sv,    "unbalanc"sv,     "uninitial"sv, "unusable"sv,   "too old"sv,     "too new"sv,
    "too small"sv,     "too big"sv,      "too deep"sv,  "too early"sv,  "too late"sv,    "nonexist"sv,
    "non-exist"sv,     "prohibit"sv,     "disallow"sv,  "in use"sv,     "exhaust"sv,     "premature"sv,
    "reset by peer"sv, "negative"sv,     "neither "sv,  "never "sv,     "lacking"sv,     "damaged"sv,
    "can not"sv,       "could not"sv,    "should be"sv, "has to be"sv,  "have to be"sv,  "wants "sv,
    "ran out"sv,       "garbled"sv,      "revoked"sv};
constexpr std::array words_of_error = {"error"sv,     "fatal"sv,     "critical"sv, "panic"sv,
                                       "exception"sv, "fail"sv,      "abort"sv,    "severe"sv,
                                       "uncaught"sv,  "unhandled"sv, "assert"sv,   "err!"sv};
constexpr std::array starts_of_advice = {
    "see "sv,    "for more"sv,   "try "sv,      "run "sv,        "use "sv,     "usage"sv,
    "help"sv,    "please"sv,     "hint"sv,      "note"sv,        "temporar"sv, "rolling "sv,
    "rolled "sv, "keeping"sv,    "kept "sv,     "leaving"sv,     "log "sv,     "logs "sv,
    "report"sv,  "check the "sv, "consider "sv, "did you mean"sv};
constexpr std::array starts_of_care = {"warning"sv, "warn:"sv, "info"sv, "deprecat"sv, "using "sv, "will "sv};

// "ValueError: x", "java.io.IOException".
bool names_class(std::string_view text) noexcept {
    constexpr std::array ends = {"Error:"sv, "Exception"sv, "Failure:"sv};
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.find(end) != text.npos; });
}

// Also between typographic quotes, whose last bytes are these.
bool has_quotation(std::string_view text) noexcept {
    for (std::string_view const quote : {"'", "\"", "`", "\xE2\x80\x98", "\xE2\x80\x9C"}) {
        std::size_t const open = text.find(quote);
        if (open == text.npos) continue;
        if (text.find_first_of("'\"`\x99\x9D", open + quote.size() + 1) != text.npos) return true;
    }
    return false;
}

std::size_t words_in(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
    return count;
}

// Where the words begin behind "load: "; 0 where there is no name.
std::size_t behind_name(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    return colon <= longest_name && colon > 0 && text.find(' ') > colon ? colon + 2 : 0;
}

bool begins_with_error(std::string_view text) noexcept {
    for (int names = 0; names < most_names; ++names) {
        if (text.starts_with('[')) text.remove_prefix(1);
        if (begins_with_any(text, words_of_error) && text.find_first_of(":]!") < longest_level) return true;
        std::size_t const rest = behind_name(text);
        if (rest == 0) return false;
        text.remove_prefix(rest);
    }
    return false;
}

bool has_place(std::string_view text) noexcept {
    std::size_t const end = text.find(": ");
    if (end > longest_place) return false;
    std::size_t const colon = text.substr(0, end).rfind(':');
    return colon != text.npos && number_of(text.substr(colon + 1, end - colon - 1)) > 0;
}

// "max error 1.5e-02", "rate=0.1", "12/40", "87%".
bool ends_in_number(std::string_view text) noexcept {
    std::string_view const last = text.substr(text.find_last_of(" =") + 1);  // npos + 1 = 0
    return last.find_first_not_of("0123456789.,%e+-/:|[]()#") == last.npos &&
           last.find_first_of("0123456789") != last.npos;
}

constexpr likely_signs bit(line_sign sign) noexcept {
    return likely_signs{1} << static_cast<unsigned>(sign);
}

struct weight {
    line_sign sign;
    int points;
};
constexpr std::array weights = {
    weight{line_sign::complains, 30},      weight{line_sign::speaks_of_error, 5},
    weight{line_sign::begins_so, 18},      weight{line_sign::error_level, 20},
    weight{line_sign::warning_level, -10}, weight{line_sign::calm_level, -24},
    weight{line_sign::is_concrete, 5},     weight{line_sign::quotes, 12},
    weight{line_sign::is_named, 6},        weight{line_sign::is_place, 20},
    weight{line_sign::goes_on, -12},       weight{line_sign::is_success, -20},
    weight{line_sign::is_aftermath, -40},  weight{line_sign::is_measure, -20},
    weight{line_sign::is_short, -13},      weight{line_sign::is_word, -10},
    weight{line_sign::is_last, -2},        weight{line_sign::is_below_blank, 8},
};

struct said_words {
    std::string_view text;
    log_level level = log_level::none;
};

// Behind the prefix, or in the message of a record.
said_words words_of(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    said_words said{behind_server_head(line.substr(prefix.end())), prefix.level};
    if (said.level != log_level::none) return said;
    if (auto const record = closing::parse_logfmt(line)) return {record->message, record->level};
    if (!trimmed(said.text).starts_with('{')) return said;
    if (is_error_record(said.text)) said.level = log_level::error;
    if (is_calm_record(said.text)) said.level = log_level::info;
    said.text = words_of_record(said.text);
    return said;
}

constexpr std::size_t most_between = 8;    // lines, of two in one form
constexpr std::size_t most_strangers = 1;  // lines, of two that are equally likely

constexpr bool has(likely_signs signs, line_sign sign) noexcept {
    return (signs & bit(sign)) != 0;
}

// The line that `best` follows from: the first of those in its form, or, where it has none, the first that is
// as likely directly above it.
likely_line first_alike(line_history const& history, likely_line best) {
    std::string_view const form = error_form(words_of(history.back(best.at, {})->text).text);
    likely_line first = best;
    for (std::size_t n = best.at + 1; n - first.at <= (form.empty() ? most_strangers + 1 : most_between);
         ++n) {
        auto const line = history.back(n, {});
        if (!line) break;
        said_words const said = words_of(line->text);
        if (is_blank(said.text)) {
            if (form.empty()) break;
            continue;
        }
        likely_signs const signs = signs_of(said.text, said.level);
        bool const is_alike =
            form.empty() ? likeliness(signs) >= best.points
                         : likeliness(signs) > least_likely && is_same_form(error_form(said.text), form);
        if (is_alike) {
            first = likely_line{n, best.points};
        } else if (has(signs, line_sign::goes_on) || has(signs, line_sign::calm_level) ||
                   has(signs, line_sign::is_success)) {
            break;
        }
    }
    return first;
}

}  // namespace

likely_signs signs_of(std::string_view said, log_level level) noexcept {
    std::string_view const text = trimmed(said.substr(0, longest_word_search));
    likely_signs signs = 0;
    auto const note = [&](line_sign sign, bool is_so) { signs |= is_so ? bit(sign) : 0; };
    bool const is_success = says_success(text) || says_none_failed(text);
    // "no issues found"
    bool const complains = !is_success && begins_a_word(text, words_of_complaint);
    std::size_t const words = words_in(text);
    note(line_sign::complains, complains);
    note(line_sign::speaks_of_error, begins_a_word(text, words_of_error) || names_class(text));
    note(line_sign::begins_so, begins_with_error(text));
    note(line_sign::error_level, level == log_level::error);
    note(line_sign::warning_level, level == log_level::warning || begins_alike(text, "warning"));
    note(line_sign::calm_level, level == log_level::info || level == log_level::debug);
    note(line_sign::is_concrete, text.find_first_of(":\"'`/") != text.npos);
    note(line_sign::quotes, has_quotation(text));
    note(line_sign::is_named, behind_name(text) > 0);
    note(line_sign::is_place, has_place(text));
    note(line_sign::goes_on, says_to_go_on(text) || begins_with_any(text, starts_of_care));
    note(line_sign::is_success, is_success);
    note(line_sign::is_aftermath,
         tidies_up(text.substr(0, first_word)) || begins_with_any(text, starts_of_advice));
    note(line_sign::is_measure, ends_in_number(text) && !complains);
    note(line_sign::is_short, words <= 2);
    note(line_sign::is_word, words <= 1);
    return signs;
}

int likeliness(likely_signs signs) noexcept {
    int points = 0;
    for (weight const& one : weights)
        points += (signs & bit(one.sign)) != 0 ? one.points : 0;
    return points;
}

std::optional<likely_line> likeliest_line(line_history const& history) {
    auto const said_at = [&](std::size_t n) -> std::optional<said_words> {
        auto const line = history.back(n, {});
        return line ? std::optional(words_of(line->text)) : std::nullopt;
    };
    std::optional<likely_line> best;
    int most = least_likely;
    bool is_last = true;
    auto above = said_at(1);
    for (std::size_t n = 1; above; ++n) {
        auto const said = above;
        above = said_at(n + 1);
        if (is_blank(said->text)) continue;
        likely_signs signs = signs_of(said->text, said->level);
        if (is_last) signs |= bit(line_sign::is_last);
        is_last = false;
        if (above && is_blank(above->text)) signs |= bit(line_sign::is_below_blank);
        if (int const points = likeliness(signs); points > most) {
            most = points;
            best = likely_line{n, points};
        }
    }
    return best ? std::optional(first_alike(history, *best)) : std::nullopt;
}

}  // namespace task_agent::trace
