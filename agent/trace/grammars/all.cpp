#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/java.hpp"
#include "task_agent/trace/grammars/node.hpp"
#include "task_agent/trace/grammars/python.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::array grammars = {python_grammar, java_grammar, node_grammar};
static_assert(grammars.size() <= start_signs::most_grammars);

}  // namespace

std::span<grammar_entry const> all_grammars() noexcept {
    return grammars;
}

}  // namespace task_agent::trace
