#include <boost/program_options.hpp>
#include <iostream>

namespace po = boost::program_options;

int main(int argc, char** argv) {
    po::options_description known("Options");
    known.add_options()("help,h", "this text")("steps,n", po::value<int>()->default_value(100), "steps to take")(
        "input", po::value<std::string>()->required(), "initial state");
    po::variables_map given;
    po::store(po::parse_command_line(argc, argv, known), given);
    po::notify(given);
    std::cout << "taking " << given["steps"].as<int>() << " steps\n";
}
