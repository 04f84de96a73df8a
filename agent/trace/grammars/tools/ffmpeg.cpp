#include "task_agent/trace/grammars/tools/ffmpeg.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr std::size_t most_back = 12;
constexpr int most_lines = 32;
constexpr std::string_view bad_input = ": Invalid data found when processing input";
constexpr std::string_view no_map = "Stream map '";
constexpr std::string_view map_hint = "To ignore this, add a trailing '?' to the map.";

// "[libx264 @ 0x55d0] ": what the part says; empty where it is none.
std::string_view said_by_part(std::string_view line) noexcept {
    if (!line.starts_with('[') || line.size() > longest_line) return {};
    std::size_t const close = line.find("] ");
    std::size_t const at = line.find(" @ ");
    if (close == std::string_view::npos || at > close) return {};
    std::string_view address = line.substr(at + 3, close - at - 3);
    take(address, "0x");
    bool const is_one =
        address.size() > 3 && address.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return is_one ? trimmed(line.substr(close + 2)) : std::string_view{};
}

// What parts say on the way, of what they chose and of what they put up with.
bool is_on_the_way(std::string_view said) noexcept {
    constexpr std::array<std::string_view, 15> starts = {
        "too many threads", "using ",    "profile ",    "264 - ",    "x265 ",
        "deprecated ",      "Starting ", "Timestamps ", "Warning: ", "Estimating ",
        "Stream #",         "Auto-",     "Opening ",    "Qavg: ",    "Late SEI "};
    return starts_with_any(said, starts) || said.find(" may ") != std::string_view::npos ||
           said.find("frame I:") < 8 || said.find("frame P:") < 8 || said.find("frame B:") < 8;
}

// What nobody else says: of a stream, of a graph of filters, or of a file that is none.
bool is_own(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 6> starts = {"Error initializing output stream ",
                                                        "Error initializing filters!",
                                                        "Error initializing complex filters",
                                                        "Error reinitializing filters!",
                                                        "Error opening filters!",
                                                        "Error configuring filter graph"};
    // of one packet it goes on: "Error submitting packet to decoder: Invalid data found ..."
    bool const is_bad_file =
        line.ends_with(bad_input) && !line.starts_with("Error ") && !line.starts_with('[');
    return line.size() <= longest_line && (is_bad_file || starts_with_any(line, starts));
}

// What it says below the words of a part.
bool is_of_program(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 10> starts = {"Error opening input file",
                                                         "Error opening output file",
                                                         "Error opening encoder",
                                                         "Error opening decoder",
                                                         "Error while opening encoder",
                                                         "Error while opening decoder",
                                                         "Error while processing the decoded data",
                                                         "Error parsing options for output file ",
                                                         "Error selecting an encoder",
                                                         "Conversion failed!"};
    return is_own(line) || starts_with_any(line, starts);
}

// What follows from it as well, without a form of its own.
bool is_more(std::string_view line) noexcept {
    return is_of_program(line) || line.starts_with("Failed to inject frame into filter network: ") ||
           line.starts_with("Could not write header for output file ") ||
           line.starts_with("Failed to set value '") || line == map_hint;
}

class ffmpeg_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        if (!report_.write_to(trace, "shell")) return false;
        trace.is_often_survived = true;
        // one of many files may be left out
        trace.is_guess = true;
        block_.cut(trace);
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (report_.type.empty()) {
            std::string_view const part = said_by_part(line);
            report_.type = "command failed";
            report_.message = bounded(part.empty() ? trimmed(line) : part);
            report_.cause_line = bounded(trimmed(line));
            report_.role = trace_role::notice;
            return verdict::continues;
        }
        // the first of them tells
        block_.end_here();
        bool const is_part = !said_by_part(line).empty();
        return (is_part || is_more(line)) && ++lines_ <= most_lines ? verdict::continues
                                                                    : verdict::ended_before;
    }

    native_report report_;
    block_bounds block_;
    int lines_ = 0;
};

// From what the program says to the part that failed, or to its own first word; nothing where neither tells
// a reason.
std::optional<std::size_t> lines_above(start_context const& context, std::size_t column) {
    std::string_view const line = context.line().substr(column);
    std::optional<std::size_t> first;
    if (is_own(line)) first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        std::string_view const said = said_by_part(*above);
        if (said.empty() ? is_own(*above) : !is_on_the_way(said)) {
            first = n;
        } else if (said.empty() && !is_more(*above)) {
            break;
        }
    }
    return first;
}

}  // namespace

std::optional<start_point> find_ffmpeg_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == map_hint) {
            auto const above = context.back(1, column);
            bool const is_told = above && above->find(no_map) < longest_name;
            return is_told ? std::optional(start_point{column, 1}) : std::nullopt;
        }
        if (!is_of_program(text)) continue;
        auto const back = lines_above(context, column);
        return back ? std::optional(start_point{column, *back}) : std::nullopt;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ffmpeg_grammar() {
    return std::make_unique<ffmpeg_reader>();
}

}  // namespace task_agent::trace
