// What OpenSSL tells through its callbacks while a connection is made. The SSL object points at its
// connection's data (SSL_set_app_data).
#pragma once

#include "tls_peer.hpp"
#include <string>

struct evp_pkey_st;
struct ssl_st;
struct ssl_session_st;
struct x509_st;
struct x509_store_ctx_st;

namespace task_agent::net {

class tls_context;

struct tls_stream_data {
    tls_context* context = nullptr;
    std::string origin;              // "host:port", the key of its sessions
    peer_fault fault;                // of the peer's certificate
    bool wants_client_cert = false;  // the server has asked, and there is none to give
};

// The callbacks of every tls_context. No exception may leave them: the OpenSSL that is shipped cannot be unwound.
int note_verification(int is_good, x509_store_ctx_st* store) noexcept;
int note_client_cert_request(ssl_st* ssl, x509_st** cert, evp_pkey_st** key) noexcept;
int note_session(ssl_st* ssl, ssl_session_st* session) noexcept;

}  // namespace task_agent::net
