// What make itself says: that it gives up, and where; and what stands before that.
#include "task_agent/trace/grammars/make/make_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace::build {
namespace {

// "make", "gmake[2]"; its length, 0 = none.
std::size_t make_length(std::string_view text, bool& is_top) noexcept {
    for (std::string_view const name : {"make", "gmake", "mingw32-make"}) {
        if (!text.starts_with(name)) continue;
        std::string_view const rest = text.substr(name.size());
        is_top = rest.starts_with(':');
        if (is_top) return name.size();
        if (!rest.starts_with('[')) return 0;
        std::size_t const digits = digits_in(rest.substr(1));
        return digits > 0 && rest.substr(1 + digits).starts_with("]:") ? name.size() + digits + 2 : 0;
    }
    return 0;
}

// "error: ", "[ERROR] ", with something behind it.
std::string_view without_level(std::string_view line) noexcept {
    std::string_view rest = line;
    bool const in_brackets = rest.starts_with('[');
    if (in_brackets) rest.remove_prefix(1);
    for (std::string_view const level : {"error", "Error", "ERROR", "fatal", "Fatal", "FATAL"}) {
        if (!rest.starts_with(level)) continue;
        rest.remove_prefix(level.size());
        bool const is_level = rest.starts_with(in_brackets ? "] " : ": ") && rest.size() > 2;
        return is_level ? trimmed(rest.substr(2)) : line;
    }
    return line;
}

}  // namespace

bool read_make(std::string_view text, build_line& into) noexcept {
    constexpr std::string_view stars = ": *** ";
    std::size_t const name = make_length(text, into.is_top);
    if (name > 0) {
        std::string_view const rest = text.substr(name);
        if (rest.starts_with(stars) &&
            !rest.substr(stars.size()).starts_with("Waiting for unfinished jobs")) {
            into.kind = line_kind::stop;
            into.message = rest.substr(stars.size());
            return !into.message.ends_with("(ignored)");
        }
        // what make itself could not start: "make: protoc: No such file or directory"
        bool const is_missing =
            rest.ends_with(": No such file or directory") || rest.ends_with(": Permission denied");
        if (is_missing && rest.starts_with(": ")) {
            into.kind = line_kind::tool_error;
            into.is_error = true;
            into.message = rest.substr(2);
            return true;
        }
        into.kind = line_kind::make_aside;
        return rest.starts_with(": *** Waiting for unfinished jobs") ||
               rest.starts_with(": Leaving directory ") || rest.ends_with("not remade because of errors.");
    }
    // before 4.3, of the line that follows
    if (is_recipe_note(text) || is_include_note(text)) {
        into.kind = line_kind::make_aside;
        return true;
    }
    // "Makefile:4: *** missing separator.  Stop."
    constexpr std::string_view end = "  Stop.";
    std::size_t const at = text.find(stars);
    if (at == std::string_view::npos || !text.ends_with(end)) return false;
    std::string_view const place = text.substr(0, at);
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos || place.find(' ') != std::string_view::npos) return false;
    std::string_view const digits = place.substr(colon + 1);
    if (digits.empty() || digits_in(digits) != digits.size()) return false;
    into.kind = line_kind::stop;
    into.is_top = true;
    into.file = place.substr(0, colon);
    into.line = number_of(digits);
    into.message = text.substr(at + stars.size());
    return true;
}

bool is_recipe_note(std::string_view line) noexcept {
    return line.ends_with("' failed") && line.find(": recipe for target '") != std::string_view::npos;
}

bool is_include_note(std::string_view line) noexcept {
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || !line.ends_with(": No such file or directory")) return false;
    std::string_view const file = line.substr(0, colon);
    std::string_view const name = file.substr(file.find_last_of('/') + 1);
    bool const is_makes =
        name == "Makefile" || name == "makefile" || name == "GNUmakefile" || name.ends_with(".mk");
    std::size_t const digits = digits_in(line.substr(colon + 1));
    return is_makes && digits > 0 && line.substr(colon + 1 + digits).starts_with(": ");
}

bool is_recipe(std::string_view message) noexcept {
    std::size_t const close = message.find("] ");
    // what names a file in quotes is scons' own word
    return message.starts_with('[') && close != std::string_view::npos &&
           message.find_first_of("`'", close) == std::string_view::npos;
}

std::optional<build_line> place_of_recipe(std::string_view message) noexcept {
    std::size_t const colon = message.find(':');
    if (!is_recipe(message) || colon == std::string_view::npos || colon < 2) return std::nullopt;
    std::string_view const rest = message.substr(colon + 1);
    std::size_t const digits = digits_in(rest);
    build_line place;
    place.file = message.substr(1, colon - 1);
    place.line = number_of(rest.substr(0, digits));
    if (place.line == 0 || !rest.substr(digits).starts_with(": ")) return std::nullopt;
    return place;
}

std::string_view without_speaker(std::string_view line) noexcept {
    if (std::string_view const said = without_level(line); said.size() < line.size()) return said;
    std::size_t const end = line.find(": ");
    if (end == std::string_view::npos || end == 0 || end + 2 >= line.size()) return line;
    std::string_view name = line.substr(0, end);
    // of what it called for its own work
    if (std::size_t const open = name.find(" ("); open != std::string_view::npos && name.ends_with(')'))
        name = name.substr(0, open);
    bool const is_path = name.starts_with('/') || name.starts_with("./");
    name = name.substr(name.find_last_of('/') + 1);  // npos + 1 = 0
    std::string_view const rest = line.substr(end + 2);
    // of a check, that is what it looked at: "lid: expected 3, got 4"
    if (rest.starts_with("expected ")) return line;
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789_-+";
    std::size_t const stem = std::min(name.find('.'), name.size());
    if (stem == 0 || name.substr(0, stem).find_first_not_of(plain) != std::string_view::npos) return line;
    std::string_view const ending = name.substr(stem);
    bool is_program = ending.empty() && (is_path || line.find('/') > end);
    for (std::string_view const script : {".py", ".sh", ".bash", ".pl", ".rb", ".js", ".mjs", ".lua", ".awk",
                                          ".R", ".php", ".tcl", ".test", ".exe"})
        is_program = is_program || ending == script;
    return is_program ? without_level(rest) : line;
}

bool is_underline(std::string_view line) noexcept {
    return line.size() > 2 && line.find_first_not_of('=') == std::string_view::npos;
}

bool is_ruler(std::string_view line) noexcept {
    return line.size() > 9 && is_underline(line);
}

bool counts_tests(std::string_view line) noexcept {
    // "1 of 3 tests failed" of the older one
    bool const is_older = digits_in(line) > 0 && line.find(" of ") == digits_in(line) &&
                          line.find(" failed") != std::string_view::npos;
    return is_older || line.starts_with("Testsuite summary for ");
}

bool is_failed_test(std::string_view line) noexcept {
    return line.starts_with("FAIL: ") || line.starts_with("ERROR: ") || line.starts_with("XPASS: ");
}

bool ends_failed_test(std::string_view line) noexcept {
    bool const is_failed = line.starts_with("FAIL ") || line.starts_with("ERROR ");
    return is_failed && line.ends_with(')') && line.find(" (exit status: ") != std::string_view::npos;
}

bool is_around_top(std::string_view line) noexcept {
    bool is_top = false;
    std::string_view const rest = line.substr(make_length(line, is_top));
    return is_top && (rest.starts_with(": Entering directory ") || rest.starts_with(": Leaving directory "));
}

}  // namespace task_agent::trace::build
