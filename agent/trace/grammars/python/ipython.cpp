#include "task_agent/trace/grammars/python/ipython.hpp"

#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/python/python_message.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view header_end = " Traceback (most recent call last)";
constexpr int most_lines = 2048;

bool is_rule(std::string_view line) noexcept {
    return line.size() >= 40 && line.find_first_not_of('-') == std::string_view::npos;
}

// "ValueError            Traceback (most recent call last)": the type.
std::optional<std::string_view> parse_header(std::string_view line) noexcept {
    if (!line.ends_with(header_end)) return std::nullopt;
    std::string_view const type = trimmed(line.substr(0, line.size() - header_end.size()));
    auto const raised = python::parse_raised(type);
    return raised && !raised->has_colon && python::is_usual_type(type) ? std::optional(type) : std::nullopt;
}

// "File /app/load.py:7, in load(rows)", "Cell In[3], line 2", "Input In [3], in <cell line: 2>()",
// "/app/load.py in load(rows)", "<ipython-input-3-f00> in <module>"
std::optional<stack_frame> parse_place(std::string_view line) {
    stack_frame frame;
    std::string_view place = line;
    std::size_t in = line.find(", in ");
    std::size_t skip = 5;
    if (in == std::string_view::npos &&
        (line.starts_with('/') || line.starts_with('<') || line.starts_with('~'))) {
        in = line.find(" in ");
        skip = 4;
        if (in == std::string_view::npos) return std::nullopt;
    }
    if (in != std::string_view::npos) {
        std::string_view const function = line.substr(in + skip);
        frame.function = bounded(function.substr(0, function.find('(')));
        place = line.substr(0, in);
    }
    constexpr std::string_view file = "File ";
    constexpr std::string_view before_line = ", line ";
    if (place.starts_with(file)) {
        place.remove_prefix(file.size());
        std::size_t const colon = place.rfind(':');
        if (colon == std::string_view::npos) return std::nullopt;
        frame.line = number_of(place.substr(colon + 1));
        frame.file = bounded(place.substr(0, colon));
        return frame.line > 0 ? std::optional(frame) : std::nullopt;
    }
    if (place.starts_with("Cell In") || place.starts_with("Input In")) {
        std::size_t const at = place.find(before_line);
        if (at != std::string_view::npos) frame.line = number_of(place.substr(at + before_line.size()));
        frame.file = bounded(place.substr(0, at));
        return frame;
    }
    if (skip == 5) return std::nullopt;
    frame.file = bounded(place);
    return frame;
}

// "----> 2 load(rows)": the number of the line.
int arrow_line(std::string_view line) noexcept {
    std::size_t const dashes = std::min(line.find_first_not_of('-'), line.size());
    if (dashes < 2 || !line.substr(dashes).starts_with("> ")) return 0;
    line = trimmed(line.substr(dashes + 2));
    return number_of(line.substr(0, digits_in(line)));
}

class ipython_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ == state::raised; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, header, frames, raised, linked };

    verdict in_frames(std::string_view line);
    verdict in_raised(std::string_view line);

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> chain_;
    std::string statement_;
    python::message_extent extent_;
    int lines_ = 0;
};

verdict ipython_reader::in_frames(std::string_view line) {
    if (auto frame = parse_place(line)) {
        push_bounded(frames_, std::move(*frame), first_frames, most_frames);
        statement_.clear();
        return verdict::continues;
    }
    if (is_blank(line) || line.starts_with(' ')) return verdict::continues;
    if (int const number = arrow_line(line); number > 0) {
        if (!frames_.empty() && frames_.back().line == 0) frames_.back().line = number;
        std::size_t const at = line.find(' ', line.find("> ") + 2);
        statement_ = bounded(trimmed(line.substr(std::min(at, line.size()))));
        return verdict::continues;
    }
    auto const raised = python::parse_raised(line);
    // the type with its module may stand here, without it in the header
    if (!raised || !(raised->type == type_ || raised->type.ends_with("." + type_))) return verdict::not_mine;
    type_ = bounded(raised->type);
    message_ = bounded(trimmed(raised->message));
    cause_line_ = bounded(trimmed(line));
    extent_.begin(*raised, statement_);
    state_ = state::raised;
    return verdict::continues;
}

verdict ipython_reader::in_raised(std::string_view line) {
    // not taken: only another exception makes it part of the report
    if (is_blank(line)) return verdict::not_mine;
    if (python::is_link(line)) {
        push_bounded(chain_, {type_, message_}, 1, most_links);
        state_ = state::linked;
        return verdict::continues;
    }
    return extent_.takes(line, 0) ? verdict::continues : verdict::ended_before;
}

verdict ipython_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (state_) {
        case state::fresh:
            if (is_rule(line)) {
                state_ = state::header;
                return verdict::continues;
            }
            [[fallthrough]];
        case state::header:
        case state::linked: {
            if (state_ == state::linked && is_blank(line)) return verdict::continues;
            auto const type = parse_header(line);
            if (!type) return state_ == state::linked ? verdict::ended_before : verdict::no_trace;
            type_ = bounded(*type);
            frames_.clear();
            state_ = state::frames;
            return verdict::continues;
        }
        case state::frames:
            return in_frames(line);
        case state::raised:
            return in_raised(line);
    }
    return verdict::no_trace;
}

bool ipython_reader::conclude(found_trace& trace) {
    if (state_ != state::raised) return false;
    trace.role = trace_role::raised;
    trace.cause_line = std::move(cause_line_);
    trace.is_often_survived = true;  // a notebook may go on with its next cell
    if (!chain_.empty()) trace.root_line = chain_.front().type + ": " + chain_.front().message;
    exception_info& e = trace.exception;
    put_exception(e, "python", std::move(type_), std::move(message_), std::move(frames_));
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::optional<start_point> find_ipython_start(start_context const& context) {
    std::string_view const line = context.line();
    if (!line.ends_with(header_end)) return std::nullopt;
    for (std::size_t const column : context.columns()) {
        if (!parse_header(line.substr(column))) continue;
        auto const above = context.back(1, column);
        return start_point{column, above && is_rule(*above) ? std::size_t{1} : std::size_t{0}};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ipython_grammar() {
    return std::make_unique<ipython_reader>();
}

}  // namespace task_agent::trace
