#include "task_agent/store/journal.hpp"

#include "support/temp_dir.hpp"
#include "task_agent/logic/journal_frame.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

namespace ta = task_agent;
using ta::store::journal;
using ta::store::state_dir;

namespace {

journal open(std::string const& path) {
    auto dir = state_dir::open(path, state_dir::missing::make_all);
    BOOST_REQUIRE_MESSAGE(dir.has_value(), (dir ? "" : dir.error().text));
    auto opened = journal::open(std::move(*dir));
    BOOST_REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error().text));
    return std::move(*opened);
}

ta::journal_record start_of(std::string run) {
    ta::run_started start;
    start.id = {"w", "j", "s", "task-1", "a"};
    return {std::move(run), "t", start};
}

ta::journal_record end_of(std::string run, std::string stack = "why") {
    ta::task_update update;
    update.state = ta::status::error;
    update.error_stack = std::move(stack);
    return {std::move(run), "t", update};
}

ta::journal_record answer_to(std::string run) {
    return {std::move(run), "t", ta::acknowledgement{ta::delivery::accepted}};
}

void append(journal& to, std::vector<ta::journal_record> const& records) {
    auto const done = to.append(records);
    BOOST_REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().text));
}

void keep(journal& from) {
    auto const done = from.keep(ta::sections_to_keep(from.sections()));
    BOOST_REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().text));
}

std::uintmax_t size_of(std::string const& path) {
    return std::filesystem::file_size(path + "/journal");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_tests)

BOOST_AUTO_TEST_CASE(what_one_agent_wrote_the_next_one_reads) {
    support::temp_dir dir;
    {
        auto j = open(dir / "s");
        BOOST_TEST(j.sections().empty());
        append(j, {start_of("a")});
        append(j, {end_of("a")});
        append(j, {start_of("b"), end_of("b"), answer_to("b")});
    }
    auto j = open(dir / "s");
    BOOST_TEST(j.damaged() == 0U);
    auto const sections = j.take_sections();
    BOOST_REQUIRE(sections.size() == 2U);
    BOOST_TEST(sections[0].final_update->error_stack == "why");
    BOOST_TEST(!sections[0].is_settled());
    BOOST_TEST(sections[1].is_settled());
    BOOST_TEST(j.sections().empty());
}

BOOST_AUTO_TEST_CASE(what_is_settled_goes_when_a_run_opens_it_and_the_rest_stays_readable) {
    support::temp_dir dir;
    {
        auto j = open(dir / "s");
        append(j, {start_of("a"), end_of("a"), answer_to("a"), start_of("b"), end_of("b")});
    }
    auto const before = size_of(dir / "s");
    {
        auto j = open(dir / "s");
        keep(j);
        append(j, {start_of("c")});  // behind the kept ones, in the new file
    }
    BOOST_TEST(size_of(dir / "s") < before);
    BOOST_TEST(!std::filesystem::exists(dir / "s/journal.new"));
    auto j = open(dir / "s");
    BOOST_TEST(j.damaged() == 0U);
    BOOST_REQUIRE(j.sections().size() == 2U);
    BOOST_TEST(j.sections()[0].run == "b");
    BOOST_TEST(j.sections()[1].run == "c");
}

BOOST_AUTO_TEST_CASE(a_thousand_restarts_do_not_make_it_grow) {
    support::temp_dir dir;
    std::uintmax_t largest = 0;
    for (int i = 0; i < 1000; ++i) {
        auto const run = std::to_string(i);
        auto j = open(dir / "s");
        keep(j);
        append(j, {start_of(run), end_of(run)});
        if (i % 2 == 0) append(j, {answer_to(run)});  // every other end stays undelivered
        largest = std::max(largest, size_of(dir / "s"));
    }
    BOOST_TEST(largest < 16U * 1024);
    BOOST_TEST(open(dir / "s").sections().size() <= 18U);
}

BOOST_AUTO_TEST_CASE(a_torn_last_record_is_cut_off_and_the_next_one_is_whole) {
    support::temp_dir dir;
    {
        auto j = open(dir / "s");
        append(j, {start_of("a"), end_of("a")});
    }
    auto const whole = size_of(dir / "s");
    std::filesystem::resize_file(dir / "s/journal", whole - 5);
    {
        auto j = open(dir / "s");
        BOOST_TEST(j.damaged() == 0U);
        BOOST_TEST(j.sections().at(0).is_broken());
        append(j, {end_of("a", "again")});
    }
    auto j = open(dir / "s");
    BOOST_TEST(j.damaged() == 0U);
    BOOST_TEST(j.sections().at(0).final_update->error_stack == "again");
}

BOOST_AUTO_TEST_CASE(damage_is_counted_and_costs_its_record_alone) {
    support::temp_dir dir;
    {
        auto j = open(dir / "s");
        append(j, {start_of("a"), end_of("a"), start_of("b")});
    }
    auto text = support::read_file(dir / "s/journal");
    text[text.find("why")] = 'W';
    text += "5 00000000 {}\n";                                     // nobody's
    text += *ta::encode_frame(100, R"({"run":"c","is":"what"})");  // whole, and not understood
    support::write_file(dir / "s/journal", text);
    auto j = open(dir / "s");
    BOOST_TEST(j.damaged() == 3U);
    BOOST_REQUIRE(j.sections().size() == 2U);
    BOOST_TEST(j.sections()[0].is_broken());
    keep(j);
    BOOST_TEST(ta::decode_journal(support::read_file(dir / "s/journal")).damaged == 0U);
}

BOOST_AUTO_TEST_CASE(of_a_file_that_is_too_long_the_end_is_read) {
    support::temp_dir dir;
    {
        auto j = open(dir / "s");
        append(j, {start_of("last")});
    }
    auto const last = support::read_file(dir / "s/journal");
    std::string const junk(1 << 20, 'x');
    std::string text;
    while (text.size() <= ta::longest_journal)
        text += junk + "\n";
    support::write_file(dir / "s/journal", text + last);
    auto j = open(dir / "s");
    BOOST_TEST(j.sections().size() == 1U);
    BOOST_TEST(j.damaged() > 0U);
    keep(j);
    BOOST_TEST(size_of(dir / "s") == last.size());
}

BOOST_AUTO_TEST_CASE(it_takes_no_record_beyond_its_longest) {
    support::temp_dir dir;
    auto j = open(dir / "s");
    auto const large = end_of("a", std::string(ta::longest_journal_payload - 1000, 'x'));
    append(j, {large});
    append(j, {large});
    BOOST_REQUIRE(j.append(std::vector{large}).has_error());
    append(j, {start_of("b")});  // but a small one still fits
    BOOST_TEST(j.append(std::vector{end_of("a", std::string(ta::longest_journal_payload, 'x'))}).has_error());
    BOOST_TEST(size_of(dir / "s") <= ta::longest_journal);
}

// A full disk: nothing of a record that did not fit stays, and what fits later is whole.
BOOST_AUTO_TEST_CASE(a_full_disk_costs_the_record_and_nothing_else) {
    support::temp_dir dir;
    std::string const disk = dir / "disk";
    std::filesystem::create_directory(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=256k,mode=700") != 0) {
        BOOST_TEST_MESSAGE("SKIPPED: no file system can be mounted here (are you root?)");
        return;
    }
    {
        auto j = open(disk + "/s");
        append(j, {start_of("a"), end_of("a")});
        support::write_file(disk + "/filler", std::string(100 * 1024, 'x'));
        auto const size = size_of(disk + "/s");
        auto const failed = j.append(std::vector{end_of("b", std::string(200 * 1024, 'x'))});
        BOOST_REQUIRE(failed.has_error());
        BOOST_TEST((failed.error().code == boost::system::errc::no_space_on_device), failed.error().text);
        BOOST_TEST(size_of(disk + "/s") == size);
        append(j, {start_of("c")});
    }
    {
        auto j = open(disk + "/s");
        BOOST_TEST(j.damaged() == 0U);
        BOOST_REQUIRE(j.sections().size() == 2U);
        // rewriting needs room for a second file: without it the first stays
        support::write_file(disk + "/filler", std::string(1024 * 1024, 'x'));
        auto const failed = j.keep(std::vector<std::size_t>{0});
        BOOST_REQUIRE(failed.has_error());
        BOOST_TEST(!std::filesystem::exists(disk + "/s/journal.new"));
    }
    BOOST_TEST(open(disk + "/s").sections().size() == 2U);
    BOOST_TEST(::umount(disk.c_str()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
