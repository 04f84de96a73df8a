// What stands behind a place: in the same line a test of ppx_inline_test that does not hold, or a file that
// ocamllex or ocamlyacc could not read; below it what the compiler says.
#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_test.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr int most_lines = 256;
constexpr std::size_t most_back = 12;
constexpr std::string_view threw = " threw";

enum class form { none, is_false, raised, generator, compiler };

form form_of(place const& where) noexcept {
    if (where.rest.empty()) return form::compiler;
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
    bool is_complete() const noexcept override {
        return form_ != form::none && (form_ != form::compiler || !message_.empty());
    }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_compiler(std::string_view line);
    verdict in_raised(std::string_view line);
    verdict in_others(std::string_view line);
    void raise(std::string_view text);

    form form_ = form::none;
    make_end make_;
    block_bounds block_;    // the first one
    bool is_over_ = false;  // that one
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
    verdict const answer = read(line);
    return block_.note(line, answer, !is_over_);
}

verdict ocaml_place_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (form_ == form::none) return first(line);
    if (form_ == form::compiler) return in_compiler(line);
    if (form_ == form::raised && !is_over_) {
        if (verdict const answer = in_raised(line); answer != verdict::ended_before) return answer;
    }
    return in_others(line);
}

verdict ocaml_place_reader::first(std::string_view line) {
    auto const where = parse_file(line);
    form_ = where ? form_of(*where) : form::none;
    if (form_ == form::none) return verdict::no_trace;
    place_ = {bounded(where->file, longest_name), where->line, {}};
    message_ = bounded(where->rest);
    if (form_ == form::generator || form_ == form::compiler) type_ = "build failed";
    if (form_ == form::raised) raise(where->rest.substr(where->rest.find(threw) + threw.size()));
    return form_ == form::generator ? verdict::ends : verdict::continues;
}

verdict ocaml_place_reader::in_raised(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (is_frame(text)) {
        add_frame(frames_, text);
        return verdict::continues;
    }
    if (!frames_.empty() || is_blank(line)) return verdict::ended_before;
    if (!is_named_) raise(text);
    return line.starts_with(' ') || line.starts_with('(') ? verdict::continues : verdict::ended_before;
}

// Tests that failed later, with blank lines between.
verdict ocaml_place_reader::in_others(std::string_view line) {
    if (is_blank(line)) return verdict::not_mine;
    auto const where = parse_file(line);
    form const other = where ? form_of(*where) : form::none;
    bool const is_next = other == form::is_false || other == form::raised;
    is_over_ = is_over_ || is_next;
    bool const is_more = is_over_ && (line.starts_with(' ') || line.starts_with('(') || is_frame(line));
    return is_next || is_more ? verdict::continues : verdict::ended_before;
}

// "3 | let x = y", "            ^", "Error: Unbound value y", a text indented below it, "Hint: ...".
verdict ocaml_place_reader::in_compiler(std::string_view line) {
    std::string_view text = line;
    if (message_.empty()) {
        if (is_fatal_warning(text)) {
            text.remove_prefix(text.find("): ") + 3);
        } else if (!take(text, "Error: ")) {
            return verdict::continues;
        }
        message_ = bounded(trimmed(text));
        if (message_.starts_with("Error during linking")) type_ = "linker error";
        return verdict::continues;
    }
    if (auto const end = make_.read(line)) {
        is_over_ = false;
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    auto const where = parse_file(line);
    is_over_ = is_over_ || (where && where->rest.empty());
    bool is_more = line.starts_with("  ") || line.starts_with("Hint: ");
    if (is_over_) {
        std::string_view const rest = trimmed(line.substr(digits_in(line)));
        is_more = is_more || where || rest.starts_with('|') || line.starts_with("Error") ||
                  line.starts_with("Warning ") || line.starts_with("Alert ");
    }
    return is_more ? verdict::continues : verdict::ended_before;
}

bool ocaml_place_reader::conclude(found_trace& trace) {
    if (!is_complete()) return false;
    block_.cut(trace);
    trace.is_often_survived = form_ == form::compiler;
    trace.role = trace_role::notice;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (frames_.empty()) frames_.add(place_.file, place_.line, {});
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

// How many lines before the compiler's "Error: " its place is, 0 = not there.
std::size_t place_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || earlier->starts_with("Error: ") || is_fatal_warning(*earlier)) return 0;
        auto const where = parse_file(*earlier);
        if (where) return where->rest.empty() ? n : 0;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_ocaml_place_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        auto const where = parse_file(text);
        form const found = where ? form_of(*where) : form::none;
        // the compiler's own word stands further below
        if (found != form::none && found != form::compiler) return start_point{column, 0};
        if (!text.starts_with("Error: ") && !is_fatal_warning(text)) continue;
        std::size_t const back = place_above(context, column);
        if (back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_place_grammar() {
    return std::make_unique<ocaml_place_reader>();
}

}  // namespace task_agent::trace
