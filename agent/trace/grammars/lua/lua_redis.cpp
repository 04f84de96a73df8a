#include "task_agent/trace/grammars/lua/lua_redis.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view chunk = "user_script";

struct answer {
    std::string_view message;
    int line = 0;
};

// The number behind the last "user_script:" of the text, 0 = none.
int line_in(std::string_view text) noexcept {
    std::size_t const at = text.rfind("user_script:");
    if (at == std::string_view::npos) return 0;
    text.remove_prefix(at + chunk.size() + 1);
    return std::max(0, take_number(text));
}

std::optional<answer> parse(std::string_view line) noexcept {
    bool const is_shown = take(line, "(error) ");
    bool const is_error = take(line, "ERR ");
    answer found{line, line_in(line)};
    if ((!is_shown && !is_error) || found.line == 0) return std::nullopt;
    for (std::string_view const start : {"Error running script (", "Error compiling script ("}) {
        if (!line.starts_with(start)) continue;
        std::size_t const end = line.find("): ");
        if (end == std::string_view::npos) return std::nullopt;
        found.message = line.substr(end + 3);
    }
    // "@user_script:5: user_script:5: no nut"
    for (bool more = true; more;) {
        std::string_view rest = found.message;
        take(rest, "@");
        more = take(rest, chunk) && take(rest, ":") && take_number(rest) >= 0 && take(rest, ": ");
        if (more) found.message = rest;
    }
    found.message = trimmed(found.message);
    return found;
}

class lua_redis_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        auto const found = parse(line);
        if (!found || found->message.empty()) return verdict::no_trace;
        message_ = bounded(found->message);
        line_ = found->line;
        return verdict::ends;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.cause_line = message_;
        put_exception(trace.exception, "lua", "error", std::move(message_),
                      {stack_frame{std::string(chunk), line_, {}}});
        return true;
    }

private:
    std::string message_;
    int line_ = 0;
};

}  // namespace

std::optional<start_point> find_lua_redis_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (parse(context.line().substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_lua_redis_grammar() {
    return std::make_unique<lua_redis_reader>();
}

}  // namespace task_agent::trace
