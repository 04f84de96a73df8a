#include "task_agent/trace/grammars/python/python_message.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/handling_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace task_agent::trace::python {
namespace {

using namespace std::string_view_literals;

constexpr int most_plain_lines = 24;
constexpr std::size_t longest_look = 400;

// str() of these has one line when the interpreter or a C module raised them; RuntimeError and ImportError
// carry whatever a library wrote.
constexpr std::array<std::string_view, 26> plain_types = {
    "ArithmeticError",     "AttributeError",     "BrokenPipeError",
    "ConnectionError",     "EOFError",           "FileExistsError",
    "FileNotFoundError",   "FloatingPointError", "IndexError",
    "InterruptedError",    "IsADirectoryError",  "MemoryError",
    "NameError",           "OverflowError",      "PermissionError",
    "ProcessLookupError",  "RecursionError",     "TimeoutError",
    "TypeError",           "UnboundLocalError",  "UnicodeDecodeError",
    "UnicodeEncodeError",  "ValueError",         "ZeroDivisionError",
    "ModuleNotFoundError", "StopIteration"};

// How a note, or a library's further line, begins.
constexpr std::array further_starts = {"while "sv,
                                       "While "sv,
                                       "during "sv,
                                       "During "sv,
                                       "when "sv,
                                       "When "sv,
                                       "in "sv,
                                       "In "sv,
                                       "on "sv,
                                       "at "sv,
                                       "for "sv,
                                       "from "sv,
                                       "with "sv,
                                       "within "sv,
                                       "hint"sv,
                                       "Hint"sv,
                                       "HINT: "sv,
                                       "note: "sv,
                                       "Note"sv,
                                       "NOTE: "sv,
                                       "see "sv,
                                       "See "sv,
                                       "context: "sv,
                                       "Context"sv,
                                       "DETAIL: "sv,
                                       "QUERY: "sv,
                                       "CONTEXT: "sv,
                                       "LINE "sv,
                                       "[SQL: "sv,
                                       "]"sv,
                                       "[parameters: "sv,
                                       "(Background on this error at: "sv,
                                       "Failed validating "sv,
                                       "On instance"sv,
                                       "Invoked with: "sv,
                                       "For debugging consider "sv,
                                       "For further information "sv,
                                       "Compile with "sv,
                                       "CUDA kernel errors "sv,
                                       "Mismatched elements: "sv,
                                       "Max absolute difference"sv,
                                       "Max relative difference"sv,
                                       "First differing element "sv,
                                       "Original error was: "sv,
                                       "Did you mean"sv,
                                       "Please "sv};

// Of somebody who goes on, or ends, after what was raised. Beginnings of words.
constexpr std::array<std::string_view, 35> words_of_others = {
    "stopp",   "ended",  "ending",   "exit",    "abort",   "shut",     "clos",     "clean",    "terminat",
    "finish",  "done",   "saving",   "saved",   "releas",  "giving",   "gave up",  "quit",     "bye",
    "continu", "retry",  "retri",    "skipp",   "restart", "went on",  "going on", "killed",   "cancel",
    "process", "worker", "complete", "rolling", "rolled",  "fallback", "falling",  "once more"};

constexpr std::array<std::string_view, 16> starts_of_others = {
    "make: ", "make[",   "srun: ", "slurmstepd: ",       "mpirun",  "+ ",    "++ ",
    "$ ",     "Aborted", "Killed", "Segmentation fault", "FAILED ", "=====", "-----",
    "*****",  "#####"};

bool holds_word_of_others(std::string_view line) noexcept {
    line = line.substr(0, longest_look);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!is_letter(line[i]) || (i > 0 && is_letter(line[i - 1]))) continue;
        for (std::string_view const word : words_of_others) {
            if (begins_alike(line.substr(i), word)) return true;
        }
    }
    return false;
}

bool is_sentence(std::string_view line) noexcept {
    return line.front() >= 'A' && line.front() <= 'Z' && std::count(line.begin(), line.end(), ' ') >= 3;
}

bool is_bar(std::string_view line) noexcept {
    return line.find("%|") != std::string_view::npos;
}

// Of unittest's comparisons: "- [1, 2]", "?     ^", "+ [1, 3]", "First list contains 1 additional elements."
bool is_comparison(std::string_view line) noexcept {
    static constexpr std::array starts = {"- "sv, "+ "sv, "? "sv, "First "sv, "Second "sv};
    return starts_with_any(line, starts);
}

struct statement_facts {
    bool raises = false;
    bool has_string = false;
    bool has_newline = false;
    bool is_whole = true;
    int breaks = 0;  // of lines, with text behind
};

// Looks through the strings of the first `raise` or `assert` of a source line.
statement_facts read_statement(std::string_view source) noexcept {
    statement_facts facts;
    std::size_t at = std::string_view::npos;
    for (std::string_view const word : {"raise ", "assert "}) {
        std::size_t const found = source.find(word);
        if (found < at && (found == 0 || source[found - 1] == ' ' || source[found - 1] == ':')) at = found;
    }
    if (at == std::string_view::npos) return facts;
    facts.raises = true;
    int depth = 0;
    int breaks = 0;
    char quote = 0;
    for (std::size_t i = at; i < source.size(); ++i) {
        char const c = source[i];
        if (quote != 0) {
            if (c == '\\') {
                if (i + 1 < source.size() && source[i + 1] == 'n') {
                    facts.has_newline = true;
                    ++breaks;
                }
                ++i;
            } else if (c == quote) {
                quote = 0;
            } else {
                facts.breaks = breaks;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
            facts.has_string = true;
            if (source.substr(i).starts_with("\"\"\"") || source.substr(i).starts_with("'''"))
                facts.is_whole = false;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (c == '#') {
            break;
        }
    }
    if (depth != 0 || quote != 0) facts.is_whole = false;
    return facts;
}

// What the string is filled with may have lines of its own.
bool quotes_output(std::string_view source) noexcept {
    static constexpr std::array<std::string_view, 8> names = {"stderr",     "stdout", "output", "join(",
                                                              "format_exc", "dumps(", "report", "...<"};
    return std::any_of(names.begin(), names.end(),
                       [&](auto name) { return source.find(name) != std::string_view::npos; });
}

}  // namespace

void message_extent::begin(raised_line raised, std::string_view statement) noexcept {
    lines_ = 0;
    bytes_ = 0;
    is_indented_ = false;
    shown_ = 0;
    std::string_view const message = trimmed(raised.message);
    awaits_first_ = message.empty() && raised.has_colon;
    end_ = end::unknown;
    lists_fields_ = message.find(" validation error") != std::string_view::npos;
    is_comparison_ = raised.type == "AssertionError" && message.find(" != ") != std::string_view::npos;
    announces_ = message.ends_with(':');
    statement_facts const facts = read_statement(statement);
    shown_ = facts.breaks;
    is_counted_ = facts.breaks > 0 && facts.is_whole && !quotes_output(statement);
    if (awaits_first_ || announces_ || message.ends_with('(') || message.ends_with('{')) {
        end_ = end::later;
        return;
    }
    if (message.empty() || raised.type == "KeyError" || message.starts_with("[Errno ")) {
        end_ = end::known;
        return;
    }
    if (facts.has_newline) {
        end_ = end::later;
    } else if (facts.raises) {
        if (facts.has_string && facts.is_whole && !quotes_output(statement)) end_ = end::known;
    } else if (is_syntax_error(raised.type) ||
               (!statement.empty() &&
                std::find(plain_types.begin(), plain_types.end(), raised.type) != plain_types.end())) {
        end_ = end::known;
    }
}

bool message_extent::may_take(std::string_view line, int blanks) const noexcept {
    // pydantic's: the name of a field, and what is wrong with it indented below
    bool const is_field = lists_fields_ && blanks == 0 && line.front() != ' ' &&
                          (line.find(' ') == line.npos || line.find(" -> ") != line.npos);
    bool const is_form = starts_with_any(line, further_starts) || is_field;
    if (line.ends_with(header) || parse_prelude(line) || says_expected(line) || says_restart(line))
        return false;
    if (looks_like_record(line) && !is_form) return false;
    if (awaits_first_) return blanks <= 2;
    if (blanks > 1) return false;
    bool const is_indented = line.front() == ' ' || line.front() == '\t';
    if (is_indented) {
        if (is_bar(line)) return false;
        return blanks == 0 || is_indented_ || end_ == end::later || lines_ > 0;
    }
    if (is_form || (is_comparison_ && is_comparison(line))) return true;
    // a note or two may stand below the first
    if (end_ == end::known && lines_ == 0) return false;
    if (lines_ >= most_plain_lines || starts_with_any(line, starts_of_others) || is_bar(line)) return false;
    if (shown_ > blanks || (announces_ && lines_ == 0)) return true;
    if (blanks == 1) return (is_indented_ || end_ == end::later) && is_sentence(line);
    return (end_ == end::later && !is_counted_) || !holds_word_of_others(line);
}

bool message_extent::takes(std::string_view line, int blanks) noexcept {
    bytes_ += line.size();
    if (lines_ == most_lines || bytes_ > most_bytes || !may_take(line, blanks)) return false;
    ++lines_;
    shown_ -= blanks + 1;
    awaits_first_ = false;
    is_indented_ = is_indented_ || line.front() == ' ' || line.front() == '\t';
    return true;
}

}  // namespace task_agent::trace::python
