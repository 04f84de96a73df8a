// Where a traceback begins; python.cpp reads it.
#include "task_agent/trace/grammars/python/python.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/handling_words.hpp"

namespace task_agent::trace {

using namespace python;

std::optional<start_point> find_python_start(start_context const& context) {
    std::string_view const line = context.line();
    if (line.back() == ':' && line.ends_with(header)) {
        std::size_t const gutter = group_header.size() - header.size();
        std::size_t const column = line.size() - header.size();
        if (opens_quotation(line.substr(0, column))) return std::nullopt;
        if (auto const above = context.back(1, column); above && borders_quotation(*above))
            return std::nullopt;
        return start_point{line.ends_with(group_header) ? column - gutter : column, 0};
    }
    if (line.ends_with(old_header)) return start_point{line.size() - old_header.size(), 0};
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (text.starts_with(' ') ? is_bare_location(text) : parse_prelude(text).has_value())
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::optional<start_point> find_python_lost_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const prelude = parse_prelude(context.line().substr(column));
        if (!prelude || prelude->role != trace_role::detached) continue;
        auto const above = context.back(1, column);
        return above && says_success(*above) ? std::optional(start_point{column, 0}) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
