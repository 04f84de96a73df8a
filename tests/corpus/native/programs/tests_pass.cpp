#define BOOST_TEST_MODULE parser
#include <boost/test/included/unit_test.hpp>

#include <iostream>
#include <stdexcept>

static int parse(std::string const& text) {
    if (text.empty() || text[0] < '0' || text[0] > '9')
        throw std::invalid_argument("not a number: " + text);
    return text[0] - '0';
}

BOOST_AUTO_TEST_CASE(parses_a_number) {
    BOOST_TEST(parse("7") == 7);
}

BOOST_AUTO_TEST_CASE(throws_on_text) {
    BOOST_CHECK_THROW(parse("x"), std::invalid_argument);
    try {
        parse("y");
    } catch (std::exception const& e) {
        std::cout << "terminate called after throwing an instance of 'std::invalid_argument' is what a user would see\n"
                  << "  what():  " << e.what() << std::endl;
    }
}

BOOST_AUTO_TEST_CASE(round_trips) {
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(parse(std::to_string(i)) == i);
}
