#include "task_agent/trace/grammars/python/python_tools.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

#include "python_tool_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace python_tools;

constexpr int most_lines = 400;
constexpr std::string_view no_format = "error: cannot format ";
constexpr int most_to_recap = 2000;
constexpr int most_between = 64;  // lines of others
constexpr std::size_t most_warnings = 64;

// "NameError in file Snakefile, line 3:", before version 7 "NameError in line 3 of /app/Snakefile:"
std::optional<words> parse_snakemake(std::string_view line) noexcept {
    std::size_t const end = line.find(" in ");
    if (end > longest_name || !line.ends_with(':')) return std::nullopt;
    words found{tool::snakemake, line.substr(0, end), {}};
    bool const is_type = (found.type.ends_with("Exception") || found.type.ends_with("Error")) &&
                         is_upper(found.type.front()) &&
                         std::all_of(found.type.begin(), found.type.end(), is_name);
    if (!is_type) return std::nullopt;
    std::string_view rest = line.substr(end + 4);
    if (take(rest, "line ")) {
        found.line = take_number(rest);
        if (!take(rest, " of ")) return std::nullopt;
        found.file = rest.substr(0, rest.size() - 1);
    } else {
        if (take(rest, "rule ") || take(rest, "checkpoint ")) {
            std::size_t const in = rest.find(" in ");
            if (in == std::string_view::npos) return std::nullopt;
            rest.remove_prefix(in + 4);
        }
        std::size_t const at = rest.rfind(", line ");
        if (!take(rest, "file ") || at == std::string_view::npos) return std::nullopt;
        found.file = rest.substr(0, rest.rfind(", line "));
        std::string_view number = rest.substr(found.file.size() + 7);
        found.line = take_number(number);
        if (number != ":") return std::nullopt;
    }
    return found.line > 0 && !found.file.empty() ? std::optional(found) : std::nullopt;
}

// "fatal: [shop1]: FAILED! => {", "failed: [shop1] (item=nut) => {"
std::optional<words> parse_ansible(std::string_view line) noexcept {
    words found{tool::ansible, "fatal", {}};
    bool const is_item = take(line, "failed: [");
    if (!is_item && !take(line, "fatal: [")) return std::nullopt;
    std::size_t const close = line.find(']');
    std::size_t const open = line.find(" => {");
    if (close == std::string_view::npos || open == std::string_view::npos) return std::nullopt;
    std::string_view const between = line.substr(close + 1, open - close - 1);
    bool const is_known =
        is_item ? between.starts_with(" (item=") : between == ": FAILED!" || between == ": UNREACHABLE!";
    found.message = line.substr(open + 4);
    return is_known ? std::optional(found) : std::nullopt;
}

std::optional<words> parse(std::string_view line) noexcept {
    for (auto const read : {parse_absl, parse_playbook, parse_sphinx, parse_rule, parse_yamllint, parse_aws,
                            parse_strict, parse_black, parse_pre_commit})
        if (auto const said = read(line)) return said;
    if (auto const said = parse_ansible(line)) return said;
    return parse_snakemake(line);
}

class python_tool_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return who_ != tool::ansible || is_closed_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict in_ansible(std::string_view line);
    verdict in_snakemake(std::string_view line);
    verdict in_playbook(std::string_view line);
    verdict in_sphinx(std::string_view line);
    verdict in_black(std::string_view line);
    verdict in_pre_commit(std::string_view line);
    verdict below(std::string_view line);

    tool who_ = tool::absl;
    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    frame_list frames_;
    bool is_closed_ = false;  // the result, or the list
    bool is_same_task_ = true;
    bool awaits_message_ = false;
    block_bounds block_;
    int lines_ = 0;
};

verdict python_tool_reader::read(std::string_view line) {
    if (!type_.empty()) return below(line);
    auto const said = parse(line);
    if (!said) return verdict::no_trace;
    who_ = said->who;
    type_ = bounded(said->type, longest_name);
    if (said->line > 0) frames_.add(said->file, said->line, {});
    if (who_ != tool::ansible) {
        message_ = bounded(said->message);
        return who_ == tool::absl ? verdict::ends : verdict::continues;
    }
    message_ = bounded(message_in(said->message));
    is_closed_ = said->message.ends_with('}');
    return verdict::continues;
}

verdict python_tool_reader::below(std::string_view line) {
    switch (who_) {
        case tool::ansible:
            return in_ansible(line);
        case tool::playbook:
            return in_playbook(line);
        case tool::sphinx:
            return in_sphinx(line);
        case tool::black:
            return in_black(line);
        case tool::pre_commit:
            return in_pre_commit(line);
        case tool::yamllint:
            block_.end_here();
            return is_of_yamllint(line) && ++lines_ <= most_lines ? verdict::continues
                                                                  : verdict::ended_before;
        case tool::mkdocs:
            block_.end_here();
            return is_strict(line) ? verdict::ends : verdict::continues;
        case tool::one_line:
            // the first of them tells
            block_.end_here();
            if (++lines_ > most_between) return verdict::ended_before;
            return parse_aws(line) ? verdict::continues : verdict::not_mine;
        case tool::snakemake_rule:
            // without the fields it is anybody's line
            if (lines_ == 0 && !line.starts_with("    jobid: ")) return verdict::no_trace;
            [[fallthrough]];
        case tool::absl:
        case tool::snakemake:
            break;
    }
    return in_snakemake(line);
}

verdict python_tool_reader::in_playbook(std::string_view line) {
    if (line == "Syntax Error while loading YAML.") {
        awaits_message_ = true;
        return verdict::continues;
    }
    if (std::exchange(awaits_message_, false)) message_ = bounded(trimmed(line));
    bool const belongs = is_blank(line) || line.starts_with("JSON: ") || line.starts_with(' ') ||
                         line.starts_with("The error appears ") || line.starts_with("be elsewhere in ") ||
                         line.starts_with("The offending line ");
    return belongs && ++lines_ <= most_lines ? verdict::continues : verdict::ended_before;
}

verdict python_tool_reader::in_black(std::string_view line) {
    block_.end_here();
    is_closed_ = is_count_of_black(line);
    if (is_closed_) return verdict::ends;
    // a file that it cannot read is worse than one that is not as it would have it
    if (line.starts_with(no_format) && !message_.starts_with(no_format.substr(7))) {
        message_ = bounded(trimmed(line.substr(7)));
        block_.begin_here();
        block_.go_on();
    }
    bool const belongs =
        is_blank(line) || parse_black(line) || line.starts_with("Oh no! ") || line.starts_with(no_format);
    return belongs && ++lines_ <= most_lines ? verdict::continues : verdict::no_trace;
}

verdict python_tool_reader::in_pre_commit(std::string_view line) {
    if (line.starts_with("Check the log at ")) {
        block_.end_here();
        return verdict::ends;
    }
    if (!line.starts_with("==") || ++lines_ > most_lines) return verdict::ended_before;
    // the last of them says what is wrong, the others where
    if (line.starts_with("=====> ")) message_ = bounded(trimmed(line.substr(7)));
    return verdict::continues;
}

// "/shop/index.rst:4:Problems with "include"": a place may stand before it.
verdict python_tool_reader::in_sphinx(std::string_view line) {
    if (is_blank(line)) return verdict::no_trace;
    std::string_view said = line;
    std::size_t const end = line.find(".rst:");
    if (end != std::string_view::npos && line.find(' ') > end) {
        std::string_view rest = line.substr(end + 5);
        if (int const number = take_number(rest); number > 0 && take(rest, ":")) {
            frames_.add(line.substr(0, end + 4), number, {});
            said = rest;
        }
    }
    message_ = bounded(trimmed(said));
    return verdict::ends;
}

verdict python_tool_reader::in_ansible(std::string_view line) {
    if (is_closed_) {
        block_.end_here();
        // of the same task on other hosts, or with other items
        is_same_task_ = is_same_task_ && !line.starts_with("TASK [") && !line.starts_with("...ignoring");
        if (is_same_task_ && parse_ansible(line)) return verdict::continues;
        if (counts_failed(line)) role_ = trace_role::raised;
        bool const is_over = role_ == trace_role::raised || ++lines_ > most_to_recap;
        return is_over ? verdict::ended_before : verdict::not_mine;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    is_closed_ = line == "}";
    if (!is_closed_ && !line.starts_with(' ')) return verdict::not_mine;
    // of the result itself, not of one that it holds
    if (message_.empty() && line.starts_with("    \"msg\": ")) message_ = bounded(message_in(line));
    return verdict::continues;
}

verdict python_tool_reader::in_snakemake(std::string_view line) {
    if (is_blank(line) || ++lines_ > most_lines) return verdict::ended_before;
    if (message_.empty()) {
        message_ = bounded(trimmed(line));
        return verdict::continues;
    }
    return line.starts_with(' ') ? verdict::continues : verdict::ended_before;
}

bool python_tool_reader::conclude(found_trace& trace) {
    if (type_.empty() || message_.empty() || (who_ == tool::black && !is_closed_)) return false;
    // any other words tell more
    if (who_ == tool::snakemake_rule) role_ = trace_role::summary;
    trace.role = role_;
    trace.is_often_survived = role_ == trace_role::notice;
    block_.cut(trace);
    // scripts go on after what is told in one line
    trace.is_guess = who_ == tool::one_line;
    trace.cause_line = type_ + ": " + message_;
    put_exception(trace.exception, "python", std::move(type_), std::move(message_),
                  frames_.outermost_first());
    return true;
}

}  // namespace

namespace {

// The first of the warnings that MkDocs takes for errors.
std::optional<start_point> first_warning(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_warnings; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (parse_strict(*above)) first = n;
    }
    return first > 0 ? std::optional(start_point{column, first}) : std::nullopt;
}

}  // namespace

std::optional<start_point> find_python_tool_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (is_strict(text)) return first_warning(context, column);
        auto const said = parse(text);
        bool const looks_back = said && (said->who == tool::black || said->who == tool::yamllint);
        auto const above = looks_back ? context.back(1, column) : std::nullopt;
        if (looks_back && said->who == tool::yamllint && !(above && leads_to_yamllint(*above))) continue;
        if (above && above->starts_with(no_format)) return start_point{column, 1};
        if (said && said->who != tool::mkdocs) return start_point{column, 0};
    }
    return std::nullopt;
}

std::optional<start_point> find_aws_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse_aws(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_tool_grammar() {
    return std::make_unique<python_tool_reader>();
}

}  // namespace task_agent::trace
