#include "task_agent/trace/grammars/tools/lint_blocks.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 512;
constexpr std::string_view bar = "\xE2\x94\x81";   // of a heading
constexpr std::string_view cross = "  \xC3\x97 ";  // before what is an error

enum class tool { none, shellcheck, luacheck, biome };

struct heading {
    tool by = tool::none;
    std::string_view file;
    int line = 0;
};

// "In deploy.sh line 4:"
heading shellcheck_heading(std::string_view line) noexcept {
    constexpr std::string_view number = " line ";
    if (!line.ends_with(':') || !take(line, "In ")) return {};
    std::size_t const at = line.rfind(number);
    if (at == std::string_view::npos || at == 0) return {};
    std::string_view rest = line.substr(at + number.size());
    int const found = take_number(rest);
    // the consoles of PHP say the same above a box
    bool const is_php = line.substr(0, at).ends_with(".php");
    return found > 0 && rest == ":" && !is_php ? heading{tool::shellcheck, line.substr(0, at), found}
                                               : heading{};
}

// "Checking ship.lua      1 error", "Checking ship.lua      2 warnings / 1 error"
heading luacheck_heading(std::string_view line) noexcept {
    if (!line.ends_with(" error") && !line.ends_with(" errors")) return {};
    if (!take(line, "Checking ")) return {};
    std::size_t const end = line.find("  ");
    if (end == std::string_view::npos || end == 0) return {};
    std::string_view const count = trimmed(line.substr(end));
    std::string_view const errors = count.substr(count.find_last_of('/') + 1);  // npos + 1 = 0
    bool const is_count = digits_in(count) > 0 && trimmed(errors).front() != '0';
    return is_count ? heading{tool::luacheck, line.substr(0, end), 0} : heading{};
}

// "sum.js:4:10 lint/suspicious/noDebugger ━━━", "sum.js format ━━━", with "FIXABLE" between
heading biome_heading(std::string_view line) noexcept {
    std::size_t const end = line.find(' ');
    if (end == std::string_view::npos || end == 0 || end > longest_name || !line.ends_with(bar)) return {};
    std::string_view rest = line.substr(end + 1);
    std::string_view const category = rest.substr(0, rest.find(' '));
    bool const is_known = category == "parse" || category == "format" || category == "organizeImports" ||
                          category.starts_with("lint/") || category.starts_with("assist/") ||
                          category.starts_with("suppressions/");
    rest = trimmed(rest.substr(category.size()));
    if (take(rest, "FIXABLE")) rest = trimmed(rest);
    if (!is_known || !rest.starts_with(bar)) return {};
    std::string_view file = line.substr(0, end);
    std::size_t const colon = file.find(':');
    int number = 0;
    if (colon != std::string_view::npos) {
        std::string_view digits = file.substr(colon + 1);
        number = std::max(0, take_number(digits));
        file = file.substr(0, colon);
    }
    return {tool::biome, file, number};
}

heading parse_heading(std::string_view line) noexcept {
    if (line.starts_with("In ")) return shellcheck_heading(line);
    if (line.starts_with("Checking ")) return luacheck_heading(line);
    return biome_heading(line);
}

// "    ship.lua:6:3: expected 'end' near 'local'"
std::optional<heading> parse_place(std::string_view line) noexcept {
    if (!take(line, "    ") || line.starts_with(' ')) return std::nullopt;
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view rest = line.substr(colon + 1);
    int const number = take_number(rest);
    if (number <= 0 || !take(rest, ":") || take_number(rest) < 0 || !rest.starts_with(':'))
        return std::nullopt;
    return heading{tool::none, line.substr(0, colon), number};
}

// Of a script that cannot be read; other findings of luacheck are warnings.
bool is_syntax_error(std::string_view message) noexcept {
    for (std::string_view const start : {"(E", "expected ", "unexpected ", "unfinished ", "malformed ",
                                         "invalid ", "cannot ", "no visible label ", "no loop to "})
        if (message.starts_with(start)) return true;
    return false;
}

// What the tools say behind the last block: they count, or tell where to read more.
bool sums_up(std::string_view line) noexcept {
    for (std::string_view const start :
         {"Total: ", "Checking ", "Checked ", "Found ", "For more information:", "  https://",
          "The number of diagnostics exceeds "})
        if (line.starts_with(start)) return true;
    return line.ends_with(bar);
}

class lint_block_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return message_.empty(); }

private:
    verdict read(std::string_view line);
    void begin(heading const& found);
    verdict in_shellcheck(std::string_view line);
    verdict in_luacheck(std::string_view line);
    verdict in_biome(std::string_view line);

    tool tool_ = tool::none;
    make_end make_;
    block_bounds block_;    // the first block that tells an error
    bool is_told_ = false;  // that one is over
    bool is_guess_ = false;
    std::string message_;
    stack_frame place_;
    bool is_behind_blank_ = false;
    int lines_ = 0;
    int block_lines_ = 0;
};

void lint_block_reader::begin(heading const& found) {
    tool_ = found.by;
    block_lines_ = 0;
    is_behind_blank_ = false;
    is_told_ = !message_.empty();
    if (is_told_) return;
    block_.begin_here();
    place_ = {bounded(found.file, longest_name), found.line, {}};
}

verdict lint_block_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict lint_block_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    heading const found = parse_heading(line);
    if (tool_ == tool::none && found.by == tool::none) return verdict::no_trace;
    if (found.by != tool::none) {
        // of a block with warnings only nothing is told
        bool const is_error = !message_.empty() && !is_guess_;
        if (tool_ != tool::none && (!is_error || found.by != tool_)) return verdict::ended_before;
        begin(found);
        return verdict::continues;
    }
    if (auto const end = message_.empty() ? std::nullopt : make_.read(line)) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    if (!message_.empty() && sums_up(line)) {
        is_told_ = true;
        return verdict::continues;
    }
    ++block_lines_;
    if (tool_ == tool::shellcheck) return in_shellcheck(line);
    if (tool_ == tool::luacheck) return in_luacheck(line);
    return in_biome(line);
}

// The line of the script as it is, what it is marked with, a blank line, and how it might be written.
verdict lint_block_reader::in_shellcheck(std::string_view line) {
    if (block_lines_ == 1) return verdict::continues;
    bool const is_more = !is_behind_blank_ || is_blank(line) || line.starts_with("Did you mean:");
    if (!is_more) return verdict::ended_before;
    is_behind_blank_ = is_blank(line);
    std::size_t const code = line.find("SC");
    std::size_t const said = line.find("): ");
    if (code == line.npos || said == line.npos || !trimmed(line).starts_with('^')) return verdict::continues;
    std::string_view const level = line.substr(code + 2 + digits_in(line.substr(code + 2)), said - code);
    bool const is_error = level.starts_with(" (error): ");
    // of the least severe it is not known whether they count
    bool const is_guess = level.starts_with(" (warning): ");
    if ((is_error || is_guess) && message_.empty()) {
        message_ = bounded(trimmed(line.substr(said + 3)));
        is_guess_ = is_guess;
        block_.go_on();
    }
    return verdict::continues;
}

verdict lint_block_reader::in_luacheck(std::string_view line) {
    if (is_blank(line)) return verdict::continues;
    auto const place = parse_place(line);
    if (!place) return verdict::ended_before;
    std::string_view said = line.substr(line.find(": ") + 2);
    if (message_.empty() && is_syntax_error(said)) {
        if (said.starts_with("(E")) said = trimmed(said.substr(std::min(said.find(')') + 1, said.size())));
        message_ = bounded(said);
        place_.line = place->line;
        block_.begin_here();
    }
    return verdict::continues;
}

verdict lint_block_reader::in_biome(std::string_view line) {
    if (is_blank(line)) return verdict::continues;
    if (!line.starts_with("  ")) return verdict::ended_before;
    if (message_.empty() && line.starts_with(cross)) message_ = bounded(trimmed(line.substr(cross.size())));
    if (!is_told_) block_.go_on();
    return verdict::continues;
}

bool lint_block_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.is_guess = is_guess_;
    trace.cause_line = message_;
    block_.cut(trace);
    std::vector<stack_frame> frames;
    if (!place_.file.empty()) frames.push_back(std::move(place_));
    put_exception(trace.exception, {}, "build failed", std::move(message_), std::move(frames));
    return true;
}

}  // namespace

std::optional<start_point> find_lint_block_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (parse_heading(context.line().substr(column)).by != tool::none) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_lint_block_grammar() {
    return std::make_unique<lint_block_reader>();
}

}  // namespace task_agent::trace
