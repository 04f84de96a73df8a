#include "task_agent/trace/detector.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/base/plain_text.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"
#include "task_agent/trace/stream_end.hpp"
#include "task_agent/trace/worn_label.hpp"

#include "repeated_tag.hpp"
#include "text_columns.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

// The tables of all_grammars() are the same for every stream.
std::shared_ptr<start_signs const> signs_of(std::span<grammar_entry const> grammars) {
    static auto const usual = std::make_shared<start_signs const>(all_grammars());
    if (grammars.data() == all_grammars().data()) return usual;
    return std::make_shared<start_signs const>(grammars);
}

}  // namespace

detector::detector(std::span<grammar_entry const> known, std::size_t text_room)
    : grammars_(known), signs_(signs_of(known)), text_room_(text_room) {}

void detector::on_line(std::string_view line, time_point now) {
    if (partial_.concerns(line)) {
        on_part(line, now);
    } else {
        on_whole_line(line, now);
    }
}

void detector::on_part(std::string_view line, time_point now) {
    // whoever wrote it, the container's lines are over
    if (partial_.holds_any() && !partial_lines::is_container_line(line)) flush_parts(now);
    if (auto const whole = partial_.take(line)) on_whole_line(*whole, now);
}

void detector::flush_parts(time_point now) {
    while (auto const whole = partial_.flush())
        on_whole_line(*whole, now);
}

void detector::on_whole_line(std::string_view line, time_point now) {
    std::uint64_t const number = lines_++;
    newest_ = now;
    if (open_.empty() && number >= watched_to_ && (line.empty() || !signs_->any(line, prefixes_))) {
        history_.push(line, number);
    } else {
        examine(line, number, now);
    }
}

void detector::examine(std::string_view line, std::uint64_t number, time_point now) {
    line = unwrapped(plain(line));
    if (!is_inner_) {
        std::size_t const at = json_column(line);
        if (at < line.size() && line.find("\\n", at) != std::string_view::npos)
            read_inside(line, at, number, now);
    }
    line = plain(line);
    if (take_out_repeated_tags(line, untagged_)) line = untagged_;
    bool taken = false;
    if (!open_.empty()) {
        close_silent(number, now);
        for (std::size_t i = 0; i < open_.size() && !taken; ++i) {
            std::size_t const before = open_.size();
            taken = offer(i, line, number, now);
            if (open_.size() < before) --i;
        }
    }
    if (!taken && number < watched_to_) note_aftermath(line, number);
    if (!taken && !line.empty()) taken = start(line, number, now);
    history_.push(line, number);
    if (taken) history_.take_newest();
}

std::string_view detector::plain(std::string_view line) {
    if (line.find('\x1B') == std::string_view::npos) return line;
    plain_ = without_escapes(line);
    return plain_;
}

// Takes off what container runtimes put around a line; what a launcher put before that stays.
std::string_view detector::unwrapped(std::string_view line) {
    for (int depth = 0; depth < most_envelopes; ++depth) {
        std::size_t const at = json_column(line);
        if (at == line.size() || !unwrap_container_line(line.substr(at), unwrapping_)) break;
        unwrapping_.insert(0, line.substr(0, at));
        std::swap(unwrapped_, unwrapping_);
        line = unwrapped_;
    }
    return line;
}

// What is printed right behind a trace may say that it was wanted, or what is done instead.
void detector::note_aftermath(std::string_view line, std::uint64_t number) {
    line_pieces const found = find_prefix(line);
    std::size_t at = 0;
    for (prefix_piece const& piece : found.pieces()) {
        // "retrying: 3 of 5" behind a time looks like a logger's name, and "tile 5: done" like a tag: that is
        // what counts here
        bool const is_of_text = is_label(piece, line) && !is_worn(line.substr(0, piece.end), history_);
        if (piece.kind != piece_kind::name && !is_of_text) at = piece.end;
    }
    std::string_view const body = line.substr(at);
    if (is_blank(body)) return;
    std::string const source = to_plain_text(line_prefix(line.substr(0, at)).tags());
    for (open_trace& open : open_) {
        bool const is_same = to_plain_text(open.prefix.tags()) == source;
        if (is_same && number - open.last_line <= aftermath_lines && open.reader->is_complete())
            open.aftermath = handling_after(body, open.is_followed, open.aftermath);
        if (is_same) open.is_followed = true;
    }
    for (found_trace& trace : found_.all()) {
        bool const is_near = number > trace.last_line && number - trace.last_line <= aftermath_lines;
        if (!is_near || trace.source != source) continue;
        bool const is_of_test = trace.exception.type == "test failed" && says_expected(body);
        if (!is_of_test) trace.handled = handling_after(body, trace.is_followed, trace.handled);
        trace.is_followed = true;
    }
}

// A trace in a string of a JSON record was written by a logger, and is over with it.
void detector::read_inside(std::string_view line, std::size_t column, std::uint64_t number, time_point now) {
    std::string_view const record = line.substr(column);
    line_prefix const prefix(line.substr(0, column));
    std::string text;
    for (std::size_t from = 0; next_text_of_lines(record, from, text);) {
        detector inner(grammars_, text_room_);
        inner.is_inner_ = true;
        for (std::size_t begin = 0; begin <= text.size();) {
            std::size_t const stop = std::min(text.find('\n', begin), text.size());
            inner.on_line(std::string_view(text).substr(begin, stop - begin), now);
            begin = stop + 1;
        }
        inner.finish();
        for (found_trace& trace : inner.found_.all()) {
            std::string_view const words = words_of_record(record);
            bool const goes_on = says_to_go_on(record.substr(0, record.find("\\n"))) ||
                                 (words.size() < record.size() && says_to_go_on(words));
            trace.handled = is_error_record(record) && !goes_on ? handling::error : handling::survived;
            trace.first_line = trace.last_line = number;
            trace.source.insert(0, to_plain_text(prefix.tags()));
            if (!trace.exception.rank) trace.exception.rank = prefix.rank();
            found_.keep(std::move(trace));
        }
        found_.count_dropped(inner.found_.dropped());
    }
}

// Where a JSON object begins, behind the line's prefix or at once; the line's size where none does.
std::size_t detector::json_column(std::string_view line) noexcept {
    if (line.starts_with('{')) return 0;
    if (line.empty() || !may_begin_prefix(static_cast<unsigned char>(line.front()))) return line.size();
    std::size_t const at = find_prefix(line).end();
    return at < line.size() && line[at] == '{' ? at : line.size();
}

// True when the line was taken.
bool detector::offer(std::size_t index, std::string_view line, std::uint64_t number, time_point now) {
    open_trace& open = open_[index];
    auto peeled = open.prefix.peel(line);
    verdict answer = verdict::not_mine;
    if (peeled) {
        answer = open.reader->feed(*peeled);
    } else if (!open.prefix_is_proven) {
        // What stood before the first line need not be a prefix of every line: a record of a logger has one
        // in front, with at most the tag of its process on the lines behind; a bar that was never ended
        // stands there once.
        auto part = open.prefix.part_of(line);
        std::string const& tags = open.prefix.tags();
        bool const wears_tags = !tags.empty() && line.starts_with(tags);
        if (!part && !tags.empty() && !wears_tags && wears_tag(line)) return false;  // another process's
        if (!part) part = wears_tags ? line_prefix(std::string(tags)) : line_prefix();
        peeled = part->peel(line);
        answer = open.reader->feed(*peeled);
        if (answer == verdict::continues || answer == verdict::ends) open.prefix = std::move(*part);
        if (answer == verdict::no_trace || answer == verdict::ended_before) answer = verdict::not_mine;
    }
    switch (answer) {
        case verdict::not_mine:
            return false;
        case verdict::continues:
        case verdict::ends:
            if (!peeled->empty()) {
                // worn by every line: the prefix of whoever captured the output, not of a record
                if (!open.prefix_is_proven && open.is_own_record && !open.prefix.text().empty() &&
                    !is_quotation(open.prefix.text()))
                    open.record = handling::none;
                open.prefix_is_proven = true;
            }
            open.text.append(*peeled);
            // blank lines at the end are nobody's
            if (!is_blank(*peeled)) open.last_line = number;
            open.last_seen = now;
            watched_to_ = number + 1 + aftermath_lines;
            if (answer == verdict::ends) close(index);
            return true;
        case verdict::ended_before:
            close(index);
            return false;
        case verdict::no_trace:
            history_.give_back(open.first_line);
            open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
            return false;
    }
    return false;
}

bool detector::start(std::string_view line, std::uint64_t number, time_point now, grammar_set const& asked) {
    text_columns const columns(line, history_);
    grammar_set may = signs_->ended_by(line);
    for (std::size_t const column : columns.all())
        may |= signs_->opened_by(line.substr(column));
    if (scan_line(line).anchor) may |= signs_->told_by(line);
    if (asked.any()) may = asked;
    if (!may.any()) return false;
    start_context const context(line, columns.all(), history_);
    grammar_entry const* refused = nullptr;
    for (std::size_t i = may.next(0); i < grammar_set::most; i = may.next(i + 1)) {
        // several entries of one grammar stand side by side, each with signs of its own
        if (refused && refused->find_start == grammars_[i].find_start) continue;
        refused = &grammars_[i];
        auto const at = refused->find_start(context);
        if (at && at->column <= line.size() && start_at(*at, *refused, line, number, now)) return true;
    }
    return false;
}

bool detector::start_at(start_point at, grammar_entry const& entry, std::string_view line,
                        std::uint64_t number, time_point now) {
    open_trace open;
    open.reader = entry.make();
    // A longer one is no prefix but the line that was being printed.
    if (at.column <= line_prefix::longest) open.prefix = line_prefix(line.substr(0, at.column));
    open.first_line = open.last_line = number;
    open.first_seen = open.last_seen = now;
    for (std::size_t back = at.lines_back; back > 0; --back) {
        auto const earlier = history_.back(back, open.prefix);
        if (!earlier) return false;
        verdict const answer = open.reader->feed(earlier->text);
        if (answer != verdict::continues) return false;
        if (back == at.lines_back) open.first_line = earlier->number;
        if (!is_blank(earlier->text)) open.last_line = earlier->number;
        open.text.append(earlier->text);
    }
    std::string_view const own = line.substr(at.column);
    verdict const answer = open.reader->feed(own);
    if (answer != verdict::continues && answer != verdict::ends) return false;
    open.text.append(own);
    if (!is_blank(own)) open.last_line = number;
    open.prefix_is_proven = at.lines_back > 0;
    note_handling(open, line, at);
    open.before.note_before(history_, at.lines_back + 1, open.prefix.tags());
    watched_to_ = number + 1 + aftermath_lines;
    if (open_.size() == most_open) {
        auto const oldest = std::min_element(open_.begin(), open_.end(), [](auto const& a, auto const& b) {
            return a.last_line < b.last_line;
        });
        close(static_cast<std::size_t>(oldest - open_.begin()));
    }
    open_.push_back(std::move(open));
    share_room();
    if (answer == verdict::ends) close(open_.size() - 1);
    return true;
}

void detector::note_handling(open_trace& open, std::string_view line, start_point at) const {
    std::string_view const prefix = line.substr(0, at.column);
    if (at.lines_back == 0 && !prefix.empty() && is_blank(prefix)) {
        // some loggers indent all lines of a record but its first
        auto const above = history_.any_back(1);
        if (above && find_prefix(above->text).level >= log_level::warning) {
            open.record = handling_of(above->text);
            return;
        }
    }
    if (at.lines_back == 0) {
        open.record = handling_of_prefix(line.substr(0, at.column));
        open.is_own_record = open.record != handling::none;
        if (open.is_own_record) return;
    }
    if (auto const before = history_.back(at.lines_back + 1, open.prefix))
        open.record = handling_above(before->text);
}

void detector::share_room() {
    for (open_trace& open : open_)
        open.text.fit(text_room_ / open_.size());
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

// False when its lines are anybody's again.
bool detector::close(std::size_t index) {
    open_trace open = std::move(open_[index]);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
    found_trace trace;
    trace.prefix = to_plain_text(open.prefix.text());
    trace.source = to_plain_text(open.prefix.tags());
    bool const tells_record = open.aftermath == handling::none || open.record == handling::aside;
    trace.handled = tells_record ? open.record : open.aftermath;
    trace.is_handled_above = open.aftermath == handling::none && !open.is_own_record;
    trace.is_error_record = open.record == handling::error;
    trace.is_followed = open.is_followed;
    trace.exception.rank = open.prefix.rank();
    trace.first_line = open.first_line;
    trace.last_line = open.last_line;
    trace.before = open.before;
    trace.first_seen = open.first_seen;
    trace.last_seen = open.last_seen;
    trace.text = open.text.text();
    trace.cut_lines = open.text.cut_lines();
    bool const is_one = open.reader->conclude(trace);
    // what killed a process was not caught
    bool const is_deadly = trace.role == trace_role::native_crash || trace.role == trace_role::sanitizer;
    if (is_one && is_deadly && trace.is_handled_above && trace.handled == handling::survived)
        trace.handled = handling::none;
    // healthy programs say the like, but not where in the source
    if (open.is_late && trace.exception.frames.empty()) trace.is_guess = true;
    // that the next test passed tells nothing of the one that failed
    bool const is_of_test = open.aftermath == handling::aside && trace.exception.type == "test failed";
    if (is_of_test && trace.handled == handling::aside) trace.handled = open.record;
    if (is_one) {
        if (!trace.exception.rank && !trace.exception.frames.empty())
            trace.exception.rank = open.prefix.task_number();
        found_.keep(std::move(trace));
    } else {
        history_.give_back(open.first_line);
        if (open.reader->may_be_words_of_others()) return false;
    }
    return true;
}

}  // namespace task_agent::trace
