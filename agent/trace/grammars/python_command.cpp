#include "task_agent/trace/grammars/python_command.hpp"

#include "reading.hpp"

namespace task_agent::trace {
namespace {

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

class python_command_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        auto said = said_by_interpreter(line);
        is_source_ = !said;
        if (!said) said = said_of_source(line);
        if (!said) return verdict::no_trace;
        said_ = bounded(trimmed(*said));
        cause_line_ = bounded(trimmed(line));
        return verdict::ends;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        trace.role = trace_role::notice;
        trace.cause_line = std::move(cause_line_);
        trace.exception.language = "python";
        trace.exception.type = is_source_ ? "SyntaxError" : "error";
        trace.exception.message = std::move(said_);
        return true;
    }

private:
    bool is_source_ = false;
    std::string said_;
    std::string cause_line_;
};

}  // namespace

std::optional<start_point> find_python_command_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (said_by_interpreter(text) || said_of_source(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_command_grammar() {
    return std::make_unique<python_command_reader>();
}

}  // namespace task_agent::trace
