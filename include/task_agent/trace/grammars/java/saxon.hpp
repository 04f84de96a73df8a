// What Saxon finds wrong in a stylesheet, a query or a document, with the code that the standards give it:
//
//   Static error at char 6 in xsl:sort/@lang on line 6 column 44 of index.xsl:
//     XPST0008: Variable lang has not been declared
//   Error evaluating (f(.)) in xsl:value-of/@select on line 3 column 7 of a.xsl:
//     FORG0001  Cannot convert string "n" to a double
//
// One may follow from another: those of one run are one trace, and the first tells. A script may go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_saxon_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_saxon_grammar();

inline constexpr std::string_view saxon_inner[] = {"ror "};

inline constexpr grammar_entry saxon_grammar = {{{}, {}, saxon_inner}, find_saxon_start, make_saxon_grammar};

}  // namespace task_agent::trace
