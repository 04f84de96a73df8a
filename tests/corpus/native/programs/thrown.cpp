#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

namespace shop {

int price(std::map<std::string, int> const& table, std::string const& article) {
    return table.at(article);
}

int total(std::map<std::string, int> const& table) {
    int sum = 0;
    for (char const* article : {"apple", "pear"})
        sum += price(table, article);
    return sum;
}

}  // namespace shop

int main() {
    std::cout << "checking out 2 articles" << std::endl;
    std::cout << "total " << shop::total({{"apple", 3}}) << std::endl;
}
