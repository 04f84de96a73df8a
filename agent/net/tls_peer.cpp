#include "tls_peer.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

#include <array>
#include <ctime>
#include <memory>

namespace task_agent::net {
namespace {

// Enough to see the mistake; certificates of content networks carry hundreds.
constexpr int most_names = 8;

std::string text_of(X509_NAME const* name) {
    std::unique_ptr<BIO, decltype(&::BIO_free)> const out(::BIO_new(::BIO_s_mem()), &::BIO_free);
    // RFC 2253 without multi-byte escapes, control characters escaped: a certificate must not write our log
    ::X509_NAME_print_ex(out.get(), name, 0,
                         (XN_FLAG_ONELINE | ASN1_STRFLGS_ESC_CTRL) & ~ASN1_STRFLGS_ESC_MSB);
    char* bytes = nullptr;
    auto const size = BIO_get_mem_data(out.get(), &bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

std::string text_of(ASN1_TIME const* time) {
    std::tm at{};
    if (::ASN1_TIME_to_tm(time, &at) != 1) return "an unknown time";
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02} UTC", at.tm_year + 1900, at.tm_mon + 1,
                       at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec);
}

std::string text_of(GENERAL_NAME const& name) {
    if (name.type == GEN_DNS) {
        auto const* const bytes = ::ASN1_STRING_get0_data(name.d.dNSName);
        std::string text;
        for (int i = 0; i < ::ASN1_STRING_length(name.d.dNSName); ++i)
            text += bytes[i] > 0x20 && bytes[i] < 0x7F ? static_cast<char>(bytes[i]) : '?';
        return text;
    }
    if (name.type != GEN_IPADD) return {};
    auto const size = ::ASN1_STRING_length(name.d.iPAddress);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (size != 4 && size != 16) return {};
    ::inet_ntop(size == 4 ? AF_INET : AF_INET6, ::ASN1_STRING_get0_data(name.d.iPAddress), text.data(),
                text.size());
    return text.data();
}

std::string names_of(X509 const* cert) {
    std::string names;
    auto* const all =
        static_cast<GENERAL_NAMES*>(::X509_get_ext_d2i(cert, NID_subject_alt_name, nullptr, nullptr));
    int count = 0;
    for (int i = 0; i < sk_GENERAL_NAME_num(all); ++i) {
        auto const name = text_of(*sk_GENERAL_NAME_value(all, i));
        if (name.empty()) continue;
        if (++count > most_names) continue;
        if (!names.empty()) names += ", ";
        names += name;
    }
    ::GENERAL_NAMES_free(all);
    if (count > most_names) names += fmt::format(" and {} more", count - most_names);
    return names;
}

std::string what_is_wrong(peer_fault const& fault, std::string_view host) {
    auto const whose = fault.depth == 0
                           ? fmt::format("the certificate of {}", host)
                           : fmt::format("an issuer of {}'s certificate ({})", host, fault.subject);
    switch (fault.code) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return fmt::format("{} expired on {}", whose, fault.not_after);
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return fmt::format("{} is not valid before {}", whose, fault.not_before);
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return fmt::format("the server's certificate is not for {} but for {}", host,
                               fault.names.empty() ? fault.subject : fault.names);
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            return fmt::format("{} is self-signed and not trusted", whose);
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return fmt::format("the certificate of {} leads to {}, which is not trusted", host,
                               fault.subject);
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            return fmt::format("{} is from an unknown issuer ({})", whose, fault.issuer);
        default:
            return fmt::format("{} is not accepted: {}", whose, ::X509_verify_cert_error_string(fault.code));
    }
}

std::string what_mends_it(int code) {
    switch (code) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return "it must be renewed, unless the clock here is wrong";
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return "the clock here may be wrong";
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return "the URL (--jobs-url) must use a name that the certificate has";
        default:
            return "--ca-file FILE adds trust in its issuer";
    }
}

}  // namespace

peer_fault fault_of(x509_store_ctx_st* store) {
    peer_fault fault;
    fault.code = ::X509_STORE_CTX_get_error(store);
    fault.depth = ::X509_STORE_CTX_get_error_depth(store);
    auto const* const cert = ::X509_STORE_CTX_get_current_cert(store);
    if (!cert) return fault;
    fault.subject = text_of(::X509_get_subject_name(cert));
    fault.issuer = text_of(::X509_get_issuer_name(cert));
    fault.not_before = text_of(::X509_get0_notBefore(cert));
    fault.not_after = text_of(::X509_get0_notAfter(cert));
    fault.names = names_of(cert);
    return fault;
}

std::string describe(peer_fault const& fault, std::string_view host, std::string_view trusted) {
    return fmt::format("{}; CA file: {}; {}", what_is_wrong(fault, host), trusted, what_mends_it(fault.code));
}

}  // namespace task_agent::net
