#include "task_agent/net/base_url.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <fmt/format.h>

#include <sys/un.h>

#include <charconv>

namespace task_agent::net {
namespace {

namespace urls = boost::urls;
using scheme_kind = base_url::scheme_kind;

constexpr std::string_view bad_port = "the port must be a number from 1 to 65535";

constexpr std::uint16_t default_port(scheme_kind scheme) noexcept {
    return scheme == scheme_kind::https ? 443 : 80;
}

// The text itself is not repeated: it may hold a password.
error refused(std::string_view why) {
    return bad_input(fmt::format(
        "{}; allowed are http://HOST[:PORT][/PATH], https://HOST[:PORT][/PATH] and unix:///PATH", why));
}

std::string_view view(urls::string_view text) {
    return std::string_view(text.data(), text.size());
}

result<base_url> parse_unix(urls::url_view const& url) {
    base_url base;
    base.scheme = scheme_kind::unix_socket;
    base.port = 0;
    if (!url.encoded_authority().empty() || url.encoded_path().size() < 2 ||
        url.encoded_path().front() != '/') {
        return refused("a unix URL has three slashes and an absolute path");
    }
    base.socket_path = url.path();
    if (base.socket_path.find('\0') != std::string::npos)
        return refused("the socket's path holds a zero byte");
    if (base.socket_path.size() >= sizeof(sockaddr_un::sun_path)) {
        return refused(fmt::format("the socket's path has {} bytes and the system takes {}",
                                   base.socket_path.size(), sizeof(sockaddr_un::sun_path) - 1));
    }
    return base;
}

result<base_url> parse_tcp(urls::url_view const& url, scheme_kind scheme) {
    base_url base;
    base.scheme = scheme;
    base.port = default_port(scheme);
    if (url.host_type() == urls::host_type::ipvfuture) return refused("the address is of no known kind");
    base.host = url.host();
    if (base.host.starts_with('[') && base.host.ends_with(']'))
        base.host = base.host.substr(1, base.host.size() - 2);
    if (base.host.empty()) return refused("the host is missing");
    for (char const c : base.host) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || c == '/' || c == '@')
            return refused("the host holds a character that no name has");
    }
    // Boost.URL 1.81 wraps large port numbers around, and takes what is no number for the path
    if (auto const port = view(url.port()); !port.empty()) {
        auto const [end, code] = std::from_chars(port.data(), port.data() + port.size(), base.port);
        if (code != std::errc() || end != port.data() + port.size() || base.port == 0)
            return refused(bad_port);
    }
    if (auto const path = view(url.encoded_path()); !path.empty() && path.front() != '/')
        return refused(bad_port);
    base.path = view(url.encoded_path());
    while (base.path.ends_with('/'))
        base.path.pop_back();
    return base;
}

}  // namespace

std::string base_url::host_header() const {
    // HTTP wants a Host; a unix socket has none to give
    if (scheme == scheme_kind::unix_socket) return "localhost";
    auto header = host.find(':') == std::string::npos ? host : '[' + host + ']';
    if (port != default_port(scheme)) header += fmt::format(":{}", port);
    return header;
}

std::string base_url::text() const {
    if (scheme == scheme_kind::unix_socket) return "unix://" + socket_path;
    return (scheme == scheme_kind::https ? "https://" : "http://") + host_header() + path;
}

result<base_url> parse_base_url(std::string_view text) {
    if (text.empty()) return refused("the URL is empty");
    auto const parsed = urls::parse_uri(urls::string_view(text.data(), text.size()));
    if (!parsed) return refused("not a URL");
    auto const& url = *parsed;
    if (url.has_userinfo()) return refused("a user name or password has no place in the URL");
    if (url.has_query() || url.has_fragment()) return refused("a query or fragment has no place in the URL");
    auto const scheme = view(url.scheme());
    if (url.scheme_id() == urls::scheme::http && url.has_authority())
        return parse_tcp(url, scheme_kind::http);
    if (url.scheme_id() == urls::scheme::https && url.has_authority())
        return parse_tcp(url, scheme_kind::https);
    if (scheme == "unix") return parse_unix(url);
    return refused(fmt::format("the scheme \"{}\" is not known", scheme));
}

}  // namespace task_agent::net
