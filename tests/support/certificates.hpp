// Certificates made on the spot, with every fault a test wants, as PEM files in a folder.
//
// Keys are P-256. A certificate without an issuer signs itself. Throws std::runtime_error.
#pragma once

#include <chrono>
#include <string>

namespace support {

struct certificate_wishes {
    std::string common_name = "test server";
    std::string alternative_names = "DNS:jobs.test,IP:127.0.0.1";  // as openssl.cnf writes them; empty: none
    std::string issuer = {};                                       // name of an earlier one in the folder
    bool is_authority = false;
    std::chrono::seconds begins = std::chrono::hours(-48);  // from now
    std::chrono::seconds ends = std::chrono::hours(24);
};

// Writes FOLDER/NAME.pem, the certificate, and FOLDER/NAME.key.
void make_certificate(std::string const& folder, std::string const& name, certificate_wishes const& wishes);

}  // namespace support
