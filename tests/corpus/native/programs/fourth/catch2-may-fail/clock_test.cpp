#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <stdexcept>

static int minutes(const std::string& time) {
    if (time.size() != 5) throw std::invalid_argument("time '" + time + "' is not hh:mm");
    return std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3));
}

TEST_CASE("times are minutes", "[clock]") { CHECK(minutes("01:30") == 90); }
TEST_CASE("one digit hours come with 2.0", "[clock][!mayfail]") { CHECK(minutes("1:30") == 90); }
TEST_CASE("leap seconds are unknown", "[clock][!shouldfail]") { REQUIRE(minutes("24:60") == 1499); }
TEST_CASE("nonsense throws", "[clock]") { CHECK_THROWS_AS(minutes("noon"), std::invalid_argument); }
