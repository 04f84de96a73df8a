#include "support/certificates.hpp"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>

namespace support {
namespace {

template <class T, void (*release)(T*)>
struct releaser {
    void operator()(T* thing) const noexcept { release(thing); }
};
using cert_ptr = std::unique_ptr<X509, releaser<X509, &::X509_free>>;
using key_ptr = std::unique_ptr<EVP_PKEY, releaser<EVP_PKEY, &::EVP_PKEY_free>>;
struct close_file {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using file_ptr = std::unique_ptr<std::FILE, close_file>;

file_ptr opened(std::string const& path, char const* mode) {
    file_ptr file(std::fopen(path.c_str(), mode));
    if (!file) throw std::runtime_error("cannot open " + path);
    return file;
}

void must(bool is_good, char const* what) {
    if (!is_good) throw std::runtime_error(std::string("certificate: ") + what);
}

void add_extension(X509* cert, X509* issuer, int id, std::string const& value) {
    X509V3_CTX context;
    ::X509V3_set_ctx(&context, issuer, cert, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, releaser<X509_EXTENSION, &::X509_EXTENSION_free>> const extension(
        ::X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
    must(extension && ::X509_add_ext(cert, extension.get(), -1) == 1, value.c_str());
}

}  // namespace

void make_certificate(std::string const& folder, std::string const& name, certificate_wishes const& wishes) {
    key_ptr const key(::EVP_EC_gen("P-256"));
    cert_ptr const cert(::X509_new());
    must(key && cert, "no memory");
    key_ptr issuer_key;
    cert_ptr issuer;
    if (!wishes.issuer.empty()) {
        auto const path = folder + '/' + wishes.issuer;
        issuer.reset(::PEM_read_X509(opened(path + ".pem", "r").get(), nullptr, nullptr, nullptr));
        issuer_key.reset(::PEM_read_PrivateKey(opened(path + ".key", "r").get(), nullptr, nullptr, nullptr));
        must(issuer && issuer_key, "the issuer cannot be read");
    }
    ::X509_set_version(cert.get(), X509_VERSION_3);
    ::ASN1_INTEGER_set(::X509_get_serialNumber(cert.get()), static_cast<long>(std::random_device()() >> 1));
    ::X509_gmtime_adj(X509_getm_notBefore(cert.get()), wishes.begins.count());
    ::X509_gmtime_adj(X509_getm_notAfter(cert.get()), wishes.ends.count());
    ::X509_NAME_add_entry_by_txt(::X509_get_subject_name(cert.get()), "CN", MBSTRING_UTF8,
                                 reinterpret_cast<unsigned char const*>(wishes.common_name.c_str()), -1, -1,
                                 0);
    X509* const by = issuer ? issuer.get() : cert.get();
    ::X509_set_issuer_name(cert.get(), ::X509_get_subject_name(by));
    ::X509_set_pubkey(cert.get(), key.get());
    add_extension(cert.get(), by, NID_basic_constraints,
                  wishes.is_authority ? "critical,CA:TRUE" : "CA:FALSE");
    if (!wishes.alternative_names.empty())
        add_extension(cert.get(), by, NID_subject_alt_name, wishes.alternative_names);
    must(::X509_sign(cert.get(), issuer_key ? issuer_key.get() : key.get(), ::EVP_sha256()) > 0,
         "not signed");

    auto const path = folder + '/' + name;
    ::PEM_write_X509(opened(path + ".pem", "w").get(), cert.get());
    ::PEM_write_PrivateKey(opened(path + ".key", "w").get(), key.get(), nullptr, nullptr, 0, nullptr,
                           nullptr);
}

}  // namespace support
