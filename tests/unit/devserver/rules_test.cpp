#include "task_agent/devserver/rules.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
namespace json = boost::json;

namespace {

// platform-facts 3.1, typed off the page: rows are the present status, columns the new one.
constexpr char const* matrix = R"(
           created pending active cancelling cancelled pausing paused resuming completed error
created    =       Y       Y      Y          Y         Y       Y      .        .         Y
pending    .       =       Y      Y          Y         Y       Y      .        Y         Y
active     .       .       =      Y          Y         Y       Y      .        Y         Y
cancelling .       .       .      =          Y         .       .      .        .         Y
cancelled  .       .       .      .          =         .       .      .        .         .
pausing    .       .       .      .          .         =       Y      .        .         Y
paused     .       .       Y      Y          .         .       =      Y        .         .
resuming   .       Y       Y      Y          .         .       .      =        .         Y
completed  .       .       .      .          .         .       .      .        =         .
error      .       .       .      .          .         .       .      .        .         =
)";

json::object object(std::string_view text) {
    return json::parse(text).as_object();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules_tests)

// platform-facts 3.1
BOOST_AUTO_TEST_CASE(every_pair_of_statuses_is_allowed_or_refused_as_the_matrix_says) {
    std::istringstream page(matrix);
    std::string line;
    std::getline(page, line);
    std::getline(page, line);
    std::istringstream head(line);
    std::vector<std::string> columns;
    for (std::string word; head >> word;)
        columns.push_back(word);
    BOOST_REQUIRE(columns.size() == 10U);
    int pairs = 0;
    while (std::getline(page, line)) {
        std::istringstream cells(line);
        std::string from;
        if (!(cells >> from)) continue;
        for (std::string const& to : columns) {
            std::string cell;
            BOOST_REQUIRE(cells >> cell);
            bool const allowed = dev::may_follow(*ta::parse_status(from), *ta::parse_status(to));
            BOOST_TEST(allowed == (cell != "."), from << " -> " << to);
            ++pairs;
        }
    }
    BOOST_TEST(pairs == 100);
}

// platform-facts 3.3: shallow, absent keys stay, null is stored
BOOST_AUTO_TEST_CASE(a_merge_replaces_whole_values_by_key_and_keeps_the_rest) {
    json::object details = object(R"({"a":{"x":1,"y":2},"b":1})");
    BOOST_TEST(dev::merge_details(details, object(R"({"a":{"x":3},"c":null})")));
    BOOST_TEST(details == object(R"({"a":{"x":3},"b":1,"c":null})"));
}

BOOST_AUTO_TEST_CASE(a_merge_that_changes_nothing_says_so) {
    json::object details = object(R"({"a":{"x":1,"y":[1,null]},"b":null})");
    BOOST_TEST(!dev::merge_details(details, object("{}")));
    BOOST_TEST(!dev::merge_details(details, object(R"({"b":null,"a":{"y":[1,null],"x":1}})")));
    BOOST_TEST(dev::merge_details(details, object(R"({"b":false})")));
}

// platform-facts 3.3: replaced as a whole when not empty, cannot be cleared
BOOST_AUTO_TEST_CASE(error_details_are_replaced_but_never_cleared) {
    std::optional<json::object> stored;
    BOOST_TEST(!dev::replace_details(stored, object("{}")));
    BOOST_TEST(!stored.has_value());
    BOOST_TEST(dev::replace_details(stored, object(R"({"message":"a","code":1})")));
    BOOST_TEST(dev::replace_details(stored, object(R"({"message":"b"})")));
    BOOST_TEST(*stored == object(R"({"message":"b"})"));
    BOOST_TEST(!dev::replace_details(stored, object(R"({"message":"b"})")));
    BOOST_TEST(!dev::replace_details(stored, object("{}")));
    BOOST_TEST(*stored == object(R"({"message":"b"})"));
}

BOOST_AUTO_TEST_SUITE_END()
