// Time stamps of the usual styles.
#include "prefix_pieces.hpp"
#include <algorithm>

namespace task_agent::trace {

using namespace prefix;

namespace {

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
    // Airflow's "2026-11-22, 12:00:00 UTC"
    if (text.substr(date).starts_with(", ")) {
        if (std::size_t const clock = clock_length(text.substr(date + 2)); clock > 0) return date + 2 + clock;
    }
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

// "Sun Nov 22 12:00:00 2026", as ctime() writes it, mpirun's --timestamp-output among others.
std::size_t weekday_time(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 7> days = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
    if (std::find(days.begin(), days.end(), text.substr(0, 4)) == days.end()) return 0;
    std::size_t const time = month_time(text.substr(4));
    if (time == 0 || !matches(text.substr(4 + time), " 9999")) return 0;
    std::size_t const end = 4 + time + 5;
    return end == text.size() || !is_word(text[end]) ? end : 0;
}

constexpr std::size_t epoch_digits = 10;  // from 2001 to 2286

// "1764323998.123": seconds since 1970.
std::size_t epoch_length(std::string_view text) noexcept {
    if (run_of(text.substr(0, epoch_digits + 1), is_digit) != epoch_digits) return 0;
    std::size_t n = epoch_digits;
    if (text.substr(n).starts_with('.')) {
        std::size_t const fraction = run_of(text.substr(n + 1), is_digit);
        if (fraction == 0) return 0;
        n += 1 + fraction;
    }
    return n == text.size() || !is_name(text[n]) ? n : 0;
}

// "01E " of GitLab's runner behind its time: the number of a stream, and which one it is.
bool is_stream_of_runner(std::string_view text) noexcept {
    return matches(text, " 99") && text.size() > 4 && (text[3] == 'O' || text[3] == 'E') && text[4] == ' ';
}

}  // namespace

std::size_t time_length(std::string_view text) noexcept {
    if (text.size() < 7) return 0;
    if (is_letter(text[0])) {
        if (std::size_t const n = month_time(text); n > 0) return n;
        return weekday_time(text);
    }
    if (!is_digit(text[0])) return 0;
    if (std::size_t const n = clock_length(text); n > 0) return n;
    if (matches(text, "9999-99-99") || matches(text, "9999/99/99")) return with_clock(text, 10, false);
    if (matches(text, "99-99-9999") || matches(text, "99/99/9999")) return with_clock(text, 10, true);
    if (matches(text, "99/99/99") || matches(text, "99-99-99")) return with_clock(text, 8, true);
    if (matches(text, "99-99 ") || matches(text, "99/99 ")) return with_clock(text, 5, true);
    if (matches(text, "99-") && is_month(text.substr(3)) && matches(text.substr(6), "-9999"))
        return with_clock(text, 11, true);
    // nginx's and Apache's "22/Nov/2026:12:00:00 +0000"
    if (matches(text, "99/") && is_month(text.substr(3)) && matches(text.substr(6), "/9999:")) {
        std::size_t const clock = clock_length(text.substr(12));
        return clock > 0 ? 12 + clock : 0;
    }
    return epoch_length(text);
}

namespace prefix {

bool is_whole_epoch(std::string_view text) noexcept {
    return epoch_length(text) == epoch_digits;
}

std::size_t time_piece(std::string_view text, bool is_first) noexcept {
    bracketed const b = bracket_of(text);
    std::size_t n = time_length(text.substr(b.open));
    if (n == 0) return 0;
    if (b.close == 0 && is_whole_epoch(text) && !(is_first && text[0] == '1')) return 0;
    n += b.open;
    if (b.close == 0) return is_stream_of_runner(text.substr(n)) ? n + 4 : n;
    if (text.substr(n).starts_with(" UTC")) n += 4;
    return n < text.size() && text[n] == b.close ? n + 1 : 0;
}

std::size_t klog_piece(std::string_view text) noexcept {
    if (text.size() < 16 || std::string_view("IWEF").find(text[0]) == std::string_view::npos) return 0;
    bool const is_short = matches(text.substr(1), "9999 99:99:99");
    bool const is_long = matches(text.substr(1), "99999999 99:99:99");
    if (!is_short && !is_long) return 0;
    std::size_t const stop = text.substr(0, longest_name + 32).find("] ");
    return stop == std::string_view::npos ? 0 : stop + 1;
}

std::size_t redis_piece(std::string_view text) noexcept {
    std::size_t const pid = run_of(text.substr(0, longest_name), is_digit);
    if (pid == 0 || !matches(text.substr(pid), ":") || text.size() < pid + 3 || !is_upper(text[pid + 1]) ||
        text[pid + 2] != ' ')
        return 0;
    std::string_view const date = text.substr(pid + 3);
    if (!matches(date, "99 ") || !is_month(date.substr(3)) || !matches(date.substr(6), " 9999 99:99:99.999 "))
        return 0;
    constexpr std::size_t size = 25;  // "22 Nov 2026 12:00:00.123 "
    constexpr std::string_view levels = ".-*#";
    bool const has_level = date.size() > size && levels.find(date[size]) != std::string_view::npos;
    return has_level ? pid + 3 + size + 1 : 0;
}

}  // namespace prefix
}  // namespace task_agent::trace
