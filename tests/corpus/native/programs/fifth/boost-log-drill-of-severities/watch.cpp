#include <boost/log/trivial.hpp>
#include <boost/log/utility/setup/common_attributes.hpp>
#include <boost/log/utility/setup/console.hpp>
#include <stdexcept>
#include <string>

namespace logging = boost::log;

static int load(const std::string& host, int attempt) {
    if (attempt < 3) throw std::runtime_error("connect to " + host + ": connection timed out");
    return 118;
}

int main() {
    logging::add_common_attributes();
    logging::add_console_log(std::cerr, logging::keywords::format = "[%LineID%] %TimeStamp% (%Severity%) %Message%");
    BOOST_LOG_TRIVIAL(info) << "drill: a line of each severity goes to the collector";
    BOOST_LOG_TRIVIAL(fatal) << "drill: this is how a fatal line looks";
    BOOST_LOG_TRIVIAL(error) << "drill: this is how an error looks";
    for (int attempt = 1;; ++attempt) {
        try {
            BOOST_LOG_TRIVIAL(info) << load("tide-gauge-4", attempt) << " readings of tide-gauge-4";
            break;
        } catch (const std::exception& e) {
            BOOST_LOG_TRIVIAL(error) << "attempt " << attempt << ": " << e.what();
        }
    }
    BOOST_LOG_TRIVIAL(warning) << "2 attempts failed, data are complete";
    BOOST_LOG_TRIVIAL(info) << "watch ends";
}
