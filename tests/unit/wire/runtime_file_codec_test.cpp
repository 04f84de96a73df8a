#include "task_agent/wire/runtime_file_codec.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(runtime_file_codec_tests)

BOOST_AUTO_TEST_CASE(both_forms_of_torchelastic_are_read) {
    auto const full = ta::parse_torch_error(
        R"({"message": {"message": "ValueError: bad", "extraInfo": {"py_callstack": "Traceback\nx", "timestamp": "17"},
            "errorCode": 1}})");
    BOOST_REQUIRE(full.has_value());
    BOOST_TEST(full->message == "ValueError: bad");
    BOOST_TEST(full->callstack == "Traceback\nx");
    auto const plain = ta::parse_torch_error(R"({"timestamp": 3, "message": "it broke"})");
    BOOST_REQUIRE(plain.has_value());
    BOOST_TEST(plain->message == "it broke");
    BOOST_TEST(plain->callstack == "");
}

BOOST_AUTO_TEST_CASE(of_a_file_of_torchelastic_whose_end_is_missing_the_beginning_is_read) {
    std::string const whole =
        R"({"message": {"message": "KeyError: 'price'", "extraInfo": {"py_callstack": "a\nb \u20ac \ud83d\ude00 c", )"
        R"("timestamp": "3"}}})";
    std::size_t const said = whole.find("'price'") + 7;
    // the last brace is not missed
    for (std::size_t n = said; n + 1 < whole.size(); ++n) {
        auto const found = ta::parse_torch_error(std::string_view(whole).substr(0, n));
        BOOST_REQUIRE_MESSAGE(found.has_value(), whole.substr(0, n));
        BOOST_TEST(found->is_cut);
        BOOST_TEST(found->message.starts_with("KeyError: 'price"), whole.substr(0, n));
        BOOST_TEST(std::string("a\nb \u20ac \U0001F600 c").starts_with(found->callstack), whole.substr(0, n));
    }
    auto const late = ta::parse_torch_error(whole.substr(0, whole.find(" c\"")));
    BOOST_REQUIRE(late.has_value());
    BOOST_TEST(late->callstack.starts_with("a\nb \u20ac "));
    BOOST_TEST(!ta::parse_torch_error(whole)->is_cut);
}

BOOST_AUTO_TEST_CASE(what_torchelastic_does_not_write_is_refused) {
    for (auto const* text : {"", "{", "null", "[]", "no json", R"({"message": 5})", R"({"message": {}})",
                             R"({"messages": "x"})", R"({"message": {"mess)", R"({"message": {"message": )",
                             "\xFF\xFE{\"message\"", "{\"message\": \"\\", R"({"message")"})
        BOOST_TEST(ta::parse_torch_error(text).has_error(), text);
}

constexpr char report[] = R"json({
  "header": {"reportVersion": 4, "event": "Exception", "trigger": "Exception", "commandLine": ["node", "a.js", 3]},
  "javascriptStack": {"message": "TypeError: no", "stack": ["at f (a.js:1:2)", "at g (a.js:3:4)"]},
  "nativeStack": [{"pc": "0x1", "symbol": "f [node]"}, 3, {"pc": "0x2"}],
  "environmentVariables": {"HOME": "/root"}
})json";

BOOST_AUTO_TEST_CASE(a_report_of_node_is_read_for_what_tells_why) {
    auto const found = ta::parse_node_report(report);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->event == "Exception");
    BOOST_TEST(found->trigger == "Exception");
    BOOST_TEST(found->command_line.size() == 2U);
    BOOST_TEST(found->message == "TypeError: no");
    BOOST_REQUIRE(found->stack.size() == 2U);
    BOOST_TEST(found->stack[1] == "at g (a.js:3:4)");
    BOOST_REQUIRE(found->native_frames.size() == 2U);
    BOOST_TEST(found->native_frames[0] == "f [node]");
}

BOOST_AUTO_TEST_CASE(the_head_of_a_report_is_enough_wherever_it_ends) {
    std::string const whole = report;
    bool was_refused = false;
    bool was_read = false;
    for (std::size_t n = 0; n <= whole.size(); ++n) {
        auto const found = ta::parse_node_report(whole.substr(0, n));
        was_refused = was_refused || found.has_error();
        was_read = was_read || found.has_value();
        bool const has_stack = n > whole.find("\"nativeStack\"");
        if (has_stack) BOOST_REQUIRE(found.has_value() && found->stack.size() == 2U);
    }
    BOOST_TEST(was_refused);
    BOOST_TEST(was_read);
}

BOOST_AUTO_TEST_CASE(lists_of_a_report_are_bounded) {
    std::string text =
        R"json({"header": {"event": "e"}, "javascriptStack": {"message": "", "stack": ["x")json";
    for (int n = 0; n < 1000; ++n)
        text += ",\"at f (a.js:1:2)\"";
    auto const found = ta::parse_node_report(text + "]}}");
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->stack.size() == 256U);
}

BOOST_AUTO_TEST_SUITE_END()
