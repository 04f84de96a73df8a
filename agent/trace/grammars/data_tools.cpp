#include "task_agent/trace/grammars/data_tools.hpp"

#include "line_reading.hpp"
#include "native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

struct words {
    std::string_view type;
    std::string_view message;
    std::string_view file = {};
    int line = 0;
};

std::optional<words> parse_htslib(std::string_view text) noexcept {
    if (!take(text, "[E::")) return std::nullopt;
    std::size_t const close = text.find("] ");
    if (close == std::string_view::npos || close > longest_name) return std::nullopt;
    return words{"error", text.substr(close + 2)};
}

std::optional<words> parse_openssl(std::string_view text) noexcept {
    if (!take(text, "error ") || take_number(text) < 1 || !take(text, " at ") || take_number(text) < 0)
        return std::nullopt;
    return take(text, " depth lookup: ") || take(text, " depth lookup:")
               ? std::optional(words{"command failed", text})
               : std::nullopt;
}

std::optional<words> parse_gsl(std::string_view text) noexcept {
    if (!take(text, "gsl: ")) return std::nullopt;
    std::size_t const colon = text.find(':');
    words said{"error", text.substr(std::min(colon, text.size())), text.substr(0, colon)};
    if (!take(said.message, ":") || (said.line = take_number(said.message)) < 1 ||
        !take(said.message, ": ERROR: "))
        return std::nullopt;
    return said;
}

std::optional<words> parse(std::string_view text) noexcept {
    for (auto const read : {parse_htslib, parse_openssl, parse_gsl}) {
        auto const said = read(text);
        if (said && !is_blank(said->message)) return said;
    }
    return std::nullopt;
}

// What the same tool says below it.
bool is_more(std::string_view line) noexcept {
    return line.starts_with("[E::") || line.starts_with("[W::") ||
           line == "Default GSL error handler invoked." ||
           (line.starts_with("error ") && line.ends_with(": verification failed"));
}

class data_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (!report_.type.empty()) return is_more(line) ? verdict::continues : verdict::ended_before;
        auto const said = parse(line);
        if (!said) return verdict::no_trace;
        report_.type = std::string(said->type);
        report_.message = bounded(trimmed(said->message));
        report_.cause_line = bounded(trimmed(line));
        report_.role = trace_role::notice;
        if (said->line > 0) report_.add({bounded(said->file), said->line, {}});
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        trace.is_often_survived = true;
        return report_.write_to(trace, "cpp");
    }

private:
    native_report report_;
};

}  // namespace

std::optional<start_point> find_data_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_data_tools_grammar() {
    return std::make_unique<data_tools_reader>();
}

}  // namespace task_agent::trace
