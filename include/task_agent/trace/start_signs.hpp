// Which grammars may start a trace with a line, told from its first two, its last two and a few inner bytes.
//
// Built once from the grammars' signs; asking costs a few table look-ups and one pass over the line, and one
// more, with a search for each longer text whose first bytes were seen, over a line that speaks of errors.
// Immutable afterwards; any thread. The text of the signs must outlive it.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/grammar_set.hpp"
#include "task_agent/trace/line_scan.hpp"
#include "task_agent/trace/prefix.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace task_agent::trace {

class start_signs {
public:
    explicit start_signs(std::span<grammar_entry const> grammars);

    // By the text that begins at a column.
    [[nodiscard]] grammar_set opened_by(std::string_view text) const noexcept {
        if (text.size() < 2 || !(first_[byte(text[0])] & second_[byte(text[1])]).any()) return {};
        return of_edges(openings_[byte(text[0])],
                        [&](std::string_view opening) { return text.starts_with(opening); });
    }
    [[nodiscard]] grammar_set ended_by(std::string_view line) const noexcept {
        if (line.size() < 2 || !(last_[byte(line.back())] & before_last_[byte(line[line.size() - 2])]).any())
            return {};
        return of_edges(endings_[byte(line.back())],
                        [&](std::string_view ending) { return line.ends_with(ending); });
    }
    // By what a line that holds an anchor says besides.
    [[nodiscard]] grammar_set told_by(std::string_view line) const noexcept;

    // Whether anybody would look at the line; `line` is not empty.
    [[nodiscard]] bool any(std::string_view line, prefix_reader& prefixes) const noexcept {
        if ((opened_by(line) | ended_by(line)).any() || may_hold_lines(line)) return true;
        inner_signs const inner = scan_line(line);
        if (inner.anchor || inner.escape) return true;
        if (!may_begin_prefix(byte(line.front()))) return false;
        line_pieces const found = prefixes.read(line);
        for (prefix_piece const& piece : found.pieces()) {
            std::string_view const text = line.substr(piece.end);
            if (opened_by(text).any() || may_hold_lines(text)) return true;
        }
        return false;
    }

private:
    // A JSON object with the end of a line in a string, as container runtimes put around each line, and
    // loggers around a whole trace.
    static bool may_hold_lines(std::string_view text) noexcept {
        return text.starts_with('{') && text.find("\\n") != std::string_view::npos;
    }
    static unsigned char byte(char c) noexcept { return static_cast<unsigned char>(c); }

    void add_inner(std::string_view text, grammar_set const& bit);

    // Most lines are told by two tables that nobody opens or ends so; the few others are compared with the
    // first or last bytes of those that share the outermost one.
    using table = std::array<grammar_set, 256>;
    table first_{};
    table second_{};
    table last_{};
    table before_last_{};
    struct edge {
        std::string_view text;
        grammar_set owners;
    };
    using edges = std::array<std::vector<edge>, 256>;
    static void add_edge(std::vector<edge>& known, std::string_view text, grammar_set const& bit);
    template <class Fits>
    static grammar_set of_edges(std::vector<edge> const& known, Fits const& fits) noexcept {
        grammar_set found;
        for (edge const& one : known) {
            if (fits(one.text)) found |= one.owners;
        }
        return found;
    }
    edges openings_;
    edges endings_;
    // Of inner texts: each has a bit, and `inner_[c][i]` those whose byte i may be c.
    static constexpr std::size_t inner_size = 4;
    static constexpr std::size_t most_inner = 64;
    std::array<std::array<std::uint64_t, inner_size>, 256> inner_{};
    std::array<std::string_view, most_inner> texts_{};
    std::array<grammar_set, most_inner> owners_{};
    // Texts that go on behind those bytes, by the bytes: a line must hold all of one.
    struct longer {
        std::string_view text;
        grammar_set owners;
    };
    std::array<std::vector<longer>, most_inner> longer_;
    std::size_t inner_count_ = 0;
    grammar_set always_;  // whose texts found no room
};

}  // namespace task_agent::trace
