#include "task_agent/devserver/fault_plan.hpp"

#include "task_agent/devserver/fault_answer.hpp"

#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include <algorithm>
#include <initializer_list>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
namespace json = boost::json;
using namespace std::chrono_literals;
using dev::test::platform;

namespace {

struct plan_fixture : platform {
    ta::time_point const start{100s};

    dev::fault_plan plan(std::initializer_list<char const*> texts, std::uint64_t seed = 5) const {
        std::vector<dev::fault_spec> specs;
        for (auto const* text : texts) {
            auto const spec = dev::parse_fault(text);
            BOOST_REQUIRE(spec.has_value());
            specs.push_back(*spec);
        }
        return {std::move(specs), start, ta::jitter(seed)};
    }
    // The text of the fault that this call gets, or "-".
    std::string chosen(dev::fault_plan& plan, dev::observed_call const& call, ta::duration after = 0s) const {
        auto const fault = plan.choose(call, start + after);
        return fault ? fault->text : "-";
    }
};

dev::observed_call list_call() {
    return {"get-steps", "GET", "/apis/jobs/v2/workspaces/ws/jobs/jo/steps", {}, false};
}

dev::observed_call update(ta::status state, bool exists = true) {
    return {"put-task", "PUT", "/apis/jobs/v2/workspaces/ws/jobs/jo/steps/one/tasks/task-1", state, exists};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fault_plan_tests, plan_fixture)

BOOST_AUTO_TEST_CASE(without_options_nothing_goes_wrong) {
    auto p = plan({});
    BOOST_TEST(chosen(p, list_call()) == "-");
}

BOOST_AUTO_TEST_CASE(calls_are_selected_by_name_or_by_method_and_path) {
    auto by_name = plan({"silent,calls=get-status+put-task"});
    BOOST_TEST(chosen(by_name, list_call()) == "-");
    BOOST_TEST(chosen(by_name, update(ta::status::active)) != "-");
    auto by_path = plan({"silent,calls=GET:/apis/jobs/v2/workspaces/ws/jobs/jo"});
    BOOST_TEST(chosen(by_path, list_call()) != "-");
    BOOST_TEST(chosen(by_path, update(ta::status::active)) == "-");
    auto elsewhere = plan({"silent,calls=GET:/apis/jobs/v2/workspaces/other"});
    BOOST_TEST(chosen(elsewhere, list_call()) == "-");
}

BOOST_AUTO_TEST_CASE(updates_are_selected_by_what_they_say_and_by_their_place_in_the_run) {
    struct row {
        char const* spec;
        bool first, heartbeat, completed, paused, list;
    };
    constexpr row table[] = {{"silent", true, true, true, true, true},
                             {"silent,update=first", true, false, false, false, false},
                             {"silent,update=heartbeat", false, true, false, false, false},
                             {"silent,update=final", false, false, true, true, false},
                             {"silent,update=completed", false, false, true, false, false},
                             {"silent,update=active", true, true, false, false, false},
                             {"silent,update=first+final", true, false, true, true, false}};
    for (auto const& r : table) {
        auto p = plan({r.spec});
        BOOST_TEST_CONTEXT(r.spec) {
            BOOST_TEST((chosen(p, update(ta::status::active, false)) != "-") == r.first);
            BOOST_TEST((chosen(p, update(ta::status::active)) != "-") == r.heartbeat);
            BOOST_TEST((chosen(p, update(ta::status::completed)) != "-") == r.completed);
            BOOST_TEST((chosen(p, update(ta::status::paused)) != "-") == r.paused);
            BOOST_TEST((chosen(p, list_call()) != "-") == r.list);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_first_so_many_pass_and_then_so_many_go_wrong) {
    auto p = plan({"silent,calls=get-steps,skip=2,count=3"});
    std::string fates;
    for (int i = 0; i < 8; ++i) {
        fates += chosen(p, list_call()) == "-" ? '.' : 'x';
        BOOST_TEST(chosen(p, update(ta::status::active)) == "-");  // counts for nothing
    }
    BOOST_TEST(fates == "..xxx...");
}

BOOST_AUTO_TEST_CASE(a_window_opens_and_closes) {
    auto p = plan({"silent,from=10s,for=20s"});
    BOOST_TEST(chosen(p, list_call(), 9999ms) == "-");
    BOOST_TEST(chosen(p, list_call(), 10s) != "-");
    BOOST_TEST(chosen(p, list_call(), 29999ms) != "-");
    BOOST_TEST(chosen(p, list_call(), 30s) == "-");
    auto open = plan({"silent,from=10s"});
    BOOST_TEST(chosen(open, list_call(), 24h) != "-");
}

BOOST_AUTO_TEST_CASE(requests_outside_of_the_window_do_not_count) {
    auto p = plan({"silent,from=10s,skip=1,count=1"});
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(chosen(p, list_call(), 1s) == "-");
    BOOST_TEST(chosen(p, list_call(), 11s) == "-");
    BOOST_TEST(chosen(p, list_call(), 11s) != "-");
    BOOST_TEST(chosen(p, list_call(), 11s) == "-");
}

BOOST_AUTO_TEST_CASE(a_share_is_by_chance_and_the_same_for_the_same_seed) {
    std::string first;
    for (std::uint64_t const seed : {7U, 7U, 8U}) {
        auto p = plan({"silent,share=0.3"}, seed);
        std::string fates;
        for (int i = 0; i < 10'000; ++i)
            fates += chosen(p, list_call()) == "-" ? '.' : 'x';
        auto const hit = std::count(fates.begin(), fates.end(), 'x');
        BOOST_TEST(hit > 2'700);  // six standard deviations of 46
        BOOST_TEST(hit < 3'300);
        if (first.empty()) first = fates;
        BOOST_TEST((fates == first) == (seed == 7));
    }
}

BOOST_AUTO_TEST_CASE(the_first_that_applies_wins_and_the_next_takes_over_when_it_is_used_up) {
    auto p = plan({"reset-before,update=final,count=1", "status=503,calls=put-task,count=2", "silent"});
    BOOST_TEST(chosen(p, update(ta::status::active)) == "status=503,calls=put-task,count=2");
    BOOST_TEST(chosen(p, update(ta::status::error)) == "reset-before,update=final,count=1");
    BOOST_TEST(chosen(p, update(ta::status::error)) == "status=503,calls=put-task,count=2");
    BOOST_TEST(chosen(p, update(ta::status::error)) == "silent");
    BOOST_TEST(chosen(p, list_call()) == "silent");
}

BOOST_AUTO_TEST_CASE(a_latency_is_drawn_from_its_range) {
    auto p = plan({"latency=100ms..300ms"});
    ta::duration shortest = 1h;
    ta::duration longest{};
    for (int i = 0; i < 1'000; ++i) {
        auto const fault = p.choose(list_call(), start);
        BOOST_REQUIRE(fault.has_value());
        BOOST_REQUIRE((fault->wait >= 100ms && fault->wait < 300ms));
        shortest = std::min(shortest, fault->wait);
        longest = std::max(longest, fault->wait);
    }
    BOOST_TEST((shortest < 110ms));
    BOOST_TEST((longest > 290ms));
    auto fixed = plan({"latency=2s"});
    BOOST_TEST((fixed.choose(list_call(), start)->wait == 2s));
}

BOOST_AUTO_TEST_CASE(a_request_is_seen_with_its_route_its_update_and_its_task) {
    create("jo", {"one"});
    dev::request asked;
    asked.method = "PUT";
    asked.target = task("one", "task%2D1") + "?x=1";
    asked.body = R"({"status":"active"})";
    std::string path;
    auto const seen = [&] { return dev::observe(store, asked, path); };
    BOOST_TEST(seen().name == "put-task");
    BOOST_TEST(seen().path == task("one", "task-1"));
    BOOST_TEST((seen().update == ta::status::active));
    BOOST_TEST(!seen().task_exists);
    want(200, "PUT", task("one", "task-1"), R"({"status":"active"})");
    BOOST_TEST(seen().task_exists);
    asked.body = "{}";  // platform-facts 3.5: that is pending
    BOOST_TEST((seen().update == ta::status::pending));
    for (char const* body : {"", "no json", "[]"}) {
        asked.body = body;
        BOOST_TEST(!seen().update.has_value(), body);
    }
    asked.method = "DELETE";
    BOOST_TEST(seen().name == "");
}

// contract 2: Retry-After in both forms
BOOST_AUTO_TEST_CASE(a_status_comes_in_the_platforms_words_or_a_gateways) {
    auto const given = [&](char const* text) {
        return dev::fault_status(dev::parse_fault(text)->action, store.now());
    };
    auto const gone = given("status=404");
    BOOST_TEST(gone.status == 404);
    BOOST_TEST(gone.body == R"({"detail":"Job not found"})");
    auto const lost = given("status=404,as=gateway");
    BOOST_TEST(lost.content_type == "text/html");
    BOOST_TEST(lost.body.find("detail") == std::string::npos);
    BOOST_TEST(given("status=500").body == R"({"detail":"An unexpected error occurred."})");
    auto const busy = given("status=429,retry-after=1500ms");
    BOOST_TEST(busy.headers.back().first == "retry-after");
    BOOST_TEST(busy.headers.back().second == "2");
    BOOST_TEST(given("status=503,retry-after=date:3s").headers.back().second ==
               "Sun, 19 Jul 2026 10:11:15 GMT");
}

// contract 2: 64 KiB for a write, 16 MiB for a read
BOOST_AUTO_TEST_CASE(an_oversize_answer_is_the_true_one_and_larger_than_a_client_takes) {
    auto const filled = [](char const* text, char const* method) {
        dev::answer given = dev::json_answer(200, json::object{{"a", 1}});
        dev::fill_up(given, dev::parse_fault(text)->action, method);
        BOOST_TEST(given.body.starts_with(R"({"a":1})"));
        BOOST_TEST((json::parse(given.body).at("a") == 1));
        return given.body.size();
    };
    BOOST_TEST(filled("oversize", "PUT") > std::size_t{64} << 10);
    BOOST_TEST(filled("oversize", "PATCH") > std::size_t{64} << 10);
    BOOST_TEST(filled("oversize", "GET") > std::size_t{16} << 20);
    BOOST_TEST(filled("oversize=5KiB", "GET") == 5U << 10);
    BOOST_TEST(filled("oversize=1", "GET") == 7U);
}

BOOST_AUTO_TEST_SUITE_END()
