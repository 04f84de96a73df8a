#include "task_agent/trace/grammars/haskell/haskell_http.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view name = "HttpExceptionRequest";
constexpr std::string_view head = "HttpExceptionRequest Request {";
constexpr int most_lines = 64;

// "could not fetch the list", above a request without a program's name: who caught it tells so.
bool says_what_failed(std::string_view line) noexcept {
    for (std::string_view const word : {"ould not ", "annot ", "ailed", "rror"})
        if (line.find(word) != std::string_view::npos) return true;
    return false;
}

class haskell_http_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    std::string message_;
    bool has_begun_ = false;
    bool is_caught_ = false;
    bool is_closed_ = false;  // the request
    int lines_ = 0;
};

verdict haskell_http_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::no_trace;
    if (!has_begun_) {
        has_begun_ = line.ends_with(head);
        is_caught_ = is_caught_ || !has_begun_;
        return verdict::continues;
    }
    if (!is_closed_) {
        is_closed_ = line == "}";
        return is_closed_ || line.starts_with("  ") ? verdict::continues : verdict::no_trace;
    }
    // " ResponseTimeout", " (ConnectionFailure ...)"
    if (!line.starts_with(' ')) return verdict::no_trace;
    std::string_view text = trimmed(line);
    if (take(text, "(") && text.ends_with(')')) text.remove_suffix(1);
    for (std::string_view const cause : {"ConnectionFailure ", "InternalException "})
        take(text, cause);
    message_ = bounded(text);
    return verdict::ends;
}

bool haskell_http_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = is_caught_;
    trace.cause_line = std::string(name) + ": " + message_;
    put_exception(trace.exception, "haskell", std::string(name), std::move(message_), {});
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_http_start(start_context const& context) {
    if (!context.line().ends_with(head)) return std::nullopt;
    auto const columns = context.columns();
    for (std::size_t i = columns.size(); i-- > 0;) {
        std::string_view before = context.line().substr(columns[i]);
        before.remove_suffix(std::min(before.size(), head.size()));
        // "app: " is in front of the first line only
        bool const is_program =
            before.size() > 2 && before.find(' ') == before.size() - 1 && before.ends_with(": ");
        if (is_program) return start_point{columns[i], 0};
        if (!before.empty()) continue;
        bool const is_programs = i > 0 && context.line().substr(0, columns[i]).ends_with(": ");
        if (is_programs) return start_point{columns[i - 1], 0};
        auto const above = context.back(1, columns[i]);
        bool const is_told = above && says_what_failed(*above);
        return start_point{columns[i], is_told ? std::size_t{1} : 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_http_grammar() {
    return std::make_unique<haskell_http_reader>();
}

}  // namespace task_agent::trace
