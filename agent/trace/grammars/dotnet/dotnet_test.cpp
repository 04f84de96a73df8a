#include "task_agent/trace/grammars/dotnet/dotnet_test.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace dotnet;

constexpr int most_lines = 96;

// "1) Test Failure : ShopTest.Sells", "1) Failed : ShopTest.Sells"; the name is behind the colon.
std::optional<std::string_view> failed_test(std::string_view line) noexcept {
    int const number = take_number(line);
    if (number <= 0 || !take(line, ") ")) return std::nullopt;
    for (std::string_view const kind :
         {"Test Error : ", "Test Failure : ", "SetUp Error : ", "TearDown Error : ", "Failed : ", "Error : "})
        if (take(line, kind)) {
            std::string_view const name = trimmed(line.substr(0, line.find('(')));
            bool const is_name =
                name.find('.') != std::string_view::npos && name.find(' ') == std::string_view::npos;
            return is_name ? std::optional(trimmed(line)) : std::nullopt;
        }
    return std::nullopt;
}

constexpr std::string_view error_title = "  Error Message:";

// "  Failed Shop.Tests.ShopTest.Sells [5 ms]", with "X" instead of the word by older runners.
bool is_failed_by_runner(std::string_view line) noexcept {
    line = trimmed(line);
    return (take(line, "Failed ") || take(line, "X ")) && line.ends_with(']') &&
           line.rfind(" [") != std::string_view::npos;
}

class dotnet_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_told_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    std::string type_ = "test failed";
    std::string message_;
    frame_list frames_;
    bool has_begun_ = false;
    bool is_by_runner_ = false;  // with titles above its message and its stack
    bool is_told_ = false;
    bool in_further_ = false;
    block_bounds block_;
    int lines_ = 0;
};

// Of several tests that failed the first tells, and not how many did.
verdict dotnet_test_reader::feed(std::string_view line) {
    if (is_by_runner_ && is_told_ && line.starts_with("Failed!  - Failed: "))
        return block_.note(line, verdict::ends, false);
    in_further_ =
        is_by_runner_ && is_told_ && (is_failed_by_runner(line) || (in_further_ && line.starts_with("  ")));
    return block_.note(line, in_further_ ? verdict::continues : read(line), !in_further_);
}

verdict dotnet_test_reader::read(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (!std::exchange(has_begun_, true)) {
        is_by_runner_ = is_failed_by_runner(line);
        if (!is_by_runner_) message_ = bounded(*failed_test(line));
        return verdict::continues;
    }
    if (line == error_title || line == "  Stack Trace:") return verdict::continues;
    if (++lines_ > most_lines || failed_test(line)) return verdict::ended_before;
    if (text.empty()) return verdict::not_mine;
    if (text.starts_with("at ")) {
        auto const placed = parse_frame(text);
        frames_.add(placed.file, placed.line, placed.function);
        return verdict::continues;
    }
    if (!frames_.empty()) return verdict::ended_before;
    if (!std::exchange(is_told_, true)) {
        // "System.InvalidOperationException : no nut"
        std::size_t const colon = text.find(" : ");
        auto const what = split_type(text.substr(0, colon));
        bool const is_raised = colon != std::string_view::npos && what && what->type.ends_with("Exception");
        if (is_raised) type_ = bounded(what->type, longest_name);
        message_ = bounded(is_raised ? text.substr(colon + 3) : text);
    }
    return verdict::continues;
}

bool dotnet_test_reader::conclude(found_trace& trace) {
    if (!is_told_) return false;
    block_.cut(trace);
    trace.role = is_by_runner_ ? trace_role::detached : trace_role::raised;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "dotnet", std::move(type_), std::move(message_),
                  frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_dotnet_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        // the first one that failed, whatever failed behind it
        std::string_view const text = context.line().substr(column);
        if (text.starts_with("1) ") && failed_test(text)) return start_point{column, 0};
        auto const above = text == error_title ? context.back(1, column) : std::nullopt;
        if (above && is_failed_by_runner(*above)) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dotnet_test_grammar() {
    return std::make_unique<dotnet_test_reader>();
}

}  // namespace task_agent::trace
