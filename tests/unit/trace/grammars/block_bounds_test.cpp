#include "task_agent/trace/grammars/block_bounds.hpp"

#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/trace_text.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace tr = task_agent::trace;

namespace {

// Reads what begins with "title", and is told by the first sign of a line what that is to the block.
class marked_reader final : public tr::grammar {
public:
    tr::verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return true; }
    bool conclude(tr::found_trace& trace) override {
        trace.role = tr::trace_role::raised;
        trace.cause_line = "fault";
        block_.cut(trace);
        return true;
    }

private:
    tr::verdict read(std::string_view line) {
        if (line.starts_with("other")) return tr::verdict::not_mine;
        if (line == "end") return tr::verdict::ended_before;
        if (line.starts_with('>')) block_.begin_here();
        if (line.starts_with('<')) block_.end_here();
        if (line.starts_with('+')) block_.go_on();
        return tr::verdict::continues;
    }

    tr::block_bounds block_;
};

constexpr std::array<std::string_view, 1> title = {"title"};

tr::found_trace read(std::string const& text) {
    std::array const grammars = {tr::grammar_entry{
        {title, {}, {}},
        [](tr::start_context const& context) -> std::optional<tr::start_point> {
            for (std::size_t const column : context.columns()) {
                if (context.line().substr(column).starts_with(title[0])) return tr::start_point{column, 0};
            }
            return std::nullopt;
        },
        []() -> std::unique_ptr<tr::grammar> { return std::make_unique<marked_reader>(); }}};
    tr::detector traces(grammars, tr::trace_text::least_room);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = text.find('\n', at);
        traces.on_line(std::string_view(text).substr(at, end - at), {});
        at = end + 1;
    }
    traces.finish();
    BOOST_REQUIRE(traces.found().size() == 1u);
    return traces.found()[0];
}

std::string long_lines(int first, int last) {
    std::string text;
    for (int i = first; i <= last; ++i)
        text += "line " + std::to_string(i) + ' ' + std::string(1000, 'x') + '\n';
    return text;
}

std::uint64_t lines_of(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// Every line is either shown, or counted by the one that says so.
void check_cut(tr::found_trace const& t, std::uint64_t lines) {
    BOOST_TEST(t.last_line - t.first_line + 1 == lines);
    BOOST_TEST(t.cut_lines > 0u);
    BOOST_TEST(lines_of(t.text) - 1 + t.cut_lines == lines);
    BOOST_TEST(t.text.find("  ... " + std::to_string(t.cut_lines) + " lines") != std::string::npos);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(block_bounds_tests)

BOOST_AUTO_TEST_CASE(a_reader_that_says_nothing_has_all_its_lines_in_the_block) {
    auto const t = read("begun\ntitle\nfault\n\nmore\n\nend\n");
    BOOST_TEST(t.text == "title\nfault\n\nmore\n");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 4u);
    BOOST_TEST(t.lines_of_whole == 0u);
}

BOOST_AUTO_TEST_CASE(what_stands_above_and_behind_is_cut_off) {
    auto const t = read("begun\ntitle\nlist\n>fault\nmore\n<next\ncount\nend\n");
    BOOST_TEST(t.text == ">fault\nmore\n");
    BOOST_TEST(t.first_line == 3u);
    BOOST_TEST(t.last_line == 4u);
    BOOST_TEST(t.lines_of_whole == 2u);
    BOOST_TEST(t.lines_after == 1u, "what its tool says of the whole is nobody who went on");
}

BOOST_AUTO_TEST_CASE(a_block_may_begin_again_and_go_on_behind_its_end) {
    BOOST_TEST(read("title\n>warning\n<next\n>fault\nmore\n").text == ">fault\nmore\n");
    auto const t = read("title\n<note\n\n+cause\n<count\n");
    BOOST_TEST(t.text == "title\n<note\n\n+cause\n");
    BOOST_TEST(t.last_line == 3u);
    BOOST_TEST(t.lines_of_whole == 1u);
}

BOOST_AUTO_TEST_CASE(blank_lines_at_its_end_are_nobodys) {
    auto const t = read("title\n>fault\n\nmore\n\n  \n<count\n\n\nend\n");
    BOOST_TEST(t.text == ">fault\n\nmore\n");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 3u);
    BOOST_TEST(t.lines_of_whole == 3u);
    BOOST_TEST(read("title\n>fault\n<\n\n").lines_of_whole == 1u);
    BOOST_TEST(read("title\nfault\n\n\n").lines_of_whole == 0u);
}

BOOST_AUTO_TEST_CASE(where_no_line_was_inside_the_trace_stays_as_it_is) {
    // the other block never came
    auto const t = read("title\n>fault\n<next\n>\nend\n");
    BOOST_TEST(t.text == ">\n");
    tr::found_trace trace;
    trace.text = "title\n";
    tr::block_bounds nothing;
    nothing.note("title", tr::verdict::continues, false);
    nothing.cut(trace);
    BOOST_TEST(trace.text == "title\n");
    BOOST_TEST(trace.lines_of_whole == 0u);
}

BOOST_AUTO_TEST_CASE(lines_that_are_nobodys_are_in_no_text_but_are_counted) {
    auto const t = read("title\nother\n>fault\nother\nmore\nother\n<next\nother\ncount\nother\nend\n");
    BOOST_TEST(t.text == ">fault\nmore\n");
    BOOST_TEST(t.first_line == 2u);
    BOOST_TEST(t.last_line == 4u);
    BOOST_TEST(t.lines_of_whole == 4u);
}

BOOST_AUTO_TEST_CASE(of_lines_of_another_process_no_line_of_the_block_is_cut_off) {
    auto const t = read(
        "[rank0]: title\n[rank1]: a\n[rank0]: >fault\n[rank1]: a\n[rank0]: more\n[rank1]: a\n"
        "[rank0]: <next\n[rank1]: a\n[rank0]: count\n[rank1]: a\n");
    BOOST_TEST(t.text == ">fault\nmore\n");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 6u);
    BOOST_TEST(t.lines_of_whole == 2u);
    BOOST_TEST(t.lines_after == 1u);
}

BOOST_AUTO_TEST_CASE(a_block_in_the_head_of_a_long_text_has_nothing_cut_out) {
    auto const t = read("title\n>fault\nmore\n<next\n" + long_lines(4, 99));
    BOOST_TEST(t.text == ">fault\nmore\n");
    BOOST_TEST(t.last_line == 2u);
    BOOST_TEST(t.cut_lines == 0u);
    BOOST_TEST(t.lines_of_whole == 97u);
}

BOOST_AUTO_TEST_CASE(a_block_in_the_tail_of_a_long_text_has_nothing_cut_out) {
    auto const t = read("title\n" + long_lines(1, 96) + ">fault\nmore\n<next\n");
    BOOST_TEST(t.text == ">fault\nmore\n");
    BOOST_TEST(t.first_line == 97u);
    BOOST_TEST(t.last_line == 98u);
    BOOST_TEST(t.cut_lines == 0u);
}

BOOST_AUTO_TEST_CASE(of_a_block_around_what_was_cut_out_only_the_ends_are_cut_off) {
    auto const t = read("title\n>fault\n" + long_lines(2, 97) + "<next\ncount\n");
    check_cut(t, 97);
    BOOST_TEST(t.text.starts_with(">fault\nline 2 "));
    BOOST_TEST(t.text.find(" KB) cut by task-agent ...\n") != std::string::npos);
    BOOST_TEST(t.text.find("\nline 97 ") != std::string::npos);
    BOOST_TEST(t.text.find("next") == std::string::npos);
    BOOST_TEST(t.lines_of_whole == 2u);
}

BOOST_AUTO_TEST_CASE(a_block_that_ends_or_begins_in_what_was_cut_out_says_how_much_of_it_was) {
    auto const ends = read("title\n" + long_lines(1, 40) + "<next\n" + long_lines(42, 99));
    check_cut(ends, 41);
    BOOST_TEST(ends.text.ends_with(" lines cut by task-agent ...\n"));
    auto const begins = read("title\n" + long_lines(1, 39) + ">fault\n" + long_lines(41, 99));
    check_cut(begins, 60);
    BOOST_TEST(begins.text.starts_with("  ... "));
    BOOST_TEST(begins.text.find("\nline 99 ") != std::string::npos);
    auto const both = read("title\n" + long_lines(1, 39) + ">fault\n" + long_lines(41, 45) + "<next\n" +
                           long_lines(47, 99));
    BOOST_TEST(both.text == "  ... 6 lines cut by task-agent ...\n");
    BOOST_TEST(both.cut_lines == 6u);
}

BOOST_AUTO_TEST_CASE(a_line_that_looks_like_the_one_that_tells_of_a_cut_is_a_line) {
    std::string const line = "  ... 7 lines (3 KB) cut by task-agent ...\n";
    BOOST_TEST(read("title\n" + line + "<next\n").text == "title\n" + line);
}

BOOST_AUTO_TEST_SUITE_END()
