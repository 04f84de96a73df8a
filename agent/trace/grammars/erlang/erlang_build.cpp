#include "task_agent/trace/grammars/erlang/erlang_build.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

#include "erlang_dialyzer_lines.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;
using complaint = build_complaint;

constexpr std::size_t most_back = 16;
constexpr int most_strangers = 8;
constexpr std::size_t most_back_of_dialyzer = 64;
constexpr std::string_view escript_end = "escript: There were compilation errors.";
constexpr std::string_view syntax_error = "syntax error ";

constexpr std::array<std::string_view, 6> source_ends = {".erl", ".hrl", ".escript",
                                                         ".yrl", ".xrl", ".app.src"};

// "shop.erl:3:5: variable 'X' is unbound"; older compilers tell no column, and "none" for the whole file.
// `of_script`: the name of its file may be any.
std::optional<complaint> parse_complaint(std::string_view text, bool of_script = false) noexcept {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || colon > longest_name) return std::nullopt;
    complaint found{text.substr(0, colon), 0, text.substr(colon + 1)};
    bool const is_source =
        of_script || std::any_of(source_ends.begin(), source_ends.end(),
                                 [&](std::string_view end) { return found.file.ends_with(end); });
    if (!is_source || found.file.find(' ') != std::string_view::npos) return std::nullopt;
    if (!take(found.message, "none")) {
        found.line = take_number(found.message);
        if (found.line < 0) return std::nullopt;
        std::string_view rest = found.message;
        if (take(rest, ":") && take_number(rest) >= 0) found.message = rest;
    }
    if (!take(found.message, ": ")) return std::nullopt;
    found.is_warning = found.message.starts_with("Warning: ");
    return found;
}

// "%    3| ok.", "%     | ^"
bool is_drawing(std::string_view line) noexcept {
    if (!take(line, "%")) return false;
    line = trimmed(line);
    return line.substr(digits_in(line)).starts_with('|');
}

bool is_rebar(std::string_view line) noexcept {
    return line.starts_with("===> Compiling ") && line.ends_with(" failed");
}

// What rebar3 says last, where nothing else tells more; of a hook its own words do.
std::string_view said_by_rebar(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 14> starts = {"Package not found in any repo: ",
                                                         "Error reading file ",
                                                         "Failed to fetch and copy dep: ",
                                                         "Failed to solve dependencies: ",
                                                         "Application needed for release not found: ",
                                                         "Unable to find ",
                                                         "Unable to compile ",
                                                         "Unable to load ",
                                                         "Missing beam file for module ",
                                                         "Dependency failure: ",
                                                         "Dependency cycle(s) detected:",
                                                         "Provider not found: ",
                                                         "Invalid /",
                                                         "Failed building release tarball."};
    if (!take(line, "===> ")) return {};
    line = trimmed(line);
    bool const is_known = std::any_of(starts.begin(), starts.end(),
                                      [&](std::string_view start) { return line.starts_with(start); });
    bool const is_command = line.starts_with("Command ") && line.ends_with(" not found");
    return is_known || is_command ? line : std::string_view{};
}

// what rebar3 draws round the source
bool is_box(std::string_view line) noexcept {
    line = trimmed(line);
    line = trimmed(line.substr(digits_in(line)));
    return line.starts_with("\u2502") || line.starts_with("\u250C") || line.starts_with("\u2570");
}

class erlang_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict in_box(std::string_view line);
    void say(std::string_view message);

    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    stack_frame frame_;
    make_end make_;
    block_bounds block_;    // the first complaint
    bool is_own_ = false;   // the first complaint has begun
    bool is_told_ = false;  // all of it
    bool has_begun_ = false;
    bool has_box_ = false;
    bool of_script_ = false;
    bool is_often_survived_ = false;
    int strangers_ = 0;
};

void erlang_build_reader::say(std::string_view message) {
    if (!message_.empty()) return;
    message = trimmed(message);
    cause_line_ = bounded(message);
    type_ = take(message, syntax_error) ? "syntax error" : "build failed";
    message_ = bounded(message);
}

verdict erlang_build_reader::feed(std::string_view line) {
    bool const was_own = is_own_;
    verdict const answer = read(line);
    if (is_own_ && !was_own) block_.begin_here();
    return block_.note(line, answer, (is_own_ && !is_told_) || make_.is_seen());
}

verdict erlang_build_reader::read(std::string_view line) {
    bool const is_first = !std::exchange(has_begun_, true);
    if (std::string_view const said = is_first ? said_by_rebar(line) : std::string_view(); !said.empty()) {
        say(said);
        is_own_ = true;
        is_often_survived_ = true;
        return verdict::ends;
    }
    if (is_rebar(line)) {
        has_box_ = is_first;
        return is_first ? verdict::continues : verdict::ended_before;
    }
    // only what stands above the last line of a script is taken, whatever its name
    if (is_first) of_script_ = !parse_complaint(line) && parse_complaint(line, true);
    if (auto const found = parse_complaint(line, of_script_)) {
        is_told_ = is_told_ || !message_.empty();
        if (!found->is_warning && message_.empty()) {
            is_own_ = true;
            say(found->message);
            frame_ = {bounded(found->file, longest_name), found->line, {}};
            cause_line_ = bounded(line);
        }
        return verdict::continues;
    }
    if (is_first && is_file_of_rebar(line)) {
        is_own_ = true;
        frame_.file = bounded(line, longest_name);
        return verdict::continues;
    }
    if (is_first) return verdict::no_trace;
    if (auto const found = is_own_ ? parse_line_of_rebar(line) : std::nullopt) {
        is_told_ = is_told_ || !message_.empty();
        if (message_.empty()) frame_.line = found->line;
        say(found->message);
        return verdict::continues;
    }
    if (is_end_of_dialyzer(line)) {
        is_told_ = true;
        return verdict::ends;
    }
    if (auto const end = message_.empty() ? std::nullopt : make_.read(line)) return *end;
    if (make_.is_seen()) return verdict::ended_before;
    if (line == escript_end) {
        role_ = trace_role::raised;
        return verdict::ends;
    }
    if (is_drawing(line)) return verdict::continues;
    if (has_box_ && is_box(line)) return in_box(line);
    // the types of a finding stand further in
    is_told_ = is_told_ || (!message_.empty() && !line.starts_with("  "));
    if (is_own_ && is_of_dialyzer(line)) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

// "   \u250C\u2500 src/shop.erl:", " 3 \u2502  f(", "   \u2502  \u2570\u2500\u2500 syntax error before: ok"
verdict erlang_build_reader::in_box(std::string_view line) {
    std::string_view text = trimmed(line);
    if (take(text, "\u250C\u2500 ")) {
        is_own_ = true;
        is_told_ = is_told_ || !message_.empty();
        if (is_told_) return verdict::continues;
        frame_.file = bounded(text.substr(0, text.find(':')), longest_name);
        return verdict::continues;
    }
    int const number = take_number(text);
    if (number > 0 && message_.empty()) frame_.line = number;
    constexpr std::string_view pointer = "\u2570\u2500\u2500 ";
    if (std::size_t const at = text.find(pointer); at != std::string_view::npos)
        say(text.substr(at + pointer.size()));
    return verdict::continues;
}

bool erlang_build_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    block_.cut(trace);
    trace.role = role_;
    trace.is_often_survived = is_often_survived_;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "erlang";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (!frame_.file.empty()) e.frames.push_back(std::move(frame_));
    return true;
}

// How many lines back the first of the complaints is that stand together.
std::size_t first_complaint(start_context const& context, std::size_t column, bool of_script) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) break;
        if (parse_complaint(*earlier, of_script)) {
            first = n;
        } else if (!is_drawing(*earlier)) {
            break;
        }
    }
    return first;
}

// How many lines above its last word the first finding of Dialyzer stands, 0 = none does.
std::size_t finding_above(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back_of_dialyzer; ++n) {
        auto const line = context.back(n, column);
        if (!line || line->ends_with("Proceeding with analysis...")) break;
        auto const above = parse_line_of_rebar(*line) ? context.back(n + 1, column) : std::nullopt;
        if (above && is_file_of_rebar(*above)) first = n + 1;
        if (auto const found = parse_complaint(*line); found && !found->is_warning) first = n;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_erlang_build_start(start_context const& context) {
    std::string_view const line = context.line();
    // most lines that are asked for only speak of an error
    bool const may_complain = line.find(": syntax error ") != std::string_view::npos;
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (is_end_of_dialyzer(text)) {
            std::size_t const back = finding_above(context, column);
            return back > 0 ? std::optional(start_point{column, back}) : std::nullopt;
        }
        if (is_rebar(text) || !said_by_rebar(text).empty()) return start_point{column, 0};
        if (may_complain) {
            auto const found = parse_complaint(text);
            if (found && !found->is_warning && found->message.starts_with(syntax_error))
                return start_point{column, 0};
        }
        if (!is_drawing(text) && text != escript_end) continue;
        bool const of_script = text == escript_end;
        std::size_t const back = first_complaint(context, column, of_script);
        if (back == 0) return std::nullopt;
        for (std::size_t n = back; n > 0; --n) {
            auto const earlier = context.back(n, column);
            auto const what = earlier ? parse_complaint(*earlier, of_script) : std::nullopt;
            if (what && !what->is_warning) return start_point{column, n};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_erlang_build_grammar() {
    return std::make_unique<erlang_build_reader>();
}

}  // namespace task_agent::trace
