#include "task_agent/os/boot.hpp"

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace os = task_agent::os;

BOOST_AUTO_TEST_SUITE(boot_tests)

BOOST_AUTO_TEST_CASE(the_boot_id_is_the_kernels) {
    std::string expected;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> expected;
    BOOST_TEST(os::boot_id() == expected);
    BOOST_TEST(os::boot_id().size() == 36U);
}

BOOST_AUTO_TEST_CASE(the_start_is_field_22_of_the_stat_file) {
    std::ifstream file("/proc/self/stat");
    std::string word;
    for (int field = 1; field <= 22; ++field)  // the name of this program has no blank
        file >> word;
    BOOST_TEST(std::to_string(os::start_ticks_of_self()) == word);
    // within the machine's life
    double uptime = 0;
    std::ifstream("/proc/uptime") >> uptime;
    auto const started =
        static_cast<double>(os::start_ticks_of_self()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    BOOST_TEST(started > 0);
    BOOST_TEST(started <= uptime + 1);
}

BOOST_AUTO_TEST_SUITE_END()
