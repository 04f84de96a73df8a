#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <vector>

static int total(const std::vector<int>& prices, int discount) {
    int sum = 0;
    for (int price : prices) sum += price;
    return sum - sum * discount / 10;
}

TEST_CASE("an empty cart costs nothing", "[cart]") { CHECK(total({}, 0) == 0); }

TEST_CASE("a discount is in percent", "[cart]") {
    SECTION("none") { CHECK(total({40, 60}, 0) == 100); }
    SECTION("ten") {
        REQUIRE(total({40, 60}, 10) == 90);
    }
}

TEST_CASE("prices add up", "[cart]") { CHECK(total({1, 2, 3}, 0) == 6); }
