#include "task_agent/trace/grammars/python/pytest.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr int most_lines = 8192;
constexpr std::string_view mark = "E   ";
constexpr std::string_view fixtures = ">       available fixtures: ";
// of a file that cannot be loaded, below a heading and a hint
constexpr std::string_view frames_of_file = "Traceback:";

// "____ test_total ____", and "_ test_x _" where the name is as wide as the terminal.
bool is_heading(std::string_view line) noexcept {
    std::size_t const left = line.find_first_not_of('_');
    if (left == std::string_view::npos || left == 0 || line[left] != ' ' || !line.ends_with('_'))
        return false;
    std::size_t const right = line.find_last_not_of('_');
    // "_ _ _ _ _" stands between the frames
    return line[right] == ' ' && right > left + 1 && line[left + 1] != '_';
}

// "==== short test summary info ====", "---- Captured stdout call ----", the next test
bool is_over(std::string_view line) noexcept {
    return line.starts_with("====") || line.starts_with("----") || line.starts_with("!!!!") ||
           is_heading(line);
}

// "==== short test summary info ====", "!!!! stopping after 1 failures !!!!"
bool is_title(std::string_view line) noexcept {
    return line.starts_with("====") || line.starts_with("!!!!");
}

struct location {
    stack_frame frame;
    std::string_view said;  // "in total", "KeyError", or nothing
};

// "test_cart.py:14: in total", "test_cart.py:14: KeyError", "test_cart.py:14: "
std::optional<location> parse_location(std::string_view line) {
    std::size_t const dot = line.find(".py:");
    if (dot == std::string_view::npos || dot == 0 || line.front() == ' ') return std::nullopt;
    std::string_view rest = line.substr(dot + 4);
    std::size_t const digits = digits_in(rest);
    bool const is_bare = rest.size() == digits && line.front() == '/';  // of a fixture
    if (digits == 0 || (!is_bare && !rest.substr(digits).starts_with(':'))) return std::nullopt;
    location found;
    found.frame.file = bounded(line.substr(0, dot + 3));
    found.frame.line = number_of(rest.substr(0, digits));
    found.said = trimmed(rest.substr(digits + (is_bare ? 0 : 1)));
    constexpr std::string_view in = "in ";
    if (found.said.starts_with(in)) found.frame.function = bounded(found.said.substr(in.size()));
    return found;
}

class pytest_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return state_ >= state::said; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        code,    // of the tests and the functions they called
        said,    // what was raised; where may follow
        ended,   // where as well; another exception may follow
        others,  // what it printed, and further tests that failed
    };

    verdict read(std::string_view line);
    verdict behind(std::string_view line);

    void read_mark(std::string_view text);
    void next_of_chain();
    verdict in_ended(std::string_view line);

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    bool has_message_ = false;
    bool is_syntax_ = false;   // the place stands above what is wrong with it
    bool is_fixture_ = false;  // that is not there: those that are follow
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> chain_;
    block_bounds block_;
    int lines_ = 0;
};

void pytest_reader::read_mark(std::string_view text) {
    std::string_view const body = trimmed(text);
    if (!has_message_ && body.starts_with("File \"")) {
        is_syntax_ = true;
        if (auto frame = python::parse_frame("  " + std::string(body))) frames_.push_back(std::move(*frame));
        return;
    }
    auto const raised = python::parse_raised(body);
    if (is_syntax_ && !(raised && python::is_syntax_error(raised->type))) return;
    if (has_message_) return;
    has_message_ = true;
    is_syntax_ = false;
    if (raised && python::is_usual_type(raised->type)) {
        type_ = bounded(raised->type);
        message_ = bounded(trimmed(raised->message));
    } else {
        message_ = bounded(body);
    }
}

void pytest_reader::next_of_chain() {
    push_bounded(chain_, {type_, message_}, 1, most_links);
    type_.clear();
    message_.clear();
    has_message_ = is_syntax_ = false;
    frames_.clear();
    state_ = state::code;
}

verdict pytest_reader::in_ended(std::string_view line) {
    // not taken: nothing but another exception makes it part of the report
    if (is_blank(line)) return verdict::not_mine;
    if (!python::is_link(line)) return behind(line);
    next_of_chain();
    return verdict::continues;
}

// The first test that failed is told; the others are shown until a title of the whole.
verdict pytest_reader::behind(std::string_view line) {
    if (!is_over(line) || is_title(line)) return verdict::ended_before;
    block_.end_here();
    state_ = state::others;
    return verdict::continues;
}

verdict pytest_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (state_ == state::others) return is_title(line) ? verdict::ended_before : verdict::continues;
    if (state_ == state::ended) return in_ended(line);
    if (state_ == state::fresh) {
        if (!is_heading(line) && !line.starts_with(mark) && line != frames_of_file) return verdict::no_trace;
        state_ = state::code;
        if (!line.starts_with(mark)) return verdict::continues;
    }
    if (line.starts_with(mark) || line == "E") {
        read_mark(line.substr(std::min(line.size(), mark.size())));
        state_ = state::said;
        return verdict::continues;
    }
    if (auto found = parse_location(line)) {
        bool const is_last = state_ == state::said;
        bool const is_frame = found->said.starts_with("in ");
        if (is_last && is_frame) return verdict::ended_before;
        if (type_.empty() && is_last && has_message_) type_ = bounded(found->said);
        push_bounded(frames_, std::move(found->frame), first_frames, most_frames);
        if (is_last) state_ = state::ended;
        return verdict::continues;
    }
    if (state_ == state::said) {
        is_fixture_ = is_fixture_ || line.starts_with(fixtures);
        if (is_blank(line) || (is_fixture_ && line.starts_with("> "))) return verdict::continues;
        if (!python::is_link(line)) return behind(line);
        next_of_chain();
        return verdict::continues;
    }
    return is_over(line) ? verdict::no_trace : verdict::continues;
}

bool pytest_reader::conclude(found_trace& trace) {
    if (!has_message_ || frames_.empty()) return false;
    if (type_.empty()) type_ = is_fixture_ ? "test failed" : "AssertionError";
    trace.role = trace_role::raised;
    block_.cut(trace);
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (!chain_.empty()) trace.root_line = chain_.front().type + ": " + chain_.front().message;
    exception_info& e = trace.exception;
    put_exception(e, "python", std::move(type_), std::move(message_), std::move(frames_));
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::optional<start_point> find_pytest_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!context.line().substr(column).starts_with(mark)) continue;
        for (std::size_t back = 1; back <= line_history::lines; ++back) {
            auto const earlier = context.back(back, column);
            if (!earlier || earlier->starts_with("====")) break;
            if (is_heading(*earlier) || *earlier == frames_of_file) return start_point{column, back};
        }
        return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_pytest_grammar() {
    return std::make_unique<pytest_reader>();
}

}  // namespace task_agent::trace
