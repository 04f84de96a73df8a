#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <iostream>
#include <stdexcept>

static void check_price(int cents) { EXPECT_GT(cents, 0) << "price of the row is not positive"; }
static void must_open(const char* name) { ASSERT_STREQ(name, "prices.csv") << "FATAL: wrong file"; }

TEST(Helpers, PriceHelperFailsAtNothing) { EXPECT_NONFATAL_FAILURE(check_price(0), "not positive"); }
TEST(Helpers, OpenHelperStops) { EXPECT_FATAL_FAILURE(must_open("rates.csv"), "wrong file"); }
TEST(Loader, ThrowsForAnAbsentFile) {
  try {
    throw std::runtime_error("cannot open rates.csv: No such file or directory");
  } catch (const std::exception& error) {
    std::cerr << "terminate is not called, but caught: " << error.what() << std::endl;
    SUCCEED();
  }
  EXPECT_THROW(std::stoi("four"), std::invalid_argument);
}
TEST(Loader, SlowNetwork) { GTEST_SKIP() << "connection refused: no server in this house"; }
TEST(Loader, DISABLED_FailsOnOldKernels) { FAIL() << "known"; }
class Codec : public testing::TestWithParam<const char*> {};
TEST_P(Codec, RefusesWithAMessage) {
  std::cerr << "codec: error: " << GetParam() << std::endl;
  RecordProperty("error", GetParam());
  EXPECT_DEATH({ std::cerr << "Segmentation fault is simulated for " << GetParam() << std::endl; std::abort(); }, "simulated");
}
INSTANTIATE_TEST_SUITE_P(Broken, Codec, testing::Values("truncated header", "bad checksum"));
