#include "task_agent/trace/grammars/native/c_test_run.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include "c_test_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace c_test;

constexpr int most_lines = 24;         // of one failed check
constexpr int most_behind = 4096;      // lines behind it
constexpr std::size_t most_back = 64;  // from Unity's count to its first failure

enum class framework { none, check, cmocka, criterion, unity, cpputest, qt };

class c_test_run_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return has_place_ && !report_.message.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict behind(std::string_view line);
    void begin(framework kind, failed_check const& found, std::string_view line);
    verdict in_criterion(std::string_view line);
    verdict in_cpputest(std::string_view line);
    verdict in_qt(std::string_view line);

    framework kind_ = framework::none;
    native_report report_;
    block_bounds block_;
    bool is_over_ = false;  // the first failure
    bool has_place_ = false;
    int lines_ = 0;
    int behind_ = 0;
};

void c_test_run_reader::begin(framework kind, failed_check const& found, std::string_view line) {
    kind_ = kind;
    report_.type = "test failed";
    report_.cause_line = bounded(trimmed(line));
    report_.message = bounded(trimmed(found.message));
    // the other tests go on
    report_.role = trace_role::detached;
    has_place_ = found.where.line > 0;
    if (has_place_) report_.add({bounded(found.where.file), found.where.line, bounded(found.test)});
}

verdict c_test_run_reader::first(std::string_view line) {
    std::string_view rest = line;
    if (take(rest, cmocka_error)) {
        begin(framework::cmocka, {{}, rest}, line);
    } else if (std::string_view const said = parse_qt(line); !said.empty()) {
        begin(framework::qt, {{}, said}, line);
    } else if (auto const check = parse_check(line)) {
        begin(framework::check, *check, line);
    } else if (auto const unity = parse_unity(line)) {
        begin(framework::unity, *unity, line);
    } else if (auto const cpputest = parse_cpputest(line)) {
        begin(framework::cpputest, *cpputest, line);
    } else if (auto const criterion = parse_criterion(line)) {
        begin(framework::criterion, *criterion, line);
        // older ones tell all in one line
        is_over_ = !report_.message.empty();
    } else {
        return verdict::no_trace;
    }
    return verdict::continues;
}

// The reason is indented below the place, between lines that are empty.
verdict c_test_run_reader::in_criterion(std::string_view line) {
    if (!take(line, criterion_line)) return verdict::ended_before;
    if (is_blank(line)) return report_.message.empty() ? verdict::continues : verdict::ended_before;
    if (!line.starts_with("  ")) return verdict::ended_before;
    if (report_.message.empty()) {
        report_.message = bounded(trimmed(line));
        report_.cause_line += " " + report_.message;
    }
    return verdict::continues;
}

verdict c_test_run_reader::in_cpputest(std::string_view line) {
    // the check itself, where a function of the test made it
    std::string_view rest = line;
    bool const is_inner = report_.message.empty() && take_place(rest) && rest == " error:";
    if (is_inner) return verdict::continues;
    if (!line.starts_with('\t')) return verdict::ended_before;
    if (report_.message.empty()) {
        report_.message = bounded(trimmed(line));
        report_.cause_line += " " + report_.message;
    }
    return verdict::continues;
}

// "   Actual   (n): 3", "   Loc: [pool_test.cpp(9)]"
verdict c_test_run_reader::in_qt(std::string_view line) {
    if (!line.starts_with("   ")) return verdict::ended_before;
    std::string_view text = trimmed(line);
    if (!take(text, "Loc: [") || !text.ends_with(']')) return verdict::continues;
    text.remove_suffix(1);
    if (auto const where = cpp::parse_place(text)) report_.add({bounded(where->file), where->line, {}});
    has_place_ = true;
    return verdict::ends;
}

// Further failures are no traces of their own.
verdict c_test_run_reader::behind(std::string_view line) {
    if (++behind_ > most_behind) return verdict::ended_before;
    switch (kind_) {
        case framework::check:
            return parse_check(line, true) ? verdict::continues : verdict::ended_before;
        case framework::unity:
            // between a failure and the count stand the other tests, which is known from the start
            return counts_unity(line) ? verdict::ends : verdict::continues;
        case framework::cmocka:
            return parse_cmocka_place(line) ? verdict::continues : verdict::not_mine;
        case framework::criterion:
            if (line.starts_with("[====] ")) return verdict::ended_before;
            return parse_criterion(line) ? verdict::continues : verdict::not_mine;
        case framework::cpputest:
            if (line.starts_with("Errors (")) return verdict::ended_before;
            return parse_cpputest(line) ? verdict::continues : verdict::not_mine;
        case framework::qt:
            if (line.starts_with("Totals: ")) return verdict::ended_before;
            return parse_qt(line).empty() ? verdict::not_mine : verdict::continues;
        case framework::none:
            break;
    }
    return verdict::ended_before;
}

verdict c_test_run_reader::feed(std::string_view line) {
    bool const was_over = is_over_;
    verdict answer = was_over ? behind(line) : read(line);
    if (!was_over && answer == verdict::ends) {
        is_over_ = true;
        answer = verdict::continues;
    } else if (!was_over && answer == verdict::ended_before && is_complete()) {
        is_over_ = true;
        answer = behind(line);
        return block_.note(line, answer, false);
    }
    return block_.note(line, answer, !was_over);
}

verdict c_test_run_reader::read(std::string_view line) {
    if (kind_ == framework::none) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (kind_) {
        case framework::cmocka: {
            auto const where = parse_cmocka_place(line);
            if (!where) return verdict::continues;
            report_.add({bounded(where->file), where->line, {}});
            has_place_ = true;
            return verdict::ends;
        }
        case framework::criterion:
            return in_criterion(line);
        case framework::cpputest:
            return in_cpputest(line);
        case framework::qt:
            return in_qt(line);
        case framework::check:
        case framework::unity:
        case framework::none:
            break;
    }
    return verdict::ended_before;
}

bool c_test_run_reader::conclude(found_trace& trace) {
    block_.cut(trace);
    return has_place_ && !report_.message.empty() && report_.write_to(trace);
}

// From the place that cmocka tells to what it belongs to; 0 = nowhere.
std::size_t cmocka_lines(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n < static_cast<std::size_t>(most_lines); ++n) {
        auto const above = context.back(n, column);
        if (!above || above->starts_with("[ RUN")) break;
        if (above->starts_with(cmocka_error)) return n;
    }
    return 0;
}

std::size_t unity_lines(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (auto const failed = parse_unity(*above); failed && !failed->message.empty()) first = n;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_c_test_run_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        // all but Unity's count, which ends so, have a place or a mark in brackets
        if (text.find(':') == std::string_view::npos && !text.ends_with("Ignored ")) continue;
        if (parse_check(text) || parse_criterion(text) || parse_cpputest(text) || !parse_qt(text).empty())
            return start_point{column, 0};
        std::size_t const back = parse_cmocka_place(text) ? cmocka_lines(context, column)
                                 : counts_unity(text)     ? unity_lines(context, column)
                                                          : 0;
        if (back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_c_test_run_grammar() {
    return std::make_unique<c_test_run_reader>();
}

}  // namespace task_agent::trace
