#include <gtest/gtest.h>

static int offset(int month, bool south) {
    bool summer = month > 3 && month < 10;
    return (south ? month < 3 || month > 10 : summer) ? 2 : 1;
}

struct Case { int month; bool south; int hours; };
static void PrintTo(const Case& c, std::ostream* out) { *out << "month " << c.month << (c.south ? " south" : " north"); }

class Zones : public testing::TestWithParam<Case> {
protected:
    void TearDown() override { if (HasFailure()) std::cout << "tables of zones: version 2026b\n"; }
};

TEST_P(Zones, Offset) {
    int hours = offset(GetParam().month, GetParam().south);
    if (hours != GetParam().hours)
        FAIL() << testing::PrintToString(GetParam()) << ": " << hours << " hours, " << GetParam().hours << " are right";
}

INSTANTIATE_TEST_SUITE_P(Year, Zones, testing::Values(Case{1, false, 1}, Case{7, false, 2}, Case{7, true, 1}, Case{12, true, 2}, Case{10, true, 2}));

TEST(ZonesErrors, Unknown) { EXPECT_EQ(offset(0, false), 1); }
