#include "task_agent/trace/child_trace.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_links = 32;

bool names_child(std::string_view type) noexcept {
    return type.ends_with("CalledProcessError");
}

// "job 3 ended with exit 1", "exited with code 70", "... returned non-zero exit status 1"
bool tells_bad_exit(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 7> words = {
        "exit ", "exit code ", "exit status ", "exit status: ", "exit code: ", "exited with ", "with code "};
    for (std::string_view const word : words) {
        std::size_t const at = message.find(word);
        if (at == std::string_view::npos) continue;
        std::string_view const rest = message.substr(at + word.size());
        if (!rest.empty() && rest.front() >= '1' && rest.front() <= '9') return true;
    }
    return message.find("non-zero exit") != std::string_view::npos;
}

bool tells_of_child(exception_info const& e) noexcept {
    return names_child(e.type) || tells_bad_exit(e.message) ||
           std::any_of(e.chain.begin(), e.chain.end(),
                       [](chained_exception const& link) { return names_child(link.type); });
}

}  // namespace

bool join_child(found_trace& child, found_trace& parent) {
    bool const are_raised = child.role == trace_role::raised && parent.role == trace_role::raised &&
                            child.handled == handling::none && !child.exception.type.empty();
    if (!are_raised || !tells_of_child(parent.exception)) return false;
    parent.first_line = child.first_line;
    parent.first_seen = child.first_seen;
    parent.cut_lines += child.cut_lines;
    // blank lines behind it are another process's: no line stands between the two
    while (child.text.ends_with("\n\n"))
        child.text.pop_back();
    parent.text.insert(0, child.text);
    parent.root_line = child.root_line.empty() ? std::move(child.cause_line) : std::move(child.root_line);
    std::vector<chained_exception> chain = std::move(child.exception.chain);
    chain.push_back({std::move(child.exception.type), std::move(child.exception.message)});
    auto& links = parent.exception.chain;
    links.insert(links.begin(), std::make_move_iterator(chain.begin()), std::make_move_iterator(chain.end()));
    if (links.size() > most_links)
        links.erase(links.begin() + 1,
                    links.begin() + static_cast<std::ptrdiff_t>(links.size() - most_links + 1));
    return true;
}

}  // namespace task_agent::trace
