#include "task_agent/platform/caller.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

std::string printed(std::vector<ta::net::http_header> const& headers) {
    std::string text;
    for (auto const& header : headers)
        text += header.name + ": " + header.value + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(caller_tests)

BOOST_AUTO_TEST_CASE(the_service_speaks_for_itself_in_the_words_of_its_family) {
    BOOST_TEST(printed(ta::caller_headers(ta::api_family::nmp, {})) ==
               "X-NMP-Internal: true\nX-NMP-Principal-Id: service:jobs\n");
    BOOST_TEST(printed(ta::caller_headers(ta::api_family::nhx, {})) ==
               "X-NHX-Internal: true\nX-NHX-Principal-Id: service:jobs\n");
}

BOOST_AUTO_TEST_CASE(a_creator_is_acted_for_with_what_is_known_of_them) {
    ta::principal creator;
    creator.id = "ann";
    BOOST_TEST(printed(ta::caller_headers(ta::api_family::nmp, creator)) ==
               "X-NMP-Internal: true\nX-NMP-Principal-Id: service:jobs\nX-NMP-Principal-On-Behalf-Of: ann\n");
    creator.email = "ann@x";
    creator.groups = {"a", "b"};
    BOOST_TEST(printed(ta::caller_headers(ta::api_family::nhx, creator)) ==
               "X-NHX-Internal: true\nX-NHX-Principal-Id: service:jobs\nX-NHX-Principal-On-Behalf-Of: ann\n"
               "X-NHX-Principal-On-Behalf-Of-Email: ann@x\nX-NHX-Principal-On-Behalf-Of-Groups: a,b\n");
}

BOOST_AUTO_TEST_SUITE_END()
