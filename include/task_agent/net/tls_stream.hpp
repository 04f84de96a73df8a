// TLS over another byte stream: OpenSSL between two memory buffers, the bytes moved by us, so that the same
// few lines serve a socket, a unix socket and a proxy's tunnel, and no stream templates are needed
// (architecture 4).
//
// The peer is verified against the host of the URL, a name or an address. An end without TLS' own farewell is
// errc::connection_lost, not the end of the stream: whoever cuts the line must not decide where an answer
// ends. close() sends no farewell.
//
// Control thread; see byte_stream.
#pragma once

#include "task_agent/net/base_url.hpp"
#include "task_agent/net/byte_stream.hpp"

#include <memory>
#include <string>

struct bio_st;
struct ssl_st;

namespace task_agent::net {

class tls_context;
struct tls_stream_data;

class tls_stream final : public byte_stream {
public:
    // `context` is prepared.
    tls_stream(std::unique_ptr<byte_stream> under, std::shared_ptr<tls_context> context,
               base_url const& server);
    ~tls_stream() override;

    // Once, before anything else. The sentence says what is wrong with the peer and what mends it.
    [[nodiscard]] awaitable<error> handshake();
    [[nodiscard]] bool is_resumed() const noexcept;

    [[nodiscard]] awaitable<io_result> read_some(std::span<char> into) override;
    [[nodiscard]] awaitable<io_result> write(std::string_view all) override;
    void close() noexcept override;

private:
    struct free_ssl {
        void operator()(ssl_st* ssl) const noexcept;
    };

    bool set_peer(std::string host);
    awaitable<error_code> flush();
    awaitable<error_code> fill();
    [[nodiscard]] error_code failure(int returned) const;
    [[nodiscard]] error sentence(error_code code) const;
    [[nodiscard]] error_code explained(error_code code) const;

    std::unique_ptr<byte_stream> under_;
    std::shared_ptr<tls_context> context_;
    std::unique_ptr<tls_stream_data> data_;  // what OpenSSL's callbacks write to
    std::unique_ptr<ssl_st, free_ssl> ssl_;
    bio_st* incoming_ = nullptr;  // owned by ssl_
    bio_st* outgoing_ = nullptr;
    bool is_flushing_ = false;
    bool has_peer_ = false;
    bool has_read_ = false;
};

}  // namespace task_agent::net
