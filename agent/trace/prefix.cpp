#include "task_agent/trace/prefix.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_tag = 64;
constexpr std::size_t longest_name = 80;

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) noexcept {
    return is_upper(c) || is_lower(c);
}
constexpr bool is_word(char c) noexcept {
    return is_letter(c) || is_digit(c) || c == '_';
}
// Of host, container and logger names.
constexpr bool is_name(char c) noexcept {
    return is_word(c) || c == '.' || c == '-' || c == '$' || c == '/';
}

constexpr bool matches(std::string_view text, std::string_view form) noexcept {
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '9' ? !is_digit(text[i]) : text[i] != form[i]) return false;
    }
    return true;
}

template <class Predicate>
constexpr std::size_t run_of(std::string_view text, Predicate is) noexcept {
    std::size_t n = 0;
    while (n < text.size() && is(text[n]))
        ++n;
    return n;
}

// "12:00:00", with a fraction, a zone, AM or PM.
std::size_t clock_length(std::string_view text) noexcept {
    std::size_t n = 0;
    if (matches(text, "99:99:99")) {
        n = 8;
    } else if (matches(text, "9:99:99")) {
        n = 7;
    } else {
        return 0;
    }
    if (n + 1 < text.size() && (text[n] == '.' || text[n] == ',') && is_digit(text[n + 1]))
        n += 1 + run_of(text.substr(n + 1), is_digit);
    std::string_view const rest = text.substr(n);
    if (rest.starts_with('Z')) return n + 1;
    if (matches(rest, "+99:99") || matches(rest, "-99:99")) return n + 6;
    if (matches(rest, "+9999") || matches(rest, "-9999")) return n + 5;
    if (matches(rest, " +9999") || matches(rest, " -9999")) return n + 6;
    if (rest.starts_with(" AM") || rest.starts_with(" PM")) return n + 3;
    if (rest.starts_with(" UTC")) return n + 4;
    return n;
}

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
bool is_month(std::string_view text) noexcept {
    return text.size() >= 3 && std::find(months.begin(), months.end(), text.substr(0, 3)) != months.end();
}

std::size_t with_clock(std::string_view text, std::size_t date, bool clock_is_needed) noexcept {
    if (date < text.size() && (text[date] == ' ' || text[date] == 'T' || text[date] == '_')) {
        if (std::size_t const clock = clock_length(text.substr(date + 1)); clock > 0) return date + 1 + clock;
    }
    return clock_is_needed ? 0 : date;
}

// "Nov 22 12:00:00", "Nov 22, 2026 12:00:00 PM", "Nov 22, 2026, 12:00:00 PM".
std::size_t month_time(std::string_view text) noexcept {
    if (!is_month(text) || text.size() < 15 || text[3] != ' ') return 0;
    std::size_t n = 4;
    if (text[n] == ' ') ++n;
    std::size_t const day = run_of(text.substr(n), is_digit);
    if (day == 0 || day > 2) return 0;
    n += day;
    if (matches(text.substr(n), ", 9999")) n += 6;
    if (n < text.size() && text[n] == ',') ++n;
    return with_clock(text, n, true);
}

// Between a bracket and its end: "[2026-11-22 12:00:00]" counts as what it holds.
struct bracketed {
    std::size_t open = 0;  // bytes of the bracket itself
    char close = 0;
};
bracketed bracket_of(std::string_view text) noexcept {
    if (text.starts_with('[')) return {1, ']'};
    if (text.starts_with('(')) return {1, ')'};
    if (text.starts_with('<')) return {1, '>'};
    return {};
}

std::size_t time_piece(std::string_view text) noexcept {
    bracketed const b = bracket_of(text);
    std::size_t n = time_length(text.substr(b.open));
    if (n == 0) return 0;
    n += b.open;
    if (b.close == 0) return n;
    if (text.substr(n).starts_with(" UTC")) n += 4;
    return n < text.size() && text[n] == b.close ? n + 1 : 0;
}

struct level_piece {
    std::size_t length = 0;
    log_level level = log_level::none;
};

// `is_first`: nothing stands before it, so that "Error: x" of a runtime must not pass for a level.
level_piece find_level(std::string_view text, bool is_first) noexcept {
    bracketed const b = bracket_of(text);
    std::string_view const inner = text.substr(b.open);
    std::size_t blanks = 0;
    if (b.close != 0) blanks = run_of(inner, [](char c) { return c == ' '; });
    std::size_t const word = run_of(inner.substr(blanks), is_letter);
    log_level const level = level_of(inner.substr(blanks, word));
    if (level == log_level::none) return {};
    std::size_t n = b.open + blanks + word;
    if (b.close != 0) {
        while (n < text.size() && text[n] == ' ')
            ++n;
        return n < text.size() && text[n] == b.close ? level_piece{n + 1, level} : level_piece{};
    }
    if (n == text.size() || is_word(text[n])) return {};
    // "Error: x" and "error: x" are what runtimes and compilers print; a logger's level stands in capitals
    bool const is_capital =
        std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_upper);
    if (!is_capital && (is_first || text[n] == ':')) return {};
    return {n, level};
}

// klog and glog: "E1122 12:00:00.123456   12345 file.go:12] "
std::size_t klog_piece(std::string_view text) noexcept {
    if (text.size() < 16 || std::string_view("IWEF").find(text[0]) == std::string_view::npos) return 0;
    bool const is_short = matches(text.substr(1), "9999 99:99:99");
    bool const is_long = matches(text.substr(1), "99999999 99:99:99");
    if (!is_short && !is_long) return 0;
    std::size_t const stop = text.substr(0, longest_name + 32).find("] ");
    return stop == std::string_view::npos ? 0 : stop + 1;
}

bool is_tag_text(std::string_view inner) noexcept {
    return !inner.empty() && std::all_of(inner.begin(), inner.end(), [](char c) {
        return is_word(c) || std::string_view(".,:/=#@-| ").find(c) != std::string_view::npos;
    });
}

bool names_process(std::string_view inner) noexcept {
    return inner.find("pid=") != std::string_view::npos || inner.find("ip=") != std::string_view::npos ||
           inner.find("rank") != std::string_view::npos || inner.find("Rank") != std::string_view::npos ||
           inner.find("RANK") != std::string_view::npos;
}

// "[rank0]:", "[1,3]<stderr>:", "[default0]:", "(worker pid=12, ip=10.0.0.1)"
std::size_t bracket_tag(std::string_view text) noexcept {
    bracketed const b = bracket_of(text);
    if (b.close == 0 || b.close == '>') return 0;
    std::size_t const stop = text.substr(0, longest_tag).find(b.close);
    if (stop == std::string_view::npos) return 0;
    std::string_view const inner = text.substr(1, stop - 1);
    // "[       OK ] Car.goes" is a test's
    if (inner.starts_with(' ') || !is_tag_text(inner) || (b.close == ')' && !names_process(inner))) return 0;
    std::size_t n = stop + 1;
    for (std::string_view const stream : {"<stderr>", "<stdout>"}) {
        if (text.substr(n).starts_with(stream)) n += stream.size();
    }
    if (n < text.size() && text[n] == ':') ++n;
    return n;
}

// At the start of a line only: "0: " (srun --label), "node12: " (pdsh), "rank 3: ", "worker-1  | ".
std::size_t label(std::string_view text) noexcept {
    std::size_t const digits = run_of(text, is_digit);
    if (digits > 0 && digits <= 5 && text.substr(digits).starts_with(": ")) return digits + 1;
    if (text[0] == 'r' || text[0] == 'R') {
        for (std::string_view const word : {"rank", "Rank", "RANK"}) {
            if (!text.starts_with(word)) continue;
            std::size_t n = word.size();
            if (n < text.size() && (text[n] == ' ' || text[n] == '=' || text[n] == ':')) ++n;
            std::size_t const number = run_of(text.substr(n), is_digit);
            if (number == 0) return 0;
            n += number;
            if (n < text.size() && text[n] == ':') return n + 1;
            return text.substr(n).starts_with(" |") || text.substr(n).starts_with(" -") ? n : 0;
        }
    }
    std::size_t const name = run_of(text.substr(0, 48), is_name);
    if (name == 0 || name >= text.size()) return 0;
    if (text[name] == ':') {
        // gcc's own compiler speaks under the name of cc1
        bool const is_node = name > 1 && is_digit(text[name - 1]) && is_letter(text[0]) &&
                             name + 1 < text.size() && text[name + 1] == ' ' && !text.starts_with("cc1: ");
        return is_node ? name + 1 : 0;
    }
    std::size_t const blanks = run_of(text.substr(name, 24), [](char c) { return c == ' '; });
    return blanks > 0 && text.substr(name + blanks).starts_with("| ") ? name : 0;
}

// CRI's "stderr F ".
constexpr std::size_t container_stream_size = 8;
bool is_container_stream(std::string_view text) noexcept {
    for (std::string_view const form : {"stderr F", "stdout F", "stderr P", "stdout P"}) {
        if (text.starts_with(form) && (text.size() == form.size() || text[form.size()] == ' ')) return true;
    }
    return false;
}

// "build-4", "gpu-node-12": a word of a log that looks so is rare.
bool is_numbered_host(std::string_view name) noexcept {
    std::size_t const last = name.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last == 0 || last + 1 == name.size() || name[last] != '-')
        return false;
    return is_lower(name[0]) && std::all_of(name.begin(), name.end(),
                                            [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

// Behind a time: a container's stream, syslog's "host name[12]:", a router's "app[web.1]:", "build-4".
std::size_t tag_behind_time(std::string_view text) noexcept {
    if (is_container_stream(text)) return container_stream_size;
    std::size_t const host = run_of(text, is_name);
    // a platform's own: "app[web.1]:"
    if (host > 0 && host < text.size() && text[host] == '[') {
        std::size_t const end = host + 1 + run_of(text.substr(host + 1, longest_tag), is_name);
        return end > host + 1 && text.substr(end).starts_with("]:") ? end + 2 : 0;
    }
    if (host == 0 || host + 1 >= text.size() || text[host] != ' ') return 0;
    std::size_t n = host + 1 + run_of(text.substr(host + 1, longest_name), is_name);
    if (n < text.size() && text[n] == '[') {
        std::size_t const pid = run_of(text.substr(n + 1), is_digit);
        if (pid == 0 || n + 1 + pid >= text.size() || text[n + 1 + pid] != ']') return 0;
        n += pid + 2;
        return n < text.size() && text[n] == ':' ? n + 1 : 0;
    }
    return is_numbered_host(text.substr(0, host)) ? host : 0;
}

// Behind a level or a time: "root:", "com.acme.Job -", "app.worker |".
std::size_t logger_name(std::string_view text) noexcept {
    if (text.empty() || !(is_letter(text[0]) || text[0] == '_')) return 0;
    std::size_t const n = run_of(text.substr(0, longest_name), is_name);
    std::string_view const rest = text.substr(n);
    if (rest.starts_with(" - ") || rest.starts_with(" | ")) return n;
    // "ValueError: x" is no logger
    bool const is_plain = std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_upper);
    return is_plain && rest.starts_with(":") ? n : 0;
}

// One blank, or a sign with what blanks stand around it: more blanks belong to the text.
std::size_t separator(std::string_view text) noexcept {
    std::size_t const blanks = run_of(text, [](char c) { return c == ' '; });
    std::string_view const rest = text.substr(blanks);
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

}  // namespace

std::size_t time_length(std::string_view text) noexcept {
    if (text.size() < 7) return 0;
    if (is_letter(text[0])) {
        if (std::size_t const n = month_time(text); n > 0) return n;
        return 0;
    }
    if (!is_digit(text[0])) return 0;
    if (std::size_t const n = clock_length(text); n > 0) return n;
    if (matches(text, "9999-99-99") || matches(text, "9999/99/99")) return with_clock(text, 10, false);
    if (matches(text, "99-99-9999") || matches(text, "99/99/9999")) return with_clock(text, 10, true);
    if (matches(text, "99/99/99") || matches(text, "99-99-99")) return with_clock(text, 8, true);
    if (matches(text, "99-99 ") || matches(text, "99/99 ")) return with_clock(text, 5, true);
    if (matches(text, "99-") && is_month(text.substr(3)) && matches(text.substr(6), "-9999"))
        return with_clock(text, 11, true);
    return 0;
}

log_level level_of(std::string_view word) noexcept {
    struct entry {
        std::string_view word;
        log_level level;
    };
    static constexpr std::array entries = {
        entry{"debug", log_level::debug},   entry{"trace", log_level::debug},
        entry{"info", log_level::info},     entry{"notice", log_level::info},
        entry{"warn", log_level::warning},  entry{"warning", log_level::warning},
        entry{"error", log_level::error},   entry{"err", log_level::error},
        entry{"fatal", log_level::error},   entry{"critical", log_level::error},
        entry{"severe", log_level::error},  entry{"crit", log_level::error},
        entry{"exception", log_level::none}};
    if (word.size() < 3 || word.size() > 8) return log_level::none;
    auto const lower = [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; };
    // most words begin otherwise
    if (std::string_view("dtinwefcs").find(lower(word[0])) == std::string_view::npos) return log_level::none;
    for (entry const& e : entries) {
        if (e.word.size() == word.size() && std::equal(word.begin(), word.end(), e.word.begin(),
                                                       [&](char a, char b) { return lower(a) == b; }))
            return e.level;
    }
    return log_level::none;
}

namespace {

struct next_piece {
    std::size_t length = 0;
    piece_kind kind = piece_kind::time;
    log_level level = log_level::none;
};

struct place {
    bool is_first = true;       // at the start of the line
    bool behind_time = false;   // directly
    bool behind_level = false;  // anywhere
};

// What kinds of pieces may begin with a byte is told first: nearly every line of a healthy workload is asked.
next_piece piece_at(std::string_view rest, place where) noexcept {
    char const c = rest[0];
    bool const is_bracket = c == '[' || c == '(' || c == '<';
    if (is_digit(c) || is_bracket || is_upper(c)) {
        if (std::size_t const n = time_piece(rest); n > 0) return {n, piece_kind::time, log_level::none};
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
    if (is_bracket) return {bracket_tag(rest), piece_kind::tag, log_level::none};
    if (where.is_first) return {label(rest), piece_kind::tag, log_level::none};
    if (where.behind_time) {
        if (std::size_t const n = tag_behind_time(rest); n > 0) return {n, piece_kind::tag, log_level::none};
    }
    if (where.behind_level || where.behind_time)
        return {logger_name(rest), piece_kind::name, log_level::none};
    return {};
}

// mpirun's and torchrun's tags stand directly before the text: "[1,3]<stderr>:", "[default0]:".
bool writes_no_blank(std::string_view piece) noexcept {
    return piece.ends_with(">:") || (piece.starts_with("[default") && piece.ends_with(':'));
}

// What may stand behind a piece. Behind a container runtime's tag a line begins anew.
place place_behind(prefix_piece const& piece, std::string_view text, place before) noexcept {
    bool const is_container = piece.kind == piece_kind::tag && is_container_stream(text.substr(piece.begin));
    if (is_container) return {};
    return {false, piece.kind == piece_kind::time, before.behind_level || piece.kind == piece_kind::level};
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
        std::size_t const end = at + next.length + (is_glued ? 0 : separator(text.substr(at + next.length)));
        prefix_piece const piece{next.kind, static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(end)};
        found.piece[found.count++] = piece;
        found.level = std::max(found.level, next.level);
        at = end;
        where = place_behind(piece, text, where);
    }
}

constexpr unsigned char without_digit(char c) noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return static_cast<unsigned char>(byte - '0') < 10 ? static_cast<unsigned char>('0') : byte;
}

constexpr std::size_t longest_sign = 3;  // behind a word: " - "

}  // namespace

line_pieces find_prefix(std::string_view line) noexcept {
    line_pieces found;
    read_on(line.substr(0, line_pieces::longest), found);
    return found;
}

line_pieces prefix_reader::read(std::string_view line) noexcept {
    if (pieces_.count > 0 && is_alike(line)) return pieces_;
    line_pieces const found = find_prefix(line);
    if (found.count > 0) learn(line, found);
    return found;
}

bool prefix_reader::is_alike(std::string_view line) const noexcept {
    if (line.size() < window) return false;
    unsigned char differs = 0;
    for (std::size_t i = 0; i < window; ++i)
        differs |= static_cast<unsigned char>((without_digit(line[i]) ^ form_[i]) & mask_[i]);
    return differs == 0;
}

// Behind the prefix stands a word that was read as text. All that was looked at to say so is learnt with the
// prefix: the word, what could be the name of a program behind a host's, and the sign after each.
void prefix_reader::learn(std::string_view line, line_pieces const& found) noexcept {
    std::size_t const size = found.end();
    if (size >= window || line.size() < window || found.count == line_pieces::most) return;
    if (!is_lower(line[size]) || is_word(line[size - 1])) return;
    prefix_piece const& last = found.piece[found.count - 1];
    if (is_container_stream(line.substr(last.begin))) return;  // a label may follow, which is long
    std::size_t looked = size + run_of(line.substr(size), is_name);
    if (looked >= window || line[looked] == '[') return;
    if (last.kind == piece_kind::time) looked += 1 + run_of(line.substr(looked + 1), is_name);
    if (looked >= window || line[looked] == '[') return;
    looked += longest_sign;
    if (looked > window) return;
    pieces_ = found;
    mask_ = {};
    for (std::size_t i = 0; i < looked; ++i) {
        form_[i] = without_digit(line[i]);
        mask_[i] = 0xFF;
    }
}

}  // namespace task_agent::trace
