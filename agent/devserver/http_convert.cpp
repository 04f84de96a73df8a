#include "http_convert.hpp"

#include <boost/beast/http/error.hpp>
#include <fmt/format.h>

#include <strings.h>

#include <array>
#include <ctime>
#include <string_view>
#include <utility>

namespace task_agent::devserver {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

std::string text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

answer plain_answer(int status, std::string_view text) {
    answer refusal;
    refusal.status = status;
    refusal.content_type = "text/plain; charset=utf-8";
    refusal.body = text;
    return refusal;
}

}  // namespace

std::string http_date(instant t) {
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::time_t const seconds = wall_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(t));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                       months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour,
                       parts.tm_min, parts.tm_sec);
}

request to_request(parser_type::value_type&& message) {
    request asked;
    asked.method = text_of(message.method_string());
    asked.target = text_of(message.target());
    for (auto const& field : message)
        asked.headers.emplace_back(text_of(field.name_string()), text_of(field.value()));
    asked.body = std::move(message.body());
    return asked;
}

response_type to_response(answer&& given, instant now, bool is_head, bool keep_alive) {
    response_type response(static_cast<http::status>(given.status), 11);
    response.insert("date", http_date(now));
    response.insert("server", "task-agent-dev-server");
    response.insert("content-length", std::to_string(given.body.size()));
    if (!given.content_type.empty()) response.insert("content-type", given.content_type);
    for (auto const& [name, value] : given.headers)
        response.insert(name, value);
    if (!keep_alive) response.insert("connection", "close");
    // HEAD has the length of the body it does not get
    if (!is_head) response.body() = std::move(given.body);
    return response;
}

std::string head_text(response_type const& response) {
    auto const status = static_cast<unsigned>(response.result_int());
    std::string text =
        fmt::format("HTTP/1.1 {} {}\r\n", status, text_of(http::obsolete_reason(response.result())));
    for (auto const& field : response)
        text += fmt::format("{}: {}\r\n", text_of(field.name_string()), text_of(field.value()));
    return text + "\r\n";
}

bool expects_continue(parser_type::value_type const& message) {
    auto const value = message[http::field::expect];
    constexpr std::string_view wanted = "100-continue";
    return value.size() == wanted.size() && ::strncasecmp(value.data(), wanted.data(), wanted.size()) == 0;
}

std::optional<answer> refusal_for(beast::error_code failure) {
    if (failure == http::error::body_limit) return plain_answer(413, "Request body too large.");
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
        return plain_answer(431, "Request header fields too large.");
    if (failure == http::error::end_of_stream || failure == http::error::partial_message) return std::nullopt;
    if (failure.category() == make_error_code(http::error::end_of_stream).category())
        return plain_answer(400, "Invalid HTTP request received.");
    return std::nullopt;
}

}  // namespace task_agent::devserver
