#include "task_agent/platform/credentials.hpp"

#include "task_agent/platform/caller.hpp"

#include <algorithm>

namespace task_agent {
namespace {

std::vector<net::http_header> bearer(std::string const& token) {
    return {{"Authorization", "Bearer " + token}};
}

}  // namespace

credentials::credentials(asio::io_context& io, net::base_url const& to, jobs_client_options const& options)
    : for_creator_(caller_headers(options.family, options.creator)),
      for_service_(caller_headers(options.family, std::nullopt)),
      request_limit_(options.limits.request),
      tokens_(io, to, options.tokens) {}

awaitable<result<std::vector<net::http_header>>> credentials::headers(caller as, time_limit until) {
    auto limit = steady_clock::now() + request_limit_;
    if (until) limit = std::min(limit, *until);
    auto const token = co_await tokens_.current(limit);
    if (!token) co_return error(errc::bad_answer, token.error().text);
    if (token->empty()) co_return as == caller::creator ? for_creator_ : for_service_;
    co_return bearer(*token);
}

awaitable<net::http_answer> credentials::ask(net::http_client& over, net::http_request request, caller as,
                                             time_limit until) {
    for (bool is_second = false;; is_second = true) {
        auto with = co_await headers(as, until);
        if (!with) {
            net::http_answer failed;
            failed.transport = with.error();
            co_return failed;
        }
        request.headers = std::move(*with);
        auto got = co_await over.request(request, until);
        if (got.status != 401 || is_second || !renew()) co_return got;
    }
}

}  // namespace task_agent
