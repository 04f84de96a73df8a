// Where what Erlang's runtime tells of an error begins.
#include "task_agent/trace/grammars/erlang/erlang.hpp"
#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace erlang;

constexpr std::size_t longest_tag = 160;
constexpr std::size_t most_back = 24;

// How many lines before its slogan the term is, 0 = not there.
std::size_t boot_term(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || is_slogan(*earlier)) return 0;
        if (is_boot_term(*earlier)) return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_erlang_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        if (!is_start(line.substr(column))) continue;
        return start_point{column, is_slogan(line.substr(column)) ? boot_term(context, column) : 0};
    }
    if (std::size_t const head = logger_head(line); head != std::string_view::npos)
        return start_point{head, 0};
    // behind the name of a node that no prefix rule knows
    constexpr std::string_view before = "escript: e";
    std::size_t const at = line.substr(0, longest_tag).find("xception ");
    if (at != std::string_view::npos && line.substr(0, at).ends_with(before) &&
        parse_shown(line.substr(at - before.size())))
        return start_point{at - before.size(), 0};
    return std::nullopt;
}

}  // namespace task_agent::trace
