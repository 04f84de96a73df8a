// Beast's parser for one request with a body up to a limit. Private to net.
#pragma once

#include "task_agent/net/local_server.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <string>
#include <utility>

namespace task_agent::net {

class request_parser final : public boost::beast::http::basic_parser<true> {
public:
    explicit request_parser(std::size_t body_limit) : limit_(body_limit) {
        eager(true);
        header_limit(16 * 1024);
        this->body_limit(boost::none);  // ours counts
    }

    [[nodiscard]] bool is_too_large() const noexcept { return is_too_large_; }
    [[nodiscard]] local_request take() noexcept { return std::move(request_); }

private:
    using string_view = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, string_view method, string_view target, int,
                         error_code&) override {
        request_.method.assign(method.data(), method.size());
        request_.target.assign(target.data(), target.size());
    }
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_field_impl(boost::beast::http::field, string_view, string_view, error_code&) override {}
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const& length, error_code& code) override {
        if (length && *length > limit_) refuse(code);
    }
    std::size_t on_body_impl(string_view bytes, error_code& code) override {
        if (bytes.size() > limit_ - request_.body.size()) {
            refuse(code);
            return 0;
        }
        request_.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& code) override {
        return on_body_impl(bytes, code);
    }
    void on_finish_impl(error_code&) override {}

    void refuse(error_code& code) {
        is_too_large_ = true;
        code = errc::answer_too_large;
    }

    std::size_t limit_;
    local_request request_;
    bool is_too_large_ = false;
};

}  // namespace task_agent::net
