#include "task_agent/wire/journal_codec.hpp"

#include "support/seed.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace ta = task_agent;

namespace {

ta::journal_record back(ta::journal_entry what) {
    auto record = ta::parse_record(ta::encode_record({"run-1", "2026-11-22T10:00:00.000Z", std::move(what)}));
    BOOST_REQUIRE_MESSAGE(record.has_value(), (record ? std::string() : record.error().text));
    BOOST_TEST(record->run == "run-1");
    BOOST_TEST(record->at == "2026-11-22T10:00:00.000Z");
    return std::move(*record);
}

ta::task_update sample_final() {
    ta::task_update update;
    update.state = ta::status::error;
    update.status_details = {{"agent", R"({"seq": 3, "x": [1.50, 1e400, 18446744073709551615]})"},
                             {"metrics", "[]"}};
    update.error_details = R"({"message":"no \"such\" column\n", "exit_code": 1})";
    update.error_stack = "Traceback\n\tline \x01 \"quoted\" \xC3\xA4\n";
    return update;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(journal_codec_tests)

BOOST_AUTO_TEST_CASE(a_start_comes_back_whole) {
    ta::run_started start;
    start.id = {"w", "j", "s", "task-1", "attempt-\"1\""};
    start.host = "node";
    start.agent_pid = 4711;
    start.agent_start = 123456789012345;
    start.boot_id = "0b-1";
    start.memory = ta::memory_mark{31, UINT64_MAX, 2};
    start.agent_version = "1.2.3";
    auto const got = std::get<ta::run_started>(back(start).what);
    BOOST_TEST(got.id.workspace == "w");
    BOOST_TEST(got.id.job == "j");
    BOOST_TEST(got.id.step == "s");
    BOOST_TEST(got.id.task == "task-1");
    BOOST_TEST(got.id.attempt_id == "attempt-\"1\"");
    BOOST_TEST(got.host == "node");
    BOOST_TEST(got.agent_pid == 4711);
    BOOST_TEST(got.agent_start == 123456789012345U);
    BOOST_TEST(got.boot_id == "0b-1");
    BOOST_REQUIRE(got.memory.has_value());
    BOOST_TEST(got.memory->device == 31U);
    BOOST_TEST(got.memory->inode == UINT64_MAX);
    BOOST_TEST(got.memory->kills == 2U);
    BOOST_TEST(got.agent_version == "1.2.3");
    start.memory.reset();
    BOOST_TEST(!std::get<ta::run_started>(back(start).what).memory.has_value());
}

BOOST_AUTO_TEST_CASE(transitions_come_back) {
    BOOST_TEST(std::get<ta::workload_started>(back(ta::workload_started{12}).what).pid == 12);
    BOOST_TEST(std::get<ta::stop_asked>(back(ta::stop_asked{"SIGTERM"}).what).why == "SIGTERM");
    auto const coded = std::get<ta::workload_ended>(back(ta::workload_ended{{3, 0, false}}).what).exit;
    BOOST_TEST(coded.code == 3);
    BOOST_TEST(coded.signal == 0);
    auto const killed = std::get<ta::workload_ended>(back(ta::workload_ended{{0, 11, true}}).what).exit;
    BOOST_TEST(killed.signal == 11);
    BOOST_TEST(killed.core_dumped);
    for (auto const how :
         {ta::delivery::accepted, ta::delivery::refused, ta::delivery::given_up, ta::delivery::superseded}) {
        auto const got = std::get<ta::acknowledgement>(back(ta::acknowledgement{how}).what).how;
        BOOST_TEST((got == how));
    }
}

BOOST_AUTO_TEST_CASE(a_final_update_comes_back_byte_for_byte) {
    auto const update = sample_final();
    auto const got = std::get<ta::task_update>(back(update).what);
    BOOST_TEST((got.state == ta::status::error));
    BOOST_TEST((got.status_details == update.status_details));
    BOOST_TEST(got.error_details == update.error_details);
    BOOST_TEST(got.error_stack == update.error_stack);
    auto const bare = std::get<ta::task_update>(back(ta::task_update()).what);
    BOOST_TEST(bare.status_details.empty());
    BOOST_TEST(bare.error_details == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_record_is_an_error) {
    for (char const* text : {"", "7", "{}", "[]", R"({"run":"r","is":"run"})", R"({"is":"stop_asked"})",
                             R"({"run":"r","is":"final"})", R"({"run":"r","is":"final","status":"odd"})",
                             R"({"run":"r","is":"final","status":"error","error_details":"{"})",
                             R"({"run":"r","is":"final","status":"error","status_details":{"a":"}{"}})",
                             R"({"run":"r","is":"final","status":"error","status_details":{"a":1}})",
                             R"({"run":"r","is":"acknowledged","how":"perhaps"})"}) {
        BOOST_TEST(ta::parse_record(text).has_error(), text);
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_change_by_chance_give_an_error_or_a_record_and_no_exception) {
    auto engine = support::seeded_engine();
    auto const text = ta::encode_record({"r", "t", sample_final()});
    for (int round = 0; round < 20'000; ++round) {
        auto damaged = text;
        for (auto changes = 1 + engine() % 4; changes-- > 0;)
            damaged[engine() % damaged.size()] = static_cast<char>(engine());
        if (engine() % 4 == 0) damaged.resize(engine() % damaged.size());
        BOOST_CHECK_NO_THROW((void)ta::parse_record(damaged));
    }
}

BOOST_AUTO_TEST_SUITE_END()
