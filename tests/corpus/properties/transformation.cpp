#include "transformation.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <array>

namespace task_agent::properties {
namespace {

constexpr std::size_t longest_other = 60;  // lines

constexpr std::array all = {
    transformation{"single bytes", in_single_bytes, 1, 1, 1, 4, false},
    transformation{"random chunks", in_random_chunks, 6, 1, 1, 1, false},
    transformation{"prefix", with_prefixes, 25, 25, 1, 8, false},
    transformation{"interleaved", interleaved, 20, 2, 1, 4, false},
    transformation{"noise", among_noise, 8, 2, 1, 2, false},
    transformation{"giant lines", among_giant_lines, 1, 1, 1, 32, false},
    transformation{"giant line between", beside_giant_line, 1, 1, 1, 32, false},
    transformation{"64 MiB behind", before_a_flood, 1, 1, 56, 448, true},
};

// "example: malloc(): x" is a text, and behind a time stamp the word of a logger which is named so: nobody
// can tell.
std::string without_name(std::string const& line) {
    std::string const time = "12:00:00 ";
    std::string const stamped = time + line;
    trace::line_pieces const found = trace::find_prefix(stamped);
    bool const is_named = found.count == 2 && found.piece[1].kind == trace::piece_kind::name;
    return is_named ? stamped.substr(found.end()) : line;
}

bool is_trace_of_logger(std::vector<std::string> const& lines) {
    std::string text;
    for (std::string const& line : lines)
        text += without_name(line) + "\n";
    return answer_to({{text}}).traces > 0;
}

}  // namespace

bool speaks_of_end(std::string const& line) {
    // behind a prefix some lines are no longer known for what they are: a memory checker's "==12== "; and
    // what is said is read without what a terminal does not show
    for (std::string const& seen : {line, "[rank0]: " + line, to_plain_text(line)}) {
        if (trace::says_success(seen) || trace::says_none_failed(seen) || trace::says_some_failed(seen))
            return true;
    }
    return false;
}

std::span<transformation const> transformations() noexcept {
    return all;
}

healthy_logs healthy_logs_of(std::vector<recorded_case> const& cases) {
    healthy_logs logs;
    for (recorded_case const& one : cases) {
        if (one.is_positive()) continue;
        subject const s = subject_of(one);
        // what was caught and logged is weighed against what ended another process: a log with a trace is
        // a log of its own, not one that is well
        if (s.plain.traces > 0 || s.has_bars || is_trace_of_logger(s.lines)) continue;
        std::vector<std::string> lines;
        std::string text;
        for (std::string const& line : s.lines) {
            // The last words of a log are those of all its sources; and where others go on longer, any line
            // may be the last.
            if (lines.size() == longest_other) break;
            if (speaks_of_end(line) || answer_to({{text + line + "\n"}}).traces > 0) continue;
            text += line + "\n";
            lines.push_back(line);
        }
        if (!lines.empty()) logs.push_back(std::move(lines));
    }
    return logs;
}

changed in_single_bytes(subject const& s, surroundings const&) {
    return changed_log{{{s.recorded->log}}, "", {}, [] { return std::size_t{1}; }, true};
}

changed in_random_chunks(subject const& s, surroundings const& around) {
    random_engine& random = around.random;
    std::size_t const most = std::array<std::size_t, 3>{7, 100, 4096}[around.round % 3];
    return changed_log{{{s.recorded->log}},
                       "up to " + std::to_string(most) + " bytes",
                       {},
                       [&random, most] { return static_cast<std::size_t>(drawn(random, 1, most)); },
                       true};
}

changed with_prefixes(subject const& s, surroundings const& around) {
    auto const styles = prefix_styles();
    prefix_style const& style = styles[around.round % styles.size()];
    if (style.has(needs_utf8) && s.has_other_bytes)
        return by_nature{"a container runtime's JSON cannot hold bytes that are no UTF-8"};
    if (style.has(needs_plain_end) && s.has_bars) return by_nature{bars_rule};
    if (style.has(tells_level) && (s.plain.traces > 1 || s.depends_on_what_follows))
        return by_nature{"a level changes what a log with several traces, or with a caught one, says"};
    if (s.wears_label && !style.has(starts_anew)) return by_nature{label_rule};
    int const source = static_cast<int>(drawn(around.random, 0, 15));
    std::string text;
    for (std::string const& line : s.lines)
        text += style.write(line, source, around.random) + "\n";
    changed_log result{{{std::move(text)}}, style.name, {}, {}, false};
    if (style.has(tells_rank) && !s.plain.chosen->exception.rank && !s.wears_tag) result.rank = source;
    return result;
}

}  // namespace task_agent::properties
