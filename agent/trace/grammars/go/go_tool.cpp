// Failing tests and packages that do not compile, as the go tool tells them.
#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using go::is_objection;
using go::parse_told;
using reading::take;

constexpr int most_lines = 256;
constexpr int most_strangers = 16;
constexpr std::string_view listed = "=== FAIL: ";  // of gotestsum, which shows the failed ones once more
constexpr std::size_t most_said = 24;              // lines of a test before it is called failed

// "# example.org/shop", "# example.org/shop [example.org/shop.test]": of a package, whose errors follow.
bool heads_package(std::string_view line) noexcept {
    if (line.size() < 3 || !take(line, "# ")) return false;
    std::size_t const end = line.find_first_of(" \t");
    return end == std::string_view::npos || (line.substr(end).starts_with(" [") && line.ends_with(".test]"));
}

// What t.Error prints looks like what t.Log does.
bool speaks_of_failure(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 14> parts = {"want", "got",      "xpect",  "differ", "fail",
                                                        "rror", "!=",       "nvalid", "cannot", "issing",
                                                        "nil",  "mismatch", " not ",  "anic"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](auto part) { return message.find(part) != std::string_view::npos; });
}

class go_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict said(std::string_view line);
    void in_panic(std::string_view line);

    // Of the first test that failed: its lines, or with -v those that say why, which stand above its name.
    enum class part { none, above, below, over };

    native_report report_;
    block_bounds block_;
    part part_ = part::none;
    bool is_behind_package_ = false;  // line of one
    bool in_panic_ = false;           // its stack is of the message
    std::string call_;                // whose place must follow
    int lines_ = 0;
    int strangers_ = 0;
};

// "goroutine 7 [running]:", "main.f(...)", "\t/app/f.go:7 +0x1d": the first frames are the test runner's own,
// down to "panic(...)".
void go_test_reader::in_panic(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (auto frame = go::parse_place(line); frame && !call_.empty()) {
        frame->function = std::move(call_);
        call_.clear();
        if (frame->function.starts_with("created by ")) {
            in_panic_ = false;
        } else if (frame->function == "panic") {
            report_.frames.clear();
        } else if (!report_.frames.empty() || !go::is_machinery(*frame)) {
            report_.add(std::move(*frame));
        }
    } else if (line.starts_with("created by ")) {
        call_ = bounded(line);
    } else if (auto const call = go::parse_call(line)) {
        call_ = bounded(*call);
    }
}

verdict go_test_reader::said(std::string_view line) {
    if (in_panic_) {
        if (!is_blank(line)) block_.go_on();
        in_panic(line);
        return verdict::continues;
    }
    std::string_view text = trimmed(line);
    auto const found = parse_told(text);
    bool const is_name = text.starts_with("--- ") || text.starts_with("=== ");
    // the next line of a test above, or the next test below
    if (is_name || (found && part_ == part::above)) {
        if (part_ == part::above || (part_ == part::below && !report_.frames.empty())) part_ = part::over;
    }
    if (part_ == part::above || part_ == part::below) block_.go_on();
    if (!report_.frames.empty() && report_.message.empty() && take(text, "Error:"))
        report_.message = bounded(trimmed(text));  // testify's
    // what the next failed test says is none of the first one's
    bool const may_be_better = found && (report_.type.empty() || part_ == part::below);
    bool const is_better = may_be_better && !report_.frames.empty() && !report_.message.empty() &&
                           !speaks_of_failure(report_.message) && speaks_of_failure(found->message);
    if (is_better) report_.frames.clear();
    if (!found || !report_.frames.empty()) return verdict::continues;
    if (report_.type.empty() || part_ == part::over) {
        block_.begin_here();
        part_ = part::above;
    }
    std::string_view raised = found->message;
    // of a fuzz test, told by the package testing itself
    if (found->file == "testing.go" && take(raised, "panic: ")) {
        block_.begin_here();
        report_.type = "panic";
        report_.message = bounded(raised);
        report_.cause_line = bounded(found->message);
        in_panic_ = true;
        part_ = part::over;
    } else {
        report_.message = bounded(found->message);
        report_.add({bounded(found->file), found->line, {}});
    }
    return verdict::continues;
}

verdict go_test_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict go_test_reader::read(std::string_view line) {
    constexpr std::string_view failed = "--- FAIL: ";
    if (report_.type.empty()) {
        bool const is_listed = line.starts_with(listed);
        bool const is_before = line.starts_with("    ") || line.starts_with("=== ");
        if (is_before && !is_listed) return said(line);
        if (!is_listed && !line.starts_with(failed)) return verdict::no_trace;
        report_.type = "test failed";
        report_.cause_line = bounded(trimmed(line));
        part_ = report_.frames.empty() ? part::below : part::over;
        if (part_ == part::below) block_.begin_here();
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    // which tells it better
    bool const is_crash = line.starts_with("panic: ") || line.starts_with("fatal error: ");
    if (is_crash && report_.frames.empty()) return verdict::no_trace;
    if (is_crash) return verdict::ended_before;
    // other packages follow, and one more word when all are over
    bool const is_last = line == "FAIL" && is_behind_package_;
    is_behind_package_ =
        line.starts_with("FAIL\t") || line.starts_with("ok  \t") || line.starts_with("?   \t");
    if (line.starts_with("    ")) return said(line);
    // the first one tells
    part_ = part::over;
    if (is_last) return verdict::ends;
    if (is_behind_package_ || line == "FAIL" || line.starts_with(failed) || line.starts_with("=== ") ||
        line.starts_with("--- "))
        return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool go_test_reader::conclude(found_trace& trace) {
    // other tests, and other packages, go on
    report_.role = trace_role::detached;
    block_.cut(trace);
    return report_.write_to(trace, "go");
}

class go_build_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    native_report report_;
    block_bounds block_;
    make_end make_;
    bool is_first_ = true;  // of the findings
    int lines_ = 0;
};

verdict go_build_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict go_build_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    // the package, above what was found in it
    if (lines_ == 1 && line.starts_with("# ")) return verdict::continues;
    std::string_view text = line;
    take(text, "vet: ");
    if (auto const found = parse_told(text)) {
        is_first_ = report_.type.empty();
        if (is_first_) {
            if (!is_objection(found->message)) return verdict::no_trace;
            block_.begin_here();
            report_.type = "build failed";
            report_.message = bounded(found->message);
            report_.cause_line = bounded(trimmed(line));
            report_.add({bounded(found->file), found->line, {}});
        }
        return verdict::continues;
    }
    if (report_.type.empty()) return verdict::no_trace;
    if (auto const end = make_.read(line)) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    bool const is_package = heads_package(line);
    bool const is_more = line.starts_with('\t');
    if (is_package) is_first_ = false;
    if (is_more && is_first_) block_.go_on();
    return is_more || is_package || line.ends_with("too many errors") ? verdict::continues
                                                                      : verdict::ended_before;
}

bool go_build_reader::conclude(found_trace& trace) {
    report_.role = trace_role::notice;
    block_.cut(trace);
    return report_.write_to(trace, "go");
}

}  // namespace

// What a test said before the go tool tells that it failed: with -v at once, behind "=== RUN".
std::size_t lines_of_test(start_context const& context, std::size_t column) {
    std::size_t last = 0;
    for (std::size_t n = 1; n <= most_said; ++n) {
        auto const line = context.back(n, column);
        if (!line || !(line->starts_with("    ") || line->starts_with("=== "))) break;
        if (line->starts_with("    ") && parse_told(trimmed(*line))) last = n;
    }
    return last;
}

std::optional<start_point> find_go_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        // "=== FAIL: example.org/shop TestX (0.00s)"
        if (text.starts_with(listed) && text.ends_with("s)")) return start_point{column, 0};
        // "--- FAIL: TestX (0.00s)"
        if (text.starts_with("--- FAIL: ") && text.ends_with("s)"))
            return start_point{column, lines_of_test(context, column)};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_test_grammar() {
    return std::make_unique<go_test_reader>();
}

std::optional<start_point> find_go_build_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (heads_package(text)) return start_point{column, 0};
        bool const is_vet = take(text, "vet: ");
        auto const found = parse_told(text);
        if (!found || !is_objection(found->message)) continue;
        auto const package = context.back(1, column);
        if (package && package->starts_with("# ")) return start_point{column, 1};
        if (is_vet) return start_point{column, 0};
    }
    return std::nullopt;
}

// A package that is imported and is nowhere: the go tool stops before it compiles anything, and names no
// package above.
std::optional<start_point> find_go_import_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        // the advice below it
        bool const is_advice = text.starts_with("\tgo get ");
        auto const above = is_advice ? context.back(1, column) : std::nullopt;
        auto const found = parse_told(is_advice ? above.value_or(std::string_view()) : text);
        if (!found) continue;
        for (std::string_view const start :
             {"package ", "no required module provides package ", "cannot find module providing package ",
              "cannot find package ", "import cycle not allowed", "missing go.sum entry for "}) {
            if (!found->message.starts_with(start)) continue;
            if (start == "package " && found->message.find(" is not in ") == std::string_view::npos) continue;
            return start_point{column, is_advice ? 1u : 0u};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_build_grammar() {
    return std::make_unique<go_build_reader>();
}

}  // namespace task_agent::trace
