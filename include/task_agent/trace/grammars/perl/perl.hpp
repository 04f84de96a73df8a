// What perl prints when a program dies: "message at FILE line N." in one line, which is a notice (a warning
// looks alike), with the callers below it when confess or an exception class wrote it; a message without a
// place, by what stands below it ("...propagated at", "Trace begun at", callers); the compiler's errors until
// "... aborted"; a test of Test::More that failed, which ended its program where that says so.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_perl_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_grammar();

inline constexpr std::string_view perl_openings[] = {"Can't open perl script", "#   Failed test",
                                                     "Uncaught exception from"};
// of an object that has no text: "Shop::Error=HASH(0x55afaa9d84b8)"
inline constexpr std::string_view perl_endings[] = {"0)", "8)"};

inline constexpr std::string_view perl_inner[] = {" line ", "(0x"};

inline constexpr grammar_entry perl_grammar = {
    {perl_openings, perl_endings, perl_inner}, find_perl_start, make_perl_grammar};

}  // namespace task_agent::trace
