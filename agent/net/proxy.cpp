#include "task_agent/net/proxy.hpp"

#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <vector>

namespace task_agent::net {
namespace {

namespace ip = boost::asio::ip;
using scheme_kind = base_url::scheme_kind;

constexpr std::string_view for_http[] = {"http_proxy", "all_proxy", "ALL_PROXY"};
constexpr std::string_view for_https[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};

std::string lower(std::string_view text) {
    std::string made(text);
    for (char& c : made) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return made;
}

std::optional<ip::address> address_of(std::string_view text) {
    error_code code;
    auto const address = ip::make_address(std::string(text), code);
    if (code) return std::nullopt;
    return address;
}

std::vector<unsigned char> bytes_of(ip::address const& address) {
    if (address.is_v4()) {
        auto const bytes = address.to_v4().to_bytes();
        return {bytes.begin(), bytes.end()};
    }
    auto const bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.end()};
}

bool is_loopback(std::string_view host) {
    if (auto const address = address_of(host)) {
        if (address->is_v6() && address->to_v6().is_v4_mapped())
            return ip::make_address_v4(ip::v4_mapped, address->to_v6()).is_loopback();
        return address->is_loopback();
    }
    return host == "localhost" || host.ends_with(".localhost");
}

bool is_in_network(ip::address const& address, std::string_view network) {
    auto const slash = network.find('/');
    auto const base = address_of(network.substr(0, slash));
    if (!base || base->is_v4() != address.is_v4()) return false;
    auto const mine = bytes_of(address);
    auto const theirs = bytes_of(*base);
    std::size_t bits = mine.size() * 8;
    if (slash != network.npos) {
        auto const length = network.substr(slash + 1);
        std::size_t given = 0;
        auto const [end, code] = std::from_chars(length.data(), length.data() + length.size(), given);
        if (code != std::errc() || end != length.data() + length.size() || given > bits) return false;
        bits = given;
    }
    if (!std::equal(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(bits / 8), theirs.begin()))
        return false;
    unsigned const rest = bits % 8;
    return rest == 0 || ((mine[bits / 8] ^ theirs[bits / 8]) >> (8 - rest)) == 0;
}

// `host` and `entry` in lower case, without a dot at the end.
bool is_covered(std::string_view host, std::optional<ip::address> const& address, std::string_view entry) {
    if (address) {
        if (entry.starts_with('[') && entry.ends_with(']')) entry = entry.substr(1, entry.size() - 2);
        return is_in_network(*address, entry);
    }
    if (entry.starts_with('.')) entry.remove_prefix(1);
    if (entry.empty() || !host.ends_with(entry)) return false;
    host.remove_suffix(entry.size());
    return host.empty() || host.ends_with('.');
}

bool is_exempt(std::string_view host, std::string_view list) {
    if (list == "*") return true;
    auto const address = address_of(host);
    constexpr std::string_view separators = ", \t";
    for (std::size_t at = 0; at < list.size();) {
        auto const end = std::min(list.find_first_of(separators, at), list.size());
        auto entry = list.substr(at, end - at);
        at = end + 1;
        if (entry.ends_with('.')) entry.remove_suffix(1);
        if (!entry.empty() && is_covered(host, address, entry)) return true;
    }
    return false;
}

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = static_cast<unsigned char>(text[i]);
        if (byte == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            auto const [end, code] = std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
            if (code != std::errc() || end != text.data() + i + 3) return std::nullopt;
            i += 2;
        }
        made += static_cast<char>(byte);
    }
    return made;
}

std::string base64(std::string const& text) {
    std::vector<unsigned char> made((text.size() + 2) / 3 * 4 + 1);
    auto const size = ::EVP_EncodeBlock(made.data(), reinterpret_cast<unsigned char const*>(text.data()),
                                        static_cast<int>(text.size()));
    return {made.begin(), made.begin() + size};
}

std::optional<std::string> basic(std::string_view user_info) {
    auto const decoded = percent_decoded(user_info);
    if (!decoded) return std::nullopt;
    // a user without a password has an empty one (RFC 7617)
    bool const has_password = user_info.find(':') != user_info.npos;
    return "Basic " + base64(has_password ? *decoded : *decoded + ':');
}

// The text of a sentence never repeats the value: it may hold a password.
result<proxy_server> parsed(std::string_view value) {
    auto const marker = value.find("://");
    auto const scheme = marker == value.npos ? "http" : lower(value.substr(0, marker));
    if (scheme != "http" && scheme != "https")
        return bad_input("its scheme is not known; allowed are http://, https:// and none");
    auto rest = marker == value.npos ? value : value.substr(marker + 3);
    proxy_server proxy;
    auto authority = rest.substr(0, rest.find_first_of("/?#"));
    if (auto const at = authority.rfind('@'); at != authority.npos) {
        auto authorization = basic(authority.substr(0, at));
        if (!authorization) return bad_input("its user name or password holds a % without two hex digits");
        proxy.authorization = std::move(*authorization);
        authority.remove_prefix(at + 1);
    }
    auto url = parse_base_url(fmt::format("{}://{}", scheme, authority));
    if (!url) return bad_input("not [http://|https://][USER:PASSWORD@]HOST[:PORT]");
    proxy.url = std::move(*url);
    return proxy;
}

}  // namespace

proxy_choice choose_proxy(base_url const& to, environment const& env) {
    proxy_choice choice;
    if (to.scheme == scheme_kind::unix_socket) return choice;
    auto host = lower(to.host);
    if (host.ends_with('.')) host.pop_back();
    if (is_loopback(host)) return choice;
    auto exempt = env.get_filled("no_proxy");
    if (!exempt) exempt = env.get_filled("NO_PROXY");
    if (exempt && is_exempt(host, lower(*exempt))) return choice;
    auto const names = to.scheme == scheme_kind::https ? std::span<std::string_view const>(for_https)
                                                       : std::span<std::string_view const>(for_http);
    for (auto const name : names) {
        auto const value = env.get_filled(name);
        if (!value) continue;
        auto proxy = parsed(*value);
        if (proxy) {
            choice.proxy = std::move(*proxy);
        } else {
            choice.warning =
                fmt::format("{} (environment) is ignored, no proxy is used: {}", name, proxy.error().text);
        }
        return choice;
    }
    return choice;
}

}  // namespace task_agent::net
