#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <cmath>

static double wrap(double longitude) { return std::fmod(longitude + 180, 360) - 180; }

TEST_SUITE("longitudes") {
    TEST_CASE("within the range nothing changes") {
        CHECK(wrap(12.5) == doctest::Approx(12.5));
        CHECK(wrap(-179) == doctest::Approx(-179));
    }
    TEST_CASE("east of the date line") { CHECK(wrap(190) == doctest::Approx(-170)); }
    TEST_CASE("far to the west") {
        const double there = wrap(-550);
        CHECK(there == doctest::Approx(170));
    }
}
