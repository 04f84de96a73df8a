#include "task_agent/devserver/rules.hpp"

#include "task_agent/logic/step_moves.hpp"

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

// platform-facts 4.3
BOOST_AUTO_TEST_CASE(a_cooperative_pause_may_also_complete_or_be_cancelled_and_nothing_else_is_new) {
    constexpr auto last = static_cast<int>(ta::status::error);
    for (int f = 0; f <= last; ++f) {
        for (int t = 0; t <= last; ++t) {
            auto const from = static_cast<ta::status>(f);
            auto const to = static_cast<ta::status>(t);
            bool const is_new =
                from == ta::status::pausing && (to == ta::status::cancelling || to == ta::status::completed);
            BOOST_TEST(dev::may_follow(from, to, dev::pause_kind::cooperative) ==
                       (dev::may_follow(from, to) || is_new));
        }
    }
}

// What an agent that owns its step writes (logic/step_moves) against the matrix itself.
BOOST_AUTO_TEST_CASE(the_agents_way_to_an_end_is_legal_from_every_status_and_short) {
    constexpr auto last = static_cast<int>(ta::status::error);
    for (auto const wanted : {ta::status::active, ta::status::completed, ta::status::error,
                              ta::status::cancelled, ta::status::paused}) {
        for (int f = 0; f <= last; ++f) {
            auto current = static_cast<ta::status>(f);
            bool const has_ended = ta::is_terminal(current);
            bool const being_cancelled = current == ta::status::cancelling;
            bool const being_stopped = being_cancelled || current == ta::status::pausing;
            int moves = 0;
            while (auto const next = ta::next_move(current, wanted)) {
                BOOST_TEST(dev::may_follow(current, *next), ta::to_text(current)
                                                                << " -> " << ta::to_text(*next));
                BOOST_REQUIRE(++moves <= 3);
                current = *next;
            }
            if (has_ended) {
                BOOST_TEST(moves == 0);
            } else if (wanted == ta::status::active && being_stopped) {
                BOOST_TEST(moves == 0);
            } else if (being_cancelled && wanted != ta::status::error) {
                BOOST_TEST((current == ta::status::cancelled));
            } else {
                BOOST_TEST((current == wanted),
                           "ends as " << ta::to_text(current) << " instead of " << ta::to_text(wanted));
            }
        }
    }
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
