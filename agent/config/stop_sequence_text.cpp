#include "task_agent/config/stop_sequence_text.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/core/exit_status.hpp"

#include <fmt/format.h>

#include <csignal>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_rungs = 8;
constexpr duration longest_wait = 24h;
constexpr char allowed[] = "allowed are values like USR1:30s,TERM:8s";

error wrong(std::string_view rung, std::string_view why) {
    return bad_input(fmt::format("no stop sequence: \"{}\" {}; {}", rung, why, allowed));
}

result<stop_rung> parse_rung(std::string_view text) {
    auto const colon = text.find(':');
    if (colon == std::string_view::npos) return wrong(text, "has no duration");
    stop_rung rung;
    rung.signal = parse_signal(text.substr(0, colon));
    if (rung.signal == 0) return wrong(text, "names no signal");
    // SIGKILL comes at the end in any case, and after a SIGSTOP nothing else would be acted upon
    if (rung.signal == SIGKILL || rung.signal == SIGSTOP) return wrong(text, "cannot be caught");
    auto const wait = parse_duration(text.substr(colon + 1));
    if (!wait) return wrong(text, "has no duration");
    if (*wait > longest_wait) return wrong(text, "waits for more than a day");
    rung.wait = *wait;
    return rung;
}

}  // namespace

result<std::vector<stop_rung>> parse_stop_sequence(std::string_view text) {
    std::vector<stop_rung> rungs;
    for (bool more = true; more;) {
        auto const comma = text.find(',');
        auto const rung = parse_rung(text.substr(0, comma));
        if (!rung) return rung.error();
        rungs.push_back(*rung);
        more = comma != std::string_view::npos;
        if (more) text.remove_prefix(comma + 1);
    }
    if (rungs.size() > most_rungs)
        return bad_input(fmt::format("too long; allowed are {} signals at most", most_rungs));
    return rungs;
}

std::optional<int> parse_stop_signal(std::string_view text) {
    int const number = parse_signal(text);
    if (number == 0 || number == SIGKILL || number == SIGSTOP) return std::nullopt;
    return number;
}

}  // namespace task_agent
