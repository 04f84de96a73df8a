#include "task_agent/trace/grammars/ocaml.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view header = "Fatal error: exception ";

class ocaml_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    std::string type_;
    std::string message_;
    frame_list frames_;
};

verdict ocaml_reader::feed(std::string_view line) {
    if (type_.empty()) {
        if (!take(line, header) || line.empty() || !is_upper(line.front())) return verdict::no_trace;
        std::size_t n = 0;
        while (n < line.size() && (is_name(line[n]) || line[n] == '.' || line[n] == '\''))
            ++n;
        type_ = bounded(line.substr(0, n), longest_name);
        std::string_view message = line.substr(n);
        take(message, ": ");
        // one text is shown without its brackets and quotes, other arguments as they are
        std::size_t const quotes = message.starts_with("(\"") && message.ends_with("\")") ? 2 : 0;
        if (quotes != 0 && message.size() >= 4 && message.find('"', 2) == message.size() - 2)
            message = message.substr(2, message.size() - 4);
        message_ = bounded(trimmed(message));
        return verdict::continues;
    }
    bool const is_frame =
        line.starts_with("Raised ") || line.starts_with("Called from ") || line.starts_with("Re-raised at ");
    if (!is_frame) return verdict::ended_before;
    // "Raised at M.f in file "m.ml" (inlined), line 3, characters 2-19"
    std::size_t const in = line.find(" in file \"");
    if (in == std::string_view::npos) return verdict::continues;
    std::string_view function = line.substr(0, in);
    std::string_view rest = line.substr(in + 10);
    for (std::string_view const start :
         {"Raised at ", "Raised by primitive operation at ", "Called from ", "Re-raised at "})
        if (take(function, start)) break;
    std::size_t const quote = rest.find('"');
    std::size_t const number = rest.find(", line");
    if (quote == std::string_view::npos || number == std::string_view::npos) return verdict::continues;
    std::string_view digits = rest.substr(number + 6);
    take(digits, "s");
    take(digits, " ");
    frames_.add(rest.substr(0, quote), std::max(0, take_number(digits)), function);
    return verdict::continues;
}

bool ocaml_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = trace_role::raised;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    exception_info& e = trace.exception;
    e.language = "ocaml";
    e.type = std::move(type_);
    e.message = std::move(message_);
    e.frames = frames_.outermost_first();
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column).starts_with(header)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_grammar() {
    return std::make_unique<ocaml_reader>();
}

}  // namespace task_agent::trace
