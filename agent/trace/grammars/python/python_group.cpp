#include "python_group.hpp"

namespace task_agent::trace {

using namespace python;

bool python_group::is_border(std::string_view line) noexcept {
    std::size_t const at = line.find_first_not_of(' ');
    return at != std::string_view::npos && at >= 2 && line.substr(at).starts_with("+-");
}

group_line python_group::read(std::string_view line) {
    group_line found;
    std::size_t const at = line.find_first_not_of(' ');
    if (at == std::string_view::npos) return found;
    if (line[at] == '+') {
        std::string_view const border = line.substr(at);
        found.belongs = true;
        if (border.starts_with("+-+-")) in_members_ = true;
        // CPython draws the closing border once for all levels that end there
        found.closes = border.find_first_not_of('-', 1) == std::string_view::npos;
        awaits_raise_ = !found.closes;  // a member, or the header of a nested group
        return found;
    }
    if (line[at] != '|' || at < 2) return found;
    found.belongs = true;
    found.body = line.substr(at + 1);
    if (found.body.starts_with(' ')) found.body.remove_prefix(1);
    if (found.body == header) awaits_raise_ = true;
    if (!in_members_) found.frame = parse_frame(found.body);
    if (!awaits_raise_) return found;
    auto const raised = parse_raised(found.body);
    if (!raised || !is_usual_type(raised->type)) return found;
    awaits_raise_ = false;
    found.raised = raised;
    found.is_member = in_members_;
    return found;
}

}  // namespace task_agent::trace
