#include "task_agent/platform/token_source.hpp"

#include "task_agent/base/scope_exit.hpp"
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/logic/token_life.hpp"

#include <fmt/format.h>

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

// platform-facts 2.4
constexpr auto exchange_time = 30s;
constexpr std::size_t answer_limit = 64 * 1024;
// A projected token is a few KiB; more is some other file.
constexpr std::size_t token_limit = 64 * 1024;

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

token_source::token_source(asio::io_context& io, net::base_url const& platform, token_options options)
    : io_(io), auth_url_(options.auth_url.value_or(platform)), options_(std::move(options)), exchanged_(io) {}

token_source::~token_source() = default;

awaitable<result<std::string>> token_source::current(time_point until) {
    if (options_.identity_file.empty()) {
        if (!options_.token_file.empty()) co_return read_file(options_.token_file, "token file");
        co_return options_.token;
    }
    while (exchanging_ && steady_clock::now() < until) {
        exchanged_.expires_at(until);
        auto [ec] = co_await exchanged_.async_wait(use_await);
        (void)ec;
    }
    if (held_ && steady_clock::now() < refresh_at_) co_return held_->text;
    if (exchanging_) co_return error{errc::timed_out, "workload identity: the token exchange takes too long"};

    exchanging_ = true;
    auto got = co_await exchange(until);
    exchanging_ = false;
    exchanged_.cancel();
    auto const now = steady_clock::now();
    if (got) {
        held_ = std::move(*got);
        refresh_at_ = refresh_time(now, held_->lifetime);
        ends_at_ = now + held_->lifetime;
        tell(held_->text);
        co_return held_->text;
    }
    // the one at hand serves to its end; not every request need wait for the next try
    if (held_ && now < ends_at_) {
        refresh_at_ = std::min(ends_at_, now + 5s);
        co_return held_->text;
    }
    co_return got.error();
}

bool token_source::renew() noexcept {
    held_.reset();
    return !options_.identity_file.empty() || !options_.token_file.empty();
}

void token_source::close() noexcept {
    exchanged_.cancel();
    if (asking_) asking_->close();
}

awaitable<result<access_token>> token_source::exchange(time_point until) {
    auto const proof = read_file(options_.identity_file, "workload identity file");
    if (!proof) co_return proof.error();

    net::http_request question;
    question.method = "GET";
    question.target = "/apis/auth/discovery";
    auto const known = co_await ask(auth_url_, std::move(question), "auth discovery", until);
    if (!known) co_return known.error();
    auto const where = parse_auth_discovery(*known);
    if (!where) co_return where.error();
    if (!where->exchange_enabled || where->token_endpoint.empty()) {
        co_return error{
            errc::bad_answer,
            fmt::format("auth discovery: {} offers no token exchange for workloads", auth_url_.text())};
    }
    auto endpoint = net::parse_base_url(where->token_endpoint);
    if (!endpoint)
        co_return error{errc::bad_answer, "auth discovery: the token endpoint is " + endpoint.error().text};

    net::http_request wanted;
    wanted.method = "POST";
    // all of it is the target here, and the endpoint's own server what is left
    wanted.target = endpoint->path.empty() ? "/" : std::exchange(endpoint->path, {});
    wanted.content_type = "application/x-www-form-urlencoded";
    wanted.body = encode_token_exchange(*where, *proof);
    auto const answer = co_await ask(*endpoint, std::move(wanted), "token exchange", until);
    if (!answer) co_return answer.error();
    co_return parse_access_token(*answer);
}

// On a connection of its own that ends with the answer: once an hour is no reason to keep a third one.
awaitable<result<std::string>> token_source::ask(net::base_url to, net::http_request request,
                                                 char const* what, time_point until) {
    request.rule = net::body_rule::refuse_excess;
    request.body_limit = answer_limit;
    net::http_limits limits;
    limits.request = exchange_time;
    auto via = options_.via ? options_.via(to) : net::transport();
    net::http_client client(io_, to, limits, std::move(via));
    asking_ = &client;
    auto const answer = co_await client.request(std::move(request), until);
    asking_ = nullptr;
    client.close();
    if (answer.transport.code)
        co_return error{answer.transport.code, fmt::format("{}: {}", what, answer.transport.text)};
    // the body of a refusal may hold what was sent
    if (answer.status != 200)
        co_return error{errc::bad_answer,
                        fmt::format("{}: {} answers HTTP {}", what, to.text(), answer.status)};
    co_return answer.body;
}

result<std::string> token_source::read_file(std::string const& path, char const* what) {
    unique_fd const fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (!fd) return system_error(last_errno(), fmt::format("cannot read the {} {}", what, path));
    std::string text;
    std::array<char, 4096> buffer;
    for (;;) {
        auto const n = ::read(fd.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return system_error(last_errno(), fmt::format("cannot read the {} {}", what, path));
        if (n == 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(n));
        if (text.size() > token_limit)
            return bad_input(fmt::format("the {} {} is larger than {} bytes, and hence no token", what, path,
                                         token_limit));
    }
    std::string token(trimmed(text));
    if (token.empty()) return bad_input(fmt::format("the {} {} is empty", what, path));
    tell(token);
    return token;
}

void token_source::tell(std::string const& token) {
    if (!options_.on_token || token == told_) return;
    told_ = token;
    options_.on_token(token);
}

}  // namespace task_agent
