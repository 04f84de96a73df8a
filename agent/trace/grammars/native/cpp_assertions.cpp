// Assertions of every libc and of the usual libraries.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"

#include <array>

namespace task_agent::trace::cpp {
namespace {

using namespace reading;

constexpr std::string_view failed_assertion = "assertion failed";

first_line asserted(std::string_view message, std::string_view file, int line,
                    std::string_view function) noexcept {
    return {.type = failed_assertion, .message = message, .file = file, .line = line, .function = function};
}

// The text between two marks; empty where they are not there in this order.
std::string_view between(std::string_view text, std::string_view from, std::string_view to) noexcept {
    std::size_t const start = text.find(from);
    if (start == std::string_view::npos) return {};
    std::size_t const stop = text.find(to, start + from.size());
    if (stop == std::string_view::npos) return {};
    return text.substr(start + from.size(), stop - start - from.size());
}

int leading_number(std::string_view text) noexcept {
    return number_of(text.substr(0, digits_in(text)));
}

// glibc: "prog: file.c:12: func: Assertion `x' failed."; libstdc++: "file.h:12: func: Assertion 'x' failed."
std::optional<first_line> of_glibc(std::string_view line) noexcept {
    constexpr std::string_view end = "' failed.";
    if (!line.ends_with(end)) return std::nullopt;
    std::size_t at = line.find(": Assertion `");
    bool const is_of_library = at == std::string_view::npos;
    if (is_of_library) at = line.find(": Assertion '");
    std::size_t quote = at + 13;
    if (at == std::string_view::npos) {
        if (!line.starts_with("Assertion `") && !line.starts_with("Assertion '")) return std::nullopt;
        at = 0;
        quote = 11;
    }
    std::string_view const message =
        line.substr(quote, line.size() - std::min(line.size(), quote + end.size()));
    if (at == 0) return asserted(message, {}, 0, {});
    // the name of the program, of the file and of the function, which may hold "::" and ": "
    std::string_view rest = line.substr(0, at);
    for (int part = 0; part < 2; ++part) {
        std::size_t const colon = rest.find(": ");
        std::string_view const word = rest.substr(0, colon);
        std::string_view const after =
            colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 2);
        // a program's and a file's name have no blank here: what has one begins with somebody's prefix
        if (word.find(' ') != std::string_view::npos) return std::nullopt;
        std::size_t const number = word.rfind(':');
        if (number != std::string_view::npos && number_of(word.substr(number + 1)) != 0)
            return asserted(message, word.substr(0, number), number_of(word.substr(number + 1)), after);
        // libstdc++ names no program: what stands before its file is somebody's prefix
        if (is_of_library) return std::nullopt;
        // uClibc: "prog: file.c: 12: func"
        if (part == 1 && leading_number(after) > 0 && after.substr(digits_in(after)).starts_with(": "))
            return asserted(message, word, leading_number(after), after.substr(digits_in(after) + 2));
        rest = after;
    }
    return std::nullopt;
}

// BSD: "Assertion failed: (x), function f, file a.c, line 12."; musl: "Assertion failed: x (a.c: f: 12)";
// others: "Assertion failed: x, file a.c, line 12", "Assertion failed: x at a.c:12"
std::optional<first_line> of_bsd(std::string_view line) noexcept {
    std::string_view rest = line;
    if (!take(rest, "Assertion failed: ") && !take(rest, "Assertion failure: ") &&
        !take(rest, "assertion failed: "))
        return std::nullopt;
    std::size_t const file_at = rest.rfind(", file ");
    if (std::size_t const at = rest.rfind(", line "); at != std::string_view::npos && file_at < at) {
        int const number = leading_number(rest.substr(at + 7));
        if (number == 0) return std::nullopt;
        std::string_view const file = rest.substr(file_at + 7, at - file_at - 7);
        std::size_t const function_at = rest.substr(0, file_at).rfind(", function ");
        if (function_at == std::string_view::npos) return asserted(rest.substr(0, file_at), file, number, {});
        return asserted(rest.substr(0, function_at), file, number,
                        rest.substr(function_at + 11, file_at - function_at - 11));
    }
    for (std::string_view const word : {", at ", " at "}) {
        std::size_t const at = rest.rfind(word);
        if (at == std::string_view::npos) continue;
        if (auto const found = parse_place(rest.substr(at + word.size())))
            return asserted(rest.substr(0, at), found->file, found->line, {});
    }
    std::size_t const open = rest.rfind(" (");
    if (open == std::string_view::npos || !rest.ends_with(')')) return std::nullopt;
    std::string_view inner = rest.substr(open + 2, rest.size() - open - 3);
    if (take(inner, "at ")) {
        auto const found = parse_place(inner);
        return found ? std::optional(asserted(rest.substr(0, open), found->file, found->line, {}))
                     : std::nullopt;
    }
    std::size_t const last = inner.rfind(": ");
    std::size_t const first = inner.find(": ");
    if (first == std::string_view::npos || first == last || number_of(inner.substr(last + 2)) == 0)
        return std::nullopt;
    return asserted(rest.substr(0, open), inner.substr(0, first), number_of(inner.substr(last + 2)),
                    inner.substr(first + 2, last - first - 2));
}

// newlib, NetBSD: `assertion "x" failed: file "a.c", line 12, function "f"`
std::optional<first_line> of_newlib(std::string_view line) noexcept {
    if (!line.starts_with("assertion \"")) return std::nullopt;
    std::size_t const stop = line.find("\" failed: file \"");
    if (stop == std::string_view::npos) return std::nullopt;
    std::string_view const rest = line.substr(stop + 10);
    std::size_t const at = rest.find("\", line ");
    if (at == std::string_view::npos) return std::nullopt;
    int const number = leading_number(rest.substr(at + 8));
    if (number == 0) return std::nullopt;
    std::string_view function;
    if (std::size_t const name = rest.find(", function"); name != std::string_view::npos) {
        function = trimmed(rest.substr(name + 10));
        take(function, ":");
        function = trimmed(function);
        if (function.size() > 1 && function.front() == '"')
            function = function.substr(1, function.rfind('"') - 1);
    }
    return asserted(line.substr(11, stop - 11), between(rest, "file \"", "\""), number, function);
}

// Qt: `ASSERT: "x" in file y.cpp, line 7`, `ASSERT failure in f: "x", file y.cpp, line 7`
std::optional<first_line> of_qt(std::string_view line) noexcept {
    if (!line.starts_with("ASSERT: \"") && !line.starts_with("ASSERT failure in ")) return std::nullopt;
    std::size_t const at = line.rfind(", line ");
    std::size_t const file_at = line.rfind("file ", at);
    if (at == std::string_view::npos || file_at == std::string_view::npos) return std::nullopt;
    int const number = leading_number(line.substr(at + 7));
    if (number == 0) return std::nullopt;
    std::string_view const function =
        line.starts_with("ASSERT f") ? between(line, "ASSERT failure in ", ": \"") : std::string_view{};
    std::string_view const quoted = line.substr(line.find('"') + 1);
    return asserted(quoted.substr(0, quoted.find('"')), line.substr(file_at + 5, at - file_at - 5), number,
                    function);
}

// "Fatal glibc error: malloc.c:12 (f): assertion failed: x", "Fatal glibc error: malloc assertion failure in
// f: x"
std::optional<first_line> of_glibc_itself(std::string_view line) noexcept {
    if (!take(line, "Fatal glibc error: ")) return std::nullopt;
    std::size_t const at = line.find("): assertion failed: ");
    if (at != std::string_view::npos) {
        std::size_t const open = line.find(" (");
        auto const found = parse_place(line.substr(0, open));
        if (found && open < at)
            return asserted(line.substr(at + 21), found->file, found->line,
                            line.substr(open + 2, at - open - 2));
    }
    if (line.starts_with("malloc assertion failure in ")) {
        std::size_t const colon = line.find(": ");
        if (colon != std::string_view::npos)
            return asserted(line.substr(colon + 2), {}, 0, line.substr(28, colon - 28));
    }
    return first_line{.type = "abort", .message = line};
}

// GLib: "ERROR:a.c:12:f: assertion failed: (x)"; "Bail out! ..." follows
std::optional<first_line> of_glib(std::string_view line) noexcept {
    std::size_t start = 0;
    if (line.starts_with("ERROR:")) start = 6;
    if (start == 0 && !line.starts_with("Bail out! ERROR:")) return std::nullopt;
    if (start == 0) start = 16;
    line = line.substr(start);
    std::size_t const at = line.find(": assertion failed");
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view const head = line.substr(0, at);
    std::size_t const file = head.find(':');
    if (file == std::string_view::npos) return std::nullopt;
    std::size_t const name = head.find(':', file + 1);
    if (name == std::string_view::npos) return std::nullopt;
    int const number = number_of(head.substr(file + 1, name - file - 1));
    if (number == 0) return std::nullopt;
    std::string_view message = line.substr(at + 18);
    take(message, ":");
    return asserted(trimmed(message), head.substr(0, file), number, head.substr(name + 1));
}

// libc++: "/usr/include/c++/v1/vector:12: assertion x failed: text"
std::optional<first_line> of_libcxx(std::string_view line) noexcept {
    if (!line.ends_with('!') && line.find("failed") == std::string_view::npos) return std::nullopt;
    take(line, "libc++ Hardening assertion ");
    std::size_t const at = line.find(": assertion ");
    if (at != std::string_view::npos) {
        auto const found = parse_place(line.substr(0, at));
        std::string_view const rest = line.substr(at + 12);
        std::size_t const stop = rest.find(" failed");
        if (found && stop != std::string_view::npos)
            return asserted(rest.substr(0, stop), found->file, found->line, {});
    }
    // LLVM: "UNREACHABLE executed at a.cpp:12!"
    std::size_t const unreachable = line.find("UNREACHABLE executed at ");
    if (unreachable != std::string_view::npos && line.ends_with('!')) {
        std::string_view const rest = line.substr(unreachable + 24);
        if (auto const found = parse_place(rest.substr(0, rest.size() - 1)))
            return first_line{.type = "unreachable executed",
                              .message = trimmed(line.substr(0, unreachable)),
                              .file = found->file,
                              .line = found->line};
    }
    return std::nullopt;
}

// A macro's own: "a.c:12: GGML_ASSERT(n > 0) failed", older "a.c:12: GGML_ASSERT: n > 0"
std::optional<first_line> of_macro(std::string_view line) noexcept {
    std::size_t const colon = line.find(": ");
    auto const where = colon == std::string_view::npos ? std::nullopt : parse_place(line.substr(0, colon));
    if (!where) return std::nullopt;
    std::string_view rest = line.substr(colon + 2);
    std::size_t const end = rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    if (end == std::string_view::npos || !rest.substr(0, end).ends_with("_ASSERT")) return std::nullopt;
    rest.remove_prefix(end);
    if (take(rest, ": ")) return asserted(rest, where->file, where->line, {});
    constexpr std::string_view failed = ") failed";
    if (!take(rest, "(") || !rest.ends_with(failed)) return std::nullopt;
    return asserted(rest.substr(0, rest.size() - failed.size()), where->file, where->line, {});
}

}  // namespace

std::optional<first_line> parse_assertion(std::string_view line) noexcept {
    constexpr std::array parsers = {of_glibc,        of_bsd,  of_newlib, of_qt,
                                    of_glibc_itself, of_glib, of_libcxx, of_macro};
    for (auto const parse : parsers) {
        if (auto found = parse(line)) return found;
    }
    return std::nullopt;
}

}  // namespace task_agent::trace::cpp
