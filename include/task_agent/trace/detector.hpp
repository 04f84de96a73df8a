// Finds the traces in one stream of output, line by line, while it passes.
//
// A line that belongs to no trace costs a few table look-ups, one pass over it and one copy into the history:
// nothing is allocated. Several traces may be open at once when each wears a prefix of its own (ranks that
// write to one stream). Memory is bounded: open traces, the size of each, the history, and the number and
// size of those kept (the first few and the last ones; the rest is counted).
//
// Where a trace ends: with the line its grammar knows to be the last; before a line that cannot be part of
// it; at once when, having said what was raised, it stays silent for `pause` (a runtime writes a trace in one
// go); at finish().
//
// When the stream is over and told nothing, its last lines may still say what a program ended with: see
// closing_words.hpp.
//
// Lines that a container runtime cut into parts are joined, those that it wrapped in JSON are unwrapped; a
// trace inside a JSON log record is read as if it stood there alone. Either may stand behind a prefix.
//
// One thread at a time. The traces belong to the detector until taken.
#pragma once

#include "task_agent/trace/found_traces.hpp"
#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/line_shape.hpp"
#include "task_agent/trace/partial_lines.hpp"
#include "task_agent/trace/start_signs.hpp"
#include "task_agent/trace/trace_text.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace task_agent::trace {

class stream_end;

// All languages this program knows, those with the plainest marks first.
[[nodiscard]] std::span<grammar_entry const> all_grammars() noexcept;

class detector {
public:
    static constexpr std::size_t most_open = 8;
    static constexpr std::uint64_t most_foreign_lines =
        64;                                              // between two lines of a trace that is not complete
    static constexpr std::uint64_t aftermath_lines = 4;  // behind a trace: may say that it was got over
    static constexpr int most_envelopes = 2;             // of container runtimes around one line
    static constexpr duration pause = std::chrono::milliseconds(500);

    // `text_room`: bytes of text that all open traces together keep, and so one alone.
    explicit detector(std::span<grammar_entry const> grammars = all_grammars(),
                      std::size_t text_room = trace_text::usual_room);

    // `line` is without its line end and valid during the call only. States of a bar that were replaced
    // (output_line's transient) can be left out: no runtime ends a trace's line with '\r'.
    void on_line(std::string_view line, time_point now);
    // The stream has ended, and with it every open trace.
    void finish();

    // In the order in which they began.
    [[nodiscard]] std::vector<found_trace> const& found() const noexcept { return found_.all(); }
    // After finish(): what they say may be changed.
    [[nodiscard]] std::vector<found_trace>& found() noexcept { return found_.all(); }
    [[nodiscard]] std::uint64_t dropped_traces() const noexcept { return found_.dropped(); }
    [[nodiscard]] bool is_inside_trace() const noexcept { return !open_.empty(); }

private:
    // A trace that is being read.
    struct open_trace {
        std::unique_ptr<grammar> reader;
        line_prefix prefix;
        bool prefix_is_proven = false;        // by a second line that wears it
        handling record = handling::none;     // what its first line, or the one before, says of a logger
        handling aftermath = handling::none;  // what the lines behind it say
        bool is_own_record = false;           // its first line does
        bool is_followed = false;             // by a line of its process that is no part of it
        bool is_late = false;                 // asked for at the end, with lines behind it
        trace_text text;
        std::uint64_t first_line = 0;
        std::uint64_t last_line = 0;
        line_shapes before;
        time_point first_seen{};
        time_point last_seen{};
    };

    void on_whole_line(std::string_view line, time_point now);
    void on_part(std::string_view line, time_point now);
    void flush_parts(time_point now);
    void examine(std::string_view line, std::uint64_t number, time_point now);
    [[nodiscard]] std::string_view plain(std::string_view line);
    [[nodiscard]] std::string_view unwrapped(std::string_view line);
    [[nodiscard]] static std::size_t json_column(std::string_view line) noexcept;
    // A JSON record begins at the column.
    void read_inside(std::string_view line, std::size_t column, std::uint64_t number, time_point now);
    [[nodiscard]] bool offer(std::size_t index, std::string_view line, std::uint64_t number, time_point now);
    // `asked`: grammars to ask whatever their signs, and no others; none = by their signs.
    [[nodiscard]] bool start(std::string_view line, std::uint64_t number, time_point now,
                             grammar_set const& asked = {});
    [[nodiscard]] bool start_at(start_point at, grammar_entry const& entry, std::string_view line,
                                std::uint64_t number, time_point now);
    void note_handling(open_trace& open, std::string_view line, start_point at) const;
    void note_aftermath(std::string_view line, std::uint64_t number);
    void count_behind(found_trace& trace) const;
    void add_last_words(stream_end const& end);
    void add_told_before(stream_end const& end);
    // `own`: the lines of one process at the end of the stream.
    void examine_last(line_history const& own);
    void examine_late(line_history const& own);
    void share_room();
    void close_silent(std::uint64_t number, time_point now);
    bool close(std::size_t index);

    std::span<grammar_entry const> grammars_;
    std::shared_ptr<start_signs const> signs_;
    std::size_t text_room_;
    line_history history_;
    prefix_reader prefixes_;
    partial_lines partial_;
    std::vector<open_trace> open_;
    found_traces found_;
    std::uint64_t lines_ = 0;
    time_point newest_{};           // when the last line came
    std::uint64_t watched_to_ = 0;  // lines before this one may be a trace's aftermath
    // what an examined line is made of, kept for the next one
    std::string unwrapped_;
    std::string unwrapping_;
    std::string plain_;
    std::string untagged_;
    bool is_inner_ = false;  // reads the text of one JSON record
};

}  // namespace task_agent::trace
