// The seed of a random test: printed, and taken from TASK_AGENT_TEST_SEED when that is set, so that a failure
// can be run again.
#pragma once

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <random>
#include <string>

namespace support {

inline std::mt19937 seeded_engine() {
    char const* const given = std::getenv("TASK_AGENT_TEST_SEED");
    auto const seed = given ? static_cast<unsigned>(std::stoul(given)) : std::random_device{}();
    BOOST_TEST_MESSAGE("TASK_AGENT_TEST_SEED=" << seed);
    return std::mt19937(seed);
}

}  // namespace support
