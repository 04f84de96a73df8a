#include "task_agent/trace/grammars/words/script_words.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/lua/lua_lines.hpp"
#include "task_agent/trace/grammars/perl/perl_lines.hpp"
#include "task_agent/trace/grammars/ruby/ruby_lines.hpp"
#include "task_agent/trace/prefix.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t longest_lead = 96;

struct words {
    std::string_view language;
    std::string_view type = "error";
    std::string_view message;
    std::string_view file = {};
    int line = 0;
    std::string_view function = {};
    bool is_of_runtime = false;  // the script did not choose the words around it
};

// A sentence rather than a number or a place: "MeanSquaredError: 0.02" is a measure.
bool is_sentence(std::string_view text) noexcept {
    text = trimmed(text);
    auto const is_letter = [](char c) { return is_name(c) && !is_digit(c) && c != '_'; };
    return !text.empty() && !is_digit(text.front()) && text.front() != '-' &&
           std::count_if(text.begin(), text.end(), is_letter) > 1;
}

// "RuntimeError", "Shop::Error", "App\NoNutException", "java.io.IOException"
bool is_error_class(std::string_view name) noexcept {
    bool const has_ending = name.ends_with("Error") || name.ends_with("Exception");
    if (!has_ending || name == "Error" || name == "Exception" || name.size() > longest_name) return false;
    if (is_digit(name.front()) || name.front() == '.') return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return is_name(c) || c == ':' || c == '\\' || c == '.'; });
}

// "RuntimeException" without a package is none of the JVM, and these are none of Python.
bool is_of_scripts(std::string_view name) noexcept {
    for (std::string_view const known : {"ArgumentError", "NoMethodError", "StandardError", "FrozenError"})
        if (name == known) return true;
    return name.ends_with("Exception") && name.find('.') == std::string_view::npos;
}

// The first word of the line that is such a class, and what it says.
std::optional<words> find_class(std::string_view line, bool may_begin) noexcept {
    for (std::size_t from = 0; from < std::min(line.size(), longest_lead);) {
        std::string_view const rest = line.substr(from);
        std::size_t const colon = rest.find(": ");
        std::size_t const space = rest.find(' ');
        if (colon == std::string_view::npos) return std::nullopt;
        std::string_view const name = rest.substr(0, colon);
        bool const is_php = name.find('\\') != std::string_view::npos;
        // a plain name that begins the line may be anything, save where no other language has it
        bool const is_own = name.find("::") != std::string_view::npos || is_of_scripts(name);
        bool const is_led = from > 0 || may_begin || is_php || is_own;
        if (colon < space && is_led && is_error_class(name) && is_sentence(rest.substr(colon + 2))) {
            return words{is_php ? "php" : "", name, trimmed(rest.substr(colon + 2))};
        }
        from += space + 1;
    }
    return std::nullopt;
}

std::optional<words> parse_class(std::string_view line) noexcept {
    return find_class(line, false);
}

// "job failed: no nut (Shop::Error)", "failed: #<Shop::Error: no nut>", "no nut at x.rb:3:in `sell'"
std::optional<words> parse_ruby(std::string_view line) noexcept {
    std::string_view message;
    std::string_view type;
    if (ruby::split_class(line, message, type) && is_error_class(type) && is_sentence(message))
        return words{"ruby", type, message};
    std::size_t const at = line.rfind(" at ");
    auto const where = at == std::string_view::npos ? std::nullopt : ruby::parse_place(line.substr(at + 4));
    if (where && where->rest.empty() && where->file.ends_with(".rb") && is_sentence(line.substr(0, at)))
        return words{"ruby", "error", trimmed(line.substr(0, at)), where->file, where->line, where->function};
    std::size_t const open = line.find("#<");
    if (open > longest_lead || !line.ends_with('>')) return std::nullopt;
    std::string_view const inner = line.substr(open + 2, line.size() - open - 3);
    std::size_t const colon = inner.find(": ");
    if (colon == std::string_view::npos || !is_error_class(inner.substr(0, colon))) return std::nullopt;
    return words{"ruby", inner.substr(0, colon), trimmed(inner.substr(colon + 2))};
}

std::optional<words> parse_lua(std::string_view line) noexcept {
    for (std::size_t from = 0; from < std::min(line.size(), longest_lead);) {
        std::string_view text = line.substr(from);
        if (lua::take_program(text) && is_sentence(text)) {
            std::string_view const type = lua::class_of(text);
            if (!type.empty()) text.remove_prefix(type.size() + 2);
            return words{"lua", type.empty() ? "error" : type, trimmed(text), {}, 0, {}, true};
        }
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) break;
        from = space + 1;
    }
    auto const where = lua::find_place(line);
    if (!where || !is_sentence(where->rest)) return std::nullopt;
    std::string_view const head = line.substr(0, static_cast<std::size_t>(where->file.data() - line.data()));
    bool const is_quoted = line.substr(0, head.size() + 1).find_first_of("\"'`{(") != std::string_view::npos;
    if (is_quoted || head.size() > longest_lead) return std::nullopt;
    return words{"lua", "error", trimmed(where->rest), where->file, where->line};
}

std::optional<words> parse_perl(std::string_view line) noexcept {
    if (line == "Out of memory!" || line.starts_with("Out of memory in perl:"))
        return words{"perl", "error", line};
    auto const died = perl::parse_last(line);
    if (!died || !is_sentence(died->message)) return std::nullopt;
    std::string_view message = trimmed(died->message);
    std::string_view const type = perl::class_of(message);
    if (!type.empty()) message.remove_prefix(type.size() + 2);
    return words{"perl", type.empty() ? "error" : type, message, died->file, died->line, {}, true};
}

// "Error: no nut in /app/x.php on line 3", "no nut in /app/x.php:3"
std::optional<words> parse_php(std::string_view line) noexcept {
    constexpr std::string_view mark = ".php";
    std::size_t const end = line.rfind(mark);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view number = line.substr(end + mark.size());
    if (!take(number, ":") && !take(number, " on line ") && !take(number, " line ")) return std::nullopt;
    int const at = take_number(number);
    std::size_t const in = std::max(line.rfind(" in ", end) + 1, line.rfind(" at ", end) + 1);
    if (at < 1 || !number.empty() || in == 0) return std::nullopt;
    std::string_view message = line.substr(0, in - 1);
    for (std::string_view const mild : {"Warning", "Notice", "Deprecated", "Strict Standards", "PHP "})
        if (message.starts_with(mild)) return std::nullopt;
    words said{"php", "error", message, line.substr(in + 3, end + mark.size() - in - 3), at};
    if (auto const named = find_class(message, true)) {
        said.type = named->type;
        said.message = named->message;
    } else {
        for (std::string_view const lead : {"Error: ", "error: ", "Fatal error: ", "Exception: "})
            if (take(said.message, lead)) break;
    }
    said.message = trimmed(said.message);
    return is_sentence(said.message) ? std::optional(said) : std::nullopt;
}

bool is_mild(std::string_view line) noexcept {
    log_level const level = find_prefix(line).level;
    if (level != log_level::none && level < log_level::error) return true;
    for (std::string_view const word : {"warning", "Warning", "WARN", "note: ", "deprecated", "Deprecated",
                                        "rescued", "Rescued", "Caught", " caught"})
        if (line.find(word) != std::string_view::npos) return true;
    return says_to_go_on(line) || says_expected(line) || says_success(line);
}

// "level=error msg="trip ended: no fuel"": what such a record says, nothing where its level is a lower one;
// of any other line the line.
std::string_view said_in(std::string_view line) noexcept {
    constexpr std::string_view mark = " msg=\"";
    constexpr std::string_view key = "level=";
    std::size_t const at = line.find(mark);
    std::size_t const level = line.find(key);
    if (at == std::string_view::npos || level > at || !line.ends_with('"')) return line;
    bool const is_loud = std::string_view("efcp").find(line[level + key.size()]) != std::string_view::npos;
    line.remove_suffix(1);
    return is_loud ? line.substr(std::min(at + mark.size(), line.size())) : std::string_view{};
}

std::optional<words> parse(std::string_view line) noexcept {
    if (line.size() > longest_line || line.starts_with('{')) return std::nullopt;
    line = said_in(line);
    if (auto const said = parse_perl(line)) return said;
    // an item of a list
    if (line.starts_with(' ') || line.starts_with('\t')) return std::nullopt;
    for (auto const read : {parse_lua, parse_php, parse_ruby, parse_class})
        if (auto const said = read(line)) return said;
    return std::nullopt;
}

class script_words_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (has_begun_) return verdict::ended_before;
        auto const said = parse(line);
        if (!said) return verdict::no_trace;
        has_begun_ = true;
        language_ = said->language;
        is_of_runtime_ = said->is_of_runtime;
        type_ = bounded(said->type, longest_name);
        message_ = bounded(said->message);
        if (!said->file.empty()) frames_.add(said->file, said->line, said->function);
        return verdict::ends;
    }
    bool is_complete() const noexcept override { return has_begun_; }
    bool conclude(found_trace& trace) override {
        trace.role = trace_role::notice;
        // less than what a runtime or a tool said, of the same source or of another
        if (!is_of_runtime_) trace.handled = handling::survived;
        trace.cause_line = type_ + ": " + message_;
        put_exception(trace.exception, language_, std::move(type_), std::move(message_),
                      frames_.outermost_first());
        return true;
    }

private:
    std::string_view language_;  // of the constants above
    std::string type_;
    std::string message_;
    frame_list frames_;
    bool has_begun_ = false;
    bool is_of_runtime_ = false;
};

}  // namespace

std::optional<start_point> find_script_words_start(start_context const& context) {
    if (is_mild(context.line())) return std::nullopt;
    // the shortest text: what stands before it is a prefix
    auto const columns = context.columns();
    for (std::size_t i = columns.size(); i-- > 0;)
        if (parse(context.line().substr(columns[i]))) {
            // a list of errors tells of none that happened, and a shell that shows its commands tells of
            // one that failed; 1 is this line
            auto const above = context.back(2, columns[i]);
            if (above && (parse(*above) || above->starts_with('+'))) return std::nullopt;
            return start_point{columns[i], 0};
        }
    return std::nullopt;
}

std::unique_ptr<grammar> make_script_words_grammar() {
    return std::make_unique<script_words_reader>();
}

}  // namespace task_agent::trace
