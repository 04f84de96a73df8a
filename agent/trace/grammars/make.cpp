#include "task_agent/trace/grammars/make.hpp"

#include "task_agent/trace/grammars/make_lines.hpp"

#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using build::build_line;
using build::line_kind;

constexpr std::size_t most_back = 24;
constexpr std::size_t most_said = 8;  // lines of one complaint
constexpr int most_lines = 4096;
constexpr int most_strangers = 64;        // other jobs' lines
constexpr int strangers_behind_end = 16;  // make has said that it gives up; with -k it still goes on

class make_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_over_; }
    bool conclude(found_trace& trace) override;

private:
    verdict stranger(std::string_view line);
    verdict in_cmake(std::string_view line);
    verdict take(build_line const& found, std::string_view line);
    void say(build_line const& found, std::string_view line);

    std::string message_;
    std::string cause_line_;
    std::string function_;   // that the compiler or the linker is in
    std::string last_said_;  // by a recipe, in no known form
    stack_frame place_;      // of gfortran's next error
    std::string stop_;       // make's own words
    std::string stop_line_;
    std::vector<stack_frame> frames_;  // outermost last
    bool is_fresh_ = true;
    bool awaits_command_ = false;  // ninja prints it behind FAILED
    bool is_source_next_ = false;  // older compilers print it bare
    bool in_cmake_ = false;
    bool in_further_ = false;  // a further error of CMake
    bool is_over_ = false;
    bool is_ninja_ = false;
    bool is_told_ = false;  // what a command under ninja said first
    bool went_on_ = false;  // other jobs, behind make's first word
    int lines_ = 0;
    int strangers_ = 0;
};

void make_reader::say(build_line const& found, std::string_view line) {
    if (!cause_line_.empty()) return;
    cause_line_ = bounded(trimmed(line));
    message_ = bounded(trimmed(found.message));
    if (found.file.empty()) return;
    stack_frame frame;
    frame.file = bounded(found.file);
    frame.line = found.line;
    frame.function = found.function.empty() ? function_ : bounded(found.function);
    frames_.push_back(std::move(frame));
}

verdict make_reader::stranger(std::string_view line) {
    if (build::is_ninja_status(line)) {
        is_told_ = !last_said_.empty();
    } else if (!is_blank(line) && cause_line_.empty() && stop_.empty() && !is_told_) {
        // what stands behind make's own word was not said by the recipe
        last_said_ = bounded(trimmed(line));
        is_told_ = is_ninja_;
    }
    return ++strangers_ > (is_over_ ? strangers_behind_end : most_strangers) ? verdict::ended_before
                                                                             : verdict::not_mine;
}

// The text of a CMake Error is indented by two; blank lines divide it.
verdict make_reader::in_cmake(std::string_view line) {
    // a generator that is not known is answered by those that are
    if (is_blank(line) || line == "Call Stack (most recent call first):" || line == "Generators" ||
        line.starts_with("* "))
        return verdict::continues;
    if (!line.starts_with("  ")) {
        in_cmake_ = false;
        return verdict::not_mine;
    }
    std::string_view const text = trimmed(line);
    if (in_further_) {
        // the first one tells
    } else if (message_.empty()) {
        message_ = bounded(text);
        cause_line_ += " " + message_;
    } else if (auto const place = build::parse_cmake_place(text);
               place && !place->function.empty() && frames_.size() < most_frames) {
        frames_.push_back({bounded(place->file), place->line, bounded(place->function)});
    }
    return verdict::continues;
}

verdict make_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (in_cmake_) {
        if (verdict const answer = in_cmake(line); answer != verdict::not_mine) return answer;
    }
    if (std::exchange(awaits_command_, false)) return verdict::continues;
    build_line const found = build::parse(line);
    bool const is_bare_source = std::exchange(is_source_next_, false) && line.starts_with(' ');
    if (found.kind == line_kind::other && is_bare_source) return verdict::continues;
    if (found.kind == line_kind::other || (is_fresh_ && found.kind == line_kind::excerpt)) {
        if (!is_fresh_) return stranger(line);
        // the lines before make's, which a recipe printed: the first one tells
        if (last_said_.empty()) last_said_ = bounded(trimmed(line));
        return verdict::continues;
    }
    // of Fortran, the place
    is_fresh_ = is_fresh_ && found.kind == line_kind::lead && found.line > 0;
    return take(found, line);
}

verdict make_reader::take(build_line const& found, std::string_view line) {
    switch (found.kind) {
        case line_kind::diagnostic:
        case line_kind::tool_error:
        case line_kind::linker:
        case line_kind::ninja_error:
            if (!found.function.empty()) function_ = bounded(found.function);
            if (found.is_error || found.kind == line_kind::ninja_error) say(found, line);
            is_source_next_ = found.kind == line_kind::diagnostic;
            break;
        case line_kind::lead:
            function_ = bounded(found.function);
            if (found.line > 0) place_ = {bounded(found.file), found.line, {}};
            break;
        case line_kind::fortran:
            if (cause_line_.empty() && place_.line > 0) frames_.push_back(std::move(place_));
            say(found, line);
            break;
        case line_kind::cmake_error:
            in_further_ = !cause_line_.empty();
            say(found, line);
            in_cmake_ = true;
            break;
        case line_kind::stop:
            if (stop_.empty()) {
                stop_ = bounded(trimmed(found.message));
                stop_line_ = bounded(trimmed(line));
                if (!build::is_recipe(found.message)) say(found, line);
            }
            went_on_ = went_on_ || is_over_;
            is_over_ = is_over_ || found.is_top;
            if (found.is_top && found.message.ends_with("  Stop.")) return verdict::ends;
            break;
        case line_kind::ninja_failed:
            awaits_command_ = true;
            is_ninja_ = true;
            break;
        case line_kind::ninja_stopped:
            stop_ = bounded(trimmed(found.message));
            stop_line_ = bounded(trimmed(line));
            return verdict::ends;
        case line_kind::cmake_end:
            return verdict::ends;
        case line_kind::make_aside:
            went_on_ = went_on_ || is_over_;
            break;
        case line_kind::excerpt:
        case line_kind::count:
            break;
        case line_kind::other:
            return stranger(line);
    }
    strangers_ = 0;
    return verdict::continues;
}

bool make_reader::conclude(found_trace& trace) {
    trace.role = trace_role::notice;
    // what the other jobs said meanwhile tells nothing of the one that failed
    if (went_on_ && trace.handled == handling::aside) trace.handled = handling::none;
    if (cause_line_.empty()) {
        if (stop_.empty()) return false;
        // what the recipe printed last says more than make, which only knows that it failed
        bool const is_told = !last_said_.empty();
        if (!is_told) trace.role = trace_role::summary;
        message_ = is_told ? std::move(last_said_) : std::move(stop_);
        cause_line_ = is_told ? message_ : std::move(stop_line_);
    }
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "make", "build failed", std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

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
    std::size_t n = 0;
    while (n < most_back) {
        auto const before = context.back(n + 1, column);
        if (!before || build::parse(*before).kind != line_kind::linker) break;
        ++n;
    }
    return n;
}

// Whether a line speaks of something wrong: a recipe that fails in silence leaves its last progress there.
bool is_complaint(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 26> marks = {
        "rror",   "ERR",    "ail",       "FAIL",   "annot",   "can't",   "ould not",    "nable", " not ",
        "issing", "nvalid", "nknown",    "denied", "refused", "No such", "expected",    "bad ",  "Bad ",
        "must ",  "roken",  "timed out", "abort",  "Abort",   "llegal",  "unsupported", "no "};
    std::size_t const colon = line.find(": ");
    bool const is_said = colon != std::string_view::npos && colon > 0 && line.find(' ') > colon;
    return is_said || std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
               return line.find(mark) != std::string_view::npos;
           });
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
    std::size_t const note = last && build::is_recipe_note(*last) ? 1 : 0;
    std::size_t n = note;
    std::string_view line;
    do {
        auto const before = context.back(++n, column);
        if (!before || is_blank(*before) || n > note + most_said) return note;
        line = *before;
    } while (line.starts_with(' ') || line.starts_with('\t'));
    line_kind const kind = build::parse(line).kind;
    bool const is_said = kind == line_kind::tool_error ||
                         (kind == line_kind::other && !line.starts_with("make") && is_complaint(line));
    if (!is_said) return note;
    std::string const speaker(speaker_of(line));
    for (; kind == line_kind::other && !speaker.empty() && n < note + most_said; ++n) {
        auto const above = context.back(n + 1, column);
        if (!above || speaker_of(*above) != speaker || build::parse(*above).kind != line_kind::other) break;
    }
    return n;
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
            if (build::is_recipe(found.message)) return start_point{column, recipe_line(context, column)};
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

std::unique_ptr<grammar> make_make_grammar() {
    return std::make_unique<make_reader>();
}

}  // namespace task_agent::trace
