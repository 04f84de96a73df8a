#include "task_agent/trace/partial_lines.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

constexpr std::string_view time = "2026-11-22T12:00:01.123456789Z ";

std::string cri(std::string_view record) {
    return std::string(time).append(record);
}

std::string docker(std::string_view text, std::string_view stream) {
    return std::string(R"({"log":")")
        .append(text)
        .append(R"(","stream":")")
        .append(stream)
        .append(R"(","time":"2026-11-22T12:00:01.123456789Z"})");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(partial_lines_tests)

BOOST_AUTO_TEST_CASE(parts_of_a_line_are_joined_and_wear_the_first_ones_head) {
    tr::partial_lines lines;
    BOOST_TEST(!lines.concerns(cri("stderr F whole")));
    BOOST_REQUIRE(lines.concerns(cri("stderr P ab")));
    BOOST_TEST(!lines.take(cri("stderr P ab")).has_value());
    BOOST_TEST(!lines.take(cri("stderr P cd")).has_value());
    BOOST_TEST((lines.take(cri("stderr F ef")) == cri("stderr F abcdef")));
    BOOST_TEST(!lines.concerns(cri("stderr F whole")));
    BOOST_TEST(!lines.flush().has_value());
}

BOOST_AUTO_TEST_CASE(dockers_records_without_a_line_end_are_parts) {
    tr::partial_lines lines;
    std::string const begin = std::string(16 * 1024, 'x') + "a \\\"b\\\"";
    BOOST_REQUIRE(lines.concerns(docker(begin, "stderr")));
    BOOST_TEST(!lines.take(docker(begin, "stderr")).has_value());
    BOOST_TEST((lines.take(docker("cd\\n", "stderr")) == docker(begin + "cd\\n", "stderr")));
    BOOST_TEST((lines.take(docker("whole\\n", "stderr")) == docker("whole\\n", "stderr")));
    // others write lines without their ends, and cut none
    BOOST_TEST((lines.take(docker("whole", "stderr")) == docker("whole", "stderr")));
    // a backslash and an n
    BOOST_TEST(!lines.take(docker(begin + "c:\\\\n", "stderr")).has_value());
}

BOOST_AUTO_TEST_CASE(parts_of_two_streams_are_kept_apart) {
    tr::partial_lines lines;
    BOOST_TEST(!lines.take(cri("stderr P ab")).has_value());
    BOOST_TEST(!lines.take(cri("stdout P 12")).has_value());
    BOOST_TEST((lines.take(cri("stderr F cd")) == cri("stderr F abcd")));
    BOOST_TEST((lines.take(cri("stdout F 34")) == cri("stdout F 1234")));
}

BOOST_AUTO_TEST_CASE(what_has_no_last_part_is_not_lost) {
    tr::partial_lines lines;
    BOOST_TEST(!lines.take(cri("stdout P 12")).has_value());
    std::string const part(16 * 1024, 'x');
    BOOST_TEST(!lines.take(docker(part, "stderr")).has_value());
    BOOST_TEST((lines.flush() == cri("stdout F 12")));
    BOOST_TEST((lines.flush() == docker(part, "stderr")));
    BOOST_TEST(!lines.flush().has_value());
    BOOST_TEST(!tr::partial_lines::is_container_line("stderr P 12"));
}

BOOST_AUTO_TEST_CASE(a_time_may_have_fewer_digits_behind_the_second) {
    tr::partial_lines lines;
    std::string const part = "2026-11-22T12:00:01.12345678Z stderr P ab";
    BOOST_REQUIRE(lines.concerns(part));
    BOOST_TEST(!lines.take(part).has_value());
    BOOST_TEST((lines.take("2026-11-22T12:00:02+01:00 stderr F cd") ==
                "2026-11-22T12:00:01.12345678Z stderr F abcd"));
}

BOOST_AUTO_TEST_CASE(no_cut_goes_through_an_escape_of_dockers_record) {
    for (std::string const end : {"\\\\", "\\u001b", "\\\"", "\\\\\\\""}) {
        for (int less = 0; less < 12; ++less) {
            tr::partial_lines lines;
            std::string const text(tr::partial_lines::longest - 8 - static_cast<std::size_t>(less), 'x');
            BOOST_TEST(!lines.take(docker(text, "stderr")).has_value());
            auto const whole = lines.take(docker(end + end + end + end + "\\n", "stderr"));
            BOOST_REQUIRE(whole.has_value());
            std::string_view const kept = whole->substr(0, whole->find("\",\"stream"));
            std::size_t at = kept.find_first_not_of('x', 8);
            while (at < kept.size())
                at += kept[at] != '\\' ? 1 : kept.substr(at).starts_with("\\u") ? 6 : 2;
            BOOST_TEST((at == kept.size() || at == kept.npos), end << less);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_joined_line_is_bounded) {
    tr::partial_lines lines;
    std::string const part = cri("stderr P " + std::string(16 * 1024, 'x'));
    for (int i = 0; i < 20; ++i)
        BOOST_REQUIRE(!lines.take(part).has_value());
    auto const whole = lines.take(cri("stderr F end"));
    BOOST_REQUIRE(whole.has_value());
    BOOST_TEST(whole->size() <= tr::partial_lines::longest);
}

BOOST_AUTO_TEST_CASE(the_exception_of_a_trace_that_a_runtime_cut_is_read_whole) {
    std::string const head = cri("stderr F Traceback (most recent call last):\n") +
                             cri("stderr F   File \"/a.py\", line 3, in f\n") +
                             cri("stderr P ValueError: bad");
    auto const found = tr::traces_in(head + "\n" + cri("stdout F 3 done\n") + cri("stderr F  batch\n"));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "bad batch");
    auto const torn = tr::traces_in(head);
    BOOST_REQUIRE(torn.size() == 1u);
    BOOST_TEST(torn[0].exception.message == "bad");
    auto const followed = tr::traces_in(head + "\nend\n");
    BOOST_REQUIRE(followed.size() == 1u);
    BOOST_TEST(followed[0].exception.message == "bad");
}

BOOST_AUTO_TEST_SUITE_END()
