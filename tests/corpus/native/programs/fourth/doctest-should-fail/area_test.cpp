#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <stdexcept>

static double area(double a, double b) {
    if (a < 0 || b < 0) throw std::domain_error("negative side");
    return a * b;
}

TEST_CASE("rectangles") { CHECK(area(2, 3) == 6); }
TEST_CASE("holes count (issue 214)" * doctest::should_fail()) { CHECK(area(-2, 3) == -6); }
TEST_CASE("rounding" * doctest::may_fail()) { CHECK(area(0.1, 3) == 0.3); }
TEST_CASE("not thought to warn" * doctest::skip()) { FAIL("never reached"); }
