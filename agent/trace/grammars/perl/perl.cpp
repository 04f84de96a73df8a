#include "task_agent/trace/grammars/perl/perl.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/perl/perl_lines.hpp"
#include "task_agent/trace/prefix.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace perl;

constexpr int most_other_lines = 256;
constexpr int most_compiler_lines = 8;  // of what it quotes
constexpr std::string_view failed_tests = "# Looks like you failed ";
constexpr std::string_view no_plan = "# Tests were run but no plan was declared";
constexpr std::string_view planned = "# Looks like you planned ";
// of prove: a test file that ended with an error
constexpr std::string_view dubious = "Dubious, test returned ";
constexpr std::string_view called_first = "Traceback (most recent call first):";

class perl_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return must_be_explained_; }

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_test(std::string_view line);
    verdict in_others(std::string_view line);
    verdict stranger();
    bool is_explanation(std::string_view line) const noexcept;

    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    frame_list frames_;
    bool is_of_compiler_ = false;
    bool is_of_test_ = false;
    bool is_counted_ = false;   // how many tests of the file failed
    bool is_in_other_ = false;  // a further test that failed
    bool is_aborted_ = false;
    bool is_explained_ = false;
    bool is_bare_ = false;    // the message names the type
    bool is_proven_ = false;  // by whoever ran it: it did end its program
    bool is_of_import_ = false;
    bool is_warning_ = false;  // by what its program said behind it
    bool must_be_last_ = false;
    bool must_be_explained_ = false;
    bool is_explained_type_ = false;
    int lines_ = 0;
    std::size_t indent_ = 0;  // of a subtest that failed
    bool is_after_raised_again_ = false;
    block_bounds block_;
};

std::size_t indent_of(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

// DBIx::Class names its own function before what DBI said.
std::string_view said_by_database(std::string_view message) noexcept {
    if (std::size_t const at = message.find(said_dbi); at != std::string_view::npos)
        message.remove_prefix(at + said_dbi.size());
    return message;
}

// "Thread 3 terminated abnormally: no net": of a thread that died, told by perl.
std::string_view behind_thread(std::string_view message) noexcept {
    std::string_view rest = message;
    bool const is_led =
        take(rest, "Thread ") && take_number(rest) > 0 && take(rest, " terminated abnormally: ");
    return is_led && !is_blank(rest) ? rest : message;
}

verdict perl_reader::first(std::string_view line) {
    if (std::string_view text = line.substr(indent_of(line));
        take(text, failed_test) || take(text, failed_test2)) {
        indent_ = indent_of(line);
        is_of_test_ = true;
        type_ = "test failed";
        // "Failed test 'adds up'", "Failed test at x.t line 3."
        text = trimmed(line.substr(line.find("Failed test")));
        std::size_t const at = text.rfind("at ");
        if (auto const place = at == std::string_view::npos ? std::nullopt : parse_at(text.substr(at))) {
            frames_.add(place->file, place->line, {});
            text = trimmed(text.substr(0, at));
        }
        message_ = bounded(text);
        return verdict::continues;
    }
    if (line.starts_with(no_script)) {
        type_ = "error";
        message_ = bounded(line);
        return verdict::ends;
    }
    if (is_missing_module(line)) {
        type_ = "error";
        message_ = bounded(line);
        is_of_compiler_ = true;
        return verdict::continues;
    }
    if (is_bare_reference(line)) {
        type_ = "error";
        message_ = bounded(line);
        must_be_last_ = true;
        return verdict::continues;
    }
    if (std::string_view const object = bare_object(line); !object.empty()) {
        type_ = bounded(object, longest_name);
        message_ = bounded(line);
        is_bare_ = true;
        return verdict::ends;
    }
    if (is_not_exported(line)) {
        type_ = "error";
        message_ = bounded(line);
        is_of_import_ = is_of_compiler_ = true;
        return verdict::continues;
    }
    auto died = parse_last(line);
    must_be_explained_ = !parse_died(line) && parse_unstopped(line);
    if (!died && must_be_explained_) died = parse_unstopped(line);
    if (!died) {
        // only what follows tells that it is one
        type_ = "error";
        message_ = bounded(trimmed(line));
        return message_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (!may_end_a_program(died->message)) return verdict::no_trace;
    std::string_view message = said_by_database(behind_thread(died->message));
    std::string_view const type = class_of(message);
    if (!type.empty()) message.remove_prefix(type.size() + 2);
    type_ = type.empty() ? "error" : bounded(type, longest_name);
    // CGI::Carp names the program first
    std::string_view const program = died->file.substr(died->file.find_last_of('/') + 1);
    if (message.starts_with(program) && message.substr(program.size()).starts_with(": "))
        message.remove_prefix(program.size() + 2);
    message_ = bounded(trimmed(message));
    frames_.add(died->file, died->line, {});
    is_of_compiler_ = is_of_compiler(died->message);
    return verdict::continues;
}

// "#   at x.t line 3.", "#          got: '1'"
verdict perl_reader::in_test(std::string_view line) {
    std::size_t const indent = indent_of(line);
    std::string_view text = line.substr(indent);
    bool const is_next = text.starts_with(failed_test) || text.starts_with(failed_test2);
    if (is_next || text.starts_with(failed_tests)) block_.end_here();
    if (is_counted_) return in_others(text);
    if (indent >= indent_ && (text.starts_with(failed_tests) || text.starts_with(dubious))) {
        role_ = trace_role::raised;
        is_proven_ = true;
        is_counted_ = indent_ == 0;
        if (is_counted_) lines_ = 0;
        return text.starts_with(dubious) ? verdict::not_mine : verdict::continues;
    }
    if (indent < indent_) {
        if (text.empty()) return verdict::not_mine;
        // the test around it failed by it
        if (!is_next) return stranger();
        role_ = trace_role::raised;
        is_proven_ = true;
        indent_ = indent;
        return verdict::continues;
    }
    if (line.substr(indent_, 1) != "#") return stranger();
    text = trimmed(text.substr(1));
    if (auto const place = frames_.empty() ? parse_at(text) : std::nullopt)
        frames_.add(place->file, place->line, {});
    return verdict::continues;
}

// Further files of tests, until all are counted: the first test that failed tells.
verdict perl_reader::in_others(std::string_view line) {
    if (line.starts_with("Files=") || line.starts_with("Result: ") || ++lines_ > most_other_lines)
        return verdict::ended_before;
    bool const is_failure = line.starts_with(failed_test) || line.starts_with(failed_test2);
    is_in_other_ = is_failure || (is_in_other_ && line.starts_with('#'));
    return is_in_other_ ? verdict::continues : verdict::not_mine;
}

verdict perl_reader::stranger() {
    return ++lines_ > most_compiler_lines ? verdict::ended_before : verdict::not_mine;
}

// Below what Type::Tiny refuses it shows how it came to that; the first line says it once more.
bool perl_reader::is_explanation(std::string_view line) const noexcept {
    if (!take(line, "    ")) return false;
    return is_explained_type_ || line == message_ || message_.find(" type constraint ") != std::string::npos;
}

verdict perl_reader::read(std::string_view line) {
    if (is_explained_ && !take(line, "\t")) return type_.empty() ? verdict::no_trace : verdict::ended_before;
    if (type_.empty() && line == explained) {
        is_explained_ = true;
        role_ = trace_role::raised;
        return verdict::continues;
    }
    if (type_.empty()) return first(line);
    if (std::exchange(must_be_explained_, false)) {
        is_explained_type_ = is_explanation(line);
        if (is_explained_type_) return verdict::continues;
        // of others the callers tell
        if (!parse_caller(line) && !is_raised_again(line) && !line.starts_with(trace_begun))
            return verdict::no_trace;
    }
    if (must_be_last_) return is_blank(line) || tidies_up(line) ? verdict::not_mine : verdict::no_trace;
    if (is_of_test_) return in_test(line);
    if (is_aborted(line)) {
        role_ = trace_role::raised;
        is_aborted_ = true;
        return verdict::continues;
    }
    if (is_aborted_) return verdict::ended_before;
    if (auto const call = parse_caller(line)) {
        frames_.add(call->file, call->line, call->function);
        role_ = trace_role::raised;
        return verdict::continues;
    }
    // croak with a text that ended its line, and confess with one that told its place already
    if (auto const place = line.starts_with(" at ") ? parse_at(line.substr(1)) : std::nullopt) {
        if (frames_.empty()) frames_.add(place->file, place->line, {});
        return verdict::continues;
    }
    if (is_after_raised_again_ && line.empty()) return verdict::not_mine;
    if (is_raised_again(line) || line.starts_with(trace_begun)) {
        is_after_raised_again_ = !line.starts_with(trace_begun);
        auto const place = parse_at(line.substr(line.find(" at ") + 1));
        if (place && frames_.empty()) frames_.add(place->file, place->line, {});
        return verdict::continues;
    }
    if (line.starts_with(ended_test)) {
        role_ = trace_role::raised;
        is_proven_ = true;
        return frames_.empty() ? verdict::ends : verdict::ended_before;
    }
    // what Test::More says before that
    if (line.starts_with(no_plan) || line.starts_with(planned)) return verdict::not_mine;
    if (auto const logged = frames_.empty() ? parse_logged(line) : std::nullopt;
        logged && std::string_view(message_).ends_with(logged->message)) {
        message_ = bounded(logged->message);
        frames_.add(logged->file, logged->line, {});
        return verdict::continues;
    }
    // behind a message that told no place
    if (frames_.empty() && (line.empty() || (!is_of_compiler_ && line.starts_with("  "))))
        return verdict::continues;
    if (is_explanation(line)) return verdict::continues;
    if (!is_of_compiler_) {
        // cluck prints what confess does, but its program lives to die of something else
        auto const later = role_ == trace_role::raised ? parse_died(line) : std::nullopt;
        is_warning_ = later && may_end_a_program(later->message);
        return verdict::ended_before;
    }
    if (is_of_import_ && is_not_exported(line)) return verdict::continues;
    auto const more = parse_died(line);
    if (more && is_of_import_ && frames_.empty()) {
        frames_.add(more->file, more->line, {});
        return verdict::continues;
    }
    if ((more && is_of_compiler(more->message)) || line.starts_with("\t(")) return verdict::continues;
    // the text that it quotes goes over several lines
    return stranger();
}

bool perl_reader::conclude(found_trace& trace) {
    if (type_.empty() || must_be_explained_) return false;
    trace.role = role_;
    block_.cut(trace);
    trace.cause_line = is_bare_ ? message_ : message_.empty() ? type_ : type_ + ": " + message_;
    // cluck prints the same and goes on
    trace.is_often_survived = role_ == trace_role::raised && !is_aborted_ && !is_proven_;
    if (is_warning_) trace.handled = handling::survived;
    put_exception(trace.exception, "perl", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_perl_grammar() {
    return std::make_unique<perl_reader>();
}

}  // namespace task_agent::trace
