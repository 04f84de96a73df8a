// rustc's errors: the first one tells, and those that follow are read with it, down to cargo's last word.
#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/grammars/rust/rust_lines.hpp"
#include "task_agent/trace/grammars/rust/rust_reports.hpp"

namespace task_agent::trace {
namespace {

using reading::take;

constexpr int most_lines = 1024;
constexpr int most_blanks = 1;
constexpr std::size_t most_lines_back = 31;
constexpr std::size_t longest_code = 64;
constexpr std::string_view arrow = "--> ";
constexpr std::string_view corner = "\xE2\x94\x8C\xE2\x94\x80 ";  // of codespan, in the place of the arrow
constexpr std::string_view linking = "error: linking with `";
constexpr std::string_view no_linker = "error: linker `";
constexpr std::string_view note = "= note: ";

// "error[E0382]: borrow of moved value", "error[unsound]: a crate of old": the text.
std::optional<std::string_view> parse_error(std::string_view line) noexcept {
    if (take(line, "error: ")) return trimmed(line);
    if (!take(line, "error[")) return std::nullopt;
    std::size_t const code = line.find_first_of("] ");
    if (code == 0 || code == std::string_view::npos || code > longest_code) return std::nullopt;
    line.remove_prefix(code);
    if (!take(line, "]: ")) return std::nullopt;
    return trimmed(line);
}

// What cargo says before it compiles anything.
bool is_of_cargo(std::string_view line) noexcept {
    if (!take(line, "error: ")) return false;
    for (std::string_view const start : {"failed to select a version for ",
                                         "no matching package named ",
                                         "no matching package found",
                                         "failed to get `",
                                         "failed to parse manifest at ",
                                         "failed to load manifest for ",
                                         "failed to parse lock file at",
                                         "failed to run custom build command for ",
                                         "failed to download ",
                                         "could not find `Cargo.toml` in ",
                                         "failed to load source for dependency ",
                                         "failed to verify the checksum of ",

                                         "no such command: `",
                                         "no bin target named `",
                                         "no example target named `",
                                         "no test target named `",
                                         "package ID specification `",
                                         "package `",
                                         "the lock file ",
                                         "manifest path `",
                                         "cannot update the lock file ",

                                         "rustc "})
        if (line.starts_with(start)) return true;
    return false;
}

bool is_below_cargo(std::string_view line) noexcept {
    for (std::string_view const start : {" ", "Caused by:", "versions that meet ", "all possible versions ",
                                         "location searched: ", "required by ", "perhaps you meant",
                                         "searched package name: ", "note: ", "help: ", "\tDid you mean ",
                                         "Either upgrade to rustc ", "cargo update -p ", "As a reminder, "})
        if (line.starts_with(start)) return true;
    return false;
}

bool is_last_word(std::string_view line) noexcept {
    return line.starts_with("error: could not compile ") || line.starts_with("error: aborting due to ") ||
           line.starts_with("Some errors have detailed explanations: ") ||
           line.starts_with("For more information about ");
}

// "3 | let x", "  | ^^^", "  = note: ...", "...", "help: ..."
bool is_excerpt(std::string_view line) noexcept {
    std::string_view const text = trimmed(line);
    std::size_t const digits = digits_in(text);
    std::string_view const rest = trimmed(text.substr(digits));
    // what is proposed: "2 -  old", "2 +  new"
    bool const is_change =
        digits > 0 && (rest.starts_with("- ") || rest.starts_with("+ ") || rest.starts_with("~ "));
    return is_change || rest.starts_with('|') || text.starts_with("= ") || text.starts_with(arrow) ||
           text.starts_with("::: ") || text == "..." || line.starts_with("help: ") ||
           line.starts_with("note: ") || line.starts_with("warning: ") || line.starts_with(' ');
}

// "  = note: rust-lld: error: unable to find library -lx", "          /usr/bin/ld: cannot find -lx"
bool says_why(std::string_view line) noexcept {
    return line.starts_with(' ') && line.find("ld: ") != std::string_view::npos &&
           line.find(" returned ") == std::string_view::npos &&
           line.find("in function ") == std::string_view::npos;
}

class rust_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return is_linking_ || is_of_cargo_ || !report_.frames.empty();
    }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict begin(std::string_view line);

    native_report report_;
    make_end make_;
    block_bounds block_;
    bool is_first_ = true;   // of the errors
    std::string root_line_;  // what the linker said
    bool is_linking_ = false;
    bool is_of_cargo_ = false;
    bool has_cause_ = false;
    bool has_last_word_ = false;
    int lines_ = 0;
    int blanks_ = 0;
};

verdict rust_build_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict rust_build_reader::begin(std::string_view line) {
    auto const message = parse_error(line);
    if (!message) return verdict::no_trace;
    block_.begin_here();
    report_.message = bounded(*message);
    report_.cause_line = bounded(trimmed(line));
    is_linking_ = line.starts_with(linking) || line.starts_with(no_linker);
    report_.type = is_linking_ ? "linker error" : "build failed";
    is_of_cargo_ = is_of_cargo(line);
    return verdict::continues;
}

verdict rust_build_reader::read(std::string_view line) {
    if (report_.type.empty()) return begin(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    if (auto const end = is_complete() ? make_.read(line) : std::nullopt) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    // they are divided by a blank line, but for what a linker says
    is_first_ = is_first_ && !is_last_word(line) && (is_of_cargo_ || is_linking_ || !is_blank(line));
    if (is_first_ && !is_blank(line)) block_.go_on();
    if (is_linking_ && root_line_.empty() && says_why(line)) {
        std::string_view text = trimmed(line);
        take(text, note);
        root_line_ = bounded(text);
    }
    if (is_of_cargo_) {
        if (is_blank(line)) return ++blanks_ > most_blanks ? verdict::ended_before : verdict::continues;
        if (!is_below_cargo(line)) return verdict::ended_before;
        blanks_ = 0;
        if (has_cause_ && line.starts_with(' ')) root_line_ = bounded(trimmed(line));
        // a build script's own panic tells why it failed
        has_cause_ = line.starts_with("Caused by:") || rust::parse_thread(trimmed(line)).has_value();
        return verdict::continues;
    }
    if (!is_linking_ && report_.frames.empty()) {
        std::string_view text = trimmed(line);
        auto place = take(text, arrow) || take(text, corner) ? rust::parse_place(text) : std::nullopt;
        if (!place) return verdict::no_trace;
        // others point at a place as the compiler does
        if (!place->file.ends_with(".rs") && !place->file.ends_with("Cargo.toml")) report_.type = "error";
        report_.add(std::move(*place));
        return verdict::continues;
    }
    // what the linker said ends with an indented one
    int const blanks = is_linking_ && !has_last_word_ ? 2 : most_blanks;
    if (is_blank(line)) return ++blanks_ > blanks ? verdict::ended_before : verdict::continues;
    bool const is_more = is_last_word(line) || (!has_last_word_ && (parse_error(line) || is_excerpt(line)));
    if (!is_more) return verdict::ended_before;
    has_last_word_ = has_last_word_ || is_last_word(line);
    blanks_ = 0;
    return verdict::continues;
}

bool rust_build_reader::conclude(found_trace& trace) {
    if (!is_complete()) return false;
    trace.root_line = std::move(root_line_);
    block_.cut(trace);
    report_.role = trace_role::notice;
    return report_.write_to(trace, "rust");
}

// From cargo's last word to the first error with a place.
std::size_t lines_to_first(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    bool is_arrow_below = false;
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = context.back(n, column);
        if (!line) break;
        if (is_arrow_below && parse_error(*line)) first = n;
        is_arrow_below = trimmed(*line).starts_with(arrow);
        bool const may_be_part =
            is_blank(*line) || is_last_word(*line) || parse_error(*line) || is_excerpt(*line);
        if (!may_be_part) break;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_rust_build_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        bool const is_linker =
            text.starts_with(linking) || (text.starts_with(no_linker) && text.ends_with("` not found"));
        if (is_linker || is_of_cargo(text)) return start_point{column, 0};
        if (text.starts_with("error[") && parse_error(text))
            return start_point{column, lines_to_first(context, column)};
        // an error without a number is like anybody's: its place tells, the compiler's last word, or cargo's
        if (std::string_view place = trimmed(text); text.starts_with(' ') && take(place, arrow)) {
            auto const above = context.back(1, column);
            if (above && parse_error(*above) && rust::parse_place(place)) return start_point{column, 1};
        }
        if (!text.starts_with("error: could not compile ") && !text.starts_with("error: aborting due to "))
            continue;
        if (std::size_t const back = lines_to_first(context, column); back > 0)
            return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_rust_build_grammar() {
    return std::make_unique<rust_build_reader>();
}

}  // namespace task_agent::trace
