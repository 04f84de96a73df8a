// What stands behind a place in the same line: a test of ppx_inline_test that does not hold, a file that
// ocamllex or ocamlyacc could not read.
#include "task_agent/trace/grammars/ocaml_lines.hpp"
#include "task_agent/trace/grammars/ocaml_test.hpp"

#include "line_reading.hpp"
#include "ocaml_frame.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr int most_lines = 64;
constexpr std::string_view threw = " threw";

enum class form { none, is_false, raised, generator };

form form_of(place const& where) noexcept {
    if (where.rest.ends_with(" is false.")) return form::is_false;
    // the exception on the next line where it is long
    if (where.rest.ends_with(threw) || where.rest.find(" threw ") != std::string_view::npos)
        return where.file.ends_with(".ml") ? form::raised : form::none;
    bool const is_grammar = where.file.ends_with(".mll") || where.file.ends_with(".mly");
    return is_grammar && !where.rest.empty() && !where.rest.starts_with("Warning") &&
                   !where.rest.starts_with("warning")
               ? form::generator
               : form::none;
}

class ocaml_place_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return form_ != form::none; }
    bool conclude(found_trace& trace) override;

private:
    void raise(std::string_view text);

    form form_ = form::none;
    std::string type_ = "test failed";
    std::string message_;
    stack_frame place_;
    frame_list frames_;
    bool is_named_ = false;
    int lines_ = 0;
};

// "(Failure "no nut").", "Not_found."
void ocaml_place_reader::raise(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text.empty()) return;
    if (take(text, "(") && text.ends_with(')')) text.remove_suffix(1);
    std::string_view const name = text.substr(0, text.find_first_of(" ("));
    is_named_ = true;
    if (!parse_exception(name)) return;
    type_ = bounded(name, longest_name);
    message_ = bounded(without_quotes(trimmed(text.substr(name.size()))));
}

verdict ocaml_place_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (form_ == form::none) {
        auto const where = parse_file(line);
        form_ = where ? form_of(*where) : form::none;
        if (form_ == form::none) return verdict::no_trace;
        place_ = {bounded(where->file, longest_name), where->line, {}};
        message_ = bounded(where->rest);
        if (form_ == form::generator) type_ = "build failed";
        if (form_ != form::raised) return verdict::ends;
        raise(where->rest.substr(where->rest.find(threw) + threw.size()));
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    if (is_frame(text)) {
        add_frame(frames_, text);
        return verdict::continues;
    }
    if (!frames_.empty() || is_blank(line)) return verdict::ended_before;
    if (!is_named_) raise(text);
    return line.starts_with(' ') || line.starts_with('(') ? verdict::continues : verdict::ended_before;
}

bool ocaml_place_reader::conclude(found_trace& trace) {
    if (form_ == form::none) return false;
    trace.role = trace_role::notice;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (frames_.empty()) frames_.add(place_.file, place_.line, {});
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_place_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const where = parse_file(context.line().substr(column));
        if (where && form_of(*where) != form::none) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_place_grammar() {
    return std::make_unique<ocaml_place_reader>();
}

}  // namespace task_agent::trace
