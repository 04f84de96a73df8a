#include "task_agent/trace/prefix.hpp"

#include "prefix_pieces.hpp"
#include <algorithm>

namespace task_agent::trace {

using namespace prefix;

namespace {

// "INFO |" of "2026-11-22 12:00:00|INFO |com.acme.Job|no plan".
bool begins_level_field(std::string_view text) noexcept {
    std::size_t const word = run_of(text.substr(0, longest_name), is_letter);
    if (level_of(text.substr(0, word)) == log_level::none) return false;
    return text.substr(word + blanks_in(text.substr(word))).starts_with('|');
}

// "main|" before that: its length, 0 = no such name.
std::size_t name_before_level_field(std::string_view text) noexcept {
    std::size_t const n = run_of(text.substr(0, longest_name), is_name);
    return n > 0 && text.substr(n).starts_with('|') && begins_level_field(text.substr(n + 1)) ? n : 0;
}

// "train.loop:step:44" or "__main__:<module>:3" with " - " behind it: loguru's name, function and line.
std::size_t name_with_line(std::string_view text) noexcept {
    std::size_t n = run_of(text.substr(0, longest_name), is_name);
    if (n == 0 || !text.substr(n).starts_with(':')) return 0;
    std::size_t const function =
        run_of(text.substr(n + 1, longest_name), [](char c) { return is_name(c) || c == '<' || c == '>'; });
    n += 1 + function;
    if (function == 0 || !text.substr(n).starts_with(':')) return 0;
    std::size_t const line = run_of(text.substr(n + 1), is_digit);
    return line > 0 && text.substr(n + 1 + line).starts_with(" - ") ? n + 1 + line : 0;
}

// "com.acme.Main:" behind a level and the thread in brackets, as log4j writes it; an exception may stand
// there as well.
std::size_t class_behind_thread(std::string_view text) noexcept {
    if (!is_lower(text[0])) return 0;
    std::size_t const n = run_of(text.substr(0, longest_name), is_name);
    std::string_view const name = text.substr(0, n);
    bool const is_class = name.find('.') != std::string_view::npos && text.substr(n).starts_with(": ");
    return is_class && !name.ends_with("Exception") && !name.ends_with("Error") &&
                   !name.ends_with("Throwable")
               ? n
               : 0;
}

// Behind a level or a time: "root:", "com.acme.Job -", "app.worker |"; behind a bar that nothing surrounds
// also "app.worker|".
std::size_t logger_name(std::string_view text, bool is_behind_bar) noexcept {
    if (text.empty() || !(is_letter(text[0]) || text[0] == '_')) return 0;
    std::size_t const n = run_of(text.substr(0, longest_name), is_name);
    std::string_view const rest = text.substr(n);
    if (is_behind_bar && rest.starts_with('|')) return n;
    if (rest.starts_with(" - ") || rest.starts_with(" | ")) return n;
    // "ValueError: x" is no logger
    bool const is_plain = std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_upper);
    return is_plain && rest.starts_with(":") ? n : 0;
}

// "book ERROR x": `%(asctime)s %(name)s %(levelname)s %(message)s`, as Python's logging is often set up.
std::size_t name_before_level(std::string_view text) noexcept {
    if (!(is_letter(text[0]) || text[0] == '_')) return 0;
    std::size_t const n = run_of(text.substr(0, longest_name), is_name);
    std::size_t const blanks = blanks_in(text.substr(n));
    std::string_view const rest = text.substr(n + blanks);
    if (blanks == 0 || rest.size() < 2 || !is_upper(rest[0]) || !is_upper(rest[1])) return 0;
    return find_level(rest, false).length > 0 && find_level(text, false).length == 0 ? n : 0;
}

// Levels are often filled up with blanks, to line up the names of loggers behind them.
std::size_t padding_before_name(std::string_view text) noexcept {
    std::size_t const blanks = blanks_in(text);
    return blanks > 0 && logger_name(text.substr(blanks), false) > 0 ? blanks : 0;
}

// Whether nothing but padding surrounds the bars between the fields of a record. Text may hold the like, so
// that behind a time a level must follow.
bool is_bar_of_fields(std::string_view bar, piece_kind kind, bool is_behind_bar) noexcept {
    if (!bar.starts_with('|')) return false;
    if (kind != piece_kind::time) return is_behind_bar;
    bar.remove_prefix(1);
    return begins_level_field(bar) || name_before_level_field(bar) > 0;
}

// One blank, or a sign with what blanks stand around it: more blanks belong to the text.
std::size_t separator(std::string_view text, piece_kind kind, bool is_behind_bar) noexcept {
    std::size_t const blanks = blanks_in(text);
    std::string_view const rest = text.substr(blanks);
    if (is_bar_of_fields(rest, kind, is_behind_bar)) return blanks + 1;
    for (char const sign : {'-', '|', ':'}) {
        if (!rest.starts_with(sign)) continue;
        bool const is_alone = rest.size() == 1 || rest[1] == ' ' || sign == ':';
        if (!is_alone) break;
        return blanks + (rest.size() > 1 && rest[1] == ' ' ? 2 : 1);
    }
    if (blanks > 0) return 1;
    // the tab before a frame of the JVM belongs to the frame
    return text.starts_with('\t') && !text.starts_with("\tat ") ? 1 : 0;
}

struct next_piece {
    std::size_t length = 0;
    piece_kind kind = piece_kind::time;
    log_level level = log_level::none;
};

struct place {
    bool is_first = true;        // at the start of the line
    bool behind_time = false;    // directly
    bool behind_level = false;   // anywhere
    bool behind_step = false;    // of BuildKit, directly
    bool behind_bar = false;     // that nothing surrounds, directly
    bool behind_thread = false;  // a tag in brackets
};

// What kinds of pieces may begin with a byte is told first: nearly every line of a healthy workload is asked.
next_piece piece_at(std::string_view rest, place where) noexcept {
    char const c = rest[0];
    if (where.behind_step) return {step_time(rest), piece_kind::time, log_level::none};
    bool const is_bracket = c == '[' || c == '(' || c == '<';
    if (is_digit(c) || is_bracket || is_upper(c)) {
        if (std::size_t const n = time_piece(rest, where.is_first); n > 0)
            return {n, piece_kind::time, log_level::none};
    }
    if (is_digit(c)) {
        // its '#' is for warnings and for what ends it
        if (std::size_t const n = redis_piece(rest); n > 0)
            return {n, piece_kind::time, rest[n - 1] == '#' ? log_level::none : log_level::info};
    }
    if (is_upper(c)) {
        if (std::size_t const n = klog_piece(rest); n > 0) {
            return {n, piece_kind::time,
                    c == 'I'   ? log_level::info
                    : c == 'W' ? log_level::warning
                               : log_level::error};
        }
    }
    if (is_bracket || is_upper(c) || (is_lower(c) && !where.is_first)) {
        auto const level = find_level(rest, where.is_first);
        if (level.length > 0) return {level.length, piece_kind::level, level.level};
    }
    if (c == '[') {
        if (auto const head = record_head(rest); head.length > 0)
            return {head.length, piece_kind::level, head.level};
    }
    if (is_bracket) return {bracket_tag(rest), piece_kind::tag, log_level::none};
    if (where.is_first) return {label(rest), piece_kind::tag, log_level::none};
    if (where.behind_time && where.behind_bar) {
        if (std::size_t const n = name_before_level_field(rest); n > 0)
            return {n, piece_kind::name, log_level::none};
    }
    if (where.behind_time) {
        if (std::size_t const n = tag_behind_time(rest); n > 0) return {n, piece_kind::tag, log_level::none};
        if (std::size_t const n = place_piece(rest); n > 0) return {n, piece_kind::name, log_level::none};
        if (std::size_t const n = name_before_level(rest); n > 0)
            return {n, piece_kind::name, log_level::none};
    }
    if (where.behind_level) {
        if (std::size_t const n = name_with_line(rest); n > 0) return {n, piece_kind::name, log_level::none};
    }
    if (where.behind_level && where.behind_thread) {
        if (std::size_t const n = class_behind_thread(rest); n > 0)
            return {n, piece_kind::name, log_level::none};
    }
    if (where.behind_level || where.behind_time)
        return {logger_name(rest, where.behind_bar), piece_kind::name, log_level::none};
    return {};
}

// mpirun's and torchrun's tags stand directly before the text: "[1,3]<stderr>:", "[default0]:".
bool writes_no_blank(std::string_view piece) noexcept {
    return piece.ends_with(">:") || (piece.starts_with("[default") && piece.ends_with(':'));
}

// What may stand behind a piece. Behind a container runtime's tag a line begins anew.
place place_behind(prefix_piece const& piece, std::string_view text, place before) noexcept {
    bool const is_container = piece.kind == piece_kind::tag && is_container_stream(text.substr(piece.begin));
    bool const is_step = text[piece.begin] == '#';
    if (is_container || before.behind_step) return {};
    if (is_step) return {false, false, false, true, false, false};
    return {false,
            piece.kind == piece_kind::time,
            before.behind_level || piece.kind == piece_kind::level,
            false,
            !(before.behind_level && piece.kind == piece_kind::name) && text[piece.end - 1] == '|',
            before.behind_thread || (piece.kind == piece_kind::tag && text[piece.begin] == '[')};
}

void read_on(std::string_view text, line_pieces& found) noexcept {
    std::size_t at = found.end();
    place where;
    for (prefix_piece const& piece : found.pieces())
        where = place_behind(piece, text, where);
    while (found.count < line_pieces::most && at < text.size()) {
        next_piece const next = piece_at(text.substr(at), where);
        if (next.length == 0) break;
        bool const is_glued = writes_no_blank(text.substr(at, next.length));
        std::size_t end =
            at + next.length +
            (is_glued ? 0 : separator(text.substr(at + next.length), next.kind, where.behind_bar));
        if (next.kind == piece_kind::level) end += padding_before_name(text.substr(end));
        prefix_piece const piece{next.kind, static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(end)};
        found.piece[found.count++] = piece;
        found.level = std::max(found.level, next.level);
        at = end;
        where = place_behind(piece, text, where);
    }
}

}  // namespace

line_pieces find_prefix(std::string_view line) noexcept {
    line_pieces found;
    read_on(line.substr(0, line_pieces::longest), found);
    return found;
}

bool wears_tag(std::string_view line) noexcept {
    if (line.empty() || !may_begin_prefix(static_cast<unsigned char>(line.front()))) return false;
    line_pieces const found = find_prefix(line);
    auto const pieces = found.pieces();
    return std::any_of(pieces.begin(), pieces.end(),
                       [](prefix_piece const& piece) { return piece.kind == piece_kind::tag; });
}

}  // namespace task_agent::trace
