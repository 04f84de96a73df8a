#include <yaml-cpp/yaml.h>
#include <fstream>
#include <iostream>

int main() {
    int good = 0, bad = 0;
    std::ifstream in("sensors.txt");
    for (std::string line; std::getline(in, line);) {
        try {
            YAML::Node record = YAML::Load(line);
            record["value"].as<double>();
            ++good;
        } catch (const YAML::Exception& error) {
            std::cerr << "E sensors: record " << good + ++bad << ": " << error.what() << '\n';
        }
    }
    std::cout << good << " records kept, " << bad << " dropped (limit 5)\n";
    return bad > 5;
}
