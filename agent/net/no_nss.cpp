// In front of libc: no name of a host or a service is looked up through NSS in this program (architecture 4).
//
// c-ares refers to libc's service database, and the compiled body of Asio to its resolver. Nothing here calls
// either, but in a static executable the references alone link NSS, and with it a loader of shared libraries
// that would be looked for at run time. name_lookup.cpp calls use_no_nss() so that the linker takes this file
// from its archive.
#include "no_nss.hpp"

#include <netdb.h>

#include <cerrno>

extern "C" {

servent* getservbyname(char const*, char const*) {
    return nullptr;
}

int getservbyport_r(int, char const*, servent*, char*, size_t, servent** found) {
    *found = nullptr;
    return ENOENT;
}

int getaddrinfo(char const*, char const*, addrinfo const*, addrinfo** found) {
    *found = nullptr;
    return EAI_FAIL;
}

void freeaddrinfo(addrinfo*) noexcept {}

int getnameinfo(sockaddr const*, socklen_t, char*, socklen_t, char*, socklen_t, int) {
    return EAI_FAIL;
}

}  // extern "C"

namespace task_agent::net {

void use_no_nss() noexcept {}

}  // namespace task_agent::net
