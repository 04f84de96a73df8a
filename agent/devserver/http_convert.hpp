// Beast's messages on one side, the routes' plain ones on the other. Inside of http_session.
#pragma once

#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/rows.hpp"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>
#include <string>

namespace task_agent::devserver {

using parser_type = boost::beast::http::request_parser<boost::beast::http::string_body>;
using response_type = boost::beast::http::response<boost::beast::http::string_body>;

// "Sun, 19 Jul 2026 10:11:12 GMT", without asking the locale.
[[nodiscard]] std::string http_date(instant t);

[[nodiscard]] request to_request(parser_type::value_type&& message);
[[nodiscard]] response_type to_response(answer&& given, instant now, bool is_head, bool keep_alive);

// Status line and header as they go out, the empty line included.
[[nodiscard]] std::string head_text(response_type const& response);

[[nodiscard]] bool expects_continue(parser_type::value_type const& message);

// What to say to a request that could not be read; nothing when nobody is there to hear it.
[[nodiscard]] std::optional<answer> refusal_for(boost::beast::error_code failure);

}  // namespace task_agent::devserver
