// Beast's parser with our own idea of a body: kept up to a limit, then thrown away or refused.
//
// Private to net.
#pragma once

#include "task_agent/net/http_message.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <string>

namespace task_agent::net {

class answer_parser final : public boost::beast::http::basic_parser<false> {
public:
    answer_parser(body_rule rule, std::size_t body_limit) : rule_(rule), limit_(body_limit) {
        eager(true);
        header_limit(64 * 1024);
        this->body_limit(boost::none);  // ours counts
    }

    [[nodiscard]] int status() const noexcept { return status_; }
    [[nodiscard]] std::string const& retry_after() const noexcept { return retry_after_; }
    [[nodiscard]] std::string take_body() noexcept { return std::move(body_); }

private:
    using string_view = boost::beast::string_view;
    using field = boost::beast::http::field;

    void on_request_impl(boost::beast::http::verb, string_view, string_view, int, error_code&) override {}
    void on_response_impl(int status, string_view, int, error_code&) override { status_ = status; }
    void on_field_impl(field name, string_view, string_view value, error_code&) override {
        if (name == field::retry_after) retry_after_.assign(value.data(), value.size());
    }
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code& code) override {
        if (length && *length > limit_ && rule_ == body_rule::refuse_excess) code = errc::answer_too_large;
    }
    std::size_t on_body_impl(string_view bytes, error_code& code) override {
        auto const kept = std::min(bytes.size(), limit_ - body_.size());
        if (kept < bytes.size() && rule_ == body_rule::refuse_excess) {
            code = errc::answer_too_large;
            return 0;
        }
        body_.append(bytes.data(), kept);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& code) override {
        return on_body_impl(bytes, code);
    }
    void on_finish_impl(error_code&) override {}

    body_rule rule_;
    std::size_t limit_;
    int status_ = 0;
    std::string retry_after_;
    std::string body_;
};

}  // namespace task_agent::net
