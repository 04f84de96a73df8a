#include "task_agent/trace/grammars/node/style_sheet.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_lines = 40;  // of an excerpt, and of what mixed it in
constexpr int most_source = 3;
constexpr std::string_view sass_start = "Error: ";
constexpr std::string_view sass_end = "  root stylesheet";

struct finding {
    std::string_view type;
    std::string_view message;
    std::string_view file;
    int line = 0;
};

std::string_view type_of(std::string_view line) noexcept {
    std::string_view const type = line.substr(0, line.find(':'));
    bool const is_name = std::all_of(type.begin(), type.end(), reading::is_name);
    return type.ends_with("Error") && type.size() > 5 && is_name ? type : std::string_view();
}

// "ParseError: Unrecognised input in /app/nut.less on line 4, column 10:"
std::optional<finding> parse_less(std::string_view line) noexcept {
    constexpr std::string_view on_line = " on line ";
    finding found;
    found.type = type_of(line);
    std::size_t const at = line.rfind(on_line);
    if (found.type.empty() || at == std::string_view::npos || at < found.type.size() + 2) return std::nullopt;
    std::string_view rest = line.substr(at + on_line.size());
    found.line = take_number(rest);
    if (found.line < 1 || !take(rest, ", column ") || take_number(rest) < 0 || rest != ":")
        return std::nullopt;
    std::string_view const said = line.substr(found.type.size() + 2, at - found.type.size() - 2);
    std::size_t const in = said.rfind(" in ");
    if (in == std::string_view::npos) return std::nullopt;
    found.message = said.substr(0, in);
    found.file = said.substr(in + 4);
    return found;
}

// "CssSyntaxError: /app/nut.css:3:5: Unclosed block"
std::optional<finding> parse_postcss(std::string_view line) noexcept {
    finding found;
    found.type = line.substr(0, line.find(':'));
    if (!take(line, "CssSyntaxError: ")) return std::nullopt;
    std::size_t const said = line.find(": ");
    if (said == std::string_view::npos) return std::nullopt;
    found.message = line.substr(said + 2);
    std::string_view const place = line.substr(0, said);
    std::size_t const column = place.rfind(':');
    std::size_t const number = place.substr(0, column).rfind(':');
    if (column == std::string_view::npos || number == std::string_view::npos) return std::nullopt;
    found.line = number_of(place.substr(number + 1, column - number - 1));
    found.file = place.substr(0, number);
    return found.line > 0 && number_of(place.substr(column + 1)) > 0 ? std::optional(found) : std::nullopt;
}

// "  src/nut.scss 4:10  root stylesheet", "  src/lid.scss 9:3   shut()"
std::optional<stack_frame> parse_sass_frame(std::string_view line) {
    if (!take(line, "  ")) return std::nullopt;
    line = trimmed(line);
    std::string_view const place = line.substr(0, line.find("  "));
    std::size_t const blank = place.rfind(' ');
    if (place.size() == line.size() || blank == std::string_view::npos) return std::nullopt;
    std::string_view rest = place.substr(blank + 1);
    int const number = take_number(rest);
    if (number < 1 || !take(rest, ":") || take_number(rest) < 1 || !rest.empty()) return std::nullopt;
    return stack_frame{bounded(place.substr(0, blank), longest_name), number,
                       bounded(trimmed(line.substr(place.size())), longest_name)};
}

// The upper end of an excerpt's margin; ',' where no other letters may be printed.
bool is_margin(std::string_view line) noexcept {
    line = trimmed(line);
    return line == "\xE2\x95\xB7" || line == ",";
}

// How many lines above its last line Sass says what is wrong, 0 = it does not: a warning is printed alike.
std::size_t sass_above(start_context const& context, std::size_t column) {
    bool has_margin = false;
    for (std::size_t n = 1; n <= most_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line) return 0;
        if (has_margin && line->starts_with(sass_start)) return n;
        if (is_blank(*line) || line->ends_with(sass_end) || line->find("WARNING: ") != std::string_view::npos)
            return 0;
        has_margin = has_margin || is_margin(*line);
    }
    return 0;
}

class style_sheet_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (type_.empty()) {
            auto found = parse_less(line);
            if (!found) found = parse_postcss(line);
            if (!found) return first_of_sass(line);
            type_ = bounded(found->type, longest_name);
            message_ = bounded(found->message);
            frames_.push_back({bounded(found->file, longest_name), found->line, {}});
            is_less_ = true;
            return verdict::continues;
        }
        if (is_less_) return is_source(line) ? verdict::continues : verdict::ended_before;
        if (auto frame = parse_sass_frame(line))
            push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
        return line.ends_with(sass_end) ? verdict::ends : verdict::continues;
    }
    bool is_complete() const noexcept override { return !frames_.empty(); }
    bool conclude(found_trace& trace) override {
        if (frames_.empty()) return false;
        trace.role = trace_role::notice;
        trace.cause_line = type_ + ": " + message_;
        put_exception(trace.exception, "node", std::move(type_), std::move(message_),
                      outermost_first(std::move(frames_)));
        return true;
    }

private:
    verdict first_of_sass(std::string_view line) {
        if (!take(line, sass_start)) return verdict::no_trace;
        type_ = "Error";
        message_ = bounded(trimmed(line));
        return verdict::continues;
    }

    // "5   @lid", as Less shows it
    bool is_source(std::string_view line) noexcept {
        return ++lines_ <= most_source && take_number(line) > 0 && (line.empty() || line.starts_with(' '));
    }

    std::string type_;
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    bool is_less_ = false;             // or PostCSS
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_style_sheet_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (parse_less(text) || parse_postcss(text)) return start_point{column, 0};
        if (!text.ends_with(sass_end) || !text.starts_with("  ")) continue;
        if (std::size_t const back = sass_above(context, column)) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_style_sheet_grammar() {
    return std::make_unique<style_sheet_reader>();
}

}  // namespace task_agent::trace
