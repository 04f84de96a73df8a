#include "task_agent/trace/grammars/rust/rust_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace::rust {
namespace {

constexpr std::size_t longest_name = 512;

constexpr bool is_word(char c) noexcept {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

// "::<", "<" and the like: how the name of a function in one of the standard crates goes on.
bool is_in_crate(std::string_view name, std::string_view crate) noexcept {
    if (!name.starts_with(crate)) return false;
    name.remove_prefix(crate.size());
    return name.starts_with("::") || name.starts_with("[");
}

// Where the standard library was built: "/rustc/...", a distribution's
// "/usr/src/rustc-1.63.0/library/std/...", "src/libstd/..." of before 2020.
bool is_of_the_library(std::string_view file) noexcept {
    if (file.starts_with("/rustc/") || file.starts_with("/checkout/src/lib") ||
        file.find("/rustlib/src/rust/") != std::string_view::npos)
        return true;
    for (std::string_view const crate :
         {"std/", "core/", "alloc/", "test/", "panic_unwind/", "panic_abort/"}) {
        std::size_t const at = file.find(crate);
        if (at == std::string_view::npos) continue;
        std::string_view const before = file.substr(0, at);
        if (before.ends_with("library/") && file.substr(at + crate.size()).starts_with("src/")) return true;
        if (before == "src/lib" || before.ends_with("/src/lib")) return true;
    }
    return false;
}

}  // namespace

std::optional<thread_line> parse_thread(std::string_view line) noexcept {
    constexpr std::string_view start = "thread '";
    constexpr std::string_view panicked = " panicked at ";
    if (!line.starts_with(start)) return std::nullopt;
    std::size_t const verb = std::min(line.find(panicked), line.find(" has overflowed its stack"));
    if (verb == std::string_view::npos) return std::nullopt;
    std::string_view name = line.substr(start.size(), verb - start.size());
    if (name.ends_with(')')) {  // the thread's number, since Rust 1.92
        std::size_t const open = name.rfind(" (");
        std::string_view const id = name.substr(std::min(open, name.size()));
        if (id.size() < 4 || digits_in(id.substr(2)) != id.size() - 3) return std::nullopt;
        name = name.substr(0, open);
    }
    if (!name.ends_with('\'')) return std::nullopt;
    name.remove_suffix(1);
    std::string_view const rest = line.substr(verb);
    std::string_view const whole = line.substr(0, verb);
    if (!rest.starts_with(panicked)) return thread_line{name, whole, {}, true};
    return thread_line{name, whole, rest.substr(panicked.size()), false};
}

std::optional<stack_frame> parse_place(std::string_view text) {
    std::size_t const column = text.rfind(':');
    if (column == std::string_view::npos || column == 0 || number_of(text.substr(column + 1)) == 0)
        return std::nullopt;
    std::size_t const line = text.rfind(':', column - 1);
    if (line == std::string_view::npos || line == 0) return std::nullopt;
    stack_frame frame;
    frame.line = number_of(text.substr(line + 1, column - line - 1));
    if (frame.line == 0) return std::nullopt;
    frame.file = text.substr(0, std::min(line, longest_name));
    return frame;
}

std::optional<quoted_panic> parse_quoted_end(std::string_view text) {
    std::size_t const quote = text.rfind("', ");
    if (quote == std::string_view::npos) return std::nullopt;
    auto place = parse_place(text.substr(quote + 3));
    if (!place) return std::nullopt;
    return quoted_panic{text.substr(0, quote), std::move(*place)};
}

bool is_allocation_failure(std::string_view line) noexcept {
    constexpr std::string_view start = "memory allocation of ";
    if (!line.starts_with(start)) return false;
    line.remove_prefix(start.size());
    std::size_t const digits = digits_in(line);
    line.remove_prefix(digits);
    return digits > 0 && line.starts_with(" bytes failed");
}

bool is_note(std::string_view line) noexcept {
    return line.starts_with("note: run with `RUST_BACKTRACE=") ||
           line.starts_with("note: Run with `RUST_BACKTRACE=") ||
           line.starts_with("note: Some details are omitted, run with `RUST_BACKTRACE=");
}

bool is_abort(std::string_view line) noexcept {
    return line.starts_with("thread ") && line.ends_with(" aborting.") &&
           (line.starts_with("thread panicked while ") || line.starts_with("thread caused non-unwinding "));
}

std::optional<std::size_t> find_hook(std::string_view line) {
    std::size_t const at = line.rfind(hook_header);
    if (at == std::string_view::npos || !line.ends_with(':')) return std::nullopt;
    // quoted, or the runtime's own form at a place where it is none
    std::string_view const before = line.substr(0, at);
    if (before.starts_with(' ') || before.find("thread '") != std::string_view::npos) return std::nullopt;
    std::string_view const place = line.substr(at + hook_header.size());
    return parse_place(place.substr(0, place.size() - 1)) ? std::optional(at) : std::nullopt;
}

bool heads_captured(std::string_view line) noexcept {
    return line.starts_with("---- ") && (line.ends_with(" stdout ----") || line.ends_with(" stderr ----"));
}

bool ends_passing_test(std::string_view line) noexcept {
    return line == "ok" || (line.starts_with("test ") && line.ends_with("... ok"));
}

std::optional<std::string_view> parse_frame_name(std::string_view line) noexcept {
    std::size_t const at = std::min(line.find_first_not_of(' '), line.size());
    std::string_view text = line.substr(at);
    std::size_t const digits = digits_in(text);
    if (at == 0 || at > 4 || digits == 0 || digits > 6) return std::nullopt;
    text.remove_prefix(digits);
    if (!text.starts_with(": ")) return std::nullopt;
    text = trimmed(text.substr(2));
    if (text.starts_with("0x")) {
        std::size_t const dash = text.find(" - ");
        if (dash != std::string_view::npos) text.remove_prefix(dash + 3);
    }
    return text.substr(0, longest_name);
}

std::optional<stack_frame> parse_frame_place(std::string_view line) {
    std::size_t const at = std::min(line.find_first_not_of(' '), line.size());
    std::string_view text = line.substr(at);
    if (at < 8 || !text.starts_with("at ")) return std::nullopt;
    text.remove_prefix(3);
    if (auto place = parse_place(text)) return place;
    // without a column, of before Rust 1.48
    std::size_t const colon = text.rfind(':');
    stack_frame frame;
    if (colon != std::string_view::npos) frame.line = number_of(text.substr(colon + 1));
    frame.file = text.substr(0, std::min(frame.line == 0 ? text.size() : colon, longest_name));
    return frame;
}

bool is_frame_detail(std::string_view line) noexcept {
    return line.starts_with("          ") ||
           (line.starts_with("      [... omitted ") && line.ends_with(" ...]"));
}

bool is_machinery(stack_frame const& frame) noexcept {
    if (is_of_the_library(frame.file)) return true;
    std::string_view name = frame.function;
    // A program may be called "alloc" as well; its places tell.
    if (!frame.file.empty()) return is_in_crate(name, "anyhow") || is_in_crate(name, "eyre");
    while (name.starts_with('<') || name.starts_with('&'))
        name.remove_prefix(1);
    return is_in_crate(name, "std") || is_in_crate(name, "core") || is_in_crate(name, "alloc") ||
           is_in_crate(name, "__rustc") || name.starts_with("rust_begin_unwind") || name == "rust_panic" ||
           name == "_start" || name == "main" || name.starts_with("__libc_start") || name == "<unknown>" ||
           name == "unknown>" || is_in_crate(name, "backtrace") || is_in_crate(name, "anyhow");
}

bool looks_like_debug(std::string_view text) noexcept {
    if (text.size() < 2) return false;
    if (text.front() == '"') return text.back() == '"';
    std::size_t n = 0;
    while (n < text.size() && is_word(text[n]))
        ++n;
    bool const is_type = n > 0 && text.front() >= 'A' && text.front() <= 'Z';
    if (!is_type || n == text.size()) return false;
    std::string_view const rest = text.substr(n);
    if (rest.starts_with(" { ")) return rest.ends_with(" }") && rest.find(": ") != std::string_view::npos;
    // "Failed(see above)" is prose
    return rest.size() > 2 && rest.front() == '(' && rest.back() == ')' &&
           (rest[1] == '"' || is_digit(rest[1]) || (rest[1] >= 'A' && rest[1] <= 'Z'));
}

}  // namespace task_agent::trace::rust
