#include <yaml-cpp/yaml.h>
#include <iostream>

int main() {
    YAML::Node settings = YAML::LoadFile("fleet.yaml");
    std::cout << "fleet " << settings["name"].as<std::string>() << std::endl;
    int sum = 0;
    for (const auto& ship : settings["ships"]) {
        sum += ship["crew"].as<int>();
        std::cout << "  " << ship["name"].as<std::string>() << ": crew of " << ship["crew"].as<int>() << std::endl;
    }
    std::cout << sum << " people\n";
}
