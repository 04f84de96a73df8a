// A panic that the program recovered from, told in its own words, with the stack of runtime/debug below.
#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/prefix.hpp"

namespace task_agent::trace {
namespace {

using namespace go;
using reading::handling_of_header;

constexpr int most_lines = 512;
constexpr std::size_t longest_header = 480;

// "recovered: runtime error: x", "panic: x": what was raised, behind the program's own words.
std::string_view raised_in(std::string_view header) noexcept {
    if (std::size_t const at = header.find("runtime error: "); at != std::string_view::npos)
        return header.substr(at);
    for (std::string_view const word : {"panic: ", "panicked: ", "recovered: ", "panic="}) {
        if (std::size_t const at = header.find(word); at != std::string_view::npos)
            return header.substr(at + word.size());
    }
    header = header.substr(find_prefix(header).end());
    std::size_t const colon = header.find(": ");
    return colon == std::string_view::npos ? header : header.substr(colon + 2);
}

class go_stack_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return has_goroutine_; }
    bool conclude(found_trace& trace) override;

private:
    std::string header_;
    native_report report_;
    std::string call_;
    bool has_goroutine_ = false;
    bool has_panic_ = false;
    int lines_ = 0;
};

verdict go_stack_reader::feed(std::string_view line) {
    if (!has_goroutine_) {
        if (is_goroutine(line)) {
            has_goroutine_ = true;
            return verdict::continues;
        }
        if (!header_.empty()) return verdict::no_trace;
        header_ = bounded(trimmed(line));
        return header_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    if (auto frame = parse_place(line); frame && !call_.empty()) {
        frame->function = std::move(call_);
        call_.clear();
        if (frame->function == "panic") {
            // those above are of the recovery
            report_.frames.clear();
            has_panic_ = true;
        } else if (!report_.frames.empty() || !is_machinery(*frame)) {
            report_.add(std::move(*frame));
        }
        return verdict::continues;
    }
    if (line.starts_with("created by ")) {
        call_ = "created by";
        return verdict::continues;
    }
    auto const call = parse_call(line);
    if (!call || !call_.empty()) return verdict::ended_before;
    call_ = *call;
    return verdict::continues;
}

bool go_stack_reader::conclude(found_trace& trace) {
    if (!has_panic_ || header_.empty()) return false;
    // of the goroutine's start, which is no call
    if (!report_.frames.empty() && report_.frames.back().function == "created by") report_.frames.pop_back();
    report_.role = trace_role::raised;
    report_.type = "panic";
    report_.message = bounded(trimmed(raised_in(header_)));
    trace.handled = handling_of_header(header_);
    report_.cause_line = std::move(header_);
    trace.is_often_survived = true;
    return report_.write_to(trace, "go");
}

}  // namespace

std::optional<start_point> find_go_stack_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!is_goroutine(context.line().substr(column))) continue;
        auto const header = context.back(1, column);
        if (!header || is_blank(*header) || header->size() > longest_header) return std::nullopt;
        return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_stack_grammar() {
    return std::make_unique<go_stack_reader>();
}

}  // namespace task_agent::trace
