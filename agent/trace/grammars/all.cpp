#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/go.hpp"
#include "task_agent/trace/grammars/python.hpp"
#include "task_agent/trace/grammars/rust.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::array grammars = {
    python_grammar,
    go_grammar,
    rust_panic_grammar,
    rust_error_grammar,
};
static_assert(grammars.size() <= start_signs::most_grammars);

}  // namespace

std::span<grammar_entry const> all_grammars() noexcept {
    return grammars;
}

}  // namespace task_agent::trace
