#include "task_agent/trace/grammars/tools/admin_tools.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr int most_lines = 32;

enum class tool { none, apt, dpkg, svn, zip };

struct words {
    tool who;
    std::string_view message;  // of dpkg empty: the next line tells
};

// A sentence: lintian and others have the name of a package there.
std::optional<words> parse_apt(std::string_view text) noexcept {
    if (!take(text, "E: ") || text.size() < 8 || !is_upper(text.front())) return std::nullopt;
    std::size_t const space = text.find(' ');
    bool const is_name = text.substr(0, space).ends_with(':');
    return space < text.size() && !is_name ? std::optional(words{tool::apt, text}) : std::nullopt;
}

std::optional<words> parse_svn(std::string_view text) noexcept {
    if (!take(text, "svn: E") || digits_in(text) != 6) return std::nullopt;
    text.remove_prefix(6);
    return take(text, ": ") ? std::optional(words{tool::svn, text}) : std::nullopt;
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    if (auto const said = parse_apt(text)) return said;
    if (auto const said = parse_svn(text)) return said;
    if (take(text, "zip error: ")) return words{tool::zip, text};
    if (text.starts_with("dpkg: error processing ") && text.ends_with("):")) return words{tool::dpkg, {}};
    return std::nullopt;
}

class admin_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !report_.message.empty(); }
    bool conclude(found_trace& trace) override {
        return !report_.message.empty() && report_.write_to(trace, "shell");
    }

private:
    verdict in_dpkg(std::string_view line);

    tool who_ = tool::none;
    native_report report_;
    bool is_in_list_ = false;
    int lines_ = 0;
};

verdict admin_tools_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (who_) {
        case tool::none: {
            auto const said = parse(line);
            if (!said) return verdict::no_trace;
            who_ = said->who;
            report_.type = "command failed";
            report_.message = bounded(trimmed(said->message));
            report_.cause_line = bounded(trimmed(line));
            report_.role = trace_role::notice;
            return verdict::continues;
        }
        case tool::apt:
            return line.starts_with("E: ") || line.starts_with("N: ") ? verdict::continues
                                                                      : verdict::ended_before;
        case tool::svn:
            return line.starts_with("svn: E") ? verdict::continues : verdict::ended_before;
        case tool::dpkg:
            return in_dpkg(line);
        case tool::zip:
            break;
    }
    return verdict::ended_before;
}

// " dependency problems - leaving unconfigured", "Errors were encountered while processing:", " nut"
verdict admin_tools_reader::in_dpkg(std::string_view line) {
    if (report_.message.empty()) {
        if (!line.starts_with(' ') || is_blank(line)) return verdict::no_trace;
        report_.message = bounded(trimmed(line));
        report_.cause_line += " " + report_.message;
        return verdict::continues;
    }
    if (line.starts_with("Errors were encountered while processing:")) {
        is_in_list_ = true;
        return verdict::continues;
    }
    if (is_in_list_) return line.starts_with(' ') ? verdict::continues : verdict::ended_before;
    return line.starts_with("dpkg: ") ? verdict::continues : verdict::not_mine;
}

}  // namespace

std::optional<start_point> find_admin_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_admin_tools_grammar() {
    return std::make_unique<admin_tools_reader>();
}

}  // namespace task_agent::trace
