#include "task_agent/trace/grammars/php/php_checks.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/php/php_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 80;
constexpr std::size_t most_table_lines = 60;
constexpr int most_page_message = 24;  // lines, from the class to the place
constexpr std::string_view table_title = "  Line   ";

enum class tool { none, sniffer, phpstan, psalm, page };

struct finding {
    std::string_view message;
    std::string_view file;
    int line = 0;
};

// "ERROR: UndefinedVariable - src/nut.php:12:5 - Cannot find $lid (see https://psalm.dev/024)"
std::optional<finding> parse_psalm(std::string_view line) noexcept {
    constexpr std::string_view between = " - ";
    finding found;
    if (!take(line, "ERROR: ")) return std::nullopt;
    std::size_t const name = line.find(between);
    if (name == std::string_view::npos || line.substr(0, name).find(' ') != std::string_view::npos)
        return std::nullopt;
    line.remove_prefix(name + between.size());
    std::size_t const at = line.find(".php:");
    if (at == std::string_view::npos) return std::nullopt;
    found.file = line.substr(0, at + 4);
    line.remove_prefix(at + 5);
    found.line = take_number(line);
    if (found.line < 1 || !take(line, ":") || take_number(line) < 0 || !take(line, between))
        return std::nullopt;
    found.message = line.substr(0, line.find(" (see http"));
    return found;
}

// "   Shop\\NoNutException ": the class alone on its line, as consoles of Laravel show it; empty = it is not.
std::string_view class_of_page(std::string_view line) noexcept {
    if (!take(line, "   ") || line.starts_with(' ') || !line.ends_with(' ')) return {};
    line = trimmed(line);
    return php::is_class_name(line) && (line.ends_with("Exception") || line.ends_with("Error"))
               ? line
               : std::string_view();
}

// "  at vendor/shop/Nut.php:7"
std::optional<finding> parse_at(std::string_view line) noexcept {
    if (!take(line, "  at ") || line.find(' ') != std::string_view::npos) return std::nullopt;
    std::size_t const colon = line.rfind(".php:");
    if (colon == std::string_view::npos) return std::nullopt;
    int const number = number_of(line.substr(colon + 5));
    return number > 0 ? std::optional(finding{{}, line.substr(0, colon + 4), number}) : std::nullopt;
}

// "FOUND 2 ERRORS AND 1 WARNING AFFECTING 3 LINES"
bool is_count_of_sniffer(std::string_view line) noexcept {
    return take(line, "FOUND ") && take_number(line) > 0 && line.starts_with(" ERROR") &&
           line.find(" AFFECTING ") != std::string_view::npos;
}

// " 3 | ERROR | [x] Expected 1 blank line"
std::optional<finding> parse_sniffed(std::string_view line) noexcept {
    finding found;
    line = trimmed(line);
    found.line = take_number(line);
    if (found.line < 1) return std::nullopt;
    line = trimmed(line);
    if (!take(line, "| ERROR ")) return std::nullopt;
    line = trimmed(line);
    if (!take(line, "| ")) return std::nullopt;
    take(line, "[x] ") || take(line, "[ ] ");
    found.message = trimmed(line);
    return found;
}

// " [ERROR] Found 3 errors"
bool is_count_of_phpstan(std::string_view line) noexcept {
    return take(line, " [ERROR] Found ") && take_number(line) > 0 && line.starts_with(" error");
}

// How many lines above its count PHPStan names the first file, 0 = it does not.
std::size_t table_above(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_table_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line) break;
        if (line->starts_with(table_title)) first = n;
        if (!is_blank(*line) && !line->starts_with(' ')) break;
    }
    return first;
}

class php_checks_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_sniffer(std::string_view line);
    verdict in_phpstan(std::string_view line);
    verdict in_page(std::string_view line);
    void raise(finding const& found);

    tool tool_ = tool::none;
    std::string type_ = "build failed";
    std::string message_;
    stack_frame frame_;
    block_bounds block_;
    int lines_ = 0;
};

void php_checks_reader::raise(finding const& found) {
    message_ = bounded(found.message);
    if (!found.file.empty()) frame_.file = bounded(found.file, longest_name);
    frame_.line = found.line;
}

verdict php_checks_reader::first(std::string_view line) {
    if (auto const found = parse_psalm(line)) {
        tool_ = tool::psalm;
        raise(*found);
        return verdict::continues;
    }
    std::string_view text = line;
    if (std::string_view const name = class_of_page(line); !name.empty()) {
        tool_ = tool::page;
        type_ = bounded(name, longest_name);
    } else if (take(text, "FILE: ")) {
        tool_ = tool::sniffer;
        frame_.file = bounded(trimmed(text), longest_name);
    } else if (take(text, table_title)) {
        tool_ = tool::phpstan;
        frame_.file = bounded(trimmed(text), longest_name);
    }
    return tool_ == tool::none ? verdict::no_trace : verdict::continues;
}

// Lines of dashes, the count, the rows, dashes. A message may go on in a row without a number.
verdict php_checks_reader::in_sniffer(std::string_view line) {
    if (!message_.empty()) {
        bool const is_rule = line.starts_with("-----");
        if (is_rule || !trimmed(line).starts_with('|')) block_.end_here();
        return is_rule ? verdict::ends : verdict::continues;
    }
    if (auto const found = parse_sniffed(line)) {
        block_.begin_here();
        raise(*found);
    }
    return verdict::continues;
}

// The rows of one file, a line of dashes, perhaps further files, the count.
verdict php_checks_reader::in_phpstan(std::string_view line) {
    if (is_count_of_phpstan(line)) return verdict::ends;
    if (!is_blank(line) && !line.starts_with(' ')) return verdict::ended_before;
    std::string_view text = trimmed(line);
    bool const is_first = message_.empty();
    int const number = take_number(text);
    bool const is_row = number > 0 && text.starts_with("  ");
    if (is_row && is_first) {
        block_.begin_here();
        raise({trimmed(text), {}, number});
    } else if (!is_first && (is_row || text.empty() || text.starts_with("---"))) {
        block_.end_here();
    }
    return verdict::continues;
}

// The message, its place, the source and the frames.
verdict php_checks_reader::in_page(std::string_view line) {
    std::string_view text = trimmed(line);
    if (text.empty()) return verdict::continues;
    bool const is_late = frame_.line == 0 && lines_ > most_page_message;
    if (!line.starts_with("  ") || is_late)
        return frame_.line == 0 ? verdict::no_trace : verdict::ended_before;
    if (message_.empty()) {
        message_ = bounded(text);
        return verdict::continues;
    }
    auto const where = frame_.line == 0 ? parse_at(line) : std::nullopt;
    if (!where) return verdict::continues;
    frame_ = {bounded(where->file, longest_name), where->line, {}};
    return verdict::continues;
}

verdict php_checks_reader::read(std::string_view line) {
    if (++lines_ == 1) return first(line);
    if (lines_ > most_lines) return verdict::ended_before;
    if (tool_ == tool::psalm) {
        // the first of them tells
        block_.end_here();
        return parse_psalm(line) ? verdict::continues : verdict::not_mine;
    }
    if (tool_ == tool::sniffer) return in_sniffer(line);
    return tool_ == tool::phpstan ? in_phpstan(line) : in_page(line);
}

bool php_checks_reader::conclude(found_trace& trace) {
    if (message_.empty() || frame_.line < 1) return false;
    trace.role = trace_role::notice;
    if (tool_ == tool::page) trace.role = trace_role::raised;
    block_.cut(trace);
    trace.cause_line = tool_ == tool::page ? type_ + ": " + message_ : message_;
    put_exception(trace.exception, "php", std::move(type_), std::move(message_), {std::move(frame_)});
    return true;
}

}  // namespace

std::optional<start_point> find_php_checks_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (is_count_of_phpstan(text)) {
            if (std::size_t const back = table_above(context, column)) return start_point{column, back};
        }
        if (is_count_of_sniffer(text)) {
            auto const file = context.back(2, column);
            if (file && file->starts_with("FILE: ")) return start_point{column, 2};
        }
        if (parse_psalm(text) || !class_of_page(text).empty()) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_php_checks_grammar() {
    return std::make_unique<php_checks_reader>();
}

}  // namespace task_agent::trace
