#include "task_agent/trace/line_history.hpp"

#include "transformation.hpp"
#include <algorithm>

namespace task_agent::properties {
namespace {

constexpr std::size_t longest_turn = 4;  // lines that one source writes at once
// The detector takes a trace that is not complete for broken off after 64 lines of others.
constexpr std::size_t longest_silence = 40;

struct source {
    int number = 0;
    std::vector<std::string> lines;
    std::size_t next = 0;

    [[nodiscard]] bool is_over() const { return next == lines.size(); }
};

std::vector<std::string> other_lines(surroundings const& around) {
    std::vector<std::string> lines;
    std::uint64_t const kind = drawn(around.random, 0, 3);
    if (kind == 0) {
        for (std::uint64_t i = drawn(around.random, 5, 50); i > 0; --i)
            lines.push_back(noise_line(around.random));
        return lines;
    }
    auto const& log = around.healthy[drawn(around.random, 0, around.healthy.size() - 1)];
    return log;
}

// A trace that only a later line of it makes known is looked for in the last lines of the stream, of which a
// bounded number is kept: others may write so much between its lines and no more.
class memory_of_stream {
public:
    explicit memory_of_stream(trace::found_trace const& t) : first_(t.first_line), last_(t.last_line) {}

    // Own lines before the `next` one are written, and so are `lines` lines of all sources in `size` bytes.
    [[nodiscard]] bool is_full(std::size_t next, std::size_t lines, std::size_t size) {
        if (next <= first_ || next > last_) {
            lines_before_ = lines;
            size_before_ = size;
            return false;
        }
        // a longer one has to be known by its first lines
        bool const fits = last_ - first_ < trace::line_history::lines / 2;
        bool const is_long =
            lines - lines_before_ + (last_ + 1 - next) + 2 * longest_turn > trace::line_history::lines;
        return fits && (is_long || size - size_before_ > trace::line_history::room / 2);
    }

private:
    std::uint64_t first_;
    std::uint64_t last_;
    std::size_t lines_before_ = 0;
    std::size_t size_before_ = 0;
};

prefix_style const& drawn_style(surroundings const& around) {
    std::vector<prefix_style const*> fit;
    for (prefix_style const& style : prefix_styles()) {
        // noise is no UTF-8
        if (style.has(tells_source) && !style.has(needs_utf8)) fit.push_back(&style);
    }
    return *fit[around.round % fit.size()];
}

}  // namespace

changed interleaved(subject const& s, surroundings const& around) {
    prefix_style const& style = drawn_style(around);
    if (s.has_bars && style.has(needs_plain_end)) return by_nature{bars_rule};
    if (s.wears_label) return by_nature{label_rule};
    random_engine& random = around.random;
    std::size_t const count = drawn(random, 2, 5);
    std::vector<source> sources(count);
    std::size_t const own = drawn(random, 0, count - 1);
    for (std::size_t i = 0; i < count; ++i) {
        sources[i].number = static_cast<int>(i);
        sources[i].lines = i == own ? s.lines : other_lines(around);
    }
    // an old log that goes on behind what was caught says that it was got over: then the others end before
    std::size_t const last_together = s.depends_on_what_follows ? s.plain.chosen->last_line : s.lines.size();
    std::string text;
    std::size_t silence = 0;  // lines since the last own one
    std::size_t written = 0;  // lines
    memory_of_stream memory(*s.plain.chosen);
    for (;;) {
        if (sources[own].next > last_together) {
            for (source& one : sources)
                if (one.number != static_cast<int>(own)) one.lines.resize(one.next);
        }
        std::vector<source*> alive;
        for (source& one : sources)
            if (!one.is_over()) alive.push_back(&one);
        if (alive.empty()) break;
        // of two sources in one, each may be silent longer than both
        std::size_t const allowed = s.wears_tag ? longest_silence / 4 : longest_silence;
        bool const is_full = memory.is_full(sources[own].next, written, text.size());
        bool const is_due = is_full || silence >= allowed;
        source& turn =
            is_due && !sources[own].is_over() ? sources[own] : *alive[drawn(random, 0, alive.size() - 1)];
        silence = &turn == &sources[own] ? 0 : silence + longest_turn;
        for (std::uint64_t n = drawn(random, 1, longest_turn); n > 0 && !turn.is_over(); --n, ++written)
            text += style.write(turn.lines[turn.next++], turn.number, random) + "\n";
    }
    changed_log result{{{std::move(text)}}, std::to_string(count) + " sources, " + style.name, {}, {}, false};
    if (style.has(tells_rank) && !s.plain.chosen->exception.rank && !s.wears_tag)
        result.rank = static_cast<int>(own);
    return result;
}

}  // namespace task_agent::properties
