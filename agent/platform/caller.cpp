#include "task_agent/platform/caller.hpp"

namespace task_agent {

std::vector<net::http_header> caller_headers(api_family family, std::optional<principal> const& creator) {
    std::string const prefix = family == api_family::nhx ? "X-NHX-" : "X-NMP-";
    std::vector<net::http_header> headers = {{prefix + "Internal", "true"},
                                             {prefix + "Principal-Id", "service:jobs"}};
    if (!creator) return headers;
    headers.push_back({prefix + "Principal-On-Behalf-Of", creator->id});
    if (!creator->email.empty()) headers.push_back({prefix + "Principal-On-Behalf-Of-Email", creator->email});
    std::string groups;
    for (auto const& group : creator->groups) {
        if (!groups.empty()) groups += ',';
        groups += group;
    }
    if (!groups.empty()) headers.push_back({prefix + "Principal-On-Behalf-Of-Groups", groups});
    return headers;
}

}  // namespace task_agent
