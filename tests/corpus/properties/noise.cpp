#include "content.hpp"
#include "transformation.hpp"

namespace task_agent::properties {
namespace {

constexpr int long_after = 1;  // seconds: more than the pause that ends a trace
constexpr std::size_t flood = 64u << 20;
constexpr std::uint64_t blocks = 160;  // 10 MiB

// Before the log, before the trace, and behind the log, once the pause is over.
timed_log surrounded(subject const& s, std::vector<part> const& before, std::vector<part> const& at_trace,
                     std::vector<part> const& behind) {
    trace::found_trace const& t = *s.plain.chosen;
    timed_log log = before;
    log.push_back({joined(s.lines, 0, t.first_line)});
    log.insert(log.end(), at_trace.begin(), at_trace.end());
    log.push_back({joined(s.lines, t.first_line, s.lines.size())});
    for (part piece : behind) {
        piece.second = long_after;
        log.push_back(std::move(piece));
    }
    return log;
}

// What stands directly before the trace says what it is: ninja's status line before its "FAILED: ", the
// record of a logger, the heading of a runner or checker above the first of what it found.
bool is_bound(subject const& s) {
    trace::found_trace const& t = *s.plain.chosen;
    bool const is_told = t.role == trace::trace_role::notice || t.role == trace::trace_role::detached ||
                         t.role == trace::trace_role::summary;
    return is_told || t.exception.language == "make" || t.handled != trace::handling::none;
}

std::vector<part> noise(random_engine& random, std::uint64_t most) {
    std::string text;
    for (std::uint64_t i = drawn(random, 0, most); i > 0; --i)
        text += noise_line(random) + "\n";
    return {{std::move(text)}};
}

}  // namespace

namespace {

std::string any_noise_line(random_engine& random) {
    std::size_t const size = drawn(random, 1, 200);
    switch (drawn(random, 0, 2)) {
        case 0:
            return random_bytes(random, size, 0, 255);
        case 1:
            return random_bytes(random, size, ' ', '~');
        default: {
            std::string text =
                "step " + std::to_string(drawn(random, 1, 100000)) + " of the training goes on";
            // a lone continuation, an overlong form, a surrogate, a start without its rest
            for (std::string_view const bad : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF0\x9F", "\xFF"})
                text.insert(drawn(random, 0, text.size()), bad);
            return text;
        }
    }
}

}  // namespace

std::string noise_line(random_engine& random) {
    for (;;) {
        std::string line = any_noise_line(random);
        if (!speaks_of_end(line)) return line;
    }
}

changed among_noise(subject const& s, surroundings const& around) {
    if (s.is_in_record) return by_nature{"is one line: what stands around it is another log"};
    std::vector<part> const before = noise(around.random, 40);
    std::vector<part> const at_trace = noise(around.random, 3);
    std::vector<part> const behind =
        s.depends_on_what_follows ? std::vector<part>{} : noise(around.random, 100);
    return changed_log{
        surrounded(s, before, is_bound(s) ? std::vector<part>{} : at_trace, behind), "", {}, {}, false};
}

changed among_giant_lines(subject const& s, surroundings const& around) {
    std::string const content = hard_content(drawn(around.random, 0, harmless_kinds - 1), around.random);
    std::vector<part> const giant = {{content, blocks}, {"\n"}};
    // lines behind what a logger wrote say that its program went on
    bool const is_over = s.is_told_by_silence || s.plain.chosen->handled != trace::handling::none;
    return changed_log{surrounded(s, giant, is_bound(s) ? std::vector<part>{} : giant,
                                  is_over ? std::vector<part>{} : giant),
                       "",
                       {},
                       {},
                       false};
}

changed beside_giant_line(subject const& s, surroundings const& around) {
    if (s.wears_label) return by_nature{label_rule};
    std::string const content = hard_content(drawn(around.random, 0, harmless_kinds - 1), around.random);
    trace::found_trace const& t = *s.plain.chosen;
    std::size_t const middle = (t.first_line + t.last_line + 1) / 2;
    auto const of_rank_0 = [&](std::size_t first, std::size_t last) {
        std::string text;
        for (std::size_t i = first; i < last; ++i)
            text += "[rank0]: " + s.lines[i] + "\n";
        return text;
    };
    changed_log result{{{of_rank_0(0, middle)},
                        {"[rank1]: "},
                        {content, blocks},
                        {"\n"},
                        {of_rank_0(middle, s.lines.size())}},
                       "",
                       {},
                       {},
                       false};
    if (!t.exception.rank && !s.wears_tag) result.rank = 0;
    return result;
}

changed before_a_flood(subject const& s, surroundings const&) {
    if (s.depends_on_what_follows) return by_nature{outlived_rule};
    std::string lines;
    while (lines.size() < content_size)
        lines += "2026-11-22 12:00:00,123 INFO cleanup: a file of 12 MB goes to the archive, loss 0.1\n";
    return changed_log{{{s.recorded->log}, {lines, flood / content_size + 1, long_after}}, "", {}, {}, false};
}

}  // namespace task_agent::properties
