#include "masking.hpp"

#include <algorithm>

namespace task_agent {

std::shared_ptr<secret_set const> made_secret_set(std::vector<std::string> const& values) {
    auto made = std::make_shared<secret_set const>(values);
    return made->is_empty() ? nullptr : made;
}

void keep_secret(task_state& s, std::string const& value) {
    auto& known = s.request.secrets;
    if (std::find(known.begin(), known.end(), value) != known.end()) return;
    known.push_back(value);
    s.secrets = made_secret_set(known);
    s.out_watch.mask(s.secrets);
    s.err_watch.mask(s.secrets);
    s.masked_lines->use(s.secrets);
}

}  // namespace task_agent
