#include "task_agent/trace/grammars/tools/migrations.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 64;
constexpr std::size_t most_head_lines = 3;  // of Flyway's, above the line of dashes
constexpr std::string_view liquibase_start = "Unexpected error running Liquibase: ";
constexpr std::string_view reason = "Reason: ";

// What stands behind "Message    : "; nothing where the line has another key.
std::string_view value_of(std::string_view line, std::string_view key) noexcept {
    if (!take(line, key)) return {};
    line = trimmed(line);
    return take(line, ":") ? trimmed(line) : std::string_view();
}

// "liquibase.exception.DatabaseException" at the start: its length, 0 = no such name.
std::size_t type_length(std::string_view text) noexcept {
    std::string_view const type = text.substr(0, text.find(": "));
    bool const is_name =
        type.size() < text.size() && type.find('.') != std::string_view::npos &&
        std::all_of(type.begin(), type.end(), [](char c) { return reading::is_name(c) || c == '.'; });
    return is_name && type.ends_with("Exception") ? type.size() : 0;
}

class migrations_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (++lines_ > most_lines) return verdict::ended_before;
        if (lines_ == 1 && take(line, liquibase_start)) {
            is_liquibase_ = true;
            raise(line);
            return verdict::continues;
        }
        if (is_blank(line)) return verdict::ended_before;
        if (is_liquibase_) {
            std::string_view text = trimmed(line);
            if (std::exchange(is_told_, true)) return verdict::continues;
            if (!line.starts_with("  ") || !take(text, reason)) return verdict::ended_before;
            raise(text);
            return verdict::continues;
        }
        if (auto const said = value_of(line, "Message"); !said.empty() && message_.empty())
            message_ = bounded(said);
        if (auto const where = value_of(line, "Location"); !where.empty())
            frame_.file = bounded(where.substr(0, where.find(" (")), longest_name);
        if (auto const number = value_of(line, "Line"); !number.empty()) frame_.line = number_of(number);
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        trace.cause_line = type_ + ": " + message_;
        std::vector<stack_frame> frames;
        if (!frame_.file.empty() && frame_.line > 0) frames.push_back(std::move(frame_));
        put_exception(trace.exception, "java", std::move(type_), std::move(message_), std::move(frames));
        return true;
    }

private:
    void raise(std::string_view text) {
        std::size_t const type = type_length(text);
        if (type > 0) {
            type_ = bounded(text.substr(0, type), longest_name);
            text.remove_prefix(type + 2);
        }
        message_ = bounded(trimmed(text));
    }

    std::string type_ = "error";
    std::string message_;
    stack_frame frame_;
    bool is_liquibase_ = false;
    bool is_told_ = false;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_migrations_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(liquibase_start)) return start_point{column, 0};
        if (value_of(text, "SQL State").empty()) continue;
        auto const rule = context.back(1, column);
        if (!rule || !rule->starts_with("-----")) continue;
        for (std::size_t n = most_head_lines; n > 1; --n) {
            auto const head = context.back(n, column);
            if (head && head->starts_with("ERROR: ")) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_migrations_grammar() {
    return std::make_unique<migrations_reader>();
}

}  // namespace task_agent::trace
