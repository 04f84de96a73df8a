// Any text as a file that the JVM left, and as output that names files: bounded, valid UTF-8, and what is
// shown was there.
#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"
#include "task_agent/trace/runtime_files/named_files.hpp"

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
    std::string const text = ta::to_plain_text({reinterpret_cast<char const*>(data), size});
    std::vector<ta::trace::named_file> named;
    ta::trace::find_named_files(text, named);
    must(named.size() <= ta::trace::most_named_files);
    for (auto const& file : named)
        must(!file.path.empty() && text.find(file.path) != std::string::npos);
    // most inputs do not begin as such a file does
    std::string const begun = "# A fatal error has been detected by the Java Runtime Environment:\n" + text;
    auto const crash = ta::trace::read_jvm_crash("hs_err_pid1.log", begun, false);
    if (!crash) return 0;
    must(ta::is_valid_utf8(crash->text) && crash->exception.frames.size() <= 256);
    for (auto const& frame : crash->exception.frames)
        must(ta::is_valid_utf8(frame.file) && ta::is_valid_utf8(frame.function));
    ta::torch_error error;
    error.message = text.substr(0, text.size() / 2);
    error.callstack = text.substr(text.size() / 2);
    must(ta::is_valid_utf8(ta::trace::read_torch_error("error.json", error).text));
    return 0;
}
