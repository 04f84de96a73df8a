#include "task_agent/wire/update_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(update_codec_tests)

// platform-facts 3.5: the server takes a missing status for pending
BOOST_AUTO_TEST_CASE(the_status_is_sent_even_when_nothing_else_is) {
    BOOST_TEST(ta::encode_update(ta::task_update()) == R"({"status":"active"})");
}

BOOST_AUTO_TEST_CASE(details_pass_byte_for_byte_and_texts_are_escaped) {
    ta::task_update update;
    update.state = ta::status::error;
    update.status_details = {{"loss", "1.250e-1"}, {"we\"ird", "[1 , 2]"}, {"gone", "null"}};
    update.error_details = R"({"message":"x"})";
    update.error_stack = "Traceback:\n\tline\x1b";
    BOOST_TEST(ta::encode_update(update) ==
               R"({"status":"error","status_details":{"gone":null,"loss":1.250e-1,"we\"ird":[1 , 2]},)"
               R"("error_details":{"message":"x"},"error_stack":"Traceback:\n\tline\u001b"})");
}

BOOST_AUTO_TEST_CASE(a_step_status_has_no_stack) {
    BOOST_TEST(ta::encode_step_status(ta::status::cancelled, {}, "") == R"({"status":"cancelled"})");
    BOOST_TEST(ta::encode_step_status(ta::status::error, {{"a", "1"}}, "{}") ==
               R"({"status":"error","status_details":{"a":1},"error_details":{}})");
}

BOOST_AUTO_TEST_SUITE_END()
