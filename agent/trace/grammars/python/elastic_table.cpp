#include "task_agent/trace/grammars/python/elastic_table.hpp"

#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr int most_lines = 16'384;  // some two thousand ranks
constexpr int most_strangers = 16;

bool is_run_of(std::string_view line, char c) noexcept {
    return line.size() >= 20 && line.find_first_not_of(c) == std::string_view::npos;
}

// The value of "  rank      : 1 (local_rank: 1)".
std::optional<std::string_view> field(std::string_view line, std::string_view name) noexcept {
    constexpr std::string_view margin = "  ";
    if (!line.starts_with(margin) || !line.substr(margin.size()).starts_with(name)) return std::nullopt;
    line = trimmed(line.substr(margin.size() + name.size()));
    if (!line.starts_with(':')) return std::nullopt;
    return trimmed(line.substr(1));
}

}  // namespace

bool elastic_table::is_raised_with(std::string_view type) noexcept {
    return type.ends_with(".ChildFailedError") || type == "ChildFailedError";
}

bool elastic_table::is_border(std::string_view line) noexcept {
    return is_run_of(trimmed(line), '=');
}

verdict elastic_table::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (is_border(line)) return ++borders_ == 2 ? verdict::ends : verdict::continues;
    if (title_.empty() && line.ends_with(" FAILED")) {
        title_ = bounded(trimmed(line));
        return verdict::continues;
    }
    bool const is_heading = line == "Failures:" || line.starts_with("Root Cause ");
    if (is_heading) in_root_ = line.starts_with("Root Cause ");
    bool const is_number = line.starts_with('[') && line.ends_with("]:");
    if (is_heading || is_number || is_run_of(line, '-') || is_blank(line)) {
        in_traceback_ = false;
        return verdict::continues;
    }
    if (!line.starts_with("  "))
        return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    if (in_root_)
        read_root(line);
    else if (trimmed(line) == "<NO_OTHER_FAILURES>")
        names_no_other_ = true;
    return verdict::continues;
}

void elastic_table::read_root(std::string_view line) {
    if (in_traceback_) {
        // the last line with this margin that is no frame: what was raised
        std::string_view const body = line.substr(2);
        if (body.starts_with(' ')) return;
        if (auto const raised = python::parse_raised(body); raised && python::is_usual_type(raised->type))
            said_ = bounded(trimmed(body));
    } else if (auto const rank = field(line, "rank")) {
        std::size_t const digits = digits_in(*rank);
        if (digits > 0 && digits <= 9) rank_ = number_of(rank->substr(0, digits));
    } else if (auto const code = field(line, "exitcode")) {
        exit_code_ = bounded(code->substr(0, code->find(' ')));
    } else if (auto const trace = field(line, "traceback")) {
        in_traceback_ = *trace == python::header;
        if (!in_traceback_ && !trace->starts_with("To enable traceback see")) said_ = bounded(*trace);
    }
}

std::string elastic_table::root() const {
    if (said_.empty()) return exit_code_.empty() ? "" : "exitcode " + exit_code_;
    if (said_.starts_with("Signal ")) return "exitcode " + exit_code_ + ": " + said_;
    return said_;
}

}  // namespace task_agent::trace
