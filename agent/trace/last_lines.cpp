#include "last_lines.hpp"

#include "task_agent/base/plain_text.hpp"

#include <algorithm>

namespace task_agent::trace {

std::string one_line(std::string_view text) {
    std::string line = to_plain_text(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

std::vector<std::string> last_lines(std::string_view text, std::size_t count) {
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < count) {
        std::size_t const start = text.find_last_of('\n') + 1;  // npos + 1 = 0
        std::string line = one_line(text.substr(start));
        if (!line.empty()) lines.push_back(std::move(line));
        text = text.substr(0, start == 0 ? 0 : start - 1);
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

}  // namespace task_agent::trace
