#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

int main(int argc, char** argv) {
    nlohmann::json all = nlohmann::json::array();
    for (int i = 1; i < argc; ++i) {
        std::cerr << "reading " << argv[i] << '\n';
        std::ifstream in(argv[i]);
        nlohmann::json part;
        in >> part;
        for (auto& row : part["rows"]) all.push_back(row);
        std::cerr << "  " << part["rows"].size() << " rows\n";
    }
    std::cout << all.dump() << '\n';
}
