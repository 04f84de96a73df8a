#include "task_agent/trace/grammars/words/likely_signs.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/word_starts.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_place = 200;
constexpr std::size_t longest_level = 30;   // "Unhandled exception: "
constexpr std::size_t first_word = 16;      // may follow a name or an article
constexpr std::size_t long_line = 13;       // words
constexpr std::size_t least_of_reason = 3;  // words
constexpr std::size_t most_of_nothing = 3;  // words
constexpr int most_names = 4;               // before "error: "

// Beginnings of words, in lower case.
constexpr std::array words_of_complaint = {
    "not "sv,          "cannot"sv,       "can't"sv,     "couldn't"sv,    "doesn't"sv,     "didn't"sv,
    "unable"sv,        "no "sv,          "invalid"sv,   "missing"sv,     "unknown"sv,     "denied"sv,
    "refused"sv,       "timed out"sv,    "timeout"sv,   "out of "sv,     "too many"sv,    "too large"sv,
    "too few"sv,       "too long"sv,     "too short"sv, "must "sv,       "expected"sv,    "illegal"sv,
    "unexpected"sv,    "unsupp"sv,       "undefined"sv, "duplicate"sv,   "unrecogni"sv,   "mismatch"sv,
    "corrupt"sv,       "truncated"sv,    "exceed"sv,    "violat"sv,      "conflict"sv,    "bad "sv,
    "unresolv"sv,      "differ"sv,       "already"sv,   "malform"sv,     "fail to"sv,     "expired"sv,
    "lacks"sv,         "rejected"sv,     "need"sv,      "requir"sv,      "wrong"sv,       "by zero"sv,
    "overflow"sv,      "underflow"sv,    "outside"sv,   "closed"sv,      "lost"sv,        "held by"sv,
    "parse error"sv,   "syntax error"sv, "used up"sv,   "is down"sv,     "is full"sv,     "blocked"sv,
    "forbidden"sv,     "stale"sv,        "locked"sv,    "but was"sv,     "but got"sv,     "without "sv,
    "fewer than"sv,    "insufficient"sv, "incorrect"sv, "incompatib"sv,  "inconsisten"sv, "ambiguous"sv,
    "unreach"sv,       "unavail"sv,      "unauth"sv,    "unread"sv,      "untrust"sv,     "unclos"sv,
    "unterminat"sv,    "unbalanc"sv,     "uninitial"sv, "unusable"sv,    "too old"sv,     "too new"sv,
    "too small"sv,     "too big"sv,      "too deep"sv,  "too early"sv,   "too late"sv,    "nonexist"sv,
    "non-exist"sv,     "prohibit"sv,     "disallow"sv,  "in use"sv,      "exhaust"sv,     "premature"sv,
    "reset by peer"sv, "negative"sv,     "neither "sv,  "never "sv,      "lacking"sv,     "damaged"sv,
    "can not"sv,       "could not"sv,    "should be"sv, "has to be"sv,   "have to be"sv,  "wants "sv,
    "ran out"sv,       "garbled"sv,      "revoked"sv,   "terminate c"sv, "core dumped"sv, "segmentation"sv,
    "killed"sv,        "died"sv,         "crash"sv,     "panicked"sv,    "deadlock"sv,    "thrown"sv,
    "throwing"sv,      "assertion"sv,    "unbound"sv,   "broken"sv,      "divide "sv,     "division"sv,
    "cut off"sv,       "cut short"sv,    "is below"sv,  "is above"sv,    "are below"sv,   "are above"sv};
constexpr std::array words_of_error = {"error"sv,     "fatal"sv,     "critical"sv, "panic"sv,
                                       "exception"sv, "fail"sv,      "abort"sv,    "severe"sv,
                                       "uncaught"sv,  "unhandled"sv, "assert"sv,   "err!"sv};
constexpr std::array starts_of_advice = {
    "see "sv,    "for more"sv, "try "sv,       "run "sv,      "use "sv,        "usage"sv,
    "help"sv,    "please"sv,   "hint"sv,       "note"sv,      "temporar"sv,    "rolling "sv,
    "rolled "sv, "keeping"sv,  "kept "sv,      "leaving"sv,   "log "sv,        "logs "sv,
    "report"sv,  "if "sv,      "check the "sv, "consider "sv, "did you mean"sv};
constexpr std::array starts_of_care = {"warning"sv, "warn:"sv, "info"sv, "deprecat"sv, "using "sv, "will "sv};

// What was and what should be.
constexpr std::array words_of_contrast = {
    "but "sv,     "only "sv,     "instead"sv, "want "sv,    "wants "sv,   "got "sv,     "expected"sv,
    "allowed"sv,  "should"sv,    "than "sv,   "is not "sv,  "are not "sv, "was not "sv, "has no "sv,
    "have no "sv, "does not "sv, "do not "sv, "did not "sv, "isn't"sv,    "wasn't"sv,   "aren't"sv};
constexpr std::array words_of_attempt = {"attempt"sv, "retry"sv, "retri"sv, "try "sv,
                                         "trying"sv,  "skipp"sv, "ignor"sv, "warn"sv};
constexpr std::array words_of_what = {"failed: "sv,   "failure: "sv,   "error: "sv,    "failed on "sv,
                                      "failed in "sv, "failed for "sv, "failed at "sv, "failed with "sv,
                                      "failed to "sv, "error in "sv};
// What a program says of itself when it is over.
constexpr std::array words_of_whole = {
    "exiting"sv,        "leaving"sv,       "giving up"sv,     "gives up"sv,        "gave up"sv,
    "stopping"sv,       "stopped"sv,       "cannot go on"sv,  "cannot continue"sv, "terminating"sv,
    "aborting"sv,       "aborted"sv,       "shutting down"sv, "command failed"sv,  "commands failed"sv,
    "job failed"sv,     "jobs failed"sv,   "not started"sv,   "not converted"sv,   "not exported"sv,
    "not published"sv,  "not released"sv,  "not done"sv,      "not written"sv,     "not sent"sv,
    "not loaded"sv,     "not delivered"sv, "not imported"sv,  "not built"sv,       "not made"sv,
    "not copied"sv,     "nothing was "sv,  "nothing is "sv,   "nothing written"sv, "held back"sv,
    "not recoverable"sv};

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

// "done in 4 s: 3 bags, 1 bad", "no result".
bool sums_up(std::string_view text) noexcept {
    constexpr std::array starts = {"done "sv, "finished"sv, "summary"sv, "totals"sv, "end of "sv};
    return begins_with_any(text, starts) ||
           (begins_alike(text, "no ") && names_nothing(text) && words_in(text) <= most_of_nothing);
}

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

// "CommandError: x"
bool begins_with_class(std::string_view text) noexcept {
    std::string_view const word = text.substr(0, text.find_first_of(": "));
    bool const is_named = word.ends_with("Error") || word.ends_with("Exception");
    return is_named && text.substr(word.size()).starts_with(": ");
}

bool begins_with_error(std::string_view text) noexcept {
    constexpr std::array marks = {
        "! "sv,   "!! "sv,           "!!! "sv,          "[!] "sv,          "[x] "sv,
        "[X] "sv, "\xE2\x9C\x97 "sv, "\xE2\x9C\x98 "sv, "\xE2\x9C\x96 "sv, "\xE2\x9D\x8C "sv};
    if (begins_with_any(text, marks)) return true;
    for (int names = 0; names < most_names; ++names) {
        if (text.starts_with('[')) text.remove_prefix(1);
        if (begins_with_any(text, words_of_error) && text.find_first_of(":]!") < longest_level) return true;
        if (begins_with_class(text)) return true;
        std::size_t const rest = behind_name(text);
        if (rest == 0) return false;
        text.remove_prefix(rest);
    }
    return false;
}

// What stands behind the last colon, where that is a sentence.
std::string_view behind_conclusion(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ", behind_name(text));
    std::string_view const behind = colon == text.npos ? std::string_view() : text.substr(colon + 2);
    return words_in(behind) >= least_of_reason ? behind : std::string_view();
}

bool has_place(std::string_view text) noexcept {
    std::size_t const end = text.find(": ");
    if (end > longest_place) return false;
    std::size_t const colon = text.substr(0, end).rfind(':');
    return colon != text.npos && number_of(text.substr(colon + 1, end - colon - 1)) > 0;
}

// "step 3 failed", "constraint failed: x > 0".
bool says_it_failed(std::string_view text) noexcept {
    constexpr std::string_view failed = "failed";
    std::size_t const at = text.rfind(failed);
    if (at == text.npos) return false;
    std::string_view const behind = text.substr(at + failed.size());
    return behind.empty() || behind.find(": ") != behind.npos;
}

// "rotate info: x": a level behind a name.
bool is_named_calm(std::string_view text) noexcept {
    std::string_view const name = text.substr(0, std::min(text.find(": "), longest_name));
    return name.ends_with(" info") || name.ends_with(" debug");
}

// Where a program names a line, a column or a code at the end: "at load.pl line 8.", "failed (19)".
bool ends_in_place(std::string_view text) noexcept {
    while (text.ends_with('.') || text.ends_with(' '))
        text.remove_suffix(1);
    if (text.ends_with(')')) {
        text.remove_suffix(1);
        std::size_t const open = text.rfind('(');
        return open != text.npos && is_number(text.substr(open + 1));
    }
    std::size_t const number = text.find_last_of(' ');
    if (number == text.npos || !is_number(text.substr(number + 1))) return false;
    std::string_view const before = text.substr(0, number);
    return before.ends_with("line") || before.ends_with("column");
}

// "max error 1.5e-02", "rate=0.1", "12/40", "87%".
bool ends_in_number(std::string_view text) noexcept {
    std::string_view const last = text.substr(text.find_last_of(" =") + 1);  // npos + 1 = 0
    return last.find_first_not_of("0123456789.,%e+-/:|[]()#") == last.npos &&
           last.find_first_of("0123456789") != last.npos;
}

// As fitted, but for the beginning: a mark or a class begins an error as well since, and what they are worth
// alone the recorded failures hardly say.
struct weight {
    line_sign sign;
    int points;
};
constexpr std::array weights = {
    weight{line_sign::complains, 53},      weight{line_sign::speaks_of_error, 4},
    weight{line_sign::begins_so, 32},      weight{line_sign::error_level, 18},
    weight{line_sign::warning_level, -18}, weight{line_sign::calm_level, -37},
    weight{line_sign::is_concrete, 18},    weight{line_sign::quotes, 26},
    weight{line_sign::is_named, 12},       weight{line_sign::is_place, 41},
    weight{line_sign::goes_on, -16},       weight{line_sign::is_success, -35},
    weight{line_sign::is_aftermath, -39},  weight{line_sign::is_measure, -30},
    weight{line_sign::is_short, -9},       weight{line_sign::is_word, -12},
    weight{line_sign::is_long, 4},         weight{line_sign::says_of_what, 11},
    weight{line_sign::contrasts, 15},      weight{line_sign::speaks_of_attempt, -8},
    weight{line_sign::is_of_whole, -32},   weight{line_sign::is_last, 13},
    weight{line_sign::is_below_blank, 2},
};

}  // namespace

bool names_nothing(std::string_view text) noexcept {
    return text.find_first_of("0123456789:\"'`/") == text.npos;
}

bool counts_failures(std::string_view text) noexcept {
    constexpr std::array uncounted = {
        "contains errors"sv, "contained errors"sv, "has errors"sv,      "had errors"sv,    "with errors"sv,
        "errors were"sv,     "errors found"sv,     "errors occurred"sv, "test failures"sv, "were errors"sv};
    return says_some_failed(text) || begins_a_word(text, uncounted);
}

likely_signs signs_of(std::string_view said, log_level level) noexcept {
    std::string_view const text = trimmed(said.substr(0, longest_word_search));
    likely_signs signs = 0;
    auto const note = [&](line_sign sign, bool is_so) { signs |= is_so ? bit(sign) : 0; };
    bool const is_idle = text.ends_with(" to do") || text.ends_with(" to do.");  // "no work to do"
    bool const is_success = says_success(text) || says_none_failed(text) || is_idle;
    bool const is_count = counts_failures(text);
    // "no issues found"
    bool const complains =
        !is_success && (begins_a_word(text, words_of_complaint) || (says_it_failed(text) && !is_count));
    std::size_t const words = words_in(text);
    note(line_sign::complains, complains);
    note(line_sign::speaks_of_error, begins_a_word(text, words_of_error) || names_class(text));
    note(line_sign::begins_so, begins_with_error(text));
    note(line_sign::error_level, level == log_level::error);
    note(line_sign::warning_level,
         level == log_level::warning || begins_alike(text, "warning") || text.find("(warning)") != text.npos);
    note(line_sign::calm_level, level == log_level::info || level == log_level::debug || is_named_calm(text));
    note(line_sign::is_concrete, text.find_first_of(":\"'`/") != text.npos);
    note(line_sign::quotes, has_quotation(text));
    note(line_sign::is_named, behind_name(text) > 0);
    note(line_sign::is_place, has_place(text));
    note(line_sign::goes_on, says_to_go_on(text) || begins_with_any(text, starts_of_care));
    note(line_sign::is_success, is_success);
    note(line_sign::is_aftermath,
         tidies_up(text.substr(0, first_word)) ||
             (begins_with_any(text, starts_of_advice) && !begins_alike(text, "use of ") &&
              !(complains && begins_alike(text, "report "))) ||
             text.find("recommended") != text.npos);
    note(line_sign::is_measure, ends_in_number(text) && !ends_in_place(text) && !complains);
    note(line_sign::is_short, words <= 2);
    note(line_sign::is_word, words <= 1);
    note(line_sign::is_long, words >= long_line);
    note(line_sign::says_of_what, begins_a_word(text, words_of_what));
    note(line_sign::contrasts, begins_a_word(text, words_of_contrast));
    note(line_sign::speaks_of_attempt, begins_a_word(text, words_of_attempt));
    // "export stopped: no customer 4711": of what
    std::string_view const reason = behind_conclusion(text);
    bool const is_conclusion = begins_a_word(text.substr(0, text.size() - reason.size()), words_of_whole);
    note(line_sign::is_of_whole, is_count || (is_conclusion && reason.empty()) ||
                                     begins_a_word(reason, words_of_whole) ||
                                     (!is_success && sums_up(text.substr(behind_name(text)))));
    note(line_sign::says_of_what, is_conclusion && !reason.empty());
    return signs;
}

int likeliness(likely_signs signs) noexcept {
    int points = 0;
    for (weight const& one : weights)
        points += (signs & bit(one.sign)) != 0 ? one.points : 0;
    return points;
}

}  // namespace task_agent::trace
