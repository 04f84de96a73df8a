#include <boost/log/trivial.hpp>
#include <boost/log/attributes/named_scope.hpp>
#include <boost/log/utility/setup/common_attributes.hpp>
#include <boost/log/utility/setup/console.hpp>
#include <fstream>
#include <sstream>
#include <string>

namespace logging = boost::log;

static bool convert(const std::string& name, double scale) {
    std::ifstream in(name);
    std::string line;
    int row = 0;
    double found = 0;
    while (std::getline(in, line)) {
        ++row;
        std::istringstream fields(line);
        double east, north, height;
        if (!(fields >> east >> north >> height)) {
            BOOST_LOG_TRIVIAL(warning) << name << ":" << row << ": row left out, error in column 3";
            continue;
        }
        found = height > 10000 ? 100 : 1;
        if (found != scale) {
            BOOST_LOG_TRIVIAL(error) << name << ":" << row << ": heights are in 1/" << found << " m, but the set is in 1/" << scale << " m";
            return false;
        }
    }
    BOOST_LOG_TRIVIAL(info) << name << ": " << row << " rows";
    return true;
}

int main(int argc, char** argv) {
    logging::add_common_attributes();
    logging::add_console_log(std::clog, logging::keywords::format = "%TimeStamp% <%ThreadID%> [%Severity%] %Message%");
    BOOST_LOG_TRIVIAL(info) << "set of " << argc - 1 << " tiles";
    int done = 0;
    for (int i = 1; i < argc; ++i) {
        if (!convert(argv[i], 1)) {
            BOOST_LOG_TRIVIAL(info) << "removing " << done << " tiles already written";
            BOOST_LOG_TRIVIAL(fatal) << "set not converted";
            return 4;
        }
        ++done;
    }
    BOOST_LOG_TRIVIAL(info) << "set converted";
}
