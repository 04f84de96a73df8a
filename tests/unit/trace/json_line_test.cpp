#include "task_agent/trace/json_line.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(json_line_tests)

BOOST_AUTO_TEST_CASE(a_container_runtimes_envelope_is_taken_off) {
    std::string text;
    BOOST_TEST(tr::unwrap_container_line(
        R"({"log":"a \"b\"\tc\u00e9\n","stream":"stderr","time":"2026-11-22T12:00:00Z"})", text));
    BOOST_TEST(text == "a \"b\"\tc\xC3\xA9");
    BOOST_TEST(!tr::unwrap_container_line(R"({"log":"a"})", text));
    BOOST_TEST(!tr::unwrap_container_line(R"({"log":"a\n)", text));
    BOOST_TEST(!tr::unwrap_container_line(R"({"level":"info","log":"a\n","stream":"stderr"})", text));
}

BOOST_AUTO_TEST_CASE(only_strings_of_several_lines_are_handed_out) {
    std::string const record = R"({"a":"x","b":"1\n2","c":{"d":"3\n4\\n"},"e":"cut\n)";
    std::string text;
    std::size_t at = 0;
    BOOST_TEST(tr::next_text_of_lines(record, at, text));
    BOOST_TEST(text == "1\n2");
    BOOST_TEST(tr::next_text_of_lines(record, at, text));
    BOOST_TEST(text == "3\n4\\n");
    BOOST_TEST(!tr::next_text_of_lines(record, at, text));
}

BOOST_AUTO_TEST_CASE(a_trace_in_a_record_is_found_and_known_to_be_logged) {
    auto const found = tr::traces_in(
        "{\"level\":\"ERROR\",\"exc_info\":\"Traceback (most recent call last):\\n  File \\\"/app/a.py\\\", "
        "line 3, in f\\n"
        "    g()\\nValueError: bad\"}\nafter it\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "ValueError: bad");
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].lines_after == 1u);
}

BOOST_AUTO_TEST_CASE(a_trace_wrapped_line_by_line_is_found) {
    auto const found = tr::traces_in(
        "{\"log\":\"Traceback (most recent call last):\\n\",\"stream\":\"stderr\",\"time\":\"1\"}\n"
        "{\"log\":\"  File \\\"/app/a.py\\\", line 3, in f\\n\",\"stream\":\"stderr\",\"time\":\"2\"}\n"
        "{\"log\":\"ValueError: bad\\n\",\"stream\":\"stderr\",\"time\":\"3\"}\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "ValueError: bad");
    BOOST_TEST((found[0].handled == tr::handling::none));
    BOOST_TEST(found[0].text.find("{") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(pairs_of_escapes_are_one_character) {
    std::string text;
    std::string const line = R"({"log":"a\ud83d\ude00b\ud83dc\n","stream":"stderr"})";
    BOOST_REQUIRE(task_agent::trace::unwrap_container_line(line, text));
    BOOST_TEST(
        text.starts_with("a\xF0\x9F\x98\x80"
                         "b"));
    BOOST_TEST(
        text.ends_with("b\xEF\xBF\xBD"
                       "c"));
}

BOOST_AUTO_TEST_CASE(a_string_is_given_as_the_text_it_stands_for) {
    using task_agent::trace::unescaped_text;
    constexpr std::size_t enough = 100;
    BOOST_TEST(unescaped_text(R"(f\u00fcr \"K\u00fcche\"\/\\)", enough) ==
               "f\xC3\xBCr \"K\xC3\xBC"
               "che\"/\\");
    BOOST_TEST(unescaped_text(R"(a\nb\tc\r\b\fd)", enough) == "a\nb\tcd");
    BOOST_TEST(unescaped_text(R"(\ud83d\ude00)", enough) == "\xF0\x9F\x98\x80");
    BOOST_TEST(unescaped_text(R"(\ude00\ud83d)", enough) == "\xEF\xBF\xBD\xEF\xBF\xBD");
    BOOST_TEST(unescaped_text(R"(cut \)", enough) == R"(cut \)");
    BOOST_TEST(unescaped_text("abcdef", 3) == "abc");
}

BOOST_AUTO_TEST_CASE(the_words_of_a_record_are_its_message) {
    using task_agent::trace::words_of_record;
    BOOST_TEST(words_of_record(R"({"level":30,"error":null,"msg":"a \"b\" c","v":0})") == R"(a \"b\" c)");
    BOOST_TEST(words_of_record(R"({"message": "ended"})") == "ended");
    BOOST_TEST(words_of_record(R"({"event":"ended"})") == "ended");
    BOOST_TEST(words_of_record(R"({"msg":3})") == R"({"msg":3})");
    BOOST_TEST(words_of_record(R"("msg":"a)") == R"("msg":"a)");
    BOOST_TEST(words_of_record(R"({"msg":"a\})") == R"(a\})");
}

BOOST_AUTO_TEST_CASE(records_of_errors_are_told_by_words_and_by_numbers) {
    using task_agent::trace::is_error_record;
    BOOST_TEST(is_error_record(R"({"level":"error","msg":"a"})"));
    BOOST_TEST(is_error_record(R"({"severity": "CRITICAL","msg":"a"})"));
    BOOST_TEST(is_error_record(R"({"name":"load","level":50,"msg":"a"})"));
    BOOST_TEST(is_error_record(R"({"level":60,"msg":"a"})"));
    BOOST_TEST(!is_error_record(R"({"level":40,"msg":"a"})"));
    BOOST_TEST(!is_error_record(R"({"level":"warn","error":null})"));
}

BOOST_AUTO_TEST_SUITE_END()
