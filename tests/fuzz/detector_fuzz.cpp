// Any bytes as a log: the same traces whatever the chunks, valid text, bounded memory. The first byte says
// how the rest is cut.
#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/detector.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

void must(bool what) {
    if (!what) std::abort();
}

std::vector<tr::found_trace> traces_in(std::string_view log, std::size_t chunk) {
    ta::line_splitter splitter;
    tr::detector detector;
    ta::output_line line;
    for (std::size_t at = 0; at < log.size(); at += chunk) {
        splitter.feed(log.substr(at, chunk));
        while (splitter.next(line)) {
            if (!line.transient) detector.on_line(line.text, {});
        }
    }
    if (splitter.flush(line)) detector.on_line(line.text, {});
    detector.finish();
    return detector.found();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const log(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const whole = traces_in(log, log.size() + 1);
    auto const pieces = traces_in(log, 1 + data[0] % 64);
    must(whole.size() == pieces.size());
    must(whole.size() <= tr::found_traces::first_kept + tr::found_traces::last_kept);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        tr::found_trace const& t = whole[i];
        must(t.text == pieces[i].text && t.cause_line == pieces[i].cause_line && t.role == pieces[i].role);
        must(ta::is_valid_utf8(t.text) && ta::is_valid_utf8(t.cause_line) &&
             ta::is_valid_utf8(t.exception.message));
        must(t.exception.frames.size() <= 64 && t.exception.chain.size() <= 32);
        must(t.first_line <= t.last_line);
        bytes += t.text.size();
    }
    must(whole.size() <= 1 || bytes <= tr::found_traces::most_bytes + tr::trace_text::usual_room);
    tr::end_facts facts;
    facts.err_traces = whole;
    facts.exit = ta::exit_status{1, 0, false};
    auto const cause = tr::choose_cause(facts);
    must(cause.message.size() <= tr::message_limit && ta::is_valid_utf8(cause.message));
    must(cause.message.find('\n') == std::string::npos);
    return 0;
}
