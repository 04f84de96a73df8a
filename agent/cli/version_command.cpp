#include "task_agent/cli/command.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/core/version.hpp"
#include "task_agent/os/own_image.hpp"

#include <ares.h>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <openssl/crypto.h>

namespace task_agent::cli {
namespace {

// The libraries are linked in, so a report of a fault needs their versions as much as ours.
int act(invocation const&) {
    return print(fmt::format("task-agent {}, build id {}\nBoost {}.{}.{}, {}, c-ares {}, fmt {}.{}.{}\n",
                             version, os::build_id_text(), BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000,
                             BOOST_VERSION % 100, OpenSSL_version(OPENSSL_VERSION), ares_version(nullptr),
                             FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100));
}

}  // namespace

extern command const version_command;
constinit command const version_command = {.name = "version",
                                           .usage = "version",
                                           .summary = "prints the version, and those of the libraries inside",
                                           .act = act};

}  // namespace task_agent::cli
