// Where what a build says of a failure begins: with what led to an error, or with what a recipe or a test had
// said before make told of it.
#include "task_agent/trace/grammars/make/make.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using build::build_line;
using build::line_kind;

constexpr std::size_t most_back = 24;
constexpr std::size_t most_of_tex = 64;
constexpr std::size_t most_said = 8;  // lines of one complaint

bool may_surround(line_kind kind) noexcept {
    return kind == line_kind::lead || kind == line_kind::excerpt || kind == line_kind::diagnostic;
}

// How many lines before a compiler's error led to it: "In file included from", "In function", and the
// warnings that stand between those and it.
std::size_t lead_of(start_context const& context, std::size_t column) {
    std::size_t lines_back = 0;
    bool in_lead = false;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const before = context.back(n, column);
        if (!before) break;
        build_line const found = build::parse(*before);
        if (!may_surround(found.kind)) break;
        if (found.kind == line_kind::lead) {
            in_lead = true;
            lines_back = n;
        } else if (in_lead) {
            break;  // of an earlier one
        }
    }
    return lines_back;
}

std::size_t linker_lines(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const before = context.back(n, column);
        if (!before) break;
        line_kind const kind = build::parse(*before).kind;
        // a table of memory stands below what it said
        if (kind != line_kind::linker && kind != line_kind::count) break;
        if (kind == line_kind::linker) first = n;
    }
    return first;
}

// "tar (child): x", "gen.py: x": who speaks.
std::string_view speaker_of(std::string_view line) noexcept {
    std::size_t const end = line.find_first_of(": ");
    return end == std::string_view::npos || line.find(": ") == std::string_view::npos ? std::string_view()
                                                                                      : line.substr(0, end);
}

// A recipe's last line stands directly before make's; it may be indented below the one that tells, or the
// last of several of one tool.
std::size_t recipe_line(start_context const& context, std::size_t column) {
    auto const last = context.back(1, column);
    // a blank line may stand between
    std::size_t const note = last && (build::is_recipe_note(*last) || last->empty()) ? 1 : 0;
    std::size_t n = note;
    std::string_view line;
    do {
        auto const before = context.back(++n, column);
        if (!before || is_blank(*before) || n > note + most_said) return last && last->empty() ? 0 : note;
        line = *before;
    } while (line.starts_with(' ') || line.starts_with('\t'));
    line_kind const kind = build::parse(line).kind;
    // a linker that no compiler called
    if (std::size_t const linked = linker_lines(context, column); note == 0 && linked > 0) return linked;
    if (build::is_said_by_pkg_config(line)) {
        for (std::size_t above = n; above < n + most_said; ++above) {
            auto const before = context.back(above, column);
            if (before && before->ends_with(" was not found in the pkg-config search path.")) return above;
        }
    }
    bool const is_said = kind == line_kind::tool_error ||
                         (kind == line_kind::other && !line.starts_with("make") && build::is_complaint(line));
    if (!is_said) return last && last->empty() ? 0 : note;
    std::string const speaker(speaker_of(line));
    for (; kind == line_kind::other && !speaker.empty() && n < note + most_said; ++n) {
        auto const above = context.back(n + 1, column);
        if (!above || speaker_of(*above) != speaker || build::parse(*above).kind != line_kind::other) break;
    }
    return n;
}

// From the ruler at the end of automake's summary to the first test that failed.
std::size_t test_lines(start_context const& context, std::size_t column) {
    auto const last = context.back(1, column);
    if (!last || !build::is_ruler(*last)) return 0;
    bool is_counted = false;
    std::size_t ruler = 0;
    std::size_t first = 0;
    std::size_t shown = 0;  // with its log below
    for (std::size_t n = 2; auto const line = context.back(n, column); ++n) {
        if (line->starts_with("make")) break;
        is_counted = is_counted || build::counts_tests(*line);
        // that of a log is as long as the name of its test
        if (build::is_failed_test(*line)) (line->size() == ruler ? shown : first) = n;
        ruler = build::is_underline(*line) ? line->size() : 0;
    }
    if (shown > 0) first = shown;
    return is_counted ? first : 0;
}

// From make's word to the first finding of a checker that a recipe ran; what it counts, and the source,
// may stand between.
std::size_t finding_lines(start_context const& context, std::size_t column) {
    constexpr int most_between = 6;
    std::size_t first = 0;
    int between = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const before = context.back(n, column);
        if (!before) break;
        if (build::read_finding(*before)) {
            first = n;
            between = 0;
            continue;
        }
        bool const is_excerpt =
            before->starts_with(' ') || before->starts_with("l.") || before->starts_with(".. ");
        // a note belongs to the finding above
        bool const is_note = before->find(": note: ") != std::string_view::npos;
        if (is_note) continue;
        bool const is_between = is_blank(*before) || build::counts_findings(*before) || is_excerpt;
        if (!is_between || ++between > most_between) break;
    }
    return first;
}

// From TeX's last word to its first error.
std::size_t tex_lines(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_of_tex; ++n) {
        auto const before = context.back(n, column);
        if (!before || before->starts_with("This is ")) break;
        if (build::read_tex_error(*before)) first = n;
    }
    return first;
}

// From make's word over what TeX says behind its errors, which did not stop it; pandoc shows them below words
// of its own.
std::size_t tex_recipe_lines(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const before = context.back(n, column);
        if (!before) break;
        if (before->starts_with("Transcript written on ") || *before == "Error producing PDF.")
            return tex_lines(context, column);
    }
    return 0;
}

// From gfortran's "Error: " to the place that it tells of.
std::size_t fortran_lines(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_said; ++n) {
        auto const before = context.back(n, column);
        if (!before) break;
        build_line const found = build::parse(*before);
        if (found.kind == line_kind::lead && found.line > 0) return n;
        if (!is_blank(*before) && !before->starts_with(' ')) break;
    }
    return 0;
}

std::optional<start_point> start_of(start_context const& context, std::size_t column) {
    build_line const found = build::parse(context.line().substr(column));
    switch (found.kind) {
        case line_kind::diagnostic:
            if (!found.is_error) return std::nullopt;
            return start_point{column, lead_of(context, column)};
        case line_kind::tool_error:
            return start_point{column, linker_lines(context, column)};
        case line_kind::stop: {
            auto const before = context.back(1, column);
            // head and tail show files, with their names above
            if (before && before->starts_with("==> ") && before->ends_with(" <==")) return std::nullopt;
            if (build::is_recipe(found.message)) {
                std::size_t const tests = test_lines(context, column);
                if (tests > 0) return start_point{column, tests};
                std::size_t findings = finding_lines(context, column);
                if (findings == 0) findings = tex_recipe_lines(context, column);
                return start_point{column, findings > 0 ? findings : recipe_line(context, column)};
            }
            return start_point{column, before && build::is_include_note(*before) ? std::size_t{1} : 0};
        }
        case line_kind::fortran: {
            std::size_t const back = fortran_lines(context, column);
            return back > 0 ? std::optional(start_point{column, back}) : std::nullopt;
        }
        case line_kind::ninja_failed: {
            auto const before = context.back(1, column);
            if (!before || !build::is_ninja_status(*before)) return std::nullopt;
            return start_point{column, 0};
        }
        case line_kind::tex_end:
            return start_point{column, tex_lines(context, column)};
        case line_kind::ninja_error:
        case line_kind::cmake_error:
            return start_point{column, 0};
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<start_point> find_make_start(start_context const& context) {
    std::string_view const line = context.line();
    // every start holds one of these
    bool const is_likely =
        line.find("rror") != std::string_view::npos || line.find("RROR") != std::string_view::npos ||
        line.find(": *** ") != std::string_view::npos || line.find("FAILED: ") != std::string_view::npos;
    if (!is_likely) return std::nullopt;
    for (std::size_t const column : context.columns()) {
        if (auto const at = start_of(context, column)) return at;
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
