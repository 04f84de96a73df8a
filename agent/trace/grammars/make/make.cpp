#include "task_agent/trace/grammars/make/make.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include "automake_test.hpp"

namespace task_agent::trace {
namespace {

using build::build_line;
using build::line_kind;

constexpr int most_lines = 4096;
constexpr int most_strangers = 64;        // other jobs' lines
constexpr int strangers_behind_end = 16;  // make has said that it gives up; with -k it still goes on

class make_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_over_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    [[nodiscard]] bool is_inside(build_line const& found) noexcept;
    verdict stranger(std::string_view line);
    verdict in_cmake(std::string_view line);
    [[nodiscard]] std::string_view type() const noexcept;
    verdict take(build_line const& found, std::string_view line);
    void say(build_line const& found, std::string_view line);

    std::string message_;
    std::string cause_line_;
    std::string function_;   // that the compiler or the linker is in
    std::string failed_;     // ninja's "FAILED: a.o"
    std::string command_;    // of that
    std::string last_said_;  // by a recipe, in no known form
    stack_frame place_;      // of gfortran's next error
    std::string stop_;       // make's own words
    std::string stop_line_;
    block_bounds block_;
    automake_test test_;
    line_kind cause_ = line_kind::other;
    std::vector<stack_frame> frames_;  // outermost last
    bool is_fresh_ = true;
    bool awaits_command_ = false;  // ninja prints it behind FAILED
    bool is_source_next_ = false;  // older compilers print it bare
    bool awaits_place_ = false;    // scons prints it behind its own word
    bool in_cmake_ = false;
    bool in_further_ = false;  // a further error of CMake
    bool is_over_ = false;
    bool is_ninja_ = false;
    bool in_ninja_file_ = false;
    bool is_inside_ = true;    // the line that is read
    bool is_stopped_ = false;  // make has said so
    bool is_behind_ = false;   // something else, behind make's first word
    bool is_linkers_ = false;  // the cause
    bool is_xml_ = false;
    bool has_further_ = false;  // of a compiler or of XML
    bool is_told_ = false;      // what a command under ninja said first
    bool has_complained_ = false;
    bool went_on_ = false;      // other jobs, behind make's first word
    bool is_tex_over_ = false;  // it gave up
    int lines_ = 0;
    int strangers_ = 0;
};

void make_reader::say(build_line const& found, std::string_view line) {
    if (!cause_line_.empty()) return;
    cause_line_ = bounded(trimmed(line));
    cause_ = found.kind;
    is_linkers_ = found.is_linkers;
    is_xml_ = build::is_xml_error(line);
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
        // of what a command under ninja says the first complaint tells, or the first line
        bool const complains = build::is_complaint(line);
        if (!is_ninja_ || last_said_.empty() || complains) last_said_ = bounded(trimmed(line));
        is_told_ = is_ninja_ && complains;
        has_complained_ = has_complained_ || complains;
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
        message_ = bounded(build::without_speaker(text));
        cause_line_.append(" ").append(bounded(text));
    } else if (auto const place = build::parse_cmake_place(text);
               place && !place->function.empty() && frames_.size() < most_frames) {
        frames_.push_back({bounded(place->file), place->line, bounded(place->function)});
    }
    return verdict::continues;
}

// Without make, the first of a compiler's findings. Else up to make's first word, with those of the makes
// around it that directly follow. Whatever other jobs say behind that, and that the whole is not made, is
// none of it.
bool make_reader::is_inside(build_line const& found) noexcept {
    if (cause_ == line_kind::cmake_error) return true;
    bool const is_aside = found.kind == line_kind::make_aside;
    has_further_ = has_further_ ||
                   (cause_ == line_kind::diagnostic && found.kind == line_kind::diagnostic && found.is_error);
    if (!is_stopped_) {
        is_stopped_ = found.kind == line_kind::stop;
        // what leads to the next one
        bool const is_lead = cause_ == line_kind::diagnostic && found.kind == line_kind::lead;
        return is_stopped_ || found.kind == line_kind::ninja_stopped ||
               (!is_aside && !is_lead && !has_further_);
    }
    if (found.kind != line_kind::stop && !is_aside) is_behind_ = true;
    return !is_behind_ && !is_over_ && found.kind == line_kind::stop && build::is_recipe(found.message);
}

verdict make_reader::feed(std::string_view line) {
    is_inside_ = true;
    verdict const answer = read(line);
    test_.note(line, answer);
    return block_.note(line, answer, is_inside_);
}

verdict make_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (in_cmake_) {
        is_inside_ = cause_ == line_kind::cmake_error || !is_stopped_;
        if (verdict const answer = in_cmake(line); answer != verdict::not_mine) return answer;
    }
    if (std::exchange(awaits_command_, false)) {
        if (command_.empty()) command_ = bounded(trimmed(line));
        return verdict::continues;
    }
    if (awaits_place_) {
        if (auto const place = build::parse_scons_place(line)) {
            frames_.push_back({bounded(place->file), place->line, bounded(place->function)});
            return verdict::ends;
        }
        // "(action 1: cc a.c)"
        if ((awaits_place_ = line.starts_with('('))) return verdict::continues;
    }
    if (in_ninja_file_) {
        in_ninja_file_ = build::is_ninja_source(line) && !line.ends_with("^ near here");
        if (build::is_ninja_source(line)) return verdict::continues;
    }
    // and the next one
    if (is_over_ && build::is_around_top(line)) return verdict::ended_before;
    build_line const found = build::parse(line);
    is_inside_ = is_blank(line) || is_inside(found);
    bool const is_bare_source = std::exchange(is_source_next_, false) && line.starts_with(' ');
    if (found.kind == line_kind::other && is_bare_source) return verdict::continues;
    if (found.kind == line_kind::other || (is_fresh_ && found.kind == line_kind::excerpt)) {
        if (!is_fresh_) return is_xml_ && build::counts_xml(line) ? verdict::continues : stranger(line);
        auto const finding = last_said_.empty() ? build::read_finding(line) : std::nullopt;
        if (finding) say(*finding, line);
        if (auto const tex = build::read_tex_error(line); tex && !finding) {
            bool const is_told = !cause_line_.empty();
            say(*tex, line);
            if (is_told && frames_.empty() && tex->line > 0)
                frames_.push_back({bounded(tex->file), tex->line, {}});
        }
        test_.read(line);
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
            in_ninja_file_ = found.kind == line_kind::ninja_error && found.line > 0;
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
            awaits_place_ = line.starts_with("scons: ") && !build::is_recipe(found.message);
            if (found.is_top && found.message.ends_with("  Stop.")) return verdict::ends;
            break;
        case line_kind::ninja_failed:
            awaits_command_ = true;
            if (failed_.empty()) failed_ = bounded(trimmed(line));
            is_ninja_ = true;
            break;
        case line_kind::ninja_stopped:
            stop_ = bounded(trimmed(found.message));
            stop_line_ = bounded(trimmed(line));
            return verdict::ends;
        case line_kind::cmake_end:
            return verdict::ends;
        case line_kind::tex_end:
            if (is_tex_over_) return verdict::not_mine;
            is_tex_over_ = true;
            if (stop_.empty()) {
                stop_ = bounded(trimmed(found.message));
                stop_line_ = bounded(trimmed(line));
            }
            break;
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

std::string_view make_reader::type() const noexcept {
    if (is_linkers_) return "linker error";
    if (test_.is_one()) return "test failed";
    return stop_.empty() && is_xml_ ? "command failed" : "build failed";
}

bool make_reader::conclude(found_trace& trace) {
    // what calls TeX has much to say behind it, other than make
    trace.role = is_tex_over_ && !is_over_ ? trace_role::detached : trace_role::notice;
    // what the other jobs said meanwhile tells nothing of the one that failed
    if (went_on_ && trace.handled == handling::aside) trace.handled = handling::none;
    if (cause_line_.empty()) {
        if (stop_.empty()) return false;
        if (!test_.said().empty()) last_said_ = test_.said();
        // what the recipe printed last says more than make, which only knows that it failed
        // calm output of a command under ninja tells less than what failed
        bool const is_calm = !failed_.empty() && !has_complained_ && !test_.is_one();
        if (is_calm) last_said_ = command_.empty() ? failed_ : failed_ + ": " + command_;
        bool const is_told = !last_said_.empty();
        if (!is_told) {
            trace.role = trace_role::summary;
            if (auto const place = build::place_of_recipe(stop_))
                frames_.push_back({bounded(place->file), place->line, {}});
        }
        cause_line_ = is_told ? std::move(last_said_) : std::move(stop_line_);
        message_ = is_told ? std::string(build::without_speaker(cause_line_)) : stop_;
    }
    test_.is_one() ? test_.cut(trace) : block_.cut(trace);
    // a script checks XML as well as a build does
    bool const is_of_script = stop_.empty() && is_xml_;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, is_of_script ? "shell" : "make", std::string(type()), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_make_grammar() {
    return std::make_unique<make_reader>();
}

}  // namespace task_agent::trace
