#include "evidence_lines.hpp"

#include "task_agent/core/end_text.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_trace_bytes = 64 * 1024;
constexpr std::size_t most_stream_bytes = 32 * 1024;
constexpr std::size_t most_line_bytes = 4 * 1024;

std::size_t slot(char const* three) noexcept {
    auto const byte = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(three[i])); };
    return ((byte(0) << 16 | byte(1) << 8 | byte(2)) * 2654435761U) >> 16;
}

bool ended_by_itself(failure_reason reason) noexcept {
    return reason == failure_reason::exit_code || reason == failure_reason::signal;
}

// Of a shell that could not run a command. Some languages end with it whatever was raised, which says more.
bool is_code_of_shell(std::optional<exit_status> const& exit) noexcept {
    constexpr int cannot_run = 126;
    constexpr int not_found = 127;
    return exit && (exit->code == cannot_run || exit->code == not_found);
}

std::string_view last_bytes(std::string_view text, std::size_t count) noexcept {
    return text.size() <= count ? text : text.substr(text.size() - count);
}

// Cuts the last line off, without its line end.
std::string_view take_last_line(std::string_view& text) noexcept {
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string_view const line = text.substr(text.rfind('\n') + 1);  // npos + 1 = 0
    text.remove_suffix(line.size());
    return line;
}

}  // namespace

void trigram_filter::add(std::string_view folded_text) noexcept {
    for (std::size_t i = 0; i + 3 <= folded_text.size(); ++i)
        seen_.set(slot(folded_text.data() + i));
}

bool trigram_filter::may_hold(std::string_view folded_text) const noexcept {
    for (std::size_t i = 0; i + 3 <= folded_text.size(); ++i) {
        if (!seen_.test(slot(folded_text.data() + i))) return false;
    }
    return true;
}

evidence_lines::evidence_lines(failure_evidence const& evidence)
    : end_text_(end_text(evidence.reason, evidence.exit)) {
    add_to(cause_, evidence.known_cause);
    if (evidence.has_exception) {
        add_to(type_, evidence.type);
        add_to(cause_, evidence.cause_line);
        add_to(cause_, evidence.message);
        add_to(cause_, evidence.root_line);
        add_to(trace_, evidence.trace);
    }
    bool const has_trace = evidence.has_exception && !evidence.is_notice;
    for (std::string_view const tail : {evidence.err_tail, evidence.out_tail})
        add_stream(tail, !has_trace && ended_by_itself(evidence.reason));
    if (!evidence.is_raised || !is_code_of_shell(evidence.exit)) add_to(end_, end_text_);
}

std::vector<evidence_line> const& evidence_lines::at(rule_place place) const noexcept {
    switch (place) {
        case rule_place::type:
            return type_;
        case rule_place::cause:
            return cause_;
        case rule_place::trace:
            return trace_;
        case rule_place::ending:
            return ending_;
        case rule_place::output:
            return output_;
        case rule_place::end:
            break;
    }
    return end_;
}

bool evidence_lines::may_fit(line_pattern const& pattern) const {
    return std::ranges::all_of(pattern.pieces(), [&](std::string const& piece) {
        return filter_.may_hold(pattern.any_case() ? piece : folded(piece));
    });
}

evidence_line evidence_lines::made(std::string_view text) {
    text = text.substr(0, most_line_bytes);
    evidence_line line{text, folded(text)};
    filter_.add(line.folded);
    return line;
}

void evidence_lines::add_to(std::vector<evidence_line>& lines, std::string_view text) {
    text = last_bytes(text, most_trace_bytes);
    while (!text.empty()) {
        std::size_t const stop = text.find('\n');
        if (stop != 0) lines.push_back(made(text.substr(0, stop)));
        text.remove_prefix(stop == std::string_view::npos ? text.size() : stop + 1);
    }
}

// Newest first: nothing depends on the order of lines.
void evidence_lines::add_stream(std::string_view tail, bool may_be_ending) {
    tail = last_bytes(tail, most_stream_bytes);
    for (std::size_t count = 0; count < output_lines && !tail.empty();) {
        std::string_view const line = take_last_line(tail);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        output_.push_back(made(line));
        if (may_be_ending && count < ending_lines) ending_.push_back(output_.back());
        ++count;
    }
}

}  // namespace task_agent::trace
