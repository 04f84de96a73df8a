// What the dynamic loaders of glibc, musl and macOS say of a program that they cannot start.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"

namespace task_agent::trace::cpp {
namespace {

constexpr std::size_t longest_program = 256;

// "prog: " before the loader's words: one word, or a path behind what a logger may have put there.
bool is_program(std::string_view head) noexcept {
    if (std::size_t const blank = head.rfind(' '); blank != std::string_view::npos) {
        // a tag is no word of a logger's
        if (head.substr(0, blank).find(':') != std::string_view::npos) return false;
        head.remove_prefix(blank + 1);
        if (!head.starts_with('/') && !head.starts_with("./")) return false;
    }
    return !head.empty() && head.size() <= longest_program && head.find(' ') == std::string_view::npos;
}

first_line cannot_load(std::string_view type, std::string_view message) noexcept {
    return {.type = type, .message = message, .role = trace_role::notice};
}

}  // namespace

std::optional<first_line> parse_loader(std::string_view line) noexcept {
    for (std::string_view const words :
         {": error while loading shared libraries: ", ": symbol lookup error: "}) {
        std::size_t const at = line.find(words);
        if (at == std::string_view::npos || !is_program(line.substr(0, at))) continue;
        return cannot_load("error", line.substr(at + 2));
    }
    // "prog: /lib/libc.so.6: version `GLIBC_2.34' not found (required by prog)"
    constexpr std::string_view version = ": version `";
    std::size_t const at = line.find(version);
    if (at != std::string_view::npos &&
        line.find("' not found (required by ", at) != std::string_view::npos) {
        std::size_t const name = line.find(": ");
        if (name < at && is_program(line.substr(0, name)))
            return cannot_load("version not found", line.substr(name + 2));
    }
    for (std::string_view const words : {"Error loading shared library ", "Error relocating "}) {
        if (line.starts_with(words) && line.find(": ", words.size()) != std::string_view::npos)
            return cannot_load(words.substr(0, words.size() - 1), line.substr(words.size()));
    }
    return std::nullopt;
}

}  // namespace task_agent::trace::cpp
