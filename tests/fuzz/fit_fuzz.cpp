// Any text as stacks, fitted into any room: within the limit, valid UTF-8, and the line that says what was
// raised is there.
#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/report_fit.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace ta = task_agent;

namespace {

void must(bool what) {
    if (!what) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 3) return 0;
    std::size_t const limit = 4096 + (data[0] | data[1] << 8);
    std::string const text = ta::to_plain_text({reinterpret_cast<char const*>(data) + 2, size - 2});
    std::string const first = text.substr(0, text.find('\n'));
    std::string const trace = text + "\n";
    ta::stack_sources sources;
    sources.traces = {trace, trace};
    std::string const cause_line = ta::is_valid_utf8(first) ? first : std::string();
    sources.cause_line = cause_line;
    std::string const stack = ta::fit_stack(sources, limit);
    must(stack.size() <= limit);
    must(ta::is_valid_utf8(stack));
    std::string const shown(ta::utf8_prefix(cause_line, 100));
    std::size_t const tail = stack.size() > ta::shown_tail ? stack.size() - ta::shown_tail : 0;
    must(stack.find(shown, tail) != std::string::npos);
    std::string const lines = ta::fit_lines(text, limit / 4);
    must(lines.size() <= limit / 4 && ta::is_valid_utf8(lines));
    return 0;
}
