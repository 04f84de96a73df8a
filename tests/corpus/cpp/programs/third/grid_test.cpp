#include <gtest/gtest.h>
#include <stdexcept>
#include <vector>

static double mean(const std::vector<double>& cells) {
    if (cells.empty())
        throw std::invalid_argument("mean of no cells");
    double sum = 0;
    for (size_t i = 1; i < cells.size(); ++i)
        sum += cells[i];
    return sum / cells.size();
}

TEST(Grid, MeanOfNothingIsRefused) {
    EXPECT_THROW(mean({}), std::invalid_argument);
}

TEST(Grid, MeanOfZeros) {
    EXPECT_DOUBLE_EQ(mean({0, 0, 0}), 0);
}

TEST(Grid, MeanOfThree) {
    EXPECT_DOUBLE_EQ(mean({2, 4, 6}), 4) << "three cells of a row"; // RAISES
}
