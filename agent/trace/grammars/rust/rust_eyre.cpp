// The blocks of color-eyre and miette: an error with its causes numbered or drawn as a tree, sections,
// frames.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/rust/rust_lines.hpp"
#include "task_agent/trace/grammars/rust/rust_reports.hpp"

#include "rust_backtrace.hpp"

namespace task_agent::trace {
namespace {

using namespace rust;
using reading::take;

constexpr std::string_view panicked = "The application panicked (crashed).";
constexpr std::string_view error = "Error:";
constexpr std::string_view bar = "\xE2\x94\x81";     // of a section's heading
constexpr std::string_view hidden = "\xE2\x8B\xAE";  // "8 frames hidden"
constexpr std::string_view cross = "\xC3\x97 ";      // miette's mark of an error
constexpr std::string_view cross_ascii = "x ";
constexpr std::string_view branch = "\xE2\x94\x9C\xE2\x94\x80\xE2\x96\xB6 ";
constexpr std::string_view last_branch = "\xE2\x95\xB0\xE2\x94\x80\xE2\x96\xB6 ";
constexpr std::string_view bare = "  \xC3\x97 ";  // without "Error:", of a tool
constexpr std::string_view corner = "\xE2\x95\xAD\xE2\x94\x80[";
constexpr int most_lines = 512;
constexpr int most_blanks = 2;

// "   0: reading the file": what stands behind the number.
std::optional<std::string_view> numbered(std::string_view line, std::size_t number) {
    if (!line.starts_with("   ")) return std::nullopt;
    line = trimmed(line);
    std::size_t const digits = digits_in(line);
    if (digits == 0 || line.substr(0, digits) != std::to_string(number) ||
        !line.substr(digits).starts_with(": "))
        return std::nullopt;
    return trimmed(line.substr(digits + 2));
}

// "shop::no_nut", "shop::no_nut (https://...)": what miette's errors may be called, above the mark.
bool is_code(std::string_view text) noexcept {
    std::string_view const name = text.substr(0, text.find(' '));
    std::string_view const rest = text.substr(name.size());
    bool const is_link = rest.starts_with(" (http") && rest.ends_with(')');
    return name.find("::") != std::string_view::npos &&
           name.find_first_of("\"'`(<{/") == std::string_view::npos && !name.ends_with(':') &&
           (rest.empty() || is_link);
}

class rust_eyre_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return is_bare_; }

private:
    enum class part { fresh, head, causes, location, spans, frames, drawing, rest };

    verdict first(std::string_view line);
    bool take_head(std::string_view line);
    bool take_cause(std::string_view line);
    bool take_heading(std::string_view line);

    part part_ = part::fresh;
    bool is_panic_ = false;
    bool is_bare_ = false;
    std::string message_;
    std::vector<std::string> causes_;  // outermost first
    stack_frame place_;
    rust_backtrace backtrace_;
    int lines_ = 0;
    int blanks_ = 0;
};

verdict rust_eyre_reader::first(std::string_view line) {
    if (take(line, bare)) {
        is_bare_ = true;
        message_ = bounded(trimmed(line));
        part_ = part::drawing;
        return verdict::continues;
    }
    is_panic_ = line == panicked;
    if (!is_panic_ && !line.starts_with(error)) return verdict::no_trace;
    part_ = part::head;
    std::string_view rest = trimmed(line.substr(is_panic_ ? line.size() : error.size()));
    if (take(rest, cross) || take(rest, cross_ascii)) {
        message_ = bounded(rest);
        part_ = part::drawing;
    }
    return verdict::continues;
}

// "Message:  x", "Location: src/main.rs:4", "   0: x"; miette's mark on a line of its own.
bool rust_eyre_reader::take_head(std::string_view line) {
    std::string_view text = trimmed(line);
    if (is_panic_ && take(text, "Message:")) {
        message_ = bounded(trimmed(text));
        return true;
    }
    if (is_panic_ && take(text, "Location:")) {
        std::size_t const colon = text.rfind(':');
        if (auto place = parse_place(trimmed(text))) {
            place_ = std::move(*place);
        } else if (colon != std::string_view::npos && number_of(text.substr(colon + 1)) > 0) {
            place_ = {bounded(trimmed(text.substr(0, colon))), number_of(text.substr(colon + 1)), {}};
        }
        part_ = part::rest;
        return true;
    }
    if (!is_panic_) {
        if (auto const found = numbered(line, 0)) {
            message_ = bounded(*found);
            part_ = part::causes;
            return true;
        }
        if (take(text, cross)) {
            message_ = bounded(text);
            part_ = part::drawing;
            return true;
        }
    }
    return is_panic_ && !message_.empty();  // more of the message
}

bool rust_eyre_reader::take_cause(std::string_view line) {
    if (auto const found = numbered(line, causes_.size() + 1)) {
        push_bounded(causes_, bounded(*found), most_links - 1, most_links);
        return true;
    }
    return line.starts_with("   ");
}

bool rust_eyre_reader::take_heading(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (text == "Location:") {
        part_ = part::location;
    } else if (text.starts_with(bar) && text.find("SPANTRACE") != std::string_view::npos) {
        part_ = part::spans;
    } else if (text.starts_with(bar) && text.find("BACKTRACE") != std::string_view::npos) {
        part_ = part::frames;
    } else {
        bool const is_section =
            text.ends_with(':') && (text == "Note:" || text == "Suggestion:" || text == "Warning:");
        bool const is_note = text.starts_with("Backtrace omitted.") || text.starts_with("Run with ") ||
                             text.starts_with("Note: ") || text.starts_with("Suggestion: ") ||
                             text.starts_with("Warning: ");
        if (!is_section && !is_note) return false;
        part_ = part::rest;
    }
    return true;
}

verdict rust_eyre_reader::feed(std::string_view line) {
    if (part_ == part::fresh) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    if (is_blank(line)) return ++blanks_ > most_blanks ? verdict::ended_before : verdict::not_mine;
    if (part_ != part::head && take_heading(line)) {
        blanks_ = 0;
        return verdict::continues;
    }
    bool is_mine = false;
    switch (part_) {
        case part::head:
            is_mine = take_head(line);
            if (!is_mine) return verdict::no_trace;
            break;
        case part::causes:
            is_mine = take_cause(line);
            break;
        case part::location:
            is_mine = line.starts_with("   ");
            if (is_mine && place_.line == 0) {
                std::string_view const text = trimmed(line);
                std::size_t const colon = text.rfind(':');
                if (colon != std::string_view::npos)
                    place_ = {bounded(text.substr(0, colon)), number_of(text.substr(colon + 1)), {}};
            }
            break;
        case part::spans:
            is_mine = line.starts_with("   ");
            break;
        case part::frames:
            // a place is indented less than the standard library's
            is_mine =
                line.find(hidden) != std::string_view::npos ||
                backtrace_.take(
                    line.starts_with("      at ") ? "    " + std::string(line) : std::string(line), true);
            break;
        case part::drawing: {
            std::string_view text = trimmed(line);
            if (take(text, branch) || take(text, last_branch))
                push_bounded(causes_, bounded(trimmed(text)), most_links - 1, most_links);
            // "╭─[shop.toml:1:5]"
            if (take(text, corner) && place_.line == 0) {
                text = text.substr(0, text.find(']'));
                if (auto place = parse_place(text)) place_ = std::move(*place);
            }
            is_mine = line.starts_with(' ');
            break;
        }
        default:
            is_mine = line.starts_with("  ");
    }
    if (!is_mine) return verdict::ended_before;
    blanks_ = 0;
    return verdict::continues;
}

bool rust_eyre_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    // anybody may draw a cross
    if (is_bare_ && causes_.empty() && place_.line == 0) return false;
    exception_info& e = trace.exception;
    trace.role = is_bare_ ? trace_role::notice : trace_role::raised;
    trace.is_often_survived = is_bare_;
    trace.cause_line = (is_panic_ ? "panicked: " : "Error: ") + message_;
    e.language = "rust";
    e.type = is_panic_ ? "panic" : is_bare_ ? "error" : "Error";
    e.message = std::move(message_);
    e.frames = backtrace_.frames();
    if (e.frames.empty() && place_.line > 0) e.frames.push_back(std::move(place_));
    make_plain(e.frames);
    if (!causes_.empty()) trace.root_line = causes_.back();
    std::reverse(causes_.begin(), causes_.end());
    for (std::string& cause : causes_)
        e.chain.push_back({"Error", std::move(cause)});
    return true;
}

}  // namespace

std::optional<start_point> find_rust_eyre_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == panicked || text.starts_with(bare)) return start_point{column, 0};
        if (!text.starts_with(error)) continue;
        std::string_view const rest = trimmed(text.substr(error.size()));
        // color-eyre and miette leave the line open, or mark the error
        if (rest.empty() || rest.starts_with(cross) || is_code(rest)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_rust_eyre_grammar() {
    return std::make_unique<rust_eyre_reader>();
}

}  // namespace task_agent::trace
