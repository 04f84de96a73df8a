#include "task_agent/trace/grammars/source_tools.hpp"

#include "task_agent/trace/grammars/make_lines.hpp"

#include "line_reading.hpp"
#include "native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t most_back = 64;
constexpr int most_lines = 512;
constexpr int most_before_code = 8;  // of shellcheck's source
constexpr std::string_view failed_sum = ": FAILED";

enum class tool { none, merge, apply, patch, sums, shellcheck, ant };

// "sha256sum: WARNING: 1 computed checksum did NOT match"
bool counts_sums(std::string_view line) noexcept {
    std::size_t const colon = line.find("sum: WARNING: ");
    return colon < 16 && line.ends_with(" did NOT match") &&
           (line.find(" computed checksum ") < line.size() ||
            line.find(" computed checksums ") < line.size());
}

bool is_failed_sum(std::string_view line) noexcept {
    return line.size() > failed_sum.size() && line.size() < longest_line &&
           (line.ends_with(failed_sum) || line.ends_with(": FAILED open or read"));
}

// "Hunk #1 FAILED at 12.", and the last one, "1 out of 2 hunks FAILED -- saving rejects to file a.c.rej"
bool is_failed_hunk(std::string_view line) noexcept {
    return take(line, "Hunk #") && take_number(line) > 0 && line.starts_with(" FAILED at ");
}

bool counts_hunks(std::string_view line) noexcept {
    return take_number(line) > 0 && take(line, " out of ") && take_number(line) > 0 &&
           line.find(" FAILED -- saving rejects to file ") < 8;
}

// "In run.sh line 12:"
std::optional<stack_frame> shellcheck_place(std::string_view line) {
    constexpr std::string_view mark = " line ";
    std::size_t const at = line.rfind(mark);
    if (!take(line, "In ") || at == std::string_view::npos || at < 4 || !line.ends_with(':'))
        return std::nullopt;
    std::string_view const file = line.substr(0, at - 3);
    std::string_view const number = line.substr(at - 3 + mark.size());
    int const found = number_of(number.substr(0, number.size() - 1));
    bool const is_file = file.size() < longest_name && file.find(' ') == std::string_view::npos;
    return found > 0 && is_file ? std::optional(stack_frame{bounded(file), found, {}}) : std::nullopt;
}

// "  ^-- SC1073 (error): no done.": what it says, empty for any other line.
std::string_view said_by_shellcheck(std::string_view line) noexcept {
    std::size_t const at = line.find("-- SC");
    if (at == std::string_view::npos || line.substr(0, at).find_first_not_of(" ^-") < at) return {};
    std::size_t const close = line.find("): ", at);
    return close == std::string_view::npos ? std::string_view{} : line.substr(close + 3);
}

// "/app/build.xml:12: no nut"
std::optional<stack_frame> take_ant_place(std::string_view& line) {
    std::size_t const end = line.find(".xml:");
    if (end == std::string_view::npos || end > longest_name) return std::nullopt;
    std::string_view rest = line.substr(end + 5);
    int const number = take_number(rest);
    if (number < 1 || !take(rest, ":")) return std::nullopt;
    stack_frame place{bounded(line.substr(0, end + 4)), number, {}};
    line = trimmed(rest);
    return place;
}

class source_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict in_merge(std::string_view line);
    verdict in_shellcheck(std::string_view line);
    verdict in_ant(std::string_view line);
    verdict begin(tool who, std::string_view message, bool is_sure);

    tool who_ = tool::none;
    native_report report_;
    bool is_sure_ = false;
    bool is_build_ = false;
    bool has_error_ = false;       // of shellcheck, which tells hints as well
    stack_frame place_;            // that it tells of
    bool is_source_next_ = false;  // of shellcheck
    bool is_in_block_ = false;
    bool is_told_ = false;  // behind what it found
    int lines_ = 0;
};

verdict source_tools_reader::begin(tool who, std::string_view message, bool is_sure) {
    who_ = who;
    is_sure_ = is_sure;
    report_.type = "command failed";
    report_.message = bounded(trimmed(message));
    report_.cause_line = report_.message;
    report_.role = trace_role::notice;
    return verdict::continues;
}

verdict source_tools_reader::first(std::string_view line) {
    std::string_view rest = line;
    if (line.starts_with("CONFLICT (")) return begin(tool::merge, line, false);
    if (take(rest, "error: ")) return begin(tool::apply, rest, true);
    if (is_failed_hunk(line) || counts_hunks(line)) return begin(tool::patch, line, true);
    if (is_failed_sum(line) || counts_sums(line)) return begin(tool::sums, line, true);
    if (line == "BUILD FAILED") return begin(tool::ant, {}, false);
    auto place = shellcheck_place(line);
    if (!place) return verdict::no_trace;
    place_ = std::move(*place);
    is_source_next_ = is_in_block_ = true;
    return begin(tool::shellcheck, {}, false);
}

verdict source_tools_reader::in_merge(std::string_view line) {
    bool const is_end = line.starts_with("Automatic merge failed; ") || line.starts_with("error: could not ");
    is_sure_ = is_sure_ || is_end;
    bool const is_more = is_end || line.starts_with("CONFLICT (") || line.starts_with("hint: ") ||
                         line.starts_with("Auto-merging ") || line.starts_with("Could not apply ");
    if (is_more) return verdict::continues;
    return is_sure_ ? verdict::ended_before : verdict::no_trace;
}

verdict source_tools_reader::in_shellcheck(std::string_view line) {
    auto const found = build::parse(line);
    if (found.kind == build::line_kind::stop && is_sure_) {
        is_build_ = true;
        return verdict::ends;
    }
    if (is_told_) return line.starts_with("  http") ? verdict::not_mine : verdict::ended_before;
    if (std::exchange(is_source_next_, false)) return verdict::continues;
    if (std::string_view const said = said_by_shellcheck(line); !said.empty()) {
        // what is no error may stand above the first that is
        bool const is_error = !has_error_ && line.find(" (error): ") != std::string_view::npos;
        if (is_error || !is_sure_) {
            report_.message = report_.cause_line = bounded(said);
            report_.frames = {place_};
        }
        has_error_ = has_error_ || is_error;
        is_sure_ = true;
        return verdict::continues;
    }
    if (!is_sure_ && lines_ > most_before_code) return verdict::no_trace;
    if (is_blank(line)) {
        is_in_block_ = false;
        return is_sure_ ? verdict::continues : verdict::no_trace;
    }
    if (is_in_block_) return verdict::continues;
    if (auto place = shellcheck_place(line)) {
        place_ = std::move(*place);
        is_source_next_ = is_in_block_ = true;
        return verdict::continues;
    }
    is_in_block_ = line.starts_with("Did you mean:");
    is_told_ = line == "For more information:";
    return is_in_block_ ? verdict::continues : is_told_ ? verdict::not_mine : verdict::ended_before;
}

// A task in another file is told by both places.
verdict source_tools_reader::in_ant(std::string_view line) {
    auto place = take_ant_place(line);
    if (!place) return is_sure_ ? verdict::ended_before : verdict::no_trace;
    is_sure_ = is_build_ = true;
    report_.frames.insert(report_.frames.begin(), std::move(*place));
    bool const is_led = line.starts_with("The following error occurred while executing this line");
    report_.message = report_.cause_line = bounded(line);
    return is_led ? verdict::continues : verdict::ends;
}

verdict source_tools_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (who_) {
        case tool::none:
            return first(line);
        case tool::merge:
            return in_merge(line);
        case tool::apply:
            return line.starts_with("error: ") && line.find("patch ") != std::string_view::npos
                       ? verdict::continues
                       : verdict::ended_before;
        case tool::patch:
            if (counts_hunks(line)) return verdict::ends;
            return line.starts_with("Hunk #") ? verdict::continues : verdict::ended_before;
        case tool::sums:
            if (counts_sums(line)) return verdict::ends;
            return is_failed_sum(line) || line.ends_with(": OK") ? verdict::continues : verdict::ended_before;
        case tool::shellcheck:
            return in_shellcheck(line);
        case tool::ant:
            return in_ant(line);
    }
    return verdict::ended_before;
}

bool source_tools_reader::conclude(found_trace& trace) {
    if (!is_sure_ || report_.message.empty()) return false;
    if (is_build_) report_.type = "build failed";
    if (who_ == tool::shellcheck && !is_build_) report_.type = "error";
    return report_.write_to(trace, is_build_ ? "make" : "shell");
}

// From a count to the first that failed, over the lines of the same tool.
template <class IsFailed, class IsOther>
std::size_t lines_above(start_context const& context, std::size_t column, IsFailed is_failed,
                        IsOther is_other) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (is_failed(*above)) {
            first = n;
        } else if (!is_other(*above)) {
            break;
        }
    }
    return first;
}

}  // namespace

std::optional<start_point> find_source_tools_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.size() > longest_line) continue;
        if (text.starts_with("CONFLICT (") || text.starts_with("error: patch failed: ") ||
            text == "BUILD FAILED" || shellcheck_place(text))
            return start_point{column, 0};
        if (counts_sums(text))
            return start_point{column, lines_above(context, column, is_failed_sum, [](std::string_view line) {
                                   return line.ends_with(": OK");
                               })};
        if (counts_hunks(text))
            return start_point{column,
                               lines_above(context, column, is_failed_hunk,
                                           [](std::string_view line) { return line.starts_with("Hunk #"); })};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_source_tools_grammar() {
    return std::make_unique<source_tools_reader>();
}

}  // namespace task_agent::trace
