// A real `openssl s_server` on a free loopback port, ended with its object.
#pragma once

#include "support/process.hpp"

#include <charconv>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace support {

class tls_server {
public:
    // With -www, unless `options` say otherwise: each GET is answered by a page about the connection.
    tls_server(std::string const& folder, std::string const& certificate,
               std::vector<std::string> options = {}, std::uint16_t port = 0)
        : process_(command_for(folder, certificate, std::move(options), port)), port_(port) {
        process_.wait_for_output("ACCEPT");
        if (port_ != 0) return;
        // the address is told only where the port was free to choose
        constexpr std::string_view before = "ACCEPT 127.0.0.1:";
        process_.wait_for_output(before);
        auto const at = process_.out().find(before) + before.size();
        while (process_.out().find('\n', at) == std::string::npos)
            process_.wait_for_output("\n");
        auto const& out = process_.out();
        std::from_chars(out.data() + at, out.data() + out.size(), port_);
        if (port_ == 0) throw std::runtime_error("s_server named no port: " + out);
    }

    [[nodiscard]] std::string url(std::string const& host = "127.0.0.1") const {
        return "https://" + host + ':' + std::to_string(port_);
    }
    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

private:
    static command command_for(std::string const& folder, std::string const& certificate,
                               std::vector<std::string> options, std::uint16_t port) {
        command what;
        what.argv = {"/usr/bin/openssl",
                     "s_server",
                     "-accept",
                     "127.0.0.1:" + std::to_string(port),
                     "-www",
                     "-cert",
                     certificate + ".pem",
                     "-key",
                     certificate + ".key"};
        what.argv.insert(what.argv.end(), options.begin(), options.end());
        what.directory = folder;
        what.env = {{"OPENSSL_CONF", "/dev/null"}};
        return what;
    }

    process process_;
    std::uint16_t port_ = 0;
};

}  // namespace support
