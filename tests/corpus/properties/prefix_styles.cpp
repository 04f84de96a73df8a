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
    return print("2026%c%02d%c%02d", between, static_cast<int>(drawn(r, 1, 12)), between,
                 static_cast<int>(drawn(r, 1, 28)));
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
constexpr std::array styles = {
    prefix_style{"2026-11-22T12:00:00.123Z ",
                 [](line_text l, int, random_engine& r) {
                     return day(r, '-') + "T" + clock_time(r) + "." + fraction(r, 3) + "Z " + l;
                 }},
    prefix_style{"2026-11-22 12:00:00,123 ",
                 [](line_text l, int, random_engine& r) {
                     return day(r, '-') + " " + clock_time(r) + "," + fraction(r, 3) + " " + l;
                 }},
    prefix_style{
        "2026/11/22 12:00:00 ",
        [](line_text l, int, random_engine& r) { return day(r, '/') + " " + clock_time(r) + " " + l; }},
    prefix_style{"[2026-11-22 12:00:00] ",
                 [](line_text l, int, random_engine& r) {
                     return "[" + day(r, '-') + " " + clock_time(r) + "] " + l;
                 }},
    prefix_style{
        "12:00:00.123456 ",
        [](line_text l, int, random_engine& r) { return clock_time(r) + "." + fraction(r, 6) + " " + l; }},
    prefix_style{"Nov 22 12:00:00 host app[12]: ",
                 [](line_text l, int source, random_engine& r) {
                     return print("Nov %2d ", static_cast<int>(drawn(r, 1, 28))) + clock_time(r) +
                            print(" host app[%d]: ", 100 + source) + l;
                 },
                 false, true},
    prefix_style{"2026-11-22 12:00:00,123 ERROR app.main: ",
                 [](line_text l, int, random_engine& r) {
                     return day(r, '-') + " " + clock_time(r) + "," + fraction(r, 3) +
                            " ERROR app.main: " + l;
                 },
                 false, false, false, true},
    prefix_style{
        "[rank3]: ", [](line_text l, int source, random_engine&) { return print("[rank%d]: ", source) + l; },
        true, true},
    prefix_style{"[Rank 3] ",
                 [](line_text l, int source, random_engine&) { return print("[Rank %d] ", source) + l; },
                 true, true},
    prefix_style{
        "rank 3: ", [](line_text l, int source, random_engine&) { return print("rank %d: ", source) + l; },
        true, true, true},
    prefix_style{"[1,3]<stderr>:",
                 [](line_text l, int source, random_engine&) { return print("[1,%d]<stderr>:", source) + l; },
                 true, true},
    prefix_style{"[default3]:",
                 [](line_text l, int source, random_engine&) { return print("[default%d]:", source) + l; },
                 false, true},
    prefix_style{
        "(pid=123) ",
        [](line_text l, int source, random_engine&) { return print("(pid=%d) ", 4000 + source) + l; }, false,
        true},
    prefix_style{"(worker pid=123, ip=10.0.0.3) ",
                 [](line_text l, int source, random_engine&) {
                     return print("(worker pid=%d, ip=10.0.0.%d) ", 4000 + source, source) + l;
                 },
                 false, true},
    prefix_style{"3: ", [](line_text l, int source, random_engine&) { return print("%d: ", source) + l; },
                 false, true, true},
    prefix_style{
        "node3: ", [](line_text l, int source, random_engine&) { return print("node%d: ", source) + l; },
        false, true, true},
    prefix_style{"worker-3  | ",
                 [](line_text l, int source, random_engine&) { return print("worker-%d  | ", source) + l; },
                 false, true, true},
    prefix_style{"2026-11-22T12:00:00.123456789Z stderr F ",
                 [](line_text l, int, random_engine& r) { return container_time(r) + " stderr F " + l; }},
    prefix_style{"2026-11-22T12:00:00.123456789Z stderr F [rank3]: ",
                 [](line_text l, int source, random_engine& r) {
                     return container_time(r) + print(" stderr F [rank%d]: ", source) + l;
                 },
                 true, true},
    prefix_style{"[rank3]: 2026-11-22 12:00:00 ",
                 [](line_text l, int source, random_engine& r) {
                     return print("[rank%d]: ", source) + day(r, '-') + " " + clock_time(r) + " " + l;
                 },
                 true, true},
    prefix_style{"{\"log\":\"...\\n\",\"stream\":\"stderr\",\"time\":...}",
                 [](line_text l, int, random_engine& r) { return in_envelope(l, r); }, false, false, false,
                 false, true, true},
    prefix_style{"{\"log\":\"[rank3]: ...\\n\",\"stream\":\"stderr\",\"time\":...}",
                 [](line_text l, int source, random_engine& r) {
                     return in_envelope(print("[rank%d]: ", source) + l, r);
                 },
                 true, true, false, false, true, true},
    prefix_style{"ESC[32m 2026-11-22 12:00:00 ESC[0m ",
                 [](line_text l, int, random_engine& r) {
                     return "\x1B[32m" + day(r, '-') + " " + clock_time(r) + "\x1B[0m " + l;
                 }},
    prefix_style{"ESC[31m...ESC[0m",
                 [](line_text l, int, random_engine&) { return "\x1B[31m" + std::string(l) + "\x1B[0m"; },
                 false, false, false, false, false, true},
    prefix_style{"...\\r\\n", [](line_text l, int, random_engine&) { return std::string(l) + "\r"; }},
};

}  // namespace

std::span<prefix_style const> prefix_styles() noexcept {
    return styles;
}

}  // namespace task_agent::properties
