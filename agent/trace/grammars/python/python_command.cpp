#include "task_agent/trace/grammars/python/python_command.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr int most_pip_lines = 400;
constexpr int most_conflict_lines = 40;  // to pip's last word about it

// "/usr/bin/python3.11: can't open file '/app/x.py': [Errno 2] No such file or directory": what stands behind
// the interpreter's name.
std::optional<std::string_view> said_by_interpreter(std::string_view line) noexcept {
    std::size_t const colon = line.substr(0, 256).find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const path = line.substr(0, colon);
    std::string_view name = path.substr(path.find_last_of('/') + 1);  // npos + 1 = 0
    constexpr std::string_view start_of_name = "python";
    if (!name.starts_with(start_of_name)) return std::nullopt;
    name.remove_prefix(start_of_name.size());
    if (name.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
    std::string_view const said = line.substr(colon + 2);
    for (std::string_view const start :
         {"can't open file '", "No module named ", "can't find '__main__' module in ", "Error while finding ",
          "No code object available for "}) {
        if (said.starts_with(start)) return said;
    }
    return std::nullopt;
}

// "Error while finding module specification for 'x' (ModuleNotFoundError: No module named 'x')"
std::optional<python::raised_line> raised_in(std::string_view said) noexcept {
    std::size_t const open = said.find(" (");
    if (!said.starts_with("Error while finding ") || open == std::string_view::npos || !said.ends_with(')'))
        return std::nullopt;
    return python::parse_raised(said.substr(open + 2, said.size() - open - 3));
}

// Of a main script that could not even be decoded: there is no line to show.
std::optional<std::string_view> said_of_source(std::string_view line) noexcept {
    constexpr std::string_view type = "SyntaxError: ";
    if (!line.starts_with(type)) return std::nullopt;
    std::string_view const said = line.substr(type.size());
    for (std::string_view const start :
         {"Non-UTF-8 code starting with ", "Non-ASCII character ", "source code cannot contain null bytes",
          "encoding problem: ", "unknown encoding: ", "(unicode error) "}) {
        if (said.starts_with(start)) return said;
    }
    return std::nullopt;
}

// Of pip: "ERROR: No matching distribution found for x", "error: subprocess-exited-with-error".
std::optional<std::string_view> said_by_pip(std::string_view line) noexcept {
    line = trimmed(line);
    bool const is_loud = line.starts_with("ERROR: ");
    if (!is_loud && !line.starts_with("error: ")) return std::nullopt;
    std::string_view const said = line.substr(7);
    if (!is_loud) {
        bool const is_known = said == "subprocess-exited-with-error" ||
                              said == "metadata-generation-failed" ||
                              said == "externally-managed-environment" || said == "invalid-egg-fragment" ||
                              said == "legacy-install-failure" || said == "resolution-too-deep";
        return is_known ? std::optional(said) : std::nullopt;
    }
    for (std::string_view const start :
         {"Could not find a version that satisfies the requirement ", "No matching distribution found for ",
          "Could not install packages due to an ",
          "Could not open requirements file: ", "Failed building wheel for ", "Could not build wheels for ",
          "ResolutionImpossible: ", "Invalid requirement: ", "Failed to build installable wheels for ",
          "THESE PACKAGES DO NOT MATCH THE HASHES "}) {
        if (said.starts_with(start)) return said;
    }
    bool const is_conflict =
        said.starts_with("Cannot install ") && said.ends_with(" have conflicting dependencies.");
    return is_conflict ? std::optional(said) : std::nullopt;
}

class python_command_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line) {
        if (is_pip_) return in_pip(line);
        auto said = said_by_interpreter(line);
        is_source_ = !said;
        if (!said) said = said_of_source(line);
        if (!said) said = said_by_pip(line);
        if (!said) return verdict::no_trace;
        said_ = bounded(trimmed(*said));
        cause_line_ = bounded(trimmed(line));
        is_pip_ = said_by_pip(line).has_value();
        if (is_pip_) is_source_ = false;
        return is_pip_ ? verdict::continues : verdict::ends;
    }
    // What a step of a build printed stands in a margin, behind a line that says which step it was.
    verdict in_pip(std::string_view line) {
        if (++lines_ > most_pip_lines) return verdict::ended_before;
        if (line.starts_with("ERROR: ResolutionImpossible: ")) return verdict::ends;
        // which it says once more, of any version
        if (line.starts_with("ERROR: No matching distribution found for ")) block_.end_here();
        if (line.starts_with("ERROR: ") || is_blank(line)) return verdict::continues;
        if (said_.starts_with("Cannot install ") && lines_ <= most_conflict_lines) return verdict::continues;
        std::string_view const text = trimmed(line);
        if (!raised_type_.empty()) block_.end_here();
        if (in_traceback(line)) return verdict::continues;
        constexpr std::string_view cross = "\u00D7 ";
        if (text.starts_with(cross) && !has_step_) {
            has_step_ = true;
            said_ = bounded(text.substr(cross.size()));
            cause_line_ += ": " + said_;
        }
        bool const belongs = text.size() < line.size() || text.starts_with(cross) ||
                             text.starts_with("\u2570\u2500>") || text.starts_with("\u2502") ||
                             said_by_pip(line).has_value();
        return belongs ? verdict::continues : verdict::ended_before;
    }

    // The traceback of a step, behind its margin, tells more than that the step failed.
    bool in_traceback(std::string_view line) {
        // at the margin of its own it is another program's
        bool const is_indented = line.size() > python::header.size() && line.ends_with(python::header);
        if (is_indented && raised_type_.empty()) {
            margin_ = line.size() - python::header.size();
            frames_.clear();
            block_.begin_here();
            return true;
        }
        if (margin_ == 0 || line.size() <= margin_ || !is_blank(line.substr(0, margin_))) return false;
        line.remove_prefix(margin_);
        if (auto frame = python::parse_frame(line)) {
            push_bounded(frames_, std::move(*frame), first_frames, most_frames);
            return true;
        }
        if (auto const raised = python::parse_raised(line); raised && !frames_.empty()) {
            raised_type_ = std::string(raised->type);
            said_ = bounded(trimmed(raised->message));
            cause_line_ = bounded(trimmed(line));
            margin_ = 0;
        }
        return true;
    }

    std::size_t margin_ = 0;  // of a traceback that has not ended
    std::string raised_type_;
    std::vector<stack_frame> frames_;
    bool is_pip_ = false;
    bool has_step_ = false;
    int lines_ = 0;
    bool is_source_ = false;
    std::string said_;
    std::string cause_line_;
    block_bounds block_;
};

bool python_command_reader::conclude(found_trace& trace) {
    trace.role = trace_role::notice;
    block_.cut(trace);
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "python";
    trace.exception.type = is_source_ ? "SyntaxError" : "error";
    if (auto const raised = raised_in(said_)) {
        trace.exception.type = raised->type;
        said_ = std::string(raised->message);
    }
    if (!raised_type_.empty()) {
        put_exception(trace.exception, "python", std::move(raised_type_), std::move(said_),
                      std::move(frames_));
        return true;
    }
    trace.exception.message = std::move(said_);
    return true;
}

}  // namespace

std::optional<start_point> find_python_command_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (said_by_interpreter(text) || said_of_source(text) || said_by_pip(text))
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_command_grammar() {
    return std::make_unique<python_command_reader>();
}

}  // namespace task_agent::trace
