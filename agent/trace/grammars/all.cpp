#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/dotnet.hpp"
#include "task_agent/trace/grammars/lua.hpp"
#include "task_agent/trace/grammars/ocaml.hpp"
#include "task_agent/trace/grammars/perl.hpp"
#include "task_agent/trace/grammars/php.hpp"
#include "task_agent/trace/grammars/python.hpp"
#include "task_agent/trace/grammars/r.hpp"
#include "task_agent/trace/grammars/ruby.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::array grammars = {python_grammar, ruby_grammar, php_grammar,   dotnet_grammar,
                                 lua_grammar,    perl_grammar, ocaml_grammar, r_grammar};
static_assert(grammars.size() <= start_signs::most_grammars);

}  // namespace

std::span<grammar_entry const> all_grammars() noexcept {
    return grammars;
}

}  // namespace task_agent::trace
