#include "corpus/properties/disguise.hpp"

#include <array>
#include <cstdio>

namespace task_agent::corpus {
namespace {

// A moment of the line, a few milliseconds after the one before.
struct moment {
    unsigned hour, minute, second, milli;
};
moment moment_of(std::size_t number) {
    std::size_t const ms = 45'296'100 + number * 7;
    return {static_cast<unsigned>(ms / 3'600'000 % 24), static_cast<unsigned>(ms / 60'000 % 60),
            static_cast<unsigned>(ms / 1000 % 60), static_cast<unsigned>(ms % 1000)};
}

std::string stamp(char const* form, std::size_t number) {
    moment const m = moment_of(number);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), form, m.hour, m.minute, m.second, m.milli);
    return text.data();
}

std::string json_text(std::string_view line) {
    std::string text;
    for (char const c : line) {
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            text += c == '\t' ? "\\t" : code.data();
        } else {
            text += c;
        }
    }
    return text;
}

std::string with(std::string const& prefix, std::string_view line) {
    return prefix + std::string(line) + "\n";
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view log) {
    std::vector<std::string_view> lines;
    while (!log.empty()) {
        std::size_t const end = std::min(log.find('\n'), log.size());
        lines.push_back(log.substr(0, end));
        log.remove_prefix(std::min(end + 1, log.size()));
    }
    return lines;
}

std::vector<disguise> const& disguises() {
    using text = std::string_view;
    static std::vector<disguise> const all = {
        {"a UTC time",
         [](text l, std::size_t n) { return with(stamp("2026-11-22T%02u:%02u:%02u.%03uZ ", n), l); }, false},
        {"a local time and INFO",
         [](text l, std::size_t n) { return with(stamp("2026-11-22 %02u:%02u:%02u,%03u INFO ", n), l); },
         false},
        {"a time in brackets",
         [](text l, std::size_t n) { return with(stamp("[2026-11-22 %02u:%02u:%02u.%03u] ", n), l); }, false},
        {"syslog's head",
         [](text l, std::size_t n) { return with(stamp("Nov 22 %02u:%02u:%02u", n) + " host job[71]: ", l); },
         false},
        {"a rank", [](text l, std::size_t) { return with("[rank3]: ", l); }, false},
        {"mpirun's tag", [](text l, std::size_t) { return with("[1,3]<stderr>:", l); }, false},
        {"a time and a rank",
         [](text l, std::size_t n) { return with(stamp("2026-11-22 %02u:%02u:%02u,%03u [rank3]: ", n), l); },
         false},
        {"a worker's pid", [](text l, std::size_t) { return with("(pid=4711) ", l); }, false},
        {"srun's number", [](text l, std::size_t) { return with("3: ", l); }, false},
        {"a service's name", [](text l, std::size_t) { return with("worker-1  | ", l); }, false},
        {"containerd's head",
         [](text l, std::size_t n) {
             return with(stamp("2026-11-22T%02u:%02u:%02u.%03u000000Z stderr F ", n), l);
         },
         true},
        {"docker's record",
         [](text l, std::size_t n) {
             return "{\"log\":\"" + json_text(l) + "\\n\",\"stream\":\"stderr\",\"time\":\"" +
                    stamp("2026-11-22T%02u:%02u:%02u.%03u000000Z", n) + "\"}\n";
         },
         true},
        {"colour", [](text l, std::size_t) { return "\x1B[31m" + std::string(l) + "\x1B[0m\n"; }, false},
        {"DOS line ends", [](text l, std::size_t) { return std::string(l) + "\r\n"; }, false},
    };
    return all;
}

}  // namespace task_agent::corpus
