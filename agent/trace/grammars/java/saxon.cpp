#include "task_agent/trace/grammars/java/saxon.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 64;
constexpr std::string_view margin = "  ";

struct place {
    std::string_view file;
    int line = 0;
};

// "Static error at xsl:sort on line 6 column 44 of index.xsl:"
std::optional<place> place_of(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 4> starts = {"Error ", "Static error ", "Type error ",
                                                        "Dynamic error "};
    constexpr std::string_view on_line = " on line ";
    if (!line.ends_with(':') || !starts_with_any(line, starts)) return std::nullopt;
    line.remove_suffix(1);
    std::size_t const at = line.rfind(on_line);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view rest = line.substr(at + on_line.size());
    place found;
    found.line = take_number(rest);
    if (found.line < 1) return std::nullopt;
    if (take(rest, " column ") && take_number(rest) < 0) return std::nullopt;
    if (!take(rest, " of ") || rest.empty() || rest.find(' ') != std::string_view::npos) return std::nullopt;
    found.file = rest;
    return found;
}

// Behind "  XPST0008: " or "  XPST0008  "; nothing where there is no such code.
std::optional<std::string_view> coded(std::string_view line) noexcept {
    constexpr std::size_t letters = 4;
    constexpr std::size_t size = 8;
    if (!take(line, margin) || line.size() < size + 2) return std::nullopt;
    std::string_view const code = line.substr(0, size);
    for (std::size_t i = 0; i < size; ++i) {
        if (i < letters ? !is_upper(code[i]) : !is_digit(code[i])) return std::nullopt;
    }
    std::string_view const said = line.substr(size);
    if (!said.starts_with(": ") && !said.starts_with(margin)) return std::nullopt;
    return trimmed(said.substr(2));
}

class saxon_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        return block_.note(line, answer, !is_told_);
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        block_.cut(trace);
        trace.cause_line = std::move(cause_line_);
        put_exception(trace.exception, "java", "error", std::move(message_), {std::move(frame_)});
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (++lines_ > most_lines) return verdict::ended_before;
        auto const where = place_of(line);
        if (lines_ == 1) {
            if (!where) return verdict::no_trace;
            frame_ = {bounded(where->file, longest_name), where->line, {}};
            return verdict::continues;
        }
        if (lines_ == 2) {
            auto const said = coded(line);
            if (!said) return verdict::no_trace;
            message_ = bounded(*said);
            cause_line_ = bounded(trimmed(line));
            return verdict::continues;
        }
        // a long message is broken; of several errors the first tells
        is_told_ = is_told_ || where;
        return where || line.starts_with(margin) ? verdict::continues : verdict::ended_before;
    }

    std::string message_;
    std::string cause_line_;
    stack_frame frame_;
    block_bounds block_;
    bool is_told_ = false;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_saxon_start(start_context const& context) {
    if (!context.line().ends_with(':')) return std::nullopt;
    for (std::size_t const column : context.columns()) {
        if (place_of(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_saxon_grammar() {
    return std::make_unique<saxon_reader>();
}

}  // namespace task_agent::trace
