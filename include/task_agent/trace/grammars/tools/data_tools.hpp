// One line in which a native tool or library for data tells why it gives up:
//
//   [E::sam_parse1] CIGAR and query differ in length       htslib: samtools, bcftools, bwa, minimap2
//   error 10 at 0 depth lookup: certificate has expired    openssl verify
//   gsl: cholesky.c:645: ERROR: matrix is not positive     the GNU Scientific Library
//   identify: no such image @ error/a.c/ReadA/41.          ImageMagick
//   [emerg] 12#12: unknown directive "x" in x.conf:9       nginx, which does not start
//   [ALERT] (12) : config : parsing [x.cfg:9] : no nut     HAProxy
//   AH00526: Syntax error on line 9 of /x.conf:            Apache, with the words below it
//   mariadbd: Can't find '/x' (Errcode: 2 "No such file")  the programs of MySQL
//   Fatal Error at file a.xml, line 3, char 4              the programs of Xerces, with the words below it
//
// A notice: scripts go on after most of them. The library's own place is told as a frame.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_data_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_data_tools_grammar();

// Apart: of one entry's openings every first byte goes with every second, and "[r" begins the lines of ranks.
inline constexpr std::string_view data_tools_htslib_openings[] = {"[E::", "[emerg] ", "[ALERT] "};
inline constexpr std::string_view data_tools_openings[] = {"error ", "gsl: ", "nginx: "};

inline constexpr grammar_entry data_tools_htslib_grammar = {
    {data_tools_htslib_openings, {}, {}}, find_data_tools_start, make_data_tools_grammar};
inline constexpr std::string_view data_tools_xml_openings[] = {"Fatal Error at file "};
// ImageMagick's begins with the name of any of its programs.
inline constexpr std::string_view data_tools_inner[] = {": "};
inline constexpr std::string_view data_tools_endings[] = {"\")"};

inline constexpr grammar_entry data_tools_xml_grammar = {
    {data_tools_xml_openings, {}, {}}, find_data_tools_start, make_data_tools_grammar};
inline constexpr grammar_entry data_tools_grammar = {
    {data_tools_openings, data_tools_endings, data_tools_inner},
    find_data_tools_start,
    make_data_tools_grammar};

}  // namespace task_agent::trace
