#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"

namespace task_agent::trace::build {

using namespace reading;

namespace {

std::string_view base_name(std::string_view path) noexcept {
    return path.substr(path.find_last_of('/') + 1);
}

// "shop.cu(3): error: identifier "x" is undefined", "shop.cpp(3,5): error C2065: 'x': undeclared identifier"
bool read_bracketed(std::string_view text, build_line& into) noexcept {
    std::size_t const open = text.find('(');
    if (open == std::string_view::npos || open == 0) return false;
    std::string_view const file = text.substr(0, open);
    bool const is_source = file.ends_with(".cu") || file.ends_with(".cuh") || file.ends_with(".cpp") ||
                           file.ends_with(".cc") || file.ends_with(".c") || file.ends_with(".h") ||
                           file.ends_with(".hpp") || file.ends_with(".cxx");
    std::string_view rest = text.substr(open + 1);
    int const line = take_number(rest);
    if (!is_source || line < 0) return false;
    if (take(rest, ",")) take_number(rest);
    if (!take(rest, ")")) return false;
    take(rest, " ");
    if (!take(rest, ": ")) return false;
    take(rest, "fatal ");
    if (!take(rest, "error")) return false;
    // MSVC's number of the error is part of its name
    std::size_t const colon = rest.find(": ");
    if (colon == std::string_view::npos || colon > 8) return false;
    // without a number it is nvcc's, or that of a test library: "shop_test.cpp(19): error: in "sells": ..."
    bool const is_cuda = file.ends_with(".cu") || file.ends_with(".cuh");
    if (colon == 0 && !is_cuda) return false;
    into.kind = line_kind::diagnostic;
    into.is_error = true;
    into.file = file;
    into.line = line;
    into.message = rest.substr(colon + 2);
    return true;
}

// Of Free Pascal, D and Nim: "bag.pas(3,2) Error: Identifier not found "x"", "bag.d(3): Error: undefined x"
bool read_placed_error(std::string_view text, build_line& into) noexcept {
    std::size_t const open = text.find('(');
    if (open == std::string_view::npos || text.substr(0, open).find(' ') < open) return false;
    std::string_view const file = text.substr(0, open);
    bool const is_source = file.ends_with(".pas") || file.ends_with(".pp") || file.ends_with(".lpr") ||
                           file.ends_with(".dpr") || file.ends_with(".d") || file.ends_with(".nim");
    std::string_view rest = text.substr(open + 1);
    into.line = take_number(rest);
    if (!is_source || into.line < 1) return false;
    if (take(rest, ",")) {
        take(rest, " ");
        if (take_number(rest) < 0) return false;
    }
    if (!take(rest, ")")) return false;
    take(rest, ":");
    if (!take(rest, " Error: ") && !take(rest, " Fatal: ")) return false;
    into.kind = line_kind::diagnostic;
    into.is_error = true;
    into.file = file;
    into.message = rest;
    return true;
}

// "meson.build:3:0: ERROR: Dependency "x" not found"; "/app/BUILD:3:10: Compiling a.cc failed: (Exit 1): ..."
bool read_build_file(std::string_view text, build_line& into) noexcept {
    take(text, "ERROR: ");
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || text.substr(0, colon).find(' ') != std::string_view::npos)
        return false;
    std::string_view const name = base_name(text.substr(0, colon));
    bool const is_mesons = name == "meson.build" || name == "meson_options.txt" || name == "meson.options";
    bool const is_bazels = name == "BUILD" || name == "BUILD.bazel" || name == "WORKSPACE" ||
                           name == "MODULE.bazel" || name.ends_with(".bzl");
    std::string_view rest = text.substr(colon + 1);
    int const line = take_number(rest);
    if (line < 0 || !take(rest, ":")) return false;
    if (take_number(rest) < 0 || !take(rest, ": ")) return false;
    bool const is_error =
        is_mesons ? take(rest, "ERROR: ") : is_bazels && rest.find("failed") != std::string_view::npos;
    if (!is_error) return false;
    into.file = text.substr(0, colon);
    into.line = line;
    into.message = rest;
    return true;
}

// libxml2's: "a.xml:4: parser error : Premature end of data", "a.xml:3: element b: Schemas validity error :
// ..."
bool read_xml(std::string_view text, build_line& into) noexcept {
    constexpr std::string_view mark = " error : ";
    std::size_t const colon = text.find(':');
    std::size_t const at = text.find(mark);
    if (at == std::string_view::npos || colon > at || text.substr(0, colon).find(' ') < colon) return false;
    std::string_view rest = text.substr(colon + 1, at - colon - 1);
    into.line = take_number(rest);
    if (into.line < 0 || !take(rest, ": ")) return false;
    if (std::size_t const element = rest.find(": "); rest.starts_with("element ") && element < rest.size())
        rest.remove_prefix(element + 2);
    for (std::string_view const who :
         {"parser", "HTML parser", "namespace", "validity", "Schemas validity", "Schemas parser",
          "Relax-NG validity", "Relax-NG parser", "XPath", "compilation", "runtime"}) {
        if (rest != who) continue;
        into.kind = line_kind::diagnostic;
        into.is_error = true;
        into.file = text.substr(0, colon);
        into.message = trimmed(text.substr(at + mark.size()));
        return true;
    }
    return false;
}

bool read_cmake(std::string_view text, build_line& into) noexcept {
    constexpr std::string_view start = "CMake Error";
    if (text == "-- Configuring incomplete, errors occurred!" ||
        text.starts_with("CMake Generate step failed.")) {
        into.kind = line_kind::cmake_end;
        return true;
    }
    if (!text.starts_with(start)) return false;
    into.kind = line_kind::cmake_error;
    into.is_error = true;
    std::string_view rest = text.substr(start.size());
    if (rest.starts_with(": ")) {
        into.message = rest.substr(2);
        return true;
    }
    if (rest.starts_with(" (dev)")) rest.remove_prefix(6);
    if (!rest.ends_with(':')) return false;
    rest.remove_suffix(1);
    if (rest.starts_with(" in ")) {
        into.file = rest.substr(4);
        return true;
    }
    if (!rest.starts_with(" at ")) return false;
    auto const place = parse_cmake_place(rest.substr(4));
    if (!place) return false;
    into.file = place->file;
    into.line = place->line;
    into.function = place->function;
    return true;
}

bool read_ninja(std::string_view text, build_line& into) noexcept {
    constexpr std::string_view failed = "FAILED: ";
    constexpr std::string_view error = "ninja: error: ";
    if (text.starts_with(failed)) {
        into.kind = line_kind::ninja_failed;
        into.message = text.substr(failed.size());
    } else if (text.starts_with("ninja: build stopped: ")) {
        into.kind = line_kind::ninja_stopped;
        into.message = text.substr(text.rfind(": ") + 2);
    } else if (text.starts_with(error)) {
        into.kind = line_kind::ninja_error;
        into.message = text.substr(error.size());
        // "build.ninja:9: unknown build rule 'cxx'"
        std::size_t const colon = into.message.find(':');
        std::string_view rest = into.message.substr(std::min(colon, into.message.size()));
        int line = 0;
        if (take(rest, ":") && into.message.substr(0, colon).ends_with(".ninja") &&
            (line = take_number(rest)) > 0 && take(rest, ": ")) {
            into.file = into.message.substr(0, colon);
            into.line = line;
            into.message = rest;
        }
    } else {
        return false;
    }
    return true;
}

}  // namespace

std::optional<build_line> parse_cmake_place(std::string_view text) noexcept {
    std::size_t const open = text.rfind(" (");
    build_line place;
    if (open != std::string_view::npos) {
        if (!text.ends_with(')')) return std::nullopt;
        place.function = text.substr(open + 2, text.size() - open - 3);
        text = text.substr(0, open);
    }
    std::size_t const colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    place.file = text.substr(0, colon);
    place.line = number_of(text.substr(colon + 1));
    if (place.line == 0) return std::nullopt;
    return place;
}

bool is_xml_error(std::string_view line) noexcept {
    build_line found;
    return read_xml(line, found);
}

bool counts_xml(std::string_view line) noexcept {
    return line.ends_with(" fails to validate") || line.ends_with(" validation generated an internal error");
}

std::optional<build_line> parse_scons_place(std::string_view line) noexcept {
    if (!take(line, "File \"")) return std::nullopt;
    build_line place;
    place.file = line.substr(0, line.find('"'));
    line.remove_prefix(place.file.size());
    if (!take(line, "\", line ")) return std::nullopt;
    place.line = take_number(line);
    if (place.line < 1 || (!line.empty() && !take(line, ", in "))) return std::nullopt;
    place.function = line;
    return place;
}

bool is_ninja_status(std::string_view line) noexcept {
    if (!line.starts_with('[')) return false;
    std::size_t const done = digits_in(line.substr(1));
    std::string_view const rest = line.substr(1 + done);
    if (done == 0 || !rest.starts_with('/')) return false;
    std::size_t const all = digits_in(rest.substr(1));
    return all > 0 && rest.substr(1 + all).starts_with(']');
}

bool is_ninja_source(std::string_view line) noexcept {
    if (line.starts_with(' ')) return true;
    if (line.starts_with("build ")) return line.find(':') != std::string_view::npos;
    for (std::string_view const word : {"rule ", "default ", "pool ", "include ", "subninja "}) {
        if (line.starts_with(word)) return true;
    }
    return line.find(" = ") != std::string_view::npos || line.ends_with("^ near here");
}

bool read_other_tool(std::string_view text, build_line& into) noexcept {
    for (auto const read : {read_cmake, read_ninja, read_bracketed, read_placed_error, read_xml}) {
        build_line found;
        if (!read(text, found)) continue;
        into = found;
        return true;
    }
    into.kind = line_kind::tool_error;
    into.is_error = true;
    if (read_build_file(text, into)) return true;
    std::string_view rest = text;
    // the first of two says only where: "configure: error: in `/app':"
    if (take(rest, "configure: error: ") || take(rest, "config.status: error: ")) {
        into.is_error = !(rest.starts_with("in `") || rest.starts_with("in '"));
        into.message = rest;
        return true;
    }
    // of TeX, and of what calls it, where it went on to the end
    if (text == "Latexmk: Errors, so I did not complete making targets") {
        into.kind = line_kind::tex_end;
        into.message = text;
        return true;
    }
    if (text.find(" ==> Fatal error occurred, no output ") != std::string_view::npos) {
        into.kind = line_kind::tex_end;
        into.message = trimmed(text.substr(text.find("==> ") + 4));
        return true;
    }
    // "scons: *** [a.o] Error 1"
    if (take(rest, "scons: *** ")) {
        into.kind = line_kind::stop;
        into.message = rest;
        return true;
    }
    if (text == "scons: building terminated because of errors." ||
        text.starts_with("A full log can be found at ")) {
        into.kind = line_kind::make_aside;
        return true;
    }
    // a further line of what configure says
    if (text.starts_with("See ") && text.find("config.log") != std::string_view::npos) {
        into.kind = line_kind::count;
        return true;
    }
    return false;
}

}  // namespace task_agent::trace::build
