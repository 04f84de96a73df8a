// What make itself says: that it gives up, and where.
#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/make_lines.hpp"

#include "reading.hpp"

namespace task_agent::trace::build {
namespace {

constexpr std::size_t longest_finding = 1024;

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

std::optional<build_line> finding_of(std::string_view line) noexcept {
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || line.size() > longest_finding) return std::nullopt;
    build_line found;
    found.file = line.substr(0, colon);
    std::string_view const name = found.file.substr(found.file.find_last_of('/') + 1);  // npos + 1 = 0
    std::size_t const dot = name.rfind('.');
    bool const is_file = dot != std::string_view::npos && dot + 1 < name.size() &&
                         found.file.find_first_of(" \t\"'()[]{}<>=,;|") == std::string_view::npos &&
                         digits_in(name.substr(dot + 1)) < name.size() - dot - 1;
    std::string_view rest = line.substr(colon + 1);
    std::size_t const digits = digits_in(rest);
    found.line = number_of(rest.substr(0, digits));
    if (!is_file || digits == 0 || found.line == 0 || !rest.substr(digits).starts_with(':'))
        return std::nullopt;
    rest.remove_prefix(digits + 1);
    if (std::size_t const column = digits_in(rest); column > 0 && rest.substr(column).starts_with(':'))
        rest.remove_prefix(column + 1);
    found.message = trimmed(rest);
    for (std::string_view const mild : {"warning", "note", "info", "W:", "[warning]"})
        if (begins_alike(found.message, mild)) return std::nullopt;
    for (std::string_view const severity : {"error: ", "[error] ", "fatal error: "})
        if (begins_alike(found.message, severity)) found.message.remove_prefix(severity.size());
    // mypy's code: "  [return-value]"
    std::size_t const code = found.message.rfind("  [");
    if (found.message.ends_with(']') && code != std::string_view::npos)
        found.message = found.message.substr(0, code);
    // a clock, a ratio
    bool const is_text =
        found.message.find(' ') != std::string_view::npos && !is_digit(found.message.front());
    return is_text ? std::optional(found) : std::nullopt;
}

bool is_around_top(std::string_view line) noexcept {
    bool is_top = false;
    std::string_view const rest = line.substr(make_length(line, is_top));
    return is_top && (rest.starts_with(": Entering directory ") || rest.starts_with(": Leaving directory "));
}

}  // namespace task_agent::trace::build
