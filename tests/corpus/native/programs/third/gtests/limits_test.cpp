#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>
static int limit(int n) {
    if (n < 0) throw std::out_of_range("limit: negative");
    if (n > 100) { std::fprintf(stderr, "FATAL: limit %d breaks the invariant\n", n); std::abort(); }
    return n;
}
TEST(limits, throws_for_negative) { EXPECT_THROW(limit(-1), std::out_of_range); }
TEST(limits_death, aborts_above_hundred) { GTEST_FLAG_SET(death_test_style, "threadsafe"); EXPECT_DEATH(limit(101), "invariant"); }
TEST(limits, is_skipped) { GTEST_SKIP() << "needs a device: open /dev/limit0 failed"; }
TEST(limits, DISABLED_crashes) { int *p = nullptr; *p = 1; }
TEST(limits, says_errors) { for (int i = 0; i < 6; i++) std::fprintf(stderr, "error: %d of 6 was refused, as it must\n", i); }
