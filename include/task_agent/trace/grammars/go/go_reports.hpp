// What Go programs and the go tool print besides a runtime's panic: a recovered panic with its stack, the
// race detector's reports, failing tests, packages that do not compile, and the fatal line of a logger.
//
// A stack that was printed by the program counts only where a panic stands in it. log.Fatal prints a line
// like any other: it is told by being the last one and by what it ends with, or by the "exit status" of the
// go tool.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_go_stack_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_stack_grammar();
[[nodiscard]] std::optional<start_point> find_go_race_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_race_grammar();
[[nodiscard]] std::optional<start_point> find_go_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_test_grammar();
[[nodiscard]] std::optional<start_point> find_go_build_start(start_context const& context);
[[nodiscard]] std::optional<start_point> find_go_import_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_build_grammar();
[[nodiscard]] std::optional<start_point> find_go_module_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_module_grammar();
[[nodiscard]] std::optional<start_point> find_go_last_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_last_grammar();
[[nodiscard]] std::optional<start_point> find_go_log_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_log_grammar();

inline constexpr std::string_view go_stack_openings[] = {"goroutine "};
inline constexpr std::string_view go_race_openings[] = {"WARNING: DATA RACE"};
inline constexpr std::string_view go_test_openings[] = {"--- FAIL: ", "=== FAIL: "};
inline constexpr std::string_view go_build_openings[] = {"./", "vet: ", "# "};
inline constexpr std::string_view go_import_openings[] = {"\tgo get "};
inline constexpr std::string_view go_module_openings[] = {"go: "};
// logrus, klog, the go tool behind a fatal line, logfmt
inline constexpr std::string_view go_log_openings[] = {"FATA[",        "F0",    "F1",
                                                       "exit status ", "time=", "level="};
// zap's and zerolog's consoles, behind their time
inline constexpr std::string_view go_console_openings[] = {
    "FATAL\t", "PANIC\t", "DPANIC\t", "ERROR\t", "fatal\t", "panic\t", "dpanic\t", "error\t", "FTL ", "PNC "};
// How errors of the system end: "no such file or directory", "connection refused", "unexpected EOF".
inline constexpr std::string_view go_log_endings[] = {"ry", "ed", "OF"};

inline constexpr grammar_entry go_stack_grammar = {
    {go_stack_openings, {}, {}}, find_go_stack_start, make_go_stack_grammar};
inline constexpr grammar_entry go_race_grammar = {
    {go_race_openings, {}, {}}, find_go_race_start, make_go_race_grammar};
inline constexpr grammar_entry go_test_grammar = {
    {go_test_openings, {}, {}}, find_go_test_start, make_go_test_grammar};
inline constexpr grammar_entry go_build_grammar = {
    {go_build_openings, {}, {}}, find_go_build_start, make_go_build_grammar};
// a single line begins with the name of any file: it is the last one
inline constexpr grammar_entry go_import_grammar = {
    {go_import_openings, {}, {}, true}, find_go_import_start, make_go_build_grammar};
inline constexpr grammar_entry go_module_grammar = {
    {go_module_openings, {}, {}}, find_go_module_start, make_go_module_grammar};
// log.Fatal's, where its line tells a place
inline constexpr grammar_entry go_last_grammar = {
    {{}, {}, {}, true}, find_go_last_start, make_go_last_grammar};
inline constexpr grammar_entry go_log_grammar = {
    {go_log_openings, go_log_endings, {}}, find_go_log_start, make_go_log_grammar};
// the same, with openings of its own: together they would look like many words
inline constexpr grammar_entry go_console_grammar = {
    {go_console_openings, {}, {}}, find_go_log_start, make_go_log_grammar};

}  // namespace task_agent::trace
