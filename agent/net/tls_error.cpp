#include "tls_error.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace task_agent::net {
namespace {

// The value is a reason code of OpenSSL's ssl library, or a whole error of another one (those are larger).
class category final : public boost::system::error_category {
public:
    char const* name() const noexcept override { return "tls"; }

    std::string message(int value) const override {
        switch (value) {
            case SSL_R_WRONG_VERSION_NUMBER:
            case SSL_R_HTTP_REQUEST:
            case SSL_R_PACKET_LENGTH_TOO_LONG:
                return "the server does not speak TLS (is its URL http:// in truth?)";
            case SSL_R_UNSUPPORTED_PROTOCOL:
            case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
            case SSL_R_VERSION_TOO_LOW:
                return "the server offers no TLS version that is safe (1.2 or later)";
            case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
                return "the server wants a client certificate; --client-cert FILE gives one";
            case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
            case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
            case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
            case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
            case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
            case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
            case SSL_R_TLSV1_ALERT_ACCESS_DENIED:
                return "the server refuses the client certificate (" + reason(value) + ')';
            default:
                return "TLS: " + reason(value);
        }
    }

private:
    static std::string reason(int value) {
        auto const packed = static_cast<unsigned long>(value);
        auto const* const text =
            ::ERR_reason_error_string(ERR_GET_LIB(packed) ? packed : ERR_PACK(ERR_LIB_SSL, 0, packed));
        return text ? text : "error " + std::to_string(value);
    }
};

category const instance;

}  // namespace

error_code take_tls_error() {
    auto const packed = ::ERR_peek_error();
    ::ERR_clear_error();
    if (packed == 0) return errc::connection_lost;
    if (ERR_GET_LIB(packed) == ERR_LIB_SSL) return {ERR_GET_REASON(packed), instance};
    return {static_cast<int>(packed & 0x7FFFFFFFUL), instance};
}

error_code client_cert_missing() {
    return {SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED, instance};
}

bool is_verification_failure(error_code code) {
    return code.category() == instance && code.value() == SSL_R_CERTIFICATE_VERIFY_FAILED;
}

}  // namespace task_agent::net
