#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>

static void check(int cells) {
    if (cells < 0) {
        std::fprintf(stderr, "fatal: %d cells, aborting\n", cells);
        std::abort();
    }
    if (cells == 0)
        throw std::runtime_error("no cells");
    for (int i = 0; i < cells; ++i)
        std::printf("cell %d: error 0.0\n", i);
}

TEST(CheckDeathTest, NegativeAborts) {
    EXPECT_DEATH(check(-1), "fatal: -1 cells");
}

TEST(Check, ZeroThrows) {
    try {
        check(0);
        FAIL();
    } catch (const std::exception& e) {
        std::printf("caught: %s\n", e.what());
    }
}

TEST(Check, FailureIsNoFailureHere) {
    check(12);
}

TEST(Check, DISABLED_FailsOnTuesdays) {
    FAIL();
}
