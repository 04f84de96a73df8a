#include "task_agent/trace/grammars/make/make_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <array>

namespace task_agent::trace::build {
namespace {

constexpr std::size_t longest_path = 400;

constexpr std::array<std::string_view, 42> source_ends = {
    ".c",   ".cc",  ".cpp", ".cxx", ".c++",  ".C",   ".h",    ".hh",   ".hpp",   ".hxx", ".h++",
    ".H",   ".inc", ".ipp", ".tcc", ".tpp",  ".inl", ".cu",   ".cuh",  ".m",     ".mm",  ".S",
    ".s",   ".y",   ".l",   ".asm", ".nasm", ".ac",  ".am",   ".zig",  ".swift", ".adb", ".ads",
    ".cob", ".cbl", ".cpy", ".v",   ".sv",   ".vhd", ".vhdl", ".vala", ".d"};
constexpr std::array<std::string_view, 8> fortran_ends = {".f",   ".for", ".f90", ".f95",
                                                          ".f03", ".f08", ".F",   ".F90"};

// Of a compiler's driver or a linker, by how its name ends.
constexpr std::array<std::string_view, 27> tools = {
    "cc",      "gcc",       "g++",      "c++",        "cc1",        "cc1plus", "clang",
    "clang++", "clang-cpp", "collect2", "ld",         "ld.lld",     "ld.gold", "ld.bfd",
    "nvcc",    "lld",       "mold",     "gfortran",   "f951",       "nasm",    "autoconf",
    "aclocal", "automake",  "autom4te", "autoheader", "autoreconf", "bison"};
constexpr std::array<std::string_view, 6> linkers = {"ld", "ld.lld", "ld.gold", "ld.bfd", "lld", "mold"};

bool is_source(std::string_view path) noexcept {
    if (path.empty() || path.size() > longest_path) return false;
    if (path.find_first_of(" \t'\"`()[]{}<>=,;|") != std::string_view::npos) return false;
    // the headers of the C++ library have no ending
    if (path.find("/include/") != std::string_view::npos) return true;
    return std::any_of(source_ends.begin(), source_ends.end(),
                       [&](std::string_view end) { return path.size() > end.size() && path.ends_with(end); });
}

bool is_tool(std::string_view path) noexcept {
    if (path.find(' ') != std::string_view::npos) return false;
    std::string_view name = path.substr(path.find_last_of('/') + 1);
    // "x86_64-linux-gnu-gcc-12"
    while (!name.empty() && (is_digit(name.back()) || name.back() == '.'))
        name.remove_suffix(1);
    if (name.ends_with('-')) name.remove_suffix(1);
    if (std::string_view const whole = path.substr(path.find_last_of('/') + 1);
        whole == "cc1" || whole == "collect2" || whole == "f951" || whole == "autom4te")
        return true;
    for (std::string_view const tool : tools) {
        if (name == tool) return true;
        if (name.size() > tool.size() && name.ends_with(tool) && name[name.size() - tool.size() - 1] == '-')
            return true;
    }
    return false;
}

bool is_linker(std::string_view path) noexcept {
    std::string_view const name = path.substr(path.find_last_of('/') + 1);
    return path.find(' ') == std::string_view::npos &&
           std::any_of(linkers.begin(), linkers.end(), [&](std::string_view linker) {
               return name == linker ||
                      (name.ends_with(linker) && name[name.size() - linker.size() - 1] == '-');
           });
}

// The text between the first and the last quote: ‘f’, 'f', `f'.
std::string_view quoted(std::string_view text) noexcept {
    constexpr std::string_view open = "\u2018";
    constexpr std::string_view close = "\u2019";
    if (std::size_t const at = text.find(open); at != std::string_view::npos) {
        std::size_t const end = text.rfind(close);
        if (end == std::string_view::npos || end < at + open.size()) return {};
        return text.substr(at + open.size(), end - at - open.size());
    }
    std::size_t const at = text.find_first_of("'`");
    std::size_t const end = text.rfind('\'');
    if (at == std::string_view::npos || end <= at) return {};
    return text.substr(at + 1, end - at - 1);
}

// "ns::box::fill" of "int ns::box::fill(int)": what a stack would call it. All of it where that is not plain.
std::string_view bare_function(std::string_view text) noexcept {
    std::string_view const head = text.substr(0, text.find('('));
    std::string_view const name = head.substr(head.rfind(' ') + 1);  // npos + 1 = 0
    bool const is_plain =
        !name.empty() && name.find_first_of("<>*&") == std::string_view::npos && !name.ends_with("operator");
    return is_plain ? name : text;
}

// "error: msg" and its like; nothing for another word.
bool read_severity(std::string_view text, build_line& into) noexcept {
    struct severity {
        std::string_view word;
        bool is_error;
    };
    static constexpr std::array severities = {severity{"error: ", true},
                                              severity{"Error: ", true},
                                              severity{"fatal error: ", true},
                                              severity{"Fatal Error: ", true},
                                              severity{"fatal: ", true},
                                              severity{"warning: ", false},
                                              severity{"note: ", false},
                                              severity{"remark: ", false},
                                              severity{"sorry, unimplemented: ", true},
                                              severity{"internal compiler error: ", true}};
    for (severity const& s : severities) {
        if (!text.starts_with(s.word)) continue;
        into.is_error = s.is_error;
        into.message = text.substr(s.word.size());
        return true;
    }
    return false;
}

// ":12" or ":12:5" at the start; its length, 0 = none.
std::size_t place_length(std::string_view text, int& line) noexcept {
    if (!text.starts_with(':')) return 0;
    std::size_t const digits = digits_in(text.substr(1));
    if (digits == 0) return 0;
    line = number_of(text.substr(1, digits));
    std::size_t const end = 1 + digits;
    std::string_view const rest = text.substr(end);
    std::size_t const column = rest.starts_with(':') ? digits_in(rest.substr(1)) : 0;
    return column > 0 ? end + 1 + column : end;
}

// "main.c:3:5: error: msg", "main.c:11:17:   required from here", "main.c: In function 'f':"
bool read_source_line(std::string_view text, build_line& into) noexcept {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || !is_source(text.substr(0, colon))) return false;
    into.file = text.substr(0, colon);
    std::string_view const rest = text.substr(colon);
    if (rest.starts_with(": In ") || rest.starts_with(": At ")) {
        // a long one may be cut
        if (!rest.ends_with(':') && text.size() < longest_path) return false;
        into.kind = line_kind::lead;
        bool const is_function =
            rest.find("function ") < rest.find("instantiation ") || rest.find("structor ") < 16;
        if (is_function) into.function = bare_function(quoted(rest));
        return true;
    }
    // the assembler's, before its errors
    if (rest == ": Assembler messages:") {
        into.kind = line_kind::lead;
        return true;
    }
    std::size_t const place = place_length(rest, into.line);
    if (place == 0) return false;
    std::string_view said = rest.substr(place);
    // bison's "3.5-7"
    if (said.starts_with('.')) said.remove_prefix(std::min(said.find(':'), said.size()));
    if (said.starts_with(":   required ") || said.starts_with(":   recursively required ") ||
        said.starts_with(":   in ") || said.starts_with(":   skipping ")) {
        into.kind = line_kind::lead;
        return true;
    }
    if (!said.starts_with(": ")) return false;
    into.kind = line_kind::diagnostic;
    return read_severity(said.substr(2), into);
}

// "main.c:(.text+0x11): undefined reference to `decode'", with or without "/usr/bin/ld: " before it
bool read_linker(std::string_view text, build_line& into) noexcept {
    // "ld:main.o: file format not recognized" has no space
    std::size_t const after_name = text.find(':');
    bool const names_tool = after_name != std::string_view::npos && is_linker(text.substr(0, after_name));
    std::string_view const rest = names_tool ? trimmed(text.substr(after_name + 1)) : text;
    for (std::string_view const mark : {"undefined reference to `", "multiple definition of `",
                                        "undefined reference to '", "more undefined references to `"}) {
        std::size_t const at = rest.find(mark);
        if (at == std::string_view::npos) continue;
        if (at != 0 && !rest.substr(0, at).ends_with(": ")) continue;
        std::string_view place = rest.substr(0, at < 2 ? 0 : at - 2);
        std::size_t const colon = place.rfind(':');
        // of an object without a source: "(.text+0x17): undefined reference to `main'"
        std::string_view const where = place.substr(colon + 1);  // npos + 1 = 0
        bool const is_number = !where.empty() && digits_in(where) == where.size();
        if (!is_number && !where.starts_with("(.") && !names_tool) return false;
        into.kind = line_kind::linker;
        into.is_error = true;
        into.is_linkers = true;
        into.message = rest.substr(at);
        into.file = place.substr(0, colon == std::string_view::npos ? 0 : colon);
        into.line = is_number ? number_of(where) : 0;
        return true;
    }
    if (!names_tool) return false;
    into.is_linkers = true;
    if (std::size_t const at = rest.find("in function `"); at != std::string_view::npos) {
        into.kind = line_kind::linker;
        into.function = quoted(rest.substr(at));
        return true;
    }
    // lld's are those of a compiler
    if (rest.starts_with("error: ") || rest.starts_with("fatal error: ")) return false;
    into.kind = line_kind::linker;
    into.is_error = rest.find("warning: ") == std::string_view::npos;
    // of what an object holds, it is only the place
    std::size_t const what =
        std::min(rest.find(": relocation "), rest.find(": undefined reference to symbol "));
    into.message = what == std::string_view::npos ? rest : rest.substr(what + 2);
    return true;
}

bool read_tool_error(std::string_view text, build_line& into) noexcept {
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos || !is_tool(text.substr(0, colon))) return false;
    into.kind = line_kind::tool_error;
    std::string_view const name = text.substr(0, colon);
    into.is_linkers = is_linker(name) || name.ends_with("collect2") ||
                      text.find(": linker command failed ") != std::string_view::npos;
    return read_severity(text.substr(colon + 2), into) && into.is_error;
}

bool is_excerpt(std::string_view text) noexcept {
    std::string_view const body = trimmed(text);
    if (!text.starts_with(' ') || body.empty()) return false;
    std::size_t const digits = digits_in(body);
    std::string_view const rest = body.substr(digits);
    if (rest.starts_with(" |") || (digits == 0 && body.starts_with('|'))) return true;
    // older compilers: a line of carets alone
    return body.find('^') != std::string_view::npos &&
           body.find_first_not_of("^~ -|+") == std::string_view::npos;
}

// gfortran's: the place, then the source, then "Error: Symbol 'x' at (1) has no type".
bool read_fortran(std::string_view text, build_line& into) noexcept {
    for (std::string_view const word : {"Error: ", "Fatal Error: "}) {
        if (!text.starts_with(word) || text.find("(1)") == std::string_view::npos) continue;
        into.kind = line_kind::fortran;
        into.is_error = true;
        into.message = text.substr(word.size());
        return true;
    }
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || !text.ends_with(':')) return false;
    std::string_view const file = text.substr(0, colon);
    bool const is_source = file.size() < longest_path && file.find(' ') == std::string_view::npos &&
                           std::any_of(fortran_ends.begin(), fortran_ends.end(),
                                       [&](std::string_view end) { return file.ends_with(end); });
    std::size_t const place = place_length(text.substr(colon), into.line);
    into.kind = line_kind::lead;
    into.file = file;
    return is_source && place > 0 && colon + place + 1 == text.size();
}

bool is_count(std::string_view text) noexcept {
    if (text == "compilation terminated." || is_of_memory(text)) return true;
    // Free Pascal's
    if (text == "Fatal: Compilation aborted" || text.ends_with(" returned an error exitcode")) return true;
    if (text.ends_with(": all warnings being treated as errors")) return true;
    // lld's own, and nvcc's count
    if (text.starts_with(">>> ") || text.find(" detected in the compilation of ") != std::string_view::npos)
        return true;
    return digits_in(text) > 0 && text.ends_with(" generated.") &&
           text.find(" error") != std::string_view::npos;
}

bool read_lead(std::string_view text, build_line& into) noexcept {
    into.kind = line_kind::lead;
    return text.starts_with("In file included from ") || text.starts_with("                 from ") ||
           text.starts_with("In module imported at ");
}

}  // namespace

build_line parse(std::string_view line) noexcept {
    for (auto const read : {read_source_line, read_linker, read_tool_error, read_make, read_lead,
                            read_fortran, read_other_tool}) {
        build_line found;
        if (read(line, found)) return found;
    }
    build_line found;
    if (is_excerpt(line)) found.kind = line_kind::excerpt;
    if (is_count(line)) found.kind = line_kind::count;
    return found;
}

}  // namespace task_agent::trace::build
