#include "prefix_styles.hpp"

#include <array>
#include <cstdio>

namespace task_agent::properties {
namespace {

template <class... Values>
std::string print(char const* form, Values... values) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), form, values...);
    return text.data();
}

std::string clock_time(random_engine& r) {
    return print("%02d:%02d:%02d", static_cast<int>(drawn(r, 0, 23)), static_cast<int>(drawn(r, 0, 59)),
                 static_cast<int>(drawn(r, 0, 59)));
}
std::string fraction(random_engine& r, int digits) {
    std::string text;
    for (int i = 0; i < digits; ++i)
        text += static_cast<char>('0' + drawn(r, 0, 9));
    return text;
}
std::string day(random_engine& r, char between) {
    // "11/11" would be read as all of eleven things, by those who judge a log's last line
    return print("2026%c%02d%c%02d", between, static_cast<int>(drawn(r, 1, 12)), between,
                 static_cast<int>(drawn(r, 13, 28)));
}
std::string month_day(random_engine& r) {
    return print("Nov %2d ", static_cast<int>(drawn(r, 1, 28)));
}
std::string container_time(random_engine& r) {
    return day(r, '-') + "T" + clock_time(r) + "." + fraction(r, 9) + "Z";
}

std::string in_json(std::string_view line) {
    std::string text;
    for (char const c : line) {
        auto const byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"':
            case '\\':
                text += '\\';
                text += c;
                break;
            case '\t':
                text += "\\t";
                break;
            case '\r':
                text += "\\r";
                break;
            default:
                if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
                    text += print("\\u%04x", byte);
                } else {
                    text += c;
                }
        }
    }
    return text;
}
std::string in_envelope(std::string_view line, random_engine& r) {
    return "{\"log\":\"" + in_json(line) + "\\n\",\"stream\":\"stderr\",\"time\":\"" + container_time(r) +
           "\"}";
}
std::string operator+(std::string prefix, std::string_view line) {
    return prefix.append(line);
}

using line_text = std::string_view;
using rng = random_engine;
constexpr std::array styles = {
    prefix_style{"2026-11-22T12:00:00.123Z ", nothing_special,
                 [](line_text l, int, rng& r) {
                     return day(r, '-') + "T" + clock_time(r) + "." + fraction(r, 3) + "Z " + l;
                 }},
    prefix_style{"2026-11-22 12:00:00,123 ", nothing_special,
                 [](line_text l, int, rng& r) {
                     return day(r, '-') + " " + clock_time(r) + "," + fraction(r, 3) + " " + l;
                 }},
    prefix_style{"2026/11/22 12:00:00 ", nothing_special,
                 [](line_text l, int, rng& r) { return day(r, '/') + " " + clock_time(r) + " " + l; }},
    prefix_style{"[2026-11-22 12:00:00] ", nothing_special,
                 [](line_text l, int, rng& r) { return "[" + day(r, '-') + " " + clock_time(r) + "] " + l; }},
    prefix_style{"12:00:00.123456 ", nothing_special,
                 [](line_text l, int, rng& r) { return clock_time(r) + "." + fraction(r, 6) + " " + l; }},
    prefix_style{"Nov 22 12:00:00 host app[12]: ", tells_source,
                 [](line_text l, int n, rng& r) {
                     return month_day(r) + clock_time(r) + print(" host app[%d]: ", 100 + n) + l;
                 }},
    prefix_style{"2026-11-22 12:00:00,123 ERROR app.main: ", tells_level,
                 [](line_text l, int, rng& r) {
                     return day(r, '-') + " " + clock_time(r) + "," + fraction(r, 3) +
                            " ERROR app.main: " + l;
                 }},
    prefix_style{"[rank3]: ", tells_rank | tells_source,
                 [](line_text l, int n, rng&) { return print("[rank%d]: ", n) + l; }},
    prefix_style{"[Rank 3] ", tells_rank | tells_source,
                 [](line_text l, int n, rng&) { return print("[Rank %d] ", n) + l; }},
    prefix_style{"rank 3: ", tells_rank | tells_source,
                 [](line_text l, int n, rng&) { return print("rank %d: ", n) + l; }},
    prefix_style{"[1,3]<stderr>:", tells_rank | tells_source,
                 [](line_text l, int n, rng&) { return print("[1,%d]<stderr>:", n) + l; }},
    prefix_style{"[default3]:", tells_source,
                 [](line_text l, int n, rng&) { return print("[default%d]:", n) + l; }},
    prefix_style{"(pid=123) ", tells_source,
                 [](line_text l, int n, rng&) { return print("(pid=%d) ", 4000 + n) + l; }},
    prefix_style{
        "(worker pid=123, ip=10.0.0.3) ", tells_source,
        [](line_text l, int n, rng&) { return print("(worker pid=%d, ip=10.0.0.%d) ", 4000 + n, n) + l; }},
    prefix_style{"3: ", tells_source, [](line_text l, int n, rng&) { return print("%d: ", n) + l; }},
    prefix_style{"node3: ", tells_source, [](line_text l, int n, rng&) { return print("node%d: ", n) + l; }},
    prefix_style{"worker-3  | ", tells_source,
                 [](line_text l, int n, rng&) { return print("worker-%d  | ", n) + l; }},
    prefix_style{"2026-11-22T12:00:00.123456789Z stderr F ", starts_anew,
                 [](line_text l, int, rng& r) { return container_time(r) + " stderr F " + l; }},
    prefix_style{
        "2026-11-22T12:00:00.123456789Z stderr F [rank3]: ", tells_rank | tells_source,
        [](line_text l, int n, rng& r) { return container_time(r) + print(" stderr F [rank%d]: ", n) + l; }},
    prefix_style{"[rank3]: 2026-11-22 12:00:00 ", tells_rank | tells_source,
                 [](line_text l, int n, rng& r) {
                     return print("[rank%d]: ", n) + day(r, '-') + " " + clock_time(r) + " " + l;
                 }},
    prefix_style{"{\"log\":\"...\\n\",\"stream\":\"stderr\",\"time\":...}",
                 starts_anew | needs_utf8 | needs_plain_end,
                 [](line_text l, int, rng& r) { return in_envelope(l, r); }},
    prefix_style{"{\"log\":\"[rank3]: ...\\n\",\"stream\":\"stderr\",\"time\":...}",
                 tells_rank | tells_source | needs_utf8 | needs_plain_end,
                 [](line_text l, int n, rng& r) { return in_envelope(print("[rank%d]: ", n) + l, r); }},
    prefix_style{"ESC[32m2026-11-22 12:00:00ESC[0m ", nothing_special,
                 [](line_text l, int, rng& r) {
                     return "\x1B[32m" + day(r, '-') + " " + clock_time(r) + "\x1B[0m " + l;
                 }},
    prefix_style{"ESC[31m...ESC[0m", starts_anew | needs_plain_end,
                 [](line_text l, int, rng&) {
                     // a '\r' that does not end the line would make it a bar's state
                     std::size_t const end = l.find_last_not_of('\r') + 1;
                     return "\x1B[31m" + std::string(l.substr(0, end)) + "\x1B[0m" +
                            std::string(l.substr(end));
                 }},
    prefix_style{"...\\r\\n", starts_anew, [](line_text l, int, rng&) { return std::string(l) + "\r"; }},
};

}  // namespace

std::span<prefix_style const> prefix_styles() noexcept {
    return styles;
}

}  // namespace task_agent::properties
