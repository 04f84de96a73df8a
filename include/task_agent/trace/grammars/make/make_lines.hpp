// The kinds of lines that builds print. Pure; no state; views into the line.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace task_agent::trace::build {

enum class line_kind : std::uint8_t {
    other,
    diagnostic,     // "main.c:3:5: error: ...", of a compiler's source file
    tool_error,     // "collect2: error: ld returned 1 exit status"
    linker,         // "ld: main.o: in function `main':", "main.c:(.text+0x1): undefined reference to `f'"
    lead,           // "In file included from a.h:1,", "main.c: In function 'f':"
    excerpt,        // "    6 |   return r;", "      |   ^~"
    fortran,        // "Error: Symbol 'x' at (1) has no type", below its place and its source
    count,          // "2 errors generated.", "compilation terminated."
    stop,           // "make[1]: *** [Makefile:3: all] Error 2", "Makefile:4: *** missing separator.  Stop."
    make_aside,     // "make[1]: Leaving directory '/app'", "make: Target 'all' not remade because of errors."
    ninja_failed,   // "FAILED: main.o"
    ninja_stopped,  // "ninja: build stopped: subcommand failed."
    ninja_error,    // "ninja: error: 'x', needed by 'y', missing and no known rule to make it"
    cmake_error,    // "CMake Error at CMakeLists.txt:3 (message):", "CMake Error: ..."
    cmake_end,      // "-- Configuring incomplete, errors occurred!"
    tex_end,        // "./a.tex:3:  ==> Fatal error occurred, no output PDF file produced!"
};

struct build_line {
    line_kind kind = line_kind::other;
    bool is_error = false;  // of a diagnostic or a linker's: not a warning, a note or a place
    bool is_top = false;    // of make: not of a make that another make runs
    bool is_linkers = false;
    std::string_view file;  // where it says so
    int line = 0;
    std::string_view function;
    std::string_view message;
};

[[nodiscard]] build_line parse(std::string_view line) noexcept;
// "CMakeLists.txt:6 (check_option)", of CMake's call stack or behind "CMake Error at ".
[[nodiscard]] std::optional<build_line> parse_cmake_place(std::string_view text) noexcept;
// "Makefile:3: recipe for target 'all' failed", which says the same as the line behind it.
[[nodiscard]] bool is_recipe_note(std::string_view line) noexcept;
// "Makefile:1: config.mk: No such file or directory", before make says that it cannot be made.
[[nodiscard]] bool is_include_note(std::string_view line) noexcept;
// Of make itself.
[[nodiscard]] bool read_make(std::string_view text, build_line& into) noexcept;
// Of tools that are neither make nor a Unix compiler: CMake, ninja, configure, meson, bazel, scons, nvcc and
// its like.
[[nodiscard]] bool read_other_tool(std::string_view text, build_line& into) noexcept;
// "[Makefile:3: all] Error 2": make's word for a recipe that failed, which does not say why.
[[nodiscard]] bool is_recipe(std::string_view message) noexcept;
// "gzip: x", "tar (child): x", "gen.py: x", "error: x": without who speaks, or the level. A name of another
// file than a script stays: that may be what is wrong.
[[nodiscard]] std::string_view without_speaker(std::string_view line) noexcept;
// "[Makefile:3: all] Error 2": where the recipe stands.
[[nodiscard]] std::optional<build_line> place_of_recipe(std::string_view message) noexcept;
// "make: Entering directory '/app'", "make: Leaving directory '/app'", of a make that no other make runs.
[[nodiscard]] bool is_around_top(std::string_view line) noexcept;
// "build a.o: cxx a.cc", "    ^ near here": what ninja shows of its file.
[[nodiscard]] bool is_ninja_source(std::string_view line) noexcept;
// Of automake's test harness: "=====", long enough to be around its summary, "Testsuite summary for x 1.2",
// "FAIL: t/x.test", and what ends the log of that, "FAIL t/x.test (exit status: 1)".
[[nodiscard]] bool is_underline(std::string_view line) noexcept;
[[nodiscard]] bool is_ruler(std::string_view line) noexcept;
[[nodiscard]] bool counts_tests(std::string_view line) noexcept;
[[nodiscard]] bool is_failed_test(std::string_view line) noexcept;
[[nodiscard]] bool ends_failed_test(std::string_view line) noexcept;
// "File "/app/SConstruct", line 4, in <module>": where scons found what it tells of.
[[nodiscard]] std::optional<build_line> parse_scons_place(std::string_view line) noexcept;
// "[3/12] Building ..."
[[nodiscard]] bool is_ninja_status(std::string_view line) noexcept;

// A checker's: "lib/a.pm:7:5: two-argument open", "[ERROR] /app/a.java:9:1: no statement. [EmptyBlock]"; no
// warning.
[[nodiscard]] std::optional<build_line> read_finding(std::string_view line) noexcept;
// "Package 'nut', required by 'virtual:world', not found", "No package 'nut' found".
[[nodiscard]] bool is_said_by_pkg_config(std::string_view line) noexcept;
// Of TeX, with or without the place: "! LaTeX Error: File `x.sty' not found.", "./a.tex:3: Emergency stop."
[[nodiscard]] std::optional<build_line> read_tex_error(std::string_view line) noexcept;
// Whether a line speaks of something wrong: a recipe that fails in silence leaves its last progress there.
// "           FLASH:       88275 B        64 KB    134.70%", of a linker that prints what is used, and its
// heading
[[nodiscard]] bool is_of_memory(std::string_view line) noexcept;
[[nodiscard]] bool is_complaint(std::string_view line) noexcept;
// xmllint's: "a.xml:4: parser error : Premature end of data", and what it says of the whole file behind them,
// "a.xml fails to validate".
[[nodiscard]] bool is_xml_error(std::string_view line) noexcept;
[[nodiscard]] bool counts_xml(std::string_view line) noexcept;
// What it prints behind them: "Found 3 errors in 1 file (checked 2 source files)", "1 problem".
[[nodiscard]] bool counts_findings(std::string_view line) noexcept;

}  // namespace task_agent::trace::build
