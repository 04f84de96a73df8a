#include "task_agent/trace/grammars/ruby/ruby_test_run.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 2048;
constexpr std::size_t most_back = 64;
constexpr std::string_view rails_again = "bin/rails test ";
constexpr std::string_view rspec_mark = "     Failure/Error: ";
constexpr std::string_view rspec_load_mark = "Failure/Error: ";
constexpr std::string_view rspec_load = "An error occurred while loading ";
constexpr std::string_view divider = "====================";

// "  1) Failure:", "  2) Error:" of minitest; of RSpec the name of the example stands there.
bool is_numbered(std::string_view line) noexcept {
    if (!take(line, "  ")) return false;
    line = trimmed(line);
    return take_number(line) > 0 && line.starts_with(") ");
}

bool is_minitest(std::string_view line) noexcept {
    return is_numbered(line) && (line.ends_with(") Failure:") || line.ends_with(") Error:"));
}

// What Rails prints of a test of minitest while the others run: without a number, the name below it.
bool is_rails(std::string_view line) noexcept {
    return line == "Failure:" || line == "Error:";
}

// "ShopTest#test_sell [shop_test.rb:3]:", "ShopTest#test_sell:"
bool is_name_of_test(std::string_view line) noexcept {
    std::size_t const mark = line.find('#');
    return line.ends_with(':') && mark != std::string_view::npos && mark > 0 && line.find(' ') > mark;
}

// "Failure: test_sell(ShopTest)", "Error: test_sell(ShopTest): RuntimeError: no nut"
bool is_test_unit(std::string_view line) noexcept {
    if (!take(line, "Failure: test") && !take(line, "Error: test")) return false;
    std::size_t const open = line.find('(');
    return open != std::string_view::npos && line.substr(0, open).find(' ') == std::string_view::npos &&
           line.find(')') != std::string_view::npos;
}

// "shop.rb:3:in `sell'", "# ./spec/shop_spec.rb:3:in `block'", "shop_test.rb:3"
std::optional<stack_frame> parse_frame(std::string_view line) {
    line = trimmed(line);
    take(line, "# ");
    std::size_t const end = line.find(".rb:");
    std::size_t const other = end == std::string_view::npos ? line.find("Rakefile:") : end;
    std::size_t const length = end == std::string_view::npos ? 8 : 3;
    if (other == std::string_view::npos || line.substr(0, other).find(' ') != std::string_view::npos)
        return std::nullopt;
    std::string_view rest = line.substr(other + length + 1);
    stack_frame frame{bounded(line.substr(0, other + length), longest_name), take_number(rest), {}};
    if (frame.line < 0) return std::nullopt;
    if (take(rest, ":in ")) {
        std::size_t const close = rest.find('\'', 1);
        if (close != std::string_view::npos)
            frame.function = bounded(rest.substr(1, close - 1), longest_name);
    }
    return frame;
}

// "ArgumentError: no nut"
bool split_class(std::string_view text, std::string_view& type, std::string_view& message) noexcept {
    std::size_t const colon = text.find(": ");
    type = text.substr(0, std::min(colon, text.size()));
    if (type.empty() || !is_upper(type.front()) ||
        (!type.ends_with("Error") && !type.ends_with("Exception") &&
         type.find("::") == std::string_view::npos))
        return false;
    if (!std::all_of(type.begin(), type.end(), [](char c) { return is_name(c) || c == ':'; })) return false;
    message = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 2);
    return true;
}

// "3 runs, 4 assertions, ...", "4 examples, 2 failures", "2 tests, 3 assertions, ..."
bool is_count(std::string_view line) noexcept {
    std::size_t const digits = digits_in(line);
    if (digits == 0) return false;
    line.remove_prefix(digits);
    for (std::string_view const what : {" run", " example", " test"}) {
        std::string_view rest = line;
        if (take(rest, what)) return rest.starts_with(", ") || rest.starts_with("s, ");
    }
    return false;
}

class ruby_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !message_.empty() || !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, minitest, rspec, test_unit };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_minitest(std::string_view line);
    verdict in_rspec(std::string_view line);
    verdict in_test_unit(std::string_view line);
    void say(std::string_view text);

    state state_ = state::fresh;
    std::string type_ = "test failed";
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    bool is_error_ = false;
    block_bounds block_;
    bool is_loading_ = false;  // a file of specs that cannot be loaded: nothing is indented
    int lines_ = 0;
};

void ruby_test_reader::say(std::string_view text) {
    if (!message_.empty()) return;
    std::string_view type;
    std::string_view message = text;
    if (split_class(text, type, message)) type_ = bounded(type, longest_name);
    message_ = bounded(trimmed(message));
}

verdict ruby_test_reader::first(std::string_view line) {
    if (is_test_unit(line)) {
        state_ = state::test_unit;
        std::size_t const close = line.find("): ");
        if (close != std::string_view::npos) say(line.substr(close + 3));
        return verdict::continues;
    }
    if (line.starts_with(rspec_load)) {
        state_ = state::rspec;
        is_loading_ = true;
        return verdict::continues;
    }
    bool const is_bare = is_rails(line);
    if (!is_bare && !is_numbered(line)) return verdict::no_trace;
    state_ = is_bare || is_minitest(line) ? state::minitest : state::rspec;
    is_error_ = line.ends_with("Error:");
    return verdict::continues;
}

// "ShopTest#test_sell [shop_test.rb:3]:", what was expected; of an error its class and its frames
verdict ruby_test_reader::in_minitest(std::string_view line) {
    // the message may draw its place behind a blank line
    if (line.empty() && lines_ > 1)
        return is_error_ && frames_.empty() ? verdict::continues : verdict::ended_before;
    if (lines_ == 1) {
        if (!is_name_of_test(line)) return verdict::no_trace;
        std::size_t const open = line.find(" [");
        if (open != std::string_view::npos) {
            if (auto frame = parse_frame(line.substr(open + 2))) frames_.push_back(std::move(*frame));
        }
        return verdict::continues;
    }
    if (auto frame = is_error_ && line.starts_with("    ") ? parse_frame(line) : std::nullopt) {
        frames_.push_back(std::move(*frame));
    } else {
        say(line);
    }
    return verdict::continues;
}

verdict ruby_test_reader::in_rspec(std::string_view line) {
    if (line.empty()) return verdict::continues;
    if (!is_loading_ && !line.starts_with("     ")) return verdict::ended_before;
    std::string_view text = trimmed(line);
    if (text.starts_with("# ")) {
        if (auto frame = parse_frame(text)) frames_.push_back(std::move(*frame));
        return verdict::continues;
    }
    if (!frames_.empty()) return verdict::ended_before;
    // the class stands alone, what it said below it
    std::string_view type;
    std::string_view message;
    if (message_.empty() && text.ends_with(':') &&
        split_class(text.substr(0, text.size() - 1), type, message)) {
        type_ = bounded(type, longest_name);
    } else if (!line.starts_with(is_loading_ ? rspec_load_mark : rspec_mark)) {
        say(text);
    }
    return verdict::continues;
}

verdict ruby_test_reader::in_test_unit(std::string_view line) {
    if (line.starts_with(divider)) return verdict::ended_before;
    if (auto frame = parse_frame(line)) {
        frames_.push_back(std::move(*frame));
    } else if (!line.starts_with("  ")) {
        say(line);
    }
    return verdict::continues;
}

// The first test that failed is told; the others are shown until they are counted.
verdict ruby_test_reader::read(std::string_view line) {
    if (state_ == state::fresh) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    if (block_.has_ended()) return is_count(line) ? verdict::ended_before : verdict::continues;
    verdict const answer = state_ == state::minitest ? in_minitest(line)
                           : state_ == state::rspec  ? in_rspec(line)
                                                     : in_test_unit(line);
    if (answer != verdict::ended_before || is_count(line)) return answer;
    block_.end_here();
    return verdict::continues;
}

bool ruby_test_reader::conclude(found_trace& trace) {
    if (message_.empty() && frames_.empty()) return false;
    trace.role = trace_role::notice;
    block_.cut(trace);
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "ruby", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

// How far above the command that runs it again Rails names the test; 0 = it does not.
std::size_t rails_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const line = context.back(n, column);
        if (!line || line->starts_with(rails_again)) return 0;
        auto const name = n > 1 && is_rails(*line) ? context.back(n - 1, column) : std::nullopt;
        if (name && is_name_of_test(*name)) return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_ruby_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (is_minitest(text) || is_test_unit(text)) return start_point{column, 0};
        if (text.starts_with(rails_again)) {
            if (std::size_t const back = rails_above(context, column)) return start_point{column, back};
        }
        bool const is_loading = text.starts_with(rspec_load_mark);
        if (is_loading || text.starts_with(rspec_mark)) {
            auto const above = context.back(1, column);
            if (above && (is_loading ? above->starts_with(rspec_load) : is_numbered(*above)))
                return start_point{column, 1};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ruby_test_grammar() {
    return std::make_unique<ruby_test_reader>();
}

}  // namespace task_agent::trace
