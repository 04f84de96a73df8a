#include "subject.hpp"

#include "task_agent/base/utf8.hpp"

#include <algorithm>

namespace task_agent::properties {
namespace {

bool has_bare_carriage_return(std::string const& line) {
    std::size_t const at = line.find('\r');
    return at != std::string::npos && line.find_first_not_of('\r', at) != std::string::npos;
}

}  // namespace

subject subject_of(recorded_case const& recorded) {
    subject s;
    s.recorded = &recorded;
    s.lines = lines_of(recorded.log);
    s.plain = answer_to({{recorded.log}});
    s.has_bars = std::any_of(s.lines.begin(), s.lines.end(), has_bare_carriage_return);
    s.has_other_bytes = !is_valid_utf8(recorded.log);
    if (!s.plain.chosen) return s;
    trace::found_trace const& t = *s.plain.chosen;
    s.wears_tag = !t.source.empty();
    s.wears_label = s.wears_tag && t.prefix.starts_with(t.source) && t.source.find_first_of("[(<") != 0;
    // log.Fatal prints what log.Print prints, and Haskell's last word is anybody's word
    bool const is_word = t.role == trace::trace_role::notice || t.role == trace::trace_role::summary ||
                         t.first_line == t.last_line;
    s.is_told_by_silence =
        is_word && !answer_to({{recorded.log}, {"\nthe next of the many steps begins\n", 1, 1}}).chosen;
    s.is_in_record = t.first_line == t.last_line && t.text.find('\n') + 1 < t.text.size();
    s.depends_on_what_follows = t.handled != trace::handling::none || t.is_often_survived ||
                                t.role == trace::trace_role::notice ||
                                t.role == trace::trace_role::detached ||
                                t.role == trace::trace_role::summary || t.role == trace::trace_role::killed;
    return s;
}

std::vector<std::string> lines_of(std::string const& log) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < log.size();) {
        std::size_t const stop = std::min(log.find('\n', at), log.size());
        lines.push_back(log.substr(at, stop - at));
        at = stop + 1;
    }
    return lines;
}

std::string joined(std::vector<std::string> const& lines, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < std::min(last, lines.size()); ++i)
        text += lines[i] + "\n";
    return text;
}

}  // namespace task_agent::properties
