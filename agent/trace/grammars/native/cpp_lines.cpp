#include "task_agent/trace/grammars/native/cpp_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>
#include <span>

namespace task_agent::trace::cpp {
namespace {

using namespace reading;

constexpr std::string_view thrown = "terminate called after throwing an instance of '";
constexpr std::size_t longest_type = 400;

bool is_allocator_word(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 17> starts = {
        "free(): ",
        "malloc(): ",
        "realloc(): ",
        "calloc(): ",
        "munmap_chunk(): ",
        "mremap_chunk(): ",
        "double free or corruption (",
        "malloc_consolidate(): ",
        "corrupted size vs. prev_size",
        "corrupted double-linked list",
        "malloc_check_get_size: ",
        "break adjusted to free malloc space",
        "tcache_thread_shutdown(): ",
        "invalid fastbin entry",
        "invalid size (unsorted)",
        "*** stack smashing detected ***",
        "*** buffer overflow detected ***",
    };
    constexpr std::string_view first_bytes = "fmrcdbti*";
    return !line.empty() && line.size() < 100 && first_bytes.find(line.front()) < first_bytes.size() &&
           starts_with_any(line, starts);
}

// "terminate called", "terminating", "unhandled exception": whose words a handler of its own uses.
bool take_handler_words(std::string_view& text) noexcept {
    if (text.empty() || std::string_view("tTuUs").find(text.front()) > 4) return false;
    constexpr std::array<std::string_view, 10> starts = {
        "terminate handler",  "Terminate handler", "std::terminate",      "terminating",
        "Terminating",        "terminate",         "unhandled exception", "Unhandled exception",
        "uncaught exception", "Uncaught exception"};
    for (std::string_view const start : starts) {
        if (take(text, start)) return true;
    }
    for (std::string_view const start : {"UNHANDLED EXCEPTION", "UNCAUGHT EXCEPTION"}) {
        if (take(text, start)) return true;
    }
    return false;
}

// A word that names a type: "ns::error", "load_error", "std::bad_alloc", "QueueClosedException".
bool looks_like_type(std::string_view word) noexcept {
    if (word.empty() || word.size() > longest_type) return false;
    bool const is_plain = word.find('<') == std::string_view::npos;
    for (char const c : word) {
        bool const fits = is_name(c) || c == ':' || (!is_plain && std::string_view("<>, *&()").find(c) < 8);
        if (!fits) return false;
    }
    if (is_digit(word.front()) || word.front() == ':' || word.back() == ':') return false;
    if (word.find("::") != std::string_view::npos) return true;
    for (std::string_view const end : {"error", "Error", "exception", "Exception"}) {
        if (word.ends_with(end) && word.size() > end.size()) return true;
    }
    return false;
}

}  // namespace

std::optional<place> parse_place(std::string_view text) noexcept {
    if (text.empty() || text.find_first_of(" \t\"'") != std::string_view::npos) return std::nullopt;
    if (text.ends_with(')')) {
        std::size_t const open = text.rfind('(');
        if (open == 0 || open == std::string_view::npos) return std::nullopt;
        std::string_view const inner = text.substr(open + 1, text.size() - open - 2);
        int const line = number_of(inner.substr(0, inner.find_first_of(":,")));
        return line == 0 ? std::nullopt : std::optional(place{text.substr(0, open), line});
    }
    place found;
    for (int part = 0; part < 2; ++part) {
        std::size_t const colon = text.rfind(':');
        if (colon == std::string_view::npos || colon == 0) break;
        int const line = number_of(text.substr(colon + 1));
        if (line == 0) break;
        found.line = line;
        text = text.substr(0, colon);
    }
    found.file = text;
    return found.line == 0 ? std::nullopt : std::optional(found);
}

std::optional<said> parse_said(std::string_view text) noexcept {
    text = trimmed(text);
    for (std::string_view const lead : {"of type ", "of type: ", "with type ", "type ", "due to ",
                                        "after throwing ", "an instance of ", "a ", "an "})
        take(text, lead);
    char const quote = text.empty() ? '\0' : text.front();
    if (quote == '\'' || quote == '"' || quote == '[' || quote == '`') {
        char const close = quote == '[' ? ']' : quote == '`' ? '\'' : quote;
        std::size_t const stop = text.find(close, 1);
        if (stop == std::string_view::npos || !looks_like_type(text.substr(1, stop - 1))) return std::nullopt;
        std::string_view rest = trimmed(text.substr(stop + 1));
        if (!rest.empty() && (rest.front() == ':' || rest.front() == ',')) rest.remove_prefix(1);
        rest = trimmed(rest);
        take(rest, "what(): ");
        return said{text.substr(1, stop - 1), trimmed(rest)};
    }
    std::size_t stop = text.find(": ");
    std::size_t const what = text.find(", what(): ");
    std::size_t skip = 2;
    if (what != std::string_view::npos && what < stop + (stop == std::string_view::npos ? 0 : 1)) {
        stop = what;
        skip = std::string_view(", what(): ").size();
    }
    std::string_view const type = text.substr(0, stop);
    if (!looks_like_type(trimmed(type))) return std::nullopt;
    std::string_view rest =
        stop == std::string_view::npos ? std::string_view{} : trimmed(text.substr(stop + skip));
    take(rest, "what(): ");
    return said{trimmed(type), trimmed(rest)};
}

std::optional<first_line> parse_abort(std::string_view line) noexcept {
    if (is_allocator_word(line)) return first_line{.type = "abort", .message = line};
    constexpr std::string_view old = "*** Error in `";
    if (line.starts_with(old) && line.ends_with(" ***")) {
        std::size_t const colon = line.find("': ", old.size());
        if (colon == std::string_view::npos) return std::nullopt;
        std::string_view message = line.substr(colon + 3, line.size() - colon - 7);
        if (std::size_t const address = message.rfind(": 0x"); address != std::string_view::npos)
            message = message.substr(0, address);
        return first_line{.kind = form::old_abort, .type = "abort", .message = message};
    }
    // "*** longjmp causes uninitialized stack frame ***: terminated"
    if (line.starts_with("*** ") && line.ends_with("***: terminated"))
        return first_line{.type = "abort", .message = line};
    if (line.starts_with("*** ") &&
        (line == "*** %n in writable segment detected ***" || line == "*** invalid %N$ use detected ***"))
        return first_line{.type = "abort", .message = line};
    if (line.starts_with("FORTIFY: ")) return first_line{.type = "abort", .message = line};
    if (line.starts_with("LLVM ERROR: "))
        return first_line{.kind = form::check, .type = "LLVM ERROR", .message = line.substr(12)};
    if (line.starts_with("qt.qpa.plugin: Could not load the Qt platform plugin"))
        return first_line{.type = "abort", .message = line.substr(15)};
    return std::nullopt;
}

std::optional<first_line> parse_terminate(std::string_view line) noexcept {
    constexpr std::string_view first_bytes = "tTuUlpds";
    if (line.empty() || first_bytes.find(line.front()) > first_bytes.size()) return std::nullopt;
    if (line.starts_with(thrown) && line.ends_with('\'') && line.size() > thrown.size()) {
        std::string_view const type = line.substr(thrown.size(), line.size() - thrown.size() - 1);
        return first_line{.kind = form::exception, .type = type, .role = trace_role::raised};
    }
    constexpr std::string_view called = "terminate called";
    if (line == "terminate called without an active exception" || line == "terminate called recursively" ||
        line == "terminate called after throwing a foreign exception")
        return first_line{
            .kind = form::terminated, .type = "terminate", .message = line.substr(called.find(' ') + 1)};
    if (line.starts_with("libc++abi")) {
        std::size_t const at = line.find(": terminating");
        if (at == std::string_view::npos || at > 15) {
            std::string_view const rest = line.substr(std::min(line.find(": "), line.size()));
            if (!rest.starts_with(": Pure virtual function called") &&
                !rest.starts_with(": Deleted virtual function"))
                return std::nullopt;
            return first_line{.type = "pure virtual method called"};
        }
        constexpr std::string_view of_type = "exception of type ";
        std::size_t const type_at = line.find(of_type);
        if (type_at == std::string_view::npos)
            return first_line{.type = "abort", .message = line.substr(at + 2)};
        std::string_view const rest = line.substr(type_at + of_type.size());
        std::size_t const colon = rest.find(": ");
        return first_line{
            .kind = form::terminated,
            .type = rest.substr(0, colon),
            .message = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 2),
            .role = trace_role::raised};
    }
    if (line == "pure virtual method called" || line == "deleted virtual method called")
        return first_line{.type = line};
    // a handler of the program's own: only where a type follows
    std::string_view rest = line;
    if (!take_handler_words(rest) || rest.size() < 3) return std::nullopt;
    take(rest, " called");
    for (std::string_view const lead : {": ", " - ", " "}) {
        if (take(rest, lead)) break;
    }
    for (std::string_view const lead : {"due to ", "because of ", "after ", "on "})
        take(rest, lead);
    for (std::string_view const lead : {"an ", "unhandled ", "uncaught ", "unexpected "})
        take(rest, lead);
    if (take(rest, "exception")) {
        for (std::string_view const lead : {": ", " "}) {
            if (take(rest, lead)) break;
        }
    }
    auto const found = parse_said(rest);
    if (!found) return std::nullopt;
    return first_line{
        .kind = form::terminated, .type = found->type, .message = found->message, .role = trace_role::raised};
}

std::optional<first_line> parse_first(std::string_view line) noexcept {
    if (auto found = parse_terminate(line)) return found;
    if (auto found = parse_abort(line)) return found;
    if (auto found = parse_check(line)) return found;
    if (auto found = parse_loader(line)) return found;
    return parse_assertion(line);
}

}  // namespace task_agent::trace::cpp
