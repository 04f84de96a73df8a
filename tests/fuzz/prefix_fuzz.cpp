// Any bytes as lines: what was learnt from other lines changes nothing, pieces follow each other, a line
// wears its own prefix.
#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/prefix.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace tr = task_agent::trace;

namespace {

void must(bool what) {
    if (!what) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<char const*>(data), size);
    tr::prefix_reader reader;
    while (!rest.empty()) {
        std::string_view const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() == rest.size() ? line.size() : line.size() + 1);
        if (line.empty()) continue;
        auto const found = tr::find_prefix(line);
        auto const read = reader.read(line);
        must(found.count == read.count && found.level == read.level);
        std::size_t at = 0;
        for (std::size_t i = 0; i < found.count; ++i) {
            must(found.piece[i].begin == at && found.piece[i].end > at && found.piece[i].end <= line.size());
            must(read.piece[i].end == found.piece[i].end && read.piece[i].kind == found.piece[i].kind);
            at = found.piece[i].end;
        }
        tr::line_prefix const prefix(line.substr(0, at));
        auto const peeled = prefix.peel(line);
        must(peeled && peeled->size() <= line.size());
    }
    return 0;
}
