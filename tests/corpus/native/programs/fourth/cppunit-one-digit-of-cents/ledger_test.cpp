#include <cppunit/extensions/HelperMacros.h>
#include <cppunit/extensions/TestFactoryRegistry.h>
#include <cppunit/ui/text/TestRunner.h>
#include <string>

static long cents(const std::string& amount) {
    auto point = amount.find('.');
    long whole = std::stol(amount.substr(0, point));
    return whole * 100 + (point == std::string::npos ? 0 : std::stol(amount.substr(point + 1)));
}

class LedgerTest : public CppUnit::TestFixture {
    CPPUNIT_TEST_SUITE(LedgerTest);
    CPPUNIT_TEST(testWholeAmount);
    CPPUNIT_TEST(testTwoDigits);
    CPPUNIT_TEST(testOneDigit);
    CPPUNIT_TEST_SUITE_END();

public:
    void testWholeAmount() { CPPUNIT_ASSERT_EQUAL(1200L, cents("12")); }
    void testTwoDigits() { CPPUNIT_ASSERT_EQUAL(1234L, cents("12.34")); }
    void testOneDigit() { CPPUNIT_ASSERT_EQUAL(1250L, cents("12.5")); }
};

CPPUNIT_TEST_SUITE_REGISTRATION(LedgerTest);

int main() {
    CppUnit::TextUi::TestRunner runner;
    runner.addTest(CppUnit::TestFactoryRegistry::getRegistry().makeTest());
    return runner.run() ? 0 : 1;
}
