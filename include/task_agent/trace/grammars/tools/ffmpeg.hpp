// What FFmpeg says when it gives up: the part of it that failed, by its name and address, above what the
// program tells of its file, and of the whole.
//
//   [libx264 @ 0x55d0] height not divisible by 2 (101x75)
//   Error while opening encoder for output stream #0:0
//   Conversion failed!
//
//   Stream map '0:a' matches no streams.
//   To ignore this, add a trailing '?' to the map.
//
// A guess: scripts go on with the next file.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ffmpeg_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ffmpeg_grammar();

inline constexpr std::string_view ffmpeg_openings[] = {"Error "};
// "x.mp4: Invalid data found when processing input"
inline constexpr std::string_view ffmpeg_endings[] = {"sing input"};
inline constexpr std::string_view ffmpeg_whole_openings[] = {"Conversion failed!", "To ignore this, "};

inline constexpr grammar_entry ffmpeg_grammar = {
    {ffmpeg_openings, ffmpeg_endings, {}}, find_ffmpeg_start, make_ffmpeg_grammar};
inline constexpr grammar_entry ffmpeg_whole_grammar = {
    {ffmpeg_whole_openings, {}, {}}, find_ffmpeg_start, make_ffmpeg_grammar};

}  // namespace task_agent::trace
