#include "task_agent/net/tls_context.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <fcntl.h>
#include <unistd.h>

#include "tls_peer.hpp"
#include "tls_stream_data.hpp"
#include <cerrno>
#include <utility>

namespace task_agent::net {
namespace {

error no_tls(std::string text) {
    return {errc::tls_failed, std::move(text)};
}

std::string reason() {
    auto const* const text = ::ERR_reason_error_string(::ERR_peek_last_error());
    return text ? text : "no reason known";
}

// Also for a folder, which opens and cannot be read.
error_code readable(std::string const& path) {
    unique_fd const fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char byte = 0;
    if (!fd || ::read(fd.get(), &byte, 1) < 0) return last_errno();
    return {};
}

bool exists(std::string const& path) {
    return ::access(path.c_str(), F_OK) == 0;
}

}  // namespace

std::vector<std::string> usual_ca_bundles() {
    return {"/etc/ssl/certs/ca-certificates.crt",                 // Debian, Ubuntu, Alpine, Arch, distroless
            "/etc/pki/tls/certs/ca-bundle.crt",                   // Fedora, RHEL
            "/etc/ssl/ca-bundle.pem",                             // SUSE
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL
            "/var/lib/ca-certificates/ca-bundle.pem",             // SUSE
            "/etc/ssl/cert.pem"};                                 // Alpine
}

tls_context::tls_context(tls_options options) : options_(std::move(options)) {}

tls_context::~tls_context() = default;

void tls_context::free_context::operator()(ssl_ctx_st* context) const noexcept {
    ::SSL_CTX_free(context);
}

void tls_context::free_session::operator()(ssl_session_st* session) const noexcept {
    ::SSL_SESSION_free(session);
}

error tls_context::prepare() {
    if (context_) return {};
    // no openssl.cnf of the image: it could load modules, and change what "verified" means
    ::OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, nullptr);
    ::ERR_clear_error();
    context_ptr made(::SSL_CTX_new(::TLS_client_method()));
    if (!made) return no_tls("OpenSSL does not start: " + reason());
    auto* const context = made.get();
    ::SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    ::SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    ::SSL_CTX_set_verify(context, SSL_VERIFY_PEER, &note_verification);
    ::SSL_CTX_set_client_cert_cb(context, &note_client_cert_request);
    ::SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    ::SSL_CTX_sess_set_new_cb(context, &note_session);
    // nobody is there to type a password, and OpenSSL would ask on the terminal
    ::SSL_CTX_set_default_passwd_cb(context, [](char*, int, int, void*) { return -1; });
    if (auto bad = load_trust(context); bad.code) return bad;
    if (auto bad = load_client(context); bad.code) return bad;
    context_ = std::move(made);
    return {};
}

error tls_context::load_trust(ssl_ctx_st* context) {
    bundle_ = options_.ca_file;
    for (auto const& usual : options_.bundles) {
        if (bundle_.empty() && exists(usual)) bundle_ = usual;
    }
    if (bundle_.empty() && options_.ca_folders.empty()) {
        return no_tls(
            fmt::format("no CA bundle to verify it with; give one with --ca-file FILE or SSL_CERT_FILE, or "
                        "install one as {}",
                        fmt::join(options_.bundles, ", ")));
    }
    if (!bundle_.empty()) {
        if (auto const code = readable(bundle_))
            return no_tls(fmt::format("cannot read the CA file {}: {}", trusted(), code.message()));
        if (::SSL_CTX_load_verify_file(context, bundle_.c_str()) != 1) {
            return no_tls(fmt::format("the CA file {} holds no usable certificate in PEM form ({})",
                                      trusted(), reason()));
        }
    }
    // what is not there is found missing when an issuer is looked for
    if (!options_.ca_folders.empty()) ::SSL_CTX_load_verify_dir(context, options_.ca_folders.c_str());
    ::ERR_clear_error();
    return {};
}

error tls_context::load_client(ssl_ctx_st* context) const {
    auto const& cert = options_.client_cert;
    auto const& key = options_.client_key.empty() ? cert : options_.client_key;
    if (cert.empty() && key.empty()) return {};
    if (cert.empty())
        return no_tls("--client-key without --client-cert: allowed are both, or a certificate alone");
    if (auto const code = readable(cert))
        return no_tls(fmt::format("cannot read the client certificate {}: {}", cert, code.message()));
    if (::SSL_CTX_use_certificate_chain_file(context, cert.c_str()) != 1) {
        return no_tls(
            fmt::format("{} (--client-cert) holds no usable certificate in PEM form ({})", cert, reason()));
    }
    if (auto const code = readable(key))
        return no_tls(fmt::format("cannot read the client's private key {}: {}", key, code.message()));
    if (::SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1) {
        return no_tls(
            fmt::format("{} ({}) holds no private key in PEM form, unencrypted, that belongs to the "
                        "certificate in {} ({})",
                        key, options_.client_key.empty() ? "--client-cert" : "--client-key", cert, reason()));
    }
    return {};
}

std::string tls_context::trusted() const {
    if (bundle_.empty()) return options_.ca_folders + " (SSL_CERT_DIR)";
    if (options_.ca_file.empty() || options_.ca_file_source.empty()) return bundle_;
    return fmt::format("{} ({})", bundle_, options_.ca_file_source);
}

ssl_session_st* tls_context::session(std::string const& origin) const {
    auto const found = sessions_.find(origin);
    return found == sessions_.end() ? nullptr : found->second.get();
}

void tls_context::keep(std::string const& origin, ssl_session_st* session) {
    sessions_[origin].reset(session);
}

void tls_context::forget(std::string const& origin) {
    sessions_.erase(origin);
}

}  // namespace task_agent::net
