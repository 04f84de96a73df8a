// What tools that scripts call print in a form of their own when they give up, often in several lines:
//
//   Error: /undefined in x                       Ghostscript, with its stacks
//   Error: Unsupported argument                  Terraform, with the place and the words below it
//   Error: building at STEP "COPY a /b": ...     Podman and Buildah; Docker: "ERROR: failed to solve: ..."
//   FAILURE:                                     GDAL, with the words in the next line
//   gpg: x: decryption failed: No secret key     GnuPG, with what it skipped
//   xorriso : FAILURE : Cannot open x            xorriso
//   Unknown encoder 'x'                          FFmpeg
//    ! [rejected]        main -> main (x)        Git, with the branch that was not pushed
//   80CB...:error:0B00...:PEM routines:...       OpenSSL, with its words above
//
// Notices: scripts go on after most of them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_tool_blocks_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_tool_blocks_grammar();

// The one of OpenSSL begins with the number of a thread: ":error:0B000074".
inline constexpr std::string_view tool_blocks_openings[] = {"Error: ", "ERROR: ", "\xE2\x94\x82 Error: "};
inline constexpr std::string_view tool_blocks_inner[] = {"ror:"};

inline constexpr grammar_entry tool_blocks_grammar = {
    {tool_blocks_openings, {}, tool_blocks_inner}, find_tool_blocks_start, make_tool_blocks_grammar};

// In groups of their own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view tool_blocks_gpg_openings[] = {"FAILURE:", "gpg: "};
inline constexpr std::string_view tool_blocks_git_openings[] = {"xorriso : ", " ! [", "Un"};

inline constexpr grammar_entry tool_blocks_gpg_grammar = {
    {tool_blocks_gpg_openings, {}, {}}, find_tool_blocks_start, make_tool_blocks_grammar};
inline constexpr grammar_entry tool_blocks_git_grammar = {
    {tool_blocks_git_openings, {}, {}}, find_tool_blocks_start, make_tool_blocks_grammar};

}  // namespace task_agent::trace
