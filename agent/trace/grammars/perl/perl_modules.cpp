#include "task_agent/trace/grammars/perl/perl_modules.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/perl/perl_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t longest_label = 32;

// "2027 - EIQ - Quoted field not terminated @ rec 4 pos 9 field 2"; the end of the file has a number as well.
std::string_view said_by_csv(std::string_view line) noexcept {
    if (!take(line, "# CSV_XS ERROR: ") && !take(line, "# CSV_PP ERROR: ")) return {};
    bool const is_error = digits_in(line) > 0 && !line.starts_with("2012 - EOF ") && !line.starts_with("0 ");
    return is_error ? line : std::string_view{};
}

// What Template::Exception makes of the type and the text of an error.
bool tells_of_template(std::string_view line) noexcept {
    constexpr std::string_view mark = " error - ";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || says_to_go_on(line) || perl::is_mild(line)) return false;
    std::string_view const before = line.substr(0, at);
    std::string_view const type = before.substr(before.find_last_of(' ') + 1);  // npos + 1 = 0
    std::string_view const said = line.substr(at + mark.size());
    if (type == "file")
        return said.ends_with(": not found") || said.starts_with("recursion into '") ||
               said.find(": No such file") != std::string_view::npos;
    if (type == "undef") return said.ends_with(" is undefined");
    if (type == "parse") return said.find(" line ") != std::string_view::npos;
    if (type == "plugin") return said.ends_with(": plugin not found");
    if (type == "filter") return said.ends_with(": not found") || said.starts_with("invalid FILTER");
    return type == "perl" && said.starts_with("EVAL_PERL not set");
}

// "*** ERROR: =over without closing =back at line 3 in file nut.pod"
std::string_view said_by_pod(std::string_view line) noexcept {
    if (!take(line, "*** ERROR: ")) return {};
    std::size_t const file = line.rfind(" in file ");
    std::size_t const at = line.rfind(" at line ", file);
    return file == std::string_view::npos || at == std::string_view::npos ? std::string_view{} : line;
}

// ":1: parser error : no end": what stands behind it
std::string_view said_by_xml(std::string_view line) noexcept {
    if (!take(line, ":") || take_number(line) < 1 || !take(line, ": ")) return {};
    for (std::string_view const kind : {"parser", "namespace", "validity", "HTML parser"}) {
        std::string_view said = line;
        if (take(said, kind) && take(said, " error : ")) return trimmed(said);
    }
    return {};
}

std::string_view parse(std::string_view line) noexcept {
    if (line.size() > longest_line) return {};
    if (std::string_view const said = said_by_pod(line); !said.empty()) return said;
    if (std::string_view const said = said_by_csv(line); !said.empty()) return said;
    return tells_of_template(line) ? trimmed(line) : std::string_view{};
}

// "YAML::XS::Load Error: The problem:"; what it is stands below, between blank lines.
bool opens_problem(std::string_view line) noexcept {
    return take(line, "YAML::XS::") && line.ends_with(" Error: The problem:");
}

class perl_module_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (is_problem_) return in_problem(line);
        is_problem_ = opens_problem(line);
        if (is_problem_) return verdict::continues;
        message_ = bounded(parse(line));
        return message_.empty() ? verdict::no_trace : verdict::ends;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.cause_line = message_;
        put_exception(trace.exception, "perl", "error", std::move(message_), {});
        return true;
    }

private:
    verdict in_problem(std::string_view line) {
        if (is_blank(line)) return verdict::continues;
        if (message_.empty() && line.starts_with("    ")) {
            message_ = bounded(trimmed(line));
            return verdict::continues;
        }
        if (message_.empty()) return verdict::no_trace;
        bool const is_place = line.starts_with("was found at ") || line.starts_with("while parsing ");
        return is_place ? verdict::continues : verdict::ended_before;
    }

    std::string message_;
    bool is_problem_ = false;
};

// Below each error stand the text and a mark.
class perl_xml_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        std::string_view const said = said_by_xml(line);
        if (!said.empty()) {
            if (message_.empty()) message_ = bounded(said);
            shown_ = 0;
            return verdict::continues;
        }
        if (message_.empty()) return verdict::no_trace;
        bool const is_mark = line.ends_with('^') && trimmed(line).size() == 1;
        if (shown_ == 2 || (shown_ == 1 && !is_mark)) return verdict::ended_before;
        ++shown_;
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.is_guess = true;
        trace.cause_line = message_;
        put_exception(trace.exception, "perl", "error", std::move(message_), {});
        return true;
    }

private:
    std::string message_;
    int shown_ = 0;  // lines below the error
};

// "mail: " of a program that begins each of its lines so; 0 where the line above has no such label.
std::size_t label_length(start_context const& context, std::size_t column) {
    std::string_view const text = context.line().substr(column);
    std::size_t const colon = text.find(": ");
    if (colon > longest_label || text.find(' ') < colon) return 0;
    auto const above = context.back(1, column);
    return above && above->starts_with(text.substr(0, colon + 2)) ? colon + 2 : 0;
}

}  // namespace

std::optional<start_point> find_perl_module_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (opens_problem(text)) return start_point{column, 0};
        if (!parse(text).empty()) return start_point{column + label_length(context, column), 0};
    }
    return std::nullopt;
}

std::optional<start_point> find_perl_xml_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!said_by_xml(context.line().substr(column)).empty()) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_perl_xml_grammar() {
    return std::make_unique<perl_xml_reader>();
}

std::unique_ptr<grammar> make_perl_module_grammar() {
    return std::make_unique<perl_module_reader>();
}

}  // namespace task_agent::trace
