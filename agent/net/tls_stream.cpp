#include "task_agent/net/tls_stream.hpp"

#include "task_agent/net/tls_context.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "tls_error.hpp"
#include "tls_stream_data.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace task_agent::net {
namespace {

// One TLS record at most, so that a report of a megabyte is not copied whole.
constexpr std::size_t chunk = 16 * 1024;
constexpr std::size_t read_size = 16 * 1024;

tls_stream_data* data_of(ssl_st* ssl) {
    return static_cast<tls_stream_data*>(SSL_get_app_data(ssl));
}

bool is_end(error_code code) {
    return code == asio::error::eof || code == asio::error::connection_reset ||
           code == asio::error::broken_pipe;
}

}  // namespace

int note_verification(int is_good, x509_store_ctx_st* store) noexcept {
    auto* const ssl =
        static_cast<ssl_st*>(::X509_STORE_CTX_get_ex_data(store, ::SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* const data = ssl ? data_of(ssl) : nullptr;
    if (!is_good && data && data->fault.code == 0) data->fault = fault_of(store);
    return is_good;
}

// OpenSSL asks only where no certificate was loaded.
int note_client_cert_request(ssl_st* ssl, x509_st**, evp_pkey_st**) noexcept {
    if (auto* const data = data_of(ssl)) data->wants_client_cert = true;
    return 0;
}

int note_session(ssl_st* ssl, ssl_session_st* session) noexcept {
    auto* const data = data_of(ssl);
    if (!data) return 0;
    data->context->keep(data->origin, session);
    return 1;
}

void tls_stream::free_ssl::operator()(ssl_st* ssl) const noexcept {
    ::SSL_free(ssl);
}

tls_stream::tls_stream(std::unique_ptr<byte_stream> under, std::shared_ptr<tls_context> context,
                       base_url const& server)
    : under_(std::move(under)),
      context_(std::move(context)),
      data_(std::make_unique<tls_stream_data>()),
      ssl_(::SSL_new(context_->get())) {
    if (!ssl_) return;
    data_->context = context_.get();
    data_->origin = fmt::format("{}:{}", server.host, server.port);
    SSL_set_app_data(ssl_.get(), data_.get());
    incoming_ = ::BIO_new(::BIO_s_mem());
    outgoing_ = ::BIO_new(::BIO_s_mem());
    ::SSL_set_bio(ssl_.get(), incoming_, outgoing_);
    ::SSL_set_connect_state(ssl_.get());
    has_peer_ = set_peer(server.host);
    if (auto* const session = context_->session(data_->origin)) ::SSL_set_session(ssl_.get(), session);
}

tls_stream::~tls_stream() {
    // without a farewell sent OpenSSL calls the session a broken one, and would not resume it
    if (ssl_) ::SSL_set_shutdown(ssl_.get(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
}

// False: a host that cannot be verified.
bool tls_stream::set_peer(std::string host) {
    auto* const parameters = ::SSL_get0_param(ssl_.get());
    error_code code;
    (void)asio::ip::make_address(host, code);
    if (!code) return ::X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1;
    // the dot at the end of a full name is DNS's, certificates do not have it
    if (host.ends_with('.')) host.pop_back();
    ::X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return !host.empty() && ::X509_VERIFY_PARAM_set1_host(parameters, host.c_str(), host.size()) == 1 &&
           // SSL_set_tlsext_host_name(), whose macro holds an old cast
           ::SSL_ctrl(ssl_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data()) == 1;
}

bool tls_stream::is_resumed() const noexcept {
    return ::SSL_session_reused(ssl_.get()) == 1;
}

awaitable<error> tls_stream::handshake() {
    if (!has_peer_) co_return error{errc::tls_failed, "the host is none that a certificate can be for"};
    for (;;) {
        ::ERR_clear_error();
        int const returned = ::SSL_do_handshake(ssl_.get());
        auto code = returned == 1 ? error_code() : failure(returned);
        // also after a failure: the peer is told why
        auto const flushed = co_await flush();
        if (returned == 1 && !flushed) co_return error();
        if (!code) code = flushed;
        if (!code) code = co_await fill();
        if (code) co_return sentence(code);
    }
}

error tls_stream::sentence(error_code code) const {
    context_->forget(data_->origin);
    if (is_verification_failure(code)) {
        auto host = data_->origin.substr(0, data_->origin.rfind(':'));
        return {errc::tls_failed, describe(data_->fault, host, context_->trusted())};
    }
    bool const is_refused = code == errc::connection_lost || is_end(code) ||
                            code.message().find("alert handshake failure") != std::string::npos;
    if (is_refused && data_->wants_client_cert) code = client_cert_missing();
    if (is_end(code) || code == errc::connection_lost)
        return {errc::connection_lost, "the server ended the connection in the TLS handshake"};
    if (code == asio::error::operation_aborted) return {code, code.message()};
    // a later try may meet a mended server: never errc::bad_input
    return {errc::tls_failed, code.message()};
}

awaitable<io_result> tls_stream::read_some(std::span<char> into) {
    for (;;) {
        ::ERR_clear_error();
        std::size_t bytes = 0;
        int const returned = ::SSL_read_ex(ssl_.get(), into.data(), into.size(), &bytes);
        auto code = returned == 1 ? error_code() : failure(returned);
        auto const flushed = co_await flush();
        if (returned == 1) {
            has_read_ = true;
            co_return io_result(error_code(), bytes);
        }
        if (!code) code = flushed;
        if (!code) code = co_await fill();
        if (!code) continue;
        co_return io_result(explained(code), 0);
    }
}

awaitable<io_result> tls_stream::write(std::string_view all) {
    std::size_t written = 0;
    while (written < all.size()) {
        ::ERR_clear_error();
        std::size_t bytes = 0;
        auto const part = all.substr(written, chunk);
        int const returned = ::SSL_write_ex(ssl_.get(), part.data(), part.size(), &bytes);
        // memory takes everything: a write has nothing to wait for
        auto code = returned == 1 ? error_code() : failure(returned);
        if (!code && returned != 1) code = errc::connection_lost;
        if (!code) code = co_await flush();
        if (code) co_return io_result(explained(code), written);
        written += bytes;
    }
    co_return io_result(error_code(), written);
}

// TLS 1.3 servers say what they think of our certificate after the handshake, and their words get lost when
// they close with our request unread.
error_code tls_stream::explained(error_code code) const {
    bool const is_lost = is_end(code) || code == errc::connection_lost;
    return is_lost && !has_read_ && data_->wants_client_cert ? client_cert_missing() : code;
}

void tls_stream::close() noexcept {
    under_->close();
}

// What OpenSSL wants to say. When a read and a write meet here, the first one says it all.
awaitable<error_code> tls_stream::flush() {
    if (is_flushing_) co_return error_code();
    is_flushing_ = true;
    error_code code;
    std::string bytes;
    while (!code && ::BIO_ctrl_pending(outgoing_) > 0) {
        bytes.resize(::BIO_ctrl_pending(outgoing_));
        ::BIO_read(outgoing_, bytes.data(), static_cast<int>(bytes.size()));
        auto const sent = co_await under_->write(bytes);
        code = sent.code;
    }
    is_flushing_ = false;
    co_return code;
}

awaitable<error_code> tls_stream::fill() {
    std::array<char, read_size> bytes;
    auto const got = co_await under_->read_some(bytes);
    if (got.bytes > 0) ::BIO_write(incoming_, bytes.data(), static_cast<int>(got.bytes));
    if (got.code == asio::error::eof) co_return errc::connection_lost;
    co_return got.code;
}

// Nothing while OpenSSL only waits for more.
error_code tls_stream::failure(int returned) const {
    switch (::SSL_get_error(ssl_.get(), returned)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE:
            return {};
        case SSL_ERROR_ZERO_RETURN:
            return asio::error::eof;
        default:
            return take_tls_error();
    }
}

}  // namespace task_agent::net
