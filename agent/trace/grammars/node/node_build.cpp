#include "task_agent/trace/grammars/node/node_build.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/node/node_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 60;
constexpr int most_of_esbuild = 512;  // of several errors
constexpr int most_before_frames = 30;
constexpr std::string_view esbuild_start = "\xE2\x9C\x98 [ERROR] ";
constexpr std::string_view webpack_start = "ERROR in ";
constexpr std::string_view vite_start = "error during build:";
constexpr std::string_view rollup_start = "[!] ";
constexpr std::string_view thin_blank = "\xE2\x80\x89";

constexpr std::string_view yarn_start = "\xE2\x9E\xA4 YN";
constexpr std::string_view yarn_bar = ": \xE2\x94\x82 ";
constexpr std::size_t most_yarn_lines = 60;  // from an error to the end

enum class tool { none, esbuild, webpack, vite, rollup, pnpm, yarn };

// What yarn says since its second version, "➤ YN0028: │ The lockfile would have been modified"; steps,
// fetches and warnings have numbers too.
struct numbered {
    std::string_view number;
    std::string_view message;
};
std::optional<numbered> parse_yarn(std::string_view line) noexcept {
    constexpr std::size_t digits = 4;
    if (!take(line, yarn_start) || digits_in(line) != digits) return std::nullopt;
    numbered const found{line.substr(0, digits), line.substr(digits)};
    for (std::string_view const other :
         {"0000", "0002", "0007", "0008", "0013", "0019", "0060", "0061", "0086"})
        if (found.number == other) return std::nullopt;
    if (!found.message.starts_with(yarn_bar)) return std::nullopt;
    return numbered{found.number, trimmed(found.message.substr(yarn_bar.size()))};
}

bool says_end_of_yarn(std::string_view line) noexcept {
    return line.starts_with(yarn_start) && line.find("Failed with errors in ") != std::string_view::npos;
}

// How many lines above its last word yarn tells of the first error, 0 = it does not.
std::size_t yarn_above(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_yarn_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line || !line->starts_with(yarn_start)) break;
        if (parse_yarn(*line)) first = n;
    }
    return first;
}

// "./src/nut.js 1:0-20", "/app/src/nut.ts:3:5", "main"
bool is_module(std::string_view text) noexcept {
    std::string_view const file = text.substr(0, text.find(' '));
    std::string_view const place = text.substr(file.size());
    return !file.empty() && place.find_first_not_of(" 0123456789:-") == std::string_view::npos;
}

tool tool_of(std::string_view line) noexcept {
    if (line.starts_with(esbuild_start)) return tool::esbuild;
    if (line.starts_with(webpack_start) && is_module(line.substr(webpack_start.size()))) return tool::webpack;
    if (line == vite_start) return tool::vite;
    if (line.starts_with(rollup_start) && line.find("Error: ") != std::string_view::npos) return tool::rollup;
    // that a script failed says less than what the script said
    bool const is_code = take(line, thin_blank) && line.starts_with("ERR_PNPM_") &&
                         !line.starts_with("ERR_PNPM_RECURSIVE_") &&
                         line.find(thin_blank) != std::string_view::npos;
    return is_code ? tool::pnpm : tool::none;
}

// Below webpack's first line: "Module not found: ...", "TS2322: ...", "SyntaxError: ..."
bool is_of_webpack(std::string_view line) noexcept {
    line = trimmed(line);
    if (line.starts_with("Module ") || line.starts_with("[tsl] ERROR") || node::parse_thrown(line))
        return true;
    return take(line, "TS") && take_number(line) > 0 && line.starts_with(": ");
}

// How long "src/nut.js (7:5): " or "TS2322: " before the message is.
std::size_t place_before(std::string_view message) noexcept {
    std::size_t const end = message.find(": ");
    if (end == std::string_view::npos) return 0;
    std::string_view place = message.substr(0, end);
    if (std::string_view code = place; take(code, "TS") && digits_in(code) == code.size()) return end + 2;
    std::size_t const open = place.find(" (");
    if (open == std::string_view::npos || place.find(' ') != open || !place.ends_with(')')) return 0;
    place.remove_prefix(open + 2);
    return take_number(place) > 0 && take(place, ":") && take_number(place) >= 0 && place == ")" ? end + 2
                                                                                                 : 0;
}

class node_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_esbuild(std::string_view line);
    verdict in_webpack(std::string_view line);
    verdict in_rollup(std::string_view line);
    void raise(std::string_view text);
    bool take_place(std::string_view text);
    void take_module(std::string_view text);

    tool tool_ = tool::none;
    std::string type_ = "build failed";
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first
    bool has_stack_ = false;
    bool is_next_ = false;  // error of esbuild
    block_bounds block_;
    int lines_ = 0;
};

void node_build_reader::raise(std::string_view text) {
    auto const what = node::parse_thrown(text);
    if (what) type_ = bounded(what->type, longest_name);
    cause_line_ = bounded(text);
    std::string_view said = what && !what->message.empty() ? what->message : text;
    message_ = bounded(said.substr(place_before(said)));
}

// The place of a module, behind webpack's first word: "./src/nut.js 3:0-20", "/app/src/nut.ts:3:5".
void node_build_reader::take_module(std::string_view text) {
    std::size_t const blank = text.find(' ');
    if (blank == std::string_view::npos) {
        take_place(text);
        return;
    }
    std::string_view rest = text.substr(blank + 1);
    int const number = take_number(rest);
    if (number > 0 && rest.starts_with(':')) frames_.push_back({bounded(text.substr(0, blank)), number, {}});
}

// "src/nut.js:3:5", "src/nut.js (3:5)"
bool node_build_reader::take_place(std::string_view text) {
    if (text.ends_with(':') || text.ends_with(')')) text.remove_suffix(1);
    std::size_t const column = text.rfind(':');
    if (column == std::string_view::npos || number_of(text.substr(column + 1)) == 0) return false;
    text = text.substr(0, column);
    std::size_t const open = text.rfind(" (");
    std::size_t const at = open != std::string_view::npos ? open : text.rfind(':');
    if (at == std::string_view::npos) return false;
    int const number = number_of(text.substr(at + (open != std::string_view::npos ? 2 : 1)));
    std::string_view const file = text.substr(0, at);
    if (number == 0 || file.empty() || file.find(' ') != std::string_view::npos) return false;
    frames_.push_back({bounded(file, longest_name), number, {}});
    return true;
}

verdict node_build_reader::first(std::string_view line) {
    if (auto const said = parse_yarn(line)) {
        tool_ = tool::yarn;
        type_ = "error";
        message_ = bounded(said->message);
        cause_line_ = "YN" + std::string(said->number) + ": " + message_;
        return verdict::continues;
    }
    tool_ = tool_of(line);
    switch (tool_) {
        case tool::none:
            return verdict::no_trace;
        case tool::esbuild:
            line.remove_prefix(esbuild_start.size());
            // which of its plug-ins said so
            type_ = "build failed";
            raise(trimmed(line.substr(0, line.find(" [plugin "))));
            return verdict::continues;
        case tool::rollup: {
            line.remove_prefix(rollup_start.size());
            if (line.starts_with('(') && line.find(") ") != std::string_view::npos)
                line.remove_prefix(line.find(") ") + 2);
            raise(line);
            return verdict::continues;
        }
        case tool::pnpm: {
            line.remove_prefix(thin_blank.size());
            std::size_t const end = line.find(thin_blank);
            type_ = "error";
            message_ = bounded(trimmed(line.substr(end + thin_blank.size())));
            cause_line_ = bounded(line.substr(0, end), longest_name) + " " + message_;
            return verdict::ends;
        }
        case tool::webpack:
            take_module(line.substr(webpack_start.size()));
            return verdict::continues;
        case tool::vite:
        case tool::yarn:
            return verdict::continues;
    }
    return verdict::no_trace;
}

// Blank, the place, an excerpt, notes, all further in. Of several errors the first tells.
verdict node_build_reader::in_esbuild(std::string_view line) {
    constexpr std::string_view indent = "    ";
    if (line.starts_with(esbuild_start)) {
        is_next_ = true;
        block_.end_here();
        return verdict::continues;
    }
    if (line.empty()) return verdict::continues;
    if (!line.starts_with("  ")) return verdict::ended_before;
    // an excerpt stands further in
    bool const may_be_place = frames_.empty() && !is_next_ && line.find_first_not_of(' ') == indent.size();
    if (may_be_place) take_place(trimmed(line));
    return verdict::continues;
}

verdict node_build_reader::in_webpack(std::string_view line) {
    if (line.empty()) return message_.empty() ? verdict::no_trace : verdict::ended_before;
    if (message_.empty()) {
        if (!is_of_webpack(line)) return verdict::no_trace;
        raise(trimmed(line));
    }
    return verdict::continues;
}

// Below what is wrong: its place, an excerpt, the frames of the bundler.
verdict node_build_reader::in_rollup(std::string_view line) {
    if (message_.empty()) {
        // Rolldown counts its errors first
        bool const is_count = line.starts_with("Build failed with ") && line.ends_with(':');
        if (is_count) cause_line_ = line;
        if (line.empty() && cause_line_.empty()) return verdict::no_trace;
        if (!line.empty() && !is_count) raise(trimmed(line));
        return verdict::continues;
    }
    if (auto const frame = node::frame_text(line)) {
        has_stack_ = true;
        push_bounded(frames_, node::frame_of(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (has_stack_ || line.starts_with("npm ") || line.starts_with("error Command "))
        return verdict::ended_before;
    // Rollup leaves none blank before its frames
    bool const is_over = (line.empty() && tool_ == tool::rollup) || lines_ > most_before_frames;
    if (is_over) return verdict::ended_before;
    std::string_view place = trimmed(line);
    take(place, "file: ");
    if (frames_.empty()) take_place(place);
    return verdict::continues;
}

verdict node_build_reader::read(std::string_view line) {
    if (++lines_ == 1) return first(line);
    if (lines_ > (tool_ == tool::esbuild ? most_of_esbuild : most_lines)) return verdict::ended_before;
    if (tool_ == tool::esbuild) return in_esbuild(line);
    if (tool_ == tool::yarn) {
        block_.end_here();
        return says_end_of_yarn(line) ? verdict::ends : verdict::continues;
    }
    return tool_ == tool::webpack ? in_webpack(line) : in_rollup(line);
}

bool node_build_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    block_.cut(trace);
    trace.role = trace_role::notice;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "node", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_node_build_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (tool_of(text) != tool::none) return start_point{column, 0};
        if (!says_end_of_yarn(text)) continue;
        if (std::size_t const back = yarn_above(context, column)) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_build_grammar() {
    return std::make_unique<node_build_reader>();
}

}  // namespace task_agent::trace
