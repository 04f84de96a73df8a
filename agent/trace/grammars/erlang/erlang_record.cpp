#include "task_agent/trace/grammars/erlang/erlang_record.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/erlang/erlang_term.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

enum class record_of { server, process, supervisor };
struct record {
    record_of whom = record_of::server;
    std::string_view reason;  // a term, and what is told behind it
};

// "Generic server shop terminating. Reason: {...}. Last message: ...", "crasher: initial call: ..., error:
// {...}, ...", "Supervisor: {local,shop}. Context: child_terminated. Reason: {...}. Offender: ..."
std::optional<record> parse_record(std::string_view line) noexcept {
    constexpr std::string_view server_reason = " terminating. Reason: ";
    constexpr std::string_view reason = ". Reason: ";
    if (line.starts_with("Generic server ") || line.starts_with("State machine ")) {
        std::size_t const at = line.find(server_reason);
        if (at == std::string_view::npos) return std::nullopt;
        return record{record_of::server, line.substr(at + server_reason.size())};
    }
    if (line.starts_with("crasher: initial call: ")) {
        for (std::string_view const kind : {", error: ", ", exit: ", ", throw: "})
            if (std::size_t const at = line.find(kind); at != std::string_view::npos)
                return record{record_of::process, line.substr(at + kind.size())};
    }
    std::size_t const at = line.find(reason);
    if (!line.starts_with("Supervisor: ") || line.find(". Context: ") >= at || at == std::string_view::npos)
        return std::nullopt;
    return record{record_of::supervisor, line.substr(at + reason.size())};
}

class erlang_record_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return has_begun_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    block_bounds block_;
    record_of whom_ = record_of::server;
    reason reason_;
    bool has_begun_ = false;
};

verdict erlang_record_reader::feed(std::string_view line) {
    // the record with the stack tells, not the one behind it
    if (!reason_.frames.empty()) block_.end_here();
    return block_.note(line, read(line));
}

verdict erlang_record_reader::read(std::string_view line) {
    auto const what = parse_record(line);
    if (!std::exchange(has_begun_, true)) {
        if (!what) return verdict::no_trace;
        whom_ = what->whom;
        reason_ = reason_of(first_term(what->reason));
        return verdict::continues;
    }
    // the server's process tells of the same once more
    bool const is_again = whom_ == record_of::server && what && what->whom == record_of::process;
    return is_again ? verdict::ends : verdict::ended_before;
}

bool erlang_record_reader::conclude(found_trace& trace) {
    trace.role = whom_ == record_of::supervisor ? trace_role::summary : trace_role::detached;
    block_.cut(trace);
    trace.handled = handling::error;
    trace.is_often_survived = true;
    trace.cause_line = reason_.message.empty() ? reason_.type : reason_.type + ": " + reason_.message;
    put_exception(trace.exception, "erlang", std::move(reason_.type), std::move(reason_.message),
                  outermost_first(std::move(reason_.frames)));
    return true;
}

}  // namespace

std::optional<start_point> find_erlang_record_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (parse_record(context.line().substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_erlang_record_grammar() {
    return std::make_unique<erlang_record_reader>();
}

}  // namespace task_agent::trace
