#include "task_agent/trace/grammars/node/node_tool.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"
#include "task_agent/trace/grammars/node/node_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr int most_lines = 512;
constexpr int most_source_lines = 8;  // between two diagnostics for people
constexpr std::size_t longest_path = 400;

constexpr std::string_view npm_starts[] = {"npm ERR!", "npm error"};
constexpr std::string_view yarn = "error Command failed with exit code ";
constexpr std::string_view yarn_error = "error ";
constexpr std::size_t most_yarn_lines = 40;  // above an error
constexpr std::string_view source_ends[] = {".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".vue", ".json"};

struct diagnostic {
    std::string_view file;
    int line = 0;
    std::string_view message;
    bool is_for_people = false;  // the source follows
};

int take_number(std::string_view& text) noexcept {
    std::size_t const digits = digits_in(text);
    int const number = number_of(text.substr(0, digits));
    if (number > 0) text.remove_prefix(digits);
    return number;
}

// "error TS2322: msg"
bool take_message(std::string_view text, diagnostic& into) noexcept {
    constexpr std::string_view start = "error TS";
    if (!text.starts_with(start)) return false;
    std::size_t const digits = digits_in(text.substr(start.size()));
    if (digits == 0 || digits > 6 || !text.substr(start.size() + digits).starts_with(": ")) return false;
    into.message = trimmed(text.substr(start.size() + digits + 2));
    return true;
}

std::optional<diagnostic> parse_diagnostic(std::string_view text) noexcept {
    diagnostic found;
    if (take_message(text, found)) return found;
    std::size_t const at = text.find("error TS");
    if (at == std::string_view::npos || at < 6 || at > longest_path) return std::nullopt;
    std::string_view place = text.substr(0, at);
    found.is_for_people = place.ends_with(" - ");
    if (!found.is_for_people && !place.ends_with("): ")) return std::nullopt;
    place.remove_suffix(3);
    // "a.ts:3:5" or "a.ts(3,5"
    char const first = found.is_for_people ? ':' : '(';
    char const second = found.is_for_people ? ':' : ',';
    std::size_t const last = place.rfind(second);
    if (last == std::string_view::npos || last == 0) return std::nullopt;
    std::size_t const open = place.rfind(first, last - 1);
    if (open == std::string_view::npos) return std::nullopt;
    found.file = place.substr(0, open);
    // of Angular
    constexpr std::string_view word = "Error: ";
    if (found.file.starts_with(word)) found.file.remove_prefix(word.size());
    std::string_view numbers = place.substr(open + 1);
    found.line = take_number(numbers);
    bool const is_file = std::any_of(std::begin(source_ends), std::end(source_ends),
                                     [&](std::string_view end) { return found.file.ends_with(end); });
    if (found.line == 0 || !is_file || !take_message(text.substr(at), found)) return std::nullopt;
    return found;
}

// The start of npm's lines; empty = none.
std::string_view npm_start(std::string_view line) noexcept {
    for (std::string_view const start : npm_starts) {
        if (line == start || (line.starts_with(start) && line[start.size()] == ' ')) return start;
    }
    return {};
}

// "yarn install v1.22.19": behind "yarn run" follows what a script says.
bool is_yarn(std::string_view line) noexcept {
    if (!line.starts_with("yarn ") || line.starts_with("yarn run ")) return false;
    line.remove_prefix(5);
    std::size_t const version = line.find(" v");
    return version == line.find(' ') && version != std::string_view::npos &&
           digits_in(line.substr(version + 2)) > 0 && line.find('.', version) != std::string_view::npos;
}

bool is_below_yarn(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_yarn_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line) return false;
        if (is_yarn(*line)) return true;
    }
    return false;
}

// "node: bad option: --x", "/usr/bin/node: --x is not allowed in NODE_OPTIONS".
bool is_bad_option(std::string_view line) noexcept {
    std::size_t const colon = line.find("node: ");
    if (colon == std::string_view::npos || (colon > 0 && line[colon - 1] != '/')) return false;
    if (line.substr(0, colon).find(' ') != std::string_view::npos) return false;
    std::string_view const text = line.substr(colon + 6);
    return text.starts_with("bad option: ") || text.ends_with(" is not allowed in NODE_OPTIONS") ||
           text.ends_with(" requires an argument");
}

class node_tool_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    void read_npm(std::string_view text);
    bool read_npm_frame(std::string_view line);
    verdict in_compiler(std::string_view line);

    trace_role role_ = trace_role::notice;
    std::string_view npm_;  // how its lines start
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first
    std::string thrown_;               // an error, whose stack may follow
    make_end make_;
    bool has_source_ = false;
    bool in_fields_ = false;  // of an error, behind its stack
    bool is_told_ = false;    // what the compiler found first, all of it
    int source_lines_ = 0;
    block_bounds block_;  // that, or an error with its stack
    int lines_ = 0;
};

verdict node_tool_reader::first(std::string_view line) {
    cause_line_ = bounded(trimmed(line));
    if (auto const start = npm_start(line); !start.empty()) {
        npm_ = start;
        block_.begin_here();
        type_ = "error";
        read_npm(trimmed(line.substr(start.size())));
        return verdict::continues;
    }
    if (auto const d = parse_diagnostic(line)) {
        type_ = "build failed";
        message_ = bounded(d->message);
        block_.begin_here();
        has_source_ = d->is_for_people;
        if (!d->file.empty()) frames_.push_back({bounded(d->file), d->line, {}});
        return verdict::continues;
    }
    type_ = "error";
    if (line.starts_with(yarn)) {
        role_ = trace_role::summary;
        message_ = bounded(line.substr(6));
    } else if (line.starts_with(yarn_error)) {
        message_ = bounded(line.substr(yarn_error.size()));
    } else {
        std::size_t const colon = line.find("node: ");
        message_ = bounded(line.substr(colon == std::string_view::npos ? 0 : colon + 6));
    }
    return verdict::ends;
}

// "code E404", "404 Not Found - GET ...", "Missing script: "x"".
void node_tool_reader::read_npm(std::string_view text) {
    if (text.starts_with("code ")) {
        // a script of the package, which has told itself what is wrong
        if (trimmed(text.substr(5)) == "ELIFECYCLE") role_ = trace_role::summary;
        return;
    }
    for (std::string_view const word : {"errno ", "syscall ", "path ", "workspace ", "location ", "dest "}) {
        if (text.starts_with(word)) return;
    }
    if (text.starts_with("Lifecycle script ") || text.starts_with("command failed") ||
        text.starts_with("Error: command failed"))
        role_ = trace_role::summary;
    if (!message_.empty() || text.empty()) return;
    message_ = bounded(text);
    cause_line_ = std::string(npm_) + " " + message_;
    if (node::parse_thrown(text)) thrown_ = message_;
}

// "npm error     at f (/app/a.js:1:2)": the error above it tells more than its code.
bool node_tool_reader::read_npm_frame(std::string_view line) {
    auto const frame = line.starts_with(' ') ? node::frame_text(line.substr(1)) : std::nullopt;
    auto const what = node::parse_thrown(thrown_);
    if (!frame || !what || role_ == trace_role::summary) return false;
    // "Error" alone tells less
    if (what->type != "Error") {
        type_ = bounded(what->type);
        message_ = bounded(what->message);
    }
    push_bounded(frames_, node::frame_of(*frame), most_frames - first_frames, most_frames);
    return true;
}

verdict node_tool_reader::in_compiler(std::string_view line) {
    if (auto const d = parse_diagnostic(line)) {
        source_lines_ = 0;
        is_told_ = true;
        return verdict::continues;
    }
    if (auto const end = make_.read(line)) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    if (has_source_) {
        // blank lines stand around the source
        bool const is_mark =
            trimmed(line).find_first_not_of('~') == std::string_view::npos && !is_blank(line);
        if (!is_told_ && !line.starts_with("Found ")) block_.go_on();
        is_told_ = is_told_ || is_mark;
        if (line.starts_with("Found ") && line.find(" error") != std::string_view::npos) return verdict::ends;
        if (wears_prefix(line) || starts_another(line) || ++source_lines_ > most_source_lines)
            return verdict::ended_before;
        return verdict::continues;
    }
    // the rest of the message, each link of it further to the right
    bool const is_more = line.starts_with("  ") && !is_blank(line);
    if (is_more && !is_told_) block_.go_on();
    return is_more ? verdict::continues : verdict::ended_before;
}

verdict node_tool_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict node_tool_reader::read(std::string_view line) {
    if (++lines_ == 1) return first(line);
    if (lines_ > most_lines) return verdict::ended_before;
    if (npm_.empty()) return in_compiler(line);
    if (npm_start(line) != npm_) return verdict::ended_before;
    std::string_view const said = line.substr(npm_.size());
    bool const was_thrown = !thrown_.empty();
    if (was_thrown && read_npm_frame(said)) {
        block_.go_on();
        in_fields_ = said.ends_with(" {");
    } else {
        read_npm(trimmed(said));
        if (!was_thrown && !thrown_.empty()) block_.begin_here();
        if (in_fields_) block_.go_on();
        in_fields_ = in_fields_ && said != " }";
    }
    return verdict::continues;
}

bool node_tool_reader::conclude(found_trace& trace) {
    bool const has_stack = !npm_.empty() && !frames_.empty();
    if (npm_.empty() || has_stack) block_.cut(trace);
    // npm tries again before it says that, not behind it
    if (has_stack && trace.handled == handling::survived) trace.handled = handling::none;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "node", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_node_tool_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.empty()) continue;
        // below a blank line behind what npm said
        std::string_view const npm = npm_start(text);
        std::string_view const said = text.substr(npm.size());
        bool const is_about_log = said.starts_with(" A complete log of this run ") ||
                                  said.find("/_logs/") != std::string_view::npos;
        if (!npm.empty() && is_about_log) continue;
        bool const is_of_yarn =
            text.starts_with(yarn_error) && !text.starts_with(yarn) && is_below_yarn(context, column);
        bool const is_start = is_of_yarn || !npm.empty() || text.starts_with(yarn) || is_bad_option(text) ||
                              parse_diagnostic(text).has_value();
        if (is_start) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_tool_grammar() {
    return std::make_unique<node_tool_reader>();
}

}  // namespace task_agent::trace
