#include "task_agent/trace/detector.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/trace/grammars/python.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

constexpr std::array grammars = {python_grammar};

std::size_t size_of(found_trace const& trace) noexcept {
    return sizeof trace + trace.text.size() + trace.exception.message.size();
}

}  // namespace

std::span<grammar_entry const> all_grammars() noexcept {
    return grammars;
}

detector::detector(std::span<grammar_entry const> known) : grammars_(known) {
    for (grammar_entry const& entry : grammars_) {
        for (char const c : entry.first_bytes)
            first_bytes_[static_cast<unsigned char>(c)] = 1;
        for (char const c : entry.last_bytes)
            last_bytes_[static_cast<unsigned char>(c)] = 1;
    }
}

void detector::examine(std::string_view line, std::uint64_t number, time_point now) {
    std::string plain;
    if (!open_.empty()) {
        close_silent(number, now);
        // Only inside a trace: runtimes colour frames, not the line by which a trace is known.
        if (line.find('\x1B') != std::string_view::npos) {
            plain = without_escapes(line);
            line = plain;
        }
        for (std::size_t i = 0; i < open_.size(); ++i) {
            std::size_t const before = open_.size();
            if (offer(i, line, number, now)) return;
            if (open_.size() < before) --i;
        }
    }
    if (!line.empty() && may_start(line)) start(line, number, now);
}

// True when the line was taken.
bool detector::offer(std::size_t index, std::string_view line, std::uint64_t number, time_point now) {
    open_trace& open = open_[index];
    auto peeled = open.prefix.peel(line);
    verdict answer = verdict::not_mine;
    if (peeled) {
        answer = open.reader->feed(*peeled);
    } else if (!open.prefix_is_proven) {
        // What stood before the first line need not be a prefix: a bar that was never ended stands there
        // once.
        answer = open.reader->feed(line);
        if (answer == verdict::continues || answer == verdict::ends) open.prefix = line_prefix();
        peeled = line;
        if (answer == verdict::no_trace || answer == verdict::ended_before) answer = verdict::not_mine;
    }
    switch (answer) {
        case verdict::not_mine:
            return false;
        case verdict::continues:
        case verdict::ends:
            open.prefix_is_proven = open.prefix_is_proven || !peeled->empty();
            open.text.append(*peeled);
            open.last_line = number;
            open.last_seen = now;
            if (answer == verdict::ends) close(index);
            return true;
        case verdict::ended_before:
            close(index);
            return false;
        case verdict::no_trace:
            open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
            return false;
    }
    return false;
}

void detector::start(std::string_view line, std::uint64_t number, time_point now) {
    for (grammar_entry const& entry : grammars_) {
        auto const column = entry.find_start(line);
        if (!column || *column > line.size()) continue;
        if (open_.size() == most_open) {
            auto const oldest =
                std::min_element(open_.begin(), open_.end(),
                                 [](auto const& a, auto const& b) { return a.last_line < b.last_line; });
            close(static_cast<std::size_t>(oldest - open_.begin()));
        }
        open_trace open;
        open.reader = entry.make();
        // A longer one is no prefix but the line that was being printed.
        if (*column <= line_prefix::longest) open.prefix = line_prefix(line.substr(0, *column));
        open.first_line = open.last_line = number;
        open.first_seen = open.last_seen = now;
        std::string_view const own = line.substr(*column);
        if (open.reader->feed(own) != verdict::continues) continue;
        open.text.append(own);
        open_.push_back(std::move(open));
        return;
    }
}

void detector::close_silent(std::uint64_t number, time_point now) {
    for (std::size_t i = 0; i < open_.size();) {
        open_trace const& open = open_[i];
        bool const silent = open.reader->is_complete() ? now - open.last_seen > pause
                                                       : number - open.last_line > most_foreign_lines;
        if (silent) {
            close(i);
        } else {
            ++i;
        }
    }
}

void detector::close(std::size_t index) {
    open_trace open = std::move(open_[index]);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
    found_trace trace;
    trace.prefix = open.prefix.text();
    trace.first_line = open.first_line;
    trace.first_seen = open.first_seen;
    trace.last_seen = open.last_seen;
    trace.text = open.text.text();
    trace.cut_lines = open.text.cut_lines();
    if (open.reader->conclude(trace)) keep(std::move(trace));
}

void detector::keep(found_trace trace) {
    found_bytes_ += size_of(trace);
    auto const place =
        std::upper_bound(found_.begin(), found_.end(), trace.first_line,
                         [](std::uint64_t line, auto const& other) { return line < other.first_line; });
    found_.insert(place, std::move(trace));
    while (found_.size() > 1 && (found_.size() > first_kept + last_kept || found_bytes_ > most_kept_bytes)) {
        // From the middle; the last one, which may be the reason of the end, never goes.
        auto const victim =
            found_.begin() + static_cast<std::ptrdiff_t>(std::min(first_kept, found_.size() - 2));
        found_bytes_ -= size_of(*victim);
        found_.erase(victim);
        ++dropped_;
    }
}

void detector::finish() {
    while (!open_.empty())
        close(0);
}

}  // namespace task_agent::trace
