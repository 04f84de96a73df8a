// What all TLS connections of the process share: whom to trust, who we are, and the sessions to resume
// (contract 2). TLS 1.2 and later, and the peer is always verified: without a CA bundle there is no
// connection.
//
// The files are read when the first connection is made; a failure is found again, or mended, by the next.
// Control thread. Outlives its connections (they share it).
#pragma once

#include "task_agent/base/error.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

struct ssl_ctx_st;
struct ssl_session_st;
struct ssl_st;

namespace task_agent::net {

// Where Debian and Alpine, RHEL and Fedora, SUSE and others keep the bundle; the first that is there counts.
[[nodiscard]] std::vector<std::string> usual_ca_bundles();

struct tls_options {
    std::string ca_file;         // PEM; empty: the usual bundles
    std::string ca_file_source;  // "--ca-file", "SSL_CERT_FILE": for messages
    std::string ca_folders;   // of hashed certificates, separated by colons, besides the file: SSL_CERT_DIR
    std::string client_cert;  // PEM, with what is between it and the CA behind it; empty: none
    std::string client_key;   // PEM, not encrypted; empty: in the certificate's file
    std::vector<std::string> bundles = usual_ca_bundles();
};

class tls_context {
public:
    explicit tls_context(tls_options options);
    tls_context(tls_context const&) = delete;
    tls_context& operator=(tls_context const&) = delete;
    ~tls_context();

    // Reads the files, once. errc::tls_failed with a sentence that names the file, who named it, and what it
    // lacks.
    [[nodiscard]] error prepare();
    // After prepare() without a code.
    [[nodiscard]] ssl_ctx_st* get() const noexcept { return context_.get(); }

    [[nodiscard]] bool has_client_cert() const noexcept { return !options_.client_cert.empty(); }
    // "/etc/ssl/certs/ca-certificates.crt (--ca-file)": whose issuers are trusted.
    [[nodiscard]] std::string trusted() const;

    // The last session of each origin ("host:port"). keep() takes over the caller's reference.
    [[nodiscard]] ssl_session_st* session(std::string const& origin) const;
    void keep(std::string const& origin, ssl_session_st* session);
    void forget(std::string const& origin);

private:
    struct free_context {
        void operator()(ssl_ctx_st* context) const noexcept;
    };
    struct free_session {
        void operator()(ssl_session_st* session) const noexcept;
    };
    using context_ptr = std::unique_ptr<ssl_ctx_st, free_context>;

    error load_trust(ssl_ctx_st* context);
    error load_client(ssl_ctx_st* context) const;

    tls_options options_;
    std::string bundle_;  // the CA file in use
    context_ptr context_;
    std::map<std::string, std::unique_ptr<ssl_session_st, free_session>> sessions_;
};

}  // namespace task_agent::net
