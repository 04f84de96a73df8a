#include "task_agent/trace/grammars/node/newman.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 64;

struct first_row {
    std::string_view type;
    std::size_t column = 0;  // of the details
};

// " 1.  AssertionError  has a lid"
std::optional<first_row> parse_row(std::string_view line) noexcept {
    std::string_view text = line;
    if (!take(text, " ") || take_number(text) != 1 || !take(text, ".  ")) return std::nullopt;
    first_row found;
    found.type = text.substr(0, text.find("  "));
    bool const is_name = std::all_of(found.type.begin(), found.type.end(), reading::is_name);
    if (!is_name || !found.type.ends_with("Error")) return std::nullopt;
    std::size_t const detail = text.find_first_not_of(' ', found.type.size());
    if (detail == std::string_view::npos) return std::nullopt;
    found.column = static_cast<std::size_t>(text.data() - line.data()) + detail;
    return found;
}

class newman_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (type_.empty()) {
            auto const row = parse_row(line);
            if (!row) return verdict::no_trace;
            type_ = bounded(row->type, longest_name);
            column_ = row->column;
            message_ = bounded(trimmed(line.substr(column_)));
            return verdict::continues;
        }
        // the kind may have a further line, which counts the iteration
        bool const is_detail = line.size() > column_ && line[column_ - 1] == ' ';
        if (!is_detail || ++lines_ > most_lines)
            return is_placed_ ? verdict::ended_before : verdict::no_trace;
        std::string_view const text = trimmed(line.substr(column_));
        if (text.starts_with("inside \"")) {
            is_placed_ = true;
            return verdict::ends;
        }
        // the test stands above
        if (lines_ == 1 && !text.starts_with("at ")) message_ = bounded(text);
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return is_placed_; }
    bool conclude(found_trace& trace) override {
        if (!is_placed_) return false;
        trace.role = trace_role::detached;
        trace.cause_line = type_ + ": " + message_;
        put_exception(trace.exception, "node", std::move(type_), std::move(message_), {});
        return true;
    }

private:
    std::string type_;
    std::string message_;
    std::size_t column_ = 0;
    int lines_ = 0;
    bool is_placed_ = false;
};

}  // namespace

std::optional<start_point> find_newman_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse_row(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_newman_grammar() {
    return std::make_unique<newman_reader>();
}

}  // namespace task_agent::trace
