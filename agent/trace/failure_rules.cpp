#include "task_agent/trace/failure_rules.hpp"

#include "task_agent/base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_name = 64;  // of an id or a category

constexpr unsigned bit(rule_place place) noexcept {
    return static_cast<unsigned>(place);
}

// The ending is a part of the output, and the nearer part: what is looked for in all of it counts more there.
constexpr unsigned all_output = bit(rule_place::ending) | bit(rule_place::output);
constexpr std::pair<std::string_view, unsigned> places[] = {
    {"type", bit(rule_place::type)},
    {"cause", bit(rule_place::cause)},
    {"trace", bit(rule_place::trace)},
    {"ending", bit(rule_place::ending)},
    {"output", all_output},
    {"end", bit(rule_place::end)},
    {"anywhere", bit(rule_place::cause) | bit(rule_place::trace) | all_output},
};
constexpr char allowed_keys[] =
    "category, retryable, hint, unless, any-case, consequence, and the places type, cause, trace, ending, "
    "output, end, anywhere";

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r";
    std::size_t const start = text.find_first_not_of(blanks);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

bool is_name(std::string_view text) noexcept {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !text.empty() && text.size() <= longest_name &&
           text.find_first_not_of(allowed) == std::string_view::npos;
}

// Nothing for a word that names no place.
std::optional<unsigned> places_of(std::string_view key) noexcept {
    unsigned found = 0;
    while (true) {
        std::string_view const word = trimmed(key.substr(0, key.find(',')));
        auto const known = std::ranges::find(places, word, &std::pair<std::string_view, unsigned>::first);
        if (known == std::end(places)) return std::nullopt;
        found |= known->second;
        std::size_t const comma = key.find(',');
        if (comma == std::string_view::npos) return found;
        key.remove_prefix(comma + 1);
    }
}

class parsing {
public:
    parsing(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    parsed_failure_rules run() {
        if (text_.size() > longest_rule_file) {
            out_.problems.push_back(std::string(file_) + ": larger than 256 KiB; allowed is a file of rules");
            return std::move(out_);
        }
        while (!text_.empty()) {
            ++line_;
            std::size_t const stop = text_.find('\n');
            read_line(text_.substr(0, stop));
            text_.remove_prefix(stop == std::string_view::npos ? text_.size() : stop + 1);
        }
        finish_rule();
        if (unsaid_problems_ > 0)
            out_.problems.push_back(std::string(file_) + ": " + std::to_string(unsaid_problems_) +
                                    " further problems");
        return std::move(out_);
    }

private:
    enum class section { none, every, rule, refused };

    // What the rule's lines say, before they are a rule: the case of the patterns may be said behind them.
    struct pattern_line {
        unsigned places = 0;  // 0: `unless`
        std::string_view text;
    };

    void problem(std::string const& what) { problem_at(line_, what); }
    void problem_at(std::size_t line, std::string const& what) {
        if (out_.problems.size() == most_rule_problems) {
            ++unsaid_problems_;
            return;
        }
        out_.problems.push_back(std::string(file_) + ", line " + std::to_string(line) + ": " + what);
    }

    void read_line(std::string_view whole) {
        if (whole.size() > longest_rule_line) {
            problem("longer than 1000 bytes; allowed is less");
            return;
        }
        if (!is_valid_utf8(whole)) {
            problem("not UTF-8; allowed is text in UTF-8");
            return;
        }
        std::string_view const line = trimmed(whole);
        if (line.empty() || line.starts_with('#')) return;
        if (line.starts_with('[')) {
            begin_section(line);
            return;
        }
        std::size_t const equals = line.find('=');
        if (equals == std::string_view::npos) {
            problem("\"" + std::string(utf8_prefix(line, 60)) +
                    "\" is no line of a rule; allowed are [id], KEY = VALUE and # COMMENT");
            return;
        }
        read_pair(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
    }

    void begin_section(std::string_view line) {
        finish_rule();
        section_line_ = line_;
        section_ = section::refused;
        if (!line.ends_with(']')) {
            problem("the name in [ ] does not end with ]; allowed is [id] alone on its line");
            return;
        }
        std::string_view const id = trimmed(line.substr(1, line.size() - 2));
        if (id == "*") {
            section_ = section::every;
            return;
        }
        if (!is_name(id)) {
            problem("[" + std::string(utf8_prefix(id, 60)) +
                    "] is no id of a rule; allowed are lower-case letters, digits and _, up to 64");
            return;
        }
        auto const& rules = out_.rules.rules;
        if (std::ranges::find(rules, id, &failure_rule::id) != rules.end()) {
            problem("[" + std::string(id) + "] stands in the file already; allowed is one rule of an id");
            return;
        }
        if (rules.size() == most_rules) {
            problem("one rule too many; allowed are 1000");
            return;
        }
        section_ = section::rule;
        rule_ = {};
        rule_.id = id;
    }

    void read_pair(std::string_view key, std::string_view value) {
        if (section_ == section::refused) return;
        if (section_ == section::none) {
            problem("\"" + std::string(utf8_prefix(key, 60)) +
                    "\" belongs to no rule; allowed is [id] before it");
            return;
        }
        if (value.empty()) {
            problem(std::string(utf8_prefix(key, 60)) + " has no value; allowed is KEY = VALUE");
            return;
        }
        if (section_ == section::every && key != "unless") {
            problem("\"" + std::string(utf8_prefix(key, 60)) + "\" below [*]; allowed is unless");
            return;
        }
        if (key == "unless") {
            add_pattern(0, value);
        } else if (key == "category") {
            set_once(rule_.category, key, value, is_name(value),
                     "lower-case letters, digits and _, up to 64");
        } else if (key == "hint") {
            set_once(rule_.hint, key, value, value.size() <= longest_rule_hint,
                     "one line of up to 300 bytes");
        } else if (key == "retryable") {
            set_once(rule_.retryable, key, value, value == "yes" || value == "no" || value == "unknown",
                     "yes, no and unknown");
        } else if (key == "any-case") {
            set_flag(rule_.any_case, key, value);
        } else if (key == "consequence") {
            set_flag(rule_.is_consequence, key, value);
        } else if (auto const where = places_of(key)) {
            add_pattern(*where, value);
        } else {
            problem("\"" + std::string(utf8_prefix(key, 60)) + "\" is no key; allowed are " + allowed_keys);
        }
    }

    void set_once(std::string& field, std::string_view key, std::string_view value, bool is_allowed,
                  char const* allowed) {
        if (!is_allowed) {
            problem(std::string(key) + " = " + std::string(utf8_prefix(value, 60)) + "; allowed are " +
                    allowed);
        } else if (!field.empty()) {
            problem(std::string(key) + " is said twice of [" + rule_.id + "]; allowed is once");
            return;
        }
        // also a wrong one, lest it be called missing too
        field = value;
    }

    void set_flag(bool& field, std::string_view key, std::string_view value) {
        if (value == "yes" || value == "no") {
            field = value == "yes";
        } else {
            problem(std::string(key) + " = " + std::string(utf8_prefix(value, 60)) +
                    "; allowed are yes and no");
        }
    }

    void add_pattern(unsigned where, std::string_view text) {
        bool const is_quoted = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
        if (is_quoted) text = text.substr(1, text.size() - 2);
        if (line_pattern(text).literal_bytes() < least_literal_bytes) {
            problem("\"" + std::string(text) +
                    "\" would fit almost anything; allowed are 4 or more bytes besides *, ^ and $");
            saw_pattern_ = saw_pattern_ || where != 0;
            return;
        }
        lines_.push_back({where, text});
        saw_pattern_ = saw_pattern_ || where != 0;
    }

    void finish_rule() {
        if (section_ == section::every) {
            for (pattern_line const& line : lines_)
                out_.rules.unless.emplace_back(line.text);
        } else if (section_ == section::rule) {
            say_what_is_missing();
            for (pattern_line const& line : lines_)
                add_to_rule(line);
            out_.rules.rules.push_back(std::move(rule_));
        }
        lines_.clear();
        saw_pattern_ = false;
        section_ = section::none;
    }

    void say_what_is_missing() {
        auto const missing = [&](char const* what) {
            problem_at(section_line_, "[" + rule_.id + "] has no " + what);
        };
        if (rule_.category.empty()) missing("category; allowed is category = NAME");
        if (rule_.hint.empty()) missing("hint; allowed is hint = what a user can do");
        if (rule_.retryable.empty()) missing("retryable; allowed are yes, no and unknown");
        if (!saw_pattern_)
            missing(
                "pattern; allowed are type, cause, trace, ending, output, end and anywhere, one at least");
    }

    void add_to_rule(pattern_line const& line) {
        if (line.places == 0) {
            rule_.unless.emplace_back(line.text, rule_.any_case);
            return;
        }
        constexpr unsigned type = bit(rule_place::type);
        if ((line.places & type) != 0)
            rule_.patterns.push_back({type, line_pattern::whole(line.text, rule_.any_case)});
        if ((line.places & ~type) != 0)
            rule_.patterns.push_back({line.places & ~type, line_pattern(line.text, rule_.any_case)});
    }

    std::string_view text_;
    std::string_view file_;
    std::size_t line_ = 0;
    section section_ = section::none;
    std::size_t section_line_ = 0;
    failure_rule rule_;
    std::vector<pattern_line> lines_;
    bool saw_pattern_ = false;
    std::size_t unsaid_problems_ = 0;
    parsed_failure_rules out_;
};

}  // namespace

parsed_failure_rules parse_failure_rules(std::string_view text, std::string_view file) {
    // as some editors begin a file
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return parsing(text, file).run();
}

}  // namespace task_agent::trace
