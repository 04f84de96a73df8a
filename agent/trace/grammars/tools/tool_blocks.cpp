#include "task_agent/trace/grammars/tools/tool_blocks.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include "openssl_line.hpp"
#include "tool_block_lines.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace tool_blocks;

constexpr std::size_t least_wrapped = 50;  // of a line that goes on in the next one
constexpr std::size_t widest = 78;         // of Terraform's words, which it wraps
constexpr int most_lines = 400;            // GDAL tells of every driver
constexpr std::size_t most_skipped = 8;
constexpr std::string_view box_top = "\xE2\x95\xB7";
constexpr std::string_view box_end = "\xE2\x95\xB5";

class tool_blocks_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_ghostscript(std::string_view line);
    verdict in_terraform(std::string_view line);
    verdict in_box(std::string_view line);
    verdict in_git(std::string_view line);
    void take_place(std::string_view line);
    void say(std::string_view message, std::string_view line);

    tool who_ = tool::gpg;
    native_report report_;
    std::string skipped_;    // by GnuPG
    bool is_sure_ = false;   // more than one line tells that it is this tool
    bool is_bare_ = false;   // of OpenSSL: without its tool's words
    bool is_below_ = false;  // Terraform's words below the place
    bool is_wrapped_ = false;
    bool is_next_ = false;   // the next error, of Terraform
    std::size_t width_ = 0;  // of the line above, of several
    block_bounds block_;
    bool is_blank_before_ = false;
    int lines_ = 0;
};

void tool_blocks_reader::say(std::string_view message, std::string_view line) {
    report_.type = "command failed";
    report_.message = bounded(trimmed(message));
    report_.cause_line = bounded(trimmed(line));
    report_.role = trace_role::notice;
}

// "  on bag.tf line 2, in resource "bag" "small":", "  on bag.tf line 2:"
void tool_blocks_reader::take_place(std::string_view line) {
    constexpr std::string_view mark = " line ";
    line = trimmed(line);
    std::size_t const at = line.find(mark);
    bool const is_told = at != std::string_view::npos && at > 3 && line.ends_with(':');
    if (!is_told || !report_.frames.empty() || !take(line, "on ")) return;
    std::string_view rest = line.substr(at - 3 + mark.size());
    int const number = take_number(rest);
    if (number > 0 && (rest.starts_with(',') || rest == ":"))
        report_.add({bounded(line.substr(0, at - 3), longest_name), number, {}});
}

verdict tool_blocks_reader::first(std::string_view line) {
    auto const said = parse(line);
    if (!said) {
        if (line == box_top) return verdict::continues;
        // GnuPG skips what it cannot use before it tells that it failed: that says of what; OpenSSL's tools
        // say above its queue what they could not do
        if (is_skipped_by_gpg(line)) {
            if (skipped_.empty()) skipped_ = bounded(trimmed(line.substr(line.find(": ") + 2)));
            return verdict::continues;
        }
        if (lines_ > 1) return verdict::no_trace;
        who_ = tool::openssl;
        is_sure_ = true;
        say(line, line);
        return verdict::continues;
    }
    who_ = said->who;
    is_bare_ = who_ == tool::openssl;
    is_sure_ =
        who_ != tool::ghostscript && who_ != tool::terraform && who_ != tool::gdal && who_ != tool::git;
    say(said->message, line);
    if (who_ == tool::gpg && !skipped_.empty()) report_.message = std::move(skipped_);
    return verdict::continues;
}

verdict tool_blocks_reader::in_ghostscript(std::string_view line) {
    if (line.find("Ghostscript ") < longest_name && line.find(": Unrecoverable error") < longest_name) {
        is_sure_ = true;
        return verdict::ends;
    }
    bool const is_more = is_blank(line) || line.starts_with(' ') || line.ends_with(" stack:") ||
                         line.starts_with("Current ") || line.starts_with("Last OS error: ");
    return is_more ? verdict::continues : verdict::ended_before;
}

// A blank line, the place and its source, and words that are wrapped.
verdict tool_blocks_reader::in_terraform(std::string_view line) {
    bool const is_below_blank = std::exchange(is_blank_before_, is_blank(line));
    verdict const no_more = is_next_ ? verdict::ended_before : verdict::no_trace;
    if (is_blank(line)) return lines_ == 2 || is_sure_ ? verdict::continues : no_more;
    if (is_sure_ && is_below_blank && line.starts_with("Error: ")) {
        // the first tells
        block_.end_here();
        is_next_ = true;
        is_sure_ = is_below_ = false;
        is_wrapped_ = false;
        width_ = 0;
        lines_ = 1;
        return verdict::continues;
    }
    if (lines_ <= 2) return no_more;
    if (!is_next_) take_place(line);
    if (!is_sure_) {
        is_sure_ = line.starts_with("  on ") || line.starts_with("  with ");
        return is_sure_ ? verdict::continues : no_more;
    }
    std::size_t const first_word = std::min(line.find(' '), line.size());
    bool const is_rest = is_wrapped_ || (width_ > 0 && width_ + 1 + first_word > widest);
    if (line.starts_with("  ")) return is_below_ && !is_rest ? verdict::ended_before : verdict::continues;
    bool const is_check = line.starts_with("This was checked by ");
    if (!is_rest && !is_check && (is_below_ || !is_below_blank)) return verdict::ended_before;
    is_below_ = true;
    width_ = is_check ? 0 : line.size();
    is_wrapped_ = width_ >= least_wrapped && !line.ends_with('.');
    return verdict::continues;
}

// One box may stand below the other; the first tells.
verdict tool_blocks_reader::in_box(std::string_view line) {
    is_next_ = is_next_ || line == box_top;
    if (line == box_top || line == box_end) return verdict::continues;
    if (!take(line, bar)) return verdict::ended_before;
    if (!is_next_) take_place(line);
    return verdict::continues;
}

verdict tool_blocks_reader::in_git(std::string_view line) {
    if (line.starts_with("error: failed to push some refs")) {
        is_sure_ = true;
        return verdict::continues;
    }
    bool const is_more = !rejected_by_git(line).empty() || (is_sure_ && line.starts_with("hint: "));
    if (is_more) return verdict::continues;
    return is_sure_ ? verdict::ended_before : verdict::no_trace;
}

verdict tool_blocks_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    block_.note(line, answer);
    return answer;
}

verdict tool_blocks_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (report_.type.empty()) return first(line);
    switch (who_) {
        case tool::ghostscript:
            return in_ghostscript(line);
        case tool::terraform:
            return in_terraform(line);
        case tool::box:
            return in_box(line);
        case tool::git:
            return in_git(line);
        case tool::gdal:
            if (lines_ == 2 && !is_blank(line)) {
                say(line, line);
                is_sure_ = true;
                return verdict::continues;
            }
            return line.starts_with("  -> ") ? verdict::continues : verdict::ended_before;
        case tool::openssl:
            return reason_of_openssl(line).empty() ? verdict::ended_before : verdict::continues;
        case tool::gpg:
            // what follows from it
            return line.starts_with("gpg: ") && line.find(" failed: ") != std::string_view::npos
                       ? verdict::continues
                       : verdict::ended_before;
        case tool::ffmpeg:
            return line.starts_with("Error splitting the argument list: ") ? verdict::ends
                                                                           : verdict::ended_before;
        case tool::image:
        case tool::xorriso:
            break;
    }
    return verdict::ended_before;
}

bool tool_blocks_reader::conclude(found_trace& trace) {
    // keys are tried one after the other
    trace.is_guess = is_bare_;
    bool const is_one = is_sure_ || is_next_;
    if (!is_one || report_.message.empty() || !report_.write_to(trace, "shell")) return false;
    block_.cut(trace);
    return true;
}

// From what GnuPG says last to the first that it skipped.
std::size_t skipped_lines(start_context const& context, std::size_t column) {
    std::size_t n = 0;
    while (n < most_skipped) {
        auto const above = context.back(n + 1, column);
        if (!above || !is_skipped_by_gpg(*above)) break;
        ++n;
    }
    return n;
}

// The words of a tool stand directly above OpenSSL's queue, without any name.
std::size_t words_above_queue(start_context const& context, std::size_t column) {
    auto const above = context.back(1, column);
    if (!above || above->size() > longest_line || above->find(' ') == std::string_view::npos) return 0;
    constexpr std::array<std::string_view, 8> marks = {"not ",  "No ",     "an't ",  "nable to ",
                                                       "rror ", "nvalid ", "ailed ", "issing "};
    bool const complains = std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return above->find(mark) != std::string_view::npos;
    });
    return complains && !parse(*above) ? 1 : 0;
}

}  // namespace

std::optional<start_point> find_tool_blocks_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const said = parse(context.line().substr(column));
        if (!said) continue;
        start_point at{column, 0};
        if (said->who == tool::gpg) at.lines_back = skipped_lines(context, column);
        if (said->who == tool::openssl) at.lines_back = words_above_queue(context, column);
        if (said->who == tool::box) {
            auto const above = context.back(1, column);
            at.lines_back = above && *above == box_top ? 1 : 0;
        }
        return at;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_tool_blocks_grammar() {
    return std::make_unique<tool_blocks_reader>();
}

}  // namespace task_agent::trace
