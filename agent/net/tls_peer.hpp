// Why a peer's certificate was not accepted, in words a person can act on.
#pragma once

#include <string>
#include <string_view>

struct x509_store_ctx_st;

namespace task_agent::net {

struct peer_fault {
    int code = 0;         // X509_V_ERR_...; 0: none
    std::string subject;  // of the certificate that has it
    std::string issuer;
    std::string not_before;  // "2026-01-31 23:59:59 UTC"
    std::string not_after;
    std::string names;  // that the certificate is for: "a.example, 10.0.0.1"
    int depth = 0;      // 0: the server's own, else one of its issuers
};

[[nodiscard]] peer_fault fault_of(x509_store_ctx_st* store);

// One sentence: which host, what is wrong, whom we trusted, what mends it.
[[nodiscard]] std::string describe(peer_fault const& fault, std::string_view host, std::string_view trusted);

}  // namespace task_agent::net
