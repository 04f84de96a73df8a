#include <cstdio>
#include <map>
#include <numeric>
#include <string>
#include <vector>

static int price(const std::map<std::string, int>& prices, const std::string& article) {
    return prices.at(article);
}

int main() {
    std::map<std::string, int> prices{{"apple", 3}, {"plum", 2}};
    std::puts("[info] basket of 3");
    std::fflush(stdout);
    int total = 0;
    for (auto a : {"apple", "pear", "plum"})
        total += price(prices, a);
    std::printf("total %d\n", total);
}
