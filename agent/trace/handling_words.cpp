#include "task_agent/trace/handling_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/word_starts.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>

namespace task_agent::trace {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_look = longest_word_search;
constexpr std::string_view digits = "0123456789";

// Beginnings of words, in lower case.
constexpr std::array words_of_going_on = {
    "retry"sv,          "recover"sv,        "ignor"sv,        "skipp"sv,           "falling back"sv,
    "fallback"sv,       "will try again"sv, "trying again"sv, "non-fatal"sv,       "handled"sv,
    "expected"sv,       "tolerat"sv,        "put aside"sv,    "set aside"sv,       "left out"sv,
    "leaving out"sv,    "quarantin"sv,      "once more"sv,    "passed over"sv,     "reconnect"sv,
    "re-read"sv,        "refetch"sv,        "deferred"sv,     "working without"sv, "retried"sv,
    "optional"sv,       "harmless"sv,       "assuming"sv,     "leaving it"sv,      "left as"sv,
    "stored locally"sv, "marked as"sv,      "anyway"sv,       "best effort"sv,     "advisory only"sv,
    "for now"sv,        "not expected)"sv};  // supervisord starts it again

// The same, that tell nothing of what is done instead.
constexpr std::array words_of_carrying_on = {"carrying on"sv, "carry on"sv, "continuing"sv, "going on"sv};

constexpr std::array words_of_success = {
    "done"sv,       "complete"sv, "finish"sv, "success"sv, "succeeded"sv, "all good"sv, "ended well"sv,
    "saved"sv,      "passed"sv,   "ok."sv,    "wrote "sv,  "written"sv,   "copied"sv,   "elapsed"sv,
    "total time"sv, "took "sv,    "bye"sv,    "goodbye"sv, "all "sv,      "100%"sv};
constexpr std::array words_of_failure = {
    "not "sv,      "fail"sv,      "err!"sv,   "error"sv,  "unsuccess"sv, "incomplete"sv, "without success"sv,
    "abort"sv,     "exception"sv, "crash"sv,  "core"sv,   "log of"sv,    "report"sv,     "killed"sv,
    "lost"sv,      "broken"sv,    "signal"sv, "giv"sv,    "cannot"sv,    "could"sv,      "unable"sv,
    "problem"sv,   "timed out"sv, "refus"sv,  "denied"sv, "gave up"sv,   "reject"sv,     "never "sv,
    "nothing w"sv, "see above"sv};

// What a program that failed does as well before it ends.
constexpr std::array words_of_tidying = {
    "clos"sv,     "dispos"sv,  "unload"sv,  "unlock"sv, "clean"sv,        "tidy"sv,       "remov"sv,
    "delet"sv,    "shut"sv,    "stopp"sv,   "releas"sv, "flush"sv,        "disconnect"sv, "tear"sv,
    "terminat"sv, "unmount"sv, "finaliz"sv, "drain"sv,  "rolling back"sv, "rolled back"sv};

constexpr std::array<std::string_view, 8> words_of_restart = {
    "restart",     "respawn",        "relaunch",       "started again",
    "start again", "start it again", "starting again", "rescheduled"};
constexpr std::array<std::string_view, 9> words_of_giving_up = {
    "not ", "never ", "no more", "limit", "exhaust", "giv", "max", "please", "too many"};

std::string_view leading_digits(std::string_view text) noexcept {
    return text.substr(0, text.find_first_not_of(digits));
}

bool is_zero(std::string_view word) noexcept {
    return word.find_first_not_of('0') == std::string_view::npos;
}

enum class failures { uncounted, zero, some };

// The number that belongs to a word at `at` which tells of failures: "failures: 0", "0 failed", "0 tests
// failed", "no errors", "# fail 0".
failures count_at(std::string_view line, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < line.size() && is_letter(line[end]))
        ++end;
    std::string_view after = line.substr(end);
    if (after.starts_with("\":")) after.remove_prefix(1);  // of a key of JSON
    bool const is_named = after.starts_with(':') || after.starts_with('=');
    if (is_named) after.remove_prefix(1);
    if (after.starts_with(' ')) after.remove_prefix(1);
    after = leading_digits(after);
    if (is_named && is_number(after)) return is_zero(after) ? failures::zero : failures::some;

    std::string_view before = line.substr(0, at);
    for (int word = 0; word < 2; ++word) {
        if (!before.ends_with(' ')) break;
        before.remove_suffix(1);
        std::string_view const last = before.substr(before.find_last_of(" (") + 1);  // npos + 1 = 0
        if (is_number(last)) return is_zero(last) ? failures::zero : failures::some;
        if (last == "no" || last == "No" || last == "without" || last == "zero") return failures::zero;
        if (last.empty() || last.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos)
            break;
        before.remove_suffix(last.size());
    }
    if (is_number(after)) return is_zero(after) ? failures::zero : failures::some;
    return failures::uncounted;
}

failures count_of(std::string_view line, std::initializer_list<std::string_view> words) noexcept {
    line = line.substr(0, longest_look);
    failures all = failures::uncounted;
    if (line.starts_with("==")) return all;  // a memory checker counts its own findings only
    for (std::size_t i = 0; i < line.size(); ++i) {
        // nor is a file counted: "node:internal/errors:984:15"
        if (i > 0 && (is_letter(line[i - 1]) || line[i - 1] == '/')) continue;
        for (std::string_view const word : words) {
            if (!begins_alike(line.substr(i), word)) continue;
            failures const one = count_at(line, i);
            if (one == failures::some) return one;
            if (one == failures::zero) all = one;
        }
    }
    return all;
}

// "30 of 30", or "30/30" with `between` "/".
bool says_all_of_them(std::string_view line, std::string_view between) noexcept {
    line = line.substr(0, longest_look);
    for (std::size_t at = line.find(between); at != std::string_view::npos; at = line.find(between, at + 1)) {
        std::string_view const before = line.substr(0, at);
        std::string_view const done = before.substr(before.find_last_not_of(digits) + 1);  // npos + 1 = 0
        std::string_view const rest = line.substr(at + between.size());
        std::string_view const all = leading_digits(rest);
        if (is_number(done) && done == all && !is_zero(done)) return true;
    }
    return false;
}

// "not recoverable", "cannot recover", "no retry".
bool is_denied(std::string_view before) noexcept {
    constexpr std::array words = {"not "sv, "cannot "sv, "n't "sv, "no "sv, "never "sv, "non-"sv};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return before.size() >= word.size() && begins_alike(before.substr(before.size() - word.size()), word);
    });
}

// A word of the line begins so, and is not denied.
bool affirms(std::string_view line, std::span<std::string_view const> words) noexcept {
    line = line.substr(0, longest_look);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0 && is_letter(line[i - 1])) continue;
        if (begins_with_any(line.substr(i), words) && !is_denied(line.substr(0, i))) return true;
    }
    return false;
}

enum class attempts { none, further, last, enough };

// "attempt 1 of 3" tells that more follow, "attempt 3/3" that none does, "pushed at attempt 3" and "there
// after 2 retries" that the last one helped.
attempts counts_attempts(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 3> words = {"attempt", "try ", "retr"};
    constexpr std::array<std::string_view, 4> helpful = {"at ", "on ", "after ", "in "};
    line = line.substr(0, longest_look);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0 && is_letter(line[i - 1])) continue;
        bool const is_word = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return begins_alike(line.substr(i), word);
        });
        if (!is_word) continue;
        std::string_view const before = line.substr(0, i);
        std::string_view after = line.substr(i);
        after.remove_prefix(std::min(after.find(' '), after.size()));
        after.remove_prefix(std::min(after.find_first_not_of(" #"), after.size()));
        std::string_view const which = leading_digits(after);
        after.remove_prefix(which.size());
        if (!which.empty()) {
            for (std::string_view const between : {"/", " of ", " out of "}) {
                if (!after.starts_with(between)) continue;
                std::string_view const rest = after.substr(between.size());
                std::string_view const all = leading_digits(rest);
                if (!all.empty()) return which == all ? attempts::last : attempts::further;
            }
        }
        // "after 2 retries", "at the third attempt"
        std::string_view const told = before.substr(before.size() - std::min<std::size_t>(before.size(), 16));
        bool const helped = std::any_of(helpful.begin(), helpful.end(), [&](std::string_view word) {
            std::size_t const at = told.find(word);
            return at != told.npos && (at == 0 || told[at - 1] == ' ');
        });
        if (helped && !begins_a_word(before, words_of_failure)) return attempts::enough;
        // "try 2" says less: a script may count to its end
        if (!which.empty() && !begins_alike(line.substr(i), "try ")) return attempts::further;
    }
    return attempts::none;
}

// What follows a code that is not zero, behind one of the words.
std::optional<std::string_view> behind_bad_code(std::string_view line,
                                                std::span<std::string_view const> words) noexcept {
    line = line.substr(0, longest_look);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0 && is_letter(line[i - 1])) continue;
        for (std::string_view const word : words) {
            if (!begins_alike(line.substr(i), word)) continue;
            std::string_view after = line.substr(i + word.size());
            after.remove_prefix(std::min(after.find_first_not_of(" :=("), after.size()));
            std::string_view const number = leading_digits(after);
            if (is_number(number) && !is_zero(number)) return after.substr(number.size());
        }
    }
    return std::nullopt;
}

}  // namespace

bool says_bad_code(std::string_view line) noexcept {
    constexpr std::array words = {"code"sv, "status"sv, "rc"sv, "exit"sv, "with"sv};
    return behind_bad_code(line, words).has_value();
}

bool says_only_code(std::string_view line) noexcept {
    constexpr std::array words = {"code"sv, "status"sv, "rc="sv, "exit"sv, "exited with"sv, "ended with"sv};
    constexpr std::array verbs = {"fail"sv, "exit"sv, "end"sv, "return"sv, "stopp"sv, "terminat"sv};
    // of a trap that asked for the code too late
    if (line.find("command \"") != line.npos && line.ends_with("\" exited with 0")) return true;
    auto rest = behind_bad_code(line, words);
    if (!rest || !begins_a_word(line, verbs)) return false;
    // the command, or further fields
    if (rest->starts_with(')')) rest->remove_prefix(1);
    if (rest->starts_with(": [")) return true;
    // what follows from it
    if (rest->starts_with(", ") && tidies_up(*rest)) return true;
    // or its name alone
    if (rest->starts_with(": ") && rest->find(' ', 2) == rest->npos) return true;
    while (!rest->empty()) {
        std::size_t const end = std::min(rest->find(' '), rest->size());
        std::string_view const word = rest->substr(0, end);
        bool const is_filling = word.find_first_not_of(".,:)") == word.npos || word == "failed";
        if (word.find('=') == word.npos && !is_filling) return false;
        rest->remove_prefix(std::min(end + 1, rest->size()));
    }
    return true;
}

bool says_to_carry_on(std::string_view line) noexcept {
    // of `set -x`, behind "command || true"
    bool const is_true = line == "+ true" || line == "+ :" || line == "++ true";
    return is_true || affirms(line, words_of_carrying_on);
}

bool says_to_go_on(std::string_view line) noexcept {
    return says_to_carry_on(line) || line.ends_with(" again") || affirms(line, words_of_going_on) ||
           counts_attempts(line) == attempts::further;
}

bool tidies_up(std::string_view line) noexcept {
    return begins_a_word(line, words_of_tidying);
}

bool says_failure(std::string_view line) noexcept {
    return says_bad_code(line) || says_some_failed(line) ||
           (begins_a_word(line, words_of_failure) && !says_none_failed(line));
}

bool says_success(std::string_view line) noexcept {
    if (tidies_up(line) || says_bad_code(line)) return false;
    // a summary: "29 copied, 1 skipped"
    bool const is_summary = count_of(line, {"skip", "ignor", "retr", "toler", "repeat"}) == failures::some &&
                            !line.ends_with("...");
    if (is_summary && !begins_a_word(line, words_of_failure)) return true;
    switch (count_of(line, {"fail", "error"})) {
        case failures::some:
            return false;
        case failures::zero:
            return true;
        case failures::uncounted:
            break;
    }
    return (begins_a_word(line, words_of_success) || says_all_of_them(line, "/") ||
            says_all_of_them(line, " of ") || counts_attempts(line) == attempts::enough) &&
           !begins_a_word(line, words_of_failure);
}

bool says_none_failed(std::string_view line) noexcept {
    static constexpr std::array<std::string_view, 4> codes = {"exit 0", "exit code 0", "exit status 0",
                                                              "exited with 0"};
    if (tidies_up(line) || says_some_failed(line)) return false;
    return count_of(line, {"fail"}) == failures::zero || count_of(line, {"passing"}) == failures::some ||
           begins_a_word(line, codes) ||
           (says_all_of_them(line, " of ") && !begins_a_word(line, words_of_failure));
}

bool says_some_failed(std::string_view line) noexcept {
    return count_of(line, {"fail", "error"}) == failures::some;
}

bool says_restart(std::string_view line) noexcept {
    return begins_a_word(line, words_of_restart) && !begins_a_word(line, words_of_giving_up);
}

handling handling_after(std::string_view line, bool is_followed, handling so_far) noexcept {
    if (!is_followed && says_expected(line)) return handling::aside;
    bool const goes_on = says_restart(line) || (!is_followed && says_to_go_on(line));
    return goes_on && so_far != handling::aside ? handling::survived : so_far;
}

handling handling_above(std::string_view line) noexcept {
    handling const told = handling_of(line);
    bool const has_level = find_prefix(line).level != log_level::none;
    if (has_level || told != handling::survived) return told;
    // Python 2 says so of another exception, and no more
    if (line.starts_with("Exception ") && line.ends_with(" ignored")) return handling::none;
    // "row 3 is odd, skipped": what happened, and what was done about it
    bool const says_both = line.find(", ") != line.npos;
    return says_both || says_failure(line) || line.ends_with(':') ||
                   speaks_of_failure(signs_of(line, log_level::none))
               ? told
               : handling::none;
}

handling handling_of(std::string_view record) noexcept {
    log_level const level = find_prefix(record).level;
    if (level != log_level::none && level < log_level::warning) return handling::none;
    if (says_to_go_on(record)) return handling::survived;
    if (level == log_level::none) return handling::none;
    return level == log_level::warning ? handling::survived : handling::error;
}

bool is_quotation(std::string_view prefix) noexcept {
    line_pieces const found = find_prefix(prefix);
    std::string_view const rest = prefix.substr(found.end());
    // behind a level, blanks only line up what is told
    bool const is_padding = found.level != log_level::none && rest.find_first_not_of(' ') == rest.npos;
    return !is_padding && rest.size() > 1 && rest.find_first_not_of(" \t>|#*") == std::string_view::npos;
}

handling handling_of_prefix(std::string_view prefix) noexcept {
    if (is_quotation(prefix)) return handling::aside;
    log_level const level = find_prefix(prefix).level;
    if (level != log_level::none && level < log_level::warning) return handling::aside;
    return handling_of(prefix);
}

bool says_expected(std::string_view line) noexcept {
    line = line.substr(0, longest_look);
    // what test runners print behind a test that passed
    for (std::string_view const end : {".. ok", "...ok", " PASSED"}) {
        if (line.ends_with(end)) return true;
    }
    if (line == "ok" || line == "OK" || line == "PASS") return true;
    for (std::string_view const mark :
         {"ok ", "[       OK ] ", "--- PASS: ", "PASS: ", "\xE2\x9C\x93 ", "\xE2\x9C\x94 "}) {
        if (line.substr(std::min(line.find_first_not_of(' '), line.size())).starts_with(mark)) return true;
    }
    for (std::string_view const word : {"as expected", "(expected", "expected failure", "as intended"}) {
        if (line.find(word) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace task_agent::trace
