#include <gtest/gtest.h>

#include <cassert>
#include <cstdio>
#include <stdexcept>

static int parse(std::string const& text) {
    if (text.empty() || text[0] < '0' || text[0] > '9')
        throw std::invalid_argument("not a number: " + text);
    return text[0] - '0';
}

static void must_be_small(int n) {
    if (n > 3) {
        std::fprintf(stderr, "FATAL: %d is too big\n", n);
        std::abort();
    }
}

TEST(Parser, ParsesANumber) {
    EXPECT_EQ(parse("7"), 7);
}

TEST(Parser, ThrowsOnText) {
    EXPECT_THROW(parse("x"), std::invalid_argument);
    try {
        parse("y");
    } catch (std::exception const& e) {
        std::printf("expected error: std::invalid_argument, what(): %s\n", e.what());
    }
}

TEST(LimitsDeathTest, AbortsOnBigNumbers) {
    EXPECT_DEATH(must_be_small(4), "too big");
}

TEST(LimitsDeathTest, UncaughtExceptionTerminates) {
    EXPECT_DEATH([]() noexcept { parse("z"); }(), "not a number");
}

TEST(Parser, RoundTrips) {
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(parse(std::to_string(i)), i);
}
