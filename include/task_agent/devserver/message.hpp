// One request and its answer, as the routes see them: no sockets, no streams.
//
// The error bodies are those of platform-facts 3.9: a list of problems for a request that does not fit, a
// plain string in "detail" elsewhere. Plain values; any thread.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::devserver {

using header_list = std::vector<std::pair<std::string, std::string>>;

struct request {
    std::string method;
    std::string target;  // as on the wire: percent-encoded path and query
    header_list headers;
    std::string body;

    // The first header of that name in any letter case; empty when there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const noexcept;
};

struct answer {
    int status = 200;
    std::string content_type = "application/json";
    header_list headers;  // besides content-type and content-length
    std::string body;
};

[[nodiscard]] answer json_answer(int status, boost::json::value const& document);

// {"detail":"<text>"}
[[nodiscard]] answer detail_answer(int status, std::string_view text);

// The 409 of a write against an outdated copy: a client library that honours the header does not retry it, so
// the caller must (platform-facts 3.4, 3.5).
[[nodiscard]] answer version_conflict(std::string_view what);

// What escapes the real server's handlers (platform-facts 3.9).
[[nodiscard]] answer unexpected_error();

// Collects what is wrong with a request; all of it is answered at once:
// {"detail":[{type,loc,msg,input},...]}.
class problems {
public:
    void add(std::string_view type, boost::json::array loc, std::string_view message,
             boost::json::value input, boost::json::value context = nullptr);
    [[nodiscard]] bool any() const noexcept { return !list_.empty(); }
    [[nodiscard]] answer to_answer() const;

private:
    boost::json::array list_;
};

}  // namespace task_agent::devserver
