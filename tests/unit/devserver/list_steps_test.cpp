#include "task_agent/devserver/life.hpp"

#include "fixture.hpp"
#include <string>

using namespace task_agent::devserver::test;
namespace dev = task_agent::devserver;

namespace {

struct list_fixture : platform {
    // Jobs "jo" and "ka": jo has one (completed) and two (active), ka has one (created). A second apart.
    list_fixture() {
        create("jo", {"one", "two"});
        move("one", "active");
        now += 1s;
        create("ka", {"one"}, "other");
        now += 1s;
        move("one", "completed");
        now += 1s;
        move("two", "active");
    }

    // "jo.one ka.one" of the list with that query.
    std::string names(std::string const& query, std::string const& path = job("-") + "/steps") {
        std::string all;
        auto const page = want(200, "GET", path + query);
        for (auto const& item : page.at("data").as_array()) {
            if (!all.empty()) all += ' ';
            all += std::string(item.at("job").as_string()) + '.' + std::string(item.at("name").as_string());
        }
        return all;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(list_steps_tests, list_fixture)

// platform-facts 3.8: the item and the frame, null fields left out
BOOST_AUTO_TEST_CASE(an_item_has_the_steps_spec_and_no_null_fields) {
    want(201, "POST", jobs_path,
         R"({"name":"ma","source":"s","spec":{},"platform_spec":{"steps":[{"name":"one",
        "environment":[{"name":"A","value":"1","from_secret":null},{"name":"B","from_secret":{"name":"ws/x"}}],
        "executor":{"provider":"cpu","container":{"image":"i"},"resources":null},
        "config":{"deep":null},"lifecycle":{"staleness_timeout_seconds":30,"pause_deadline_seconds":null}}]}})");
    auto const page = want(200, "GET", job("ma") + "/steps");
    std::string keys;
    for (auto const& member : page.as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(keys == "data pagination sort filter ");
    BOOST_TEST(text(page.at("pagination")) ==
               R"({"page":1,"page_size":25,"current_page_size":1,"total_pages":1,"total_results":1})");
    BOOST_TEST(text(page.at("sort")) == R"("created_at")");
    BOOST_TEST(text(page.at("filter")) == R"({"job":"ma"})");
    auto const& item = page.at("data").at(0);
    keys.clear();
    for (auto const& member : item.as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(
        keys ==
        "id job attempt_id fileset workspace name step_spec status status_details created_at updated_at ");
    BOOST_TEST(text(item.at("fileset")) == R"("job-fileset-ma")");
    BOOST_TEST(item.at("step_spec") == json::parse(R"({"name":"one",
        "environment":[{"name":"A","value":"1"},{"name":"B","from_secret":{"name":"ws/x"}}],
        "executor":{"provider":"cpu","profile":"default","container":{"image":"i"}},
        "config":{"deep":null},"lifecycle":{"staleness_timeout_seconds":30}})"));
    want(200, "PATCH", job("ma") + "/steps/one/status", R"({"status":"error","error_details":{"m":null}})");
    auto const after = want(200, "GET", job("ma") + "/steps").at("data").at(0);
    BOOST_TEST(text(after.at("error_details")) == R"({"m":null})");
}

// platform-facts 2.2: a strip that applies with authentication off, too
BOOST_AUTO_TEST_CASE(auth_context_is_shown_to_services_only) {
    headers = {{"X-NMP-Principal-Id", "ann"}, {"X-NMP-Principal-Groups", "a,b"}};
    create("ma", {"one"});
    auto const shown = [&] { return want(200, "GET", job("ma") + "/steps").at("data").at(0).as_object(); };
    BOOST_TEST(!shown().contains("auth_context"));
    headers = {{"X-NMP-Principal-Id", "service:jobs"}};
    BOOST_TEST(text(shown().at("auth_context")) == R"({"principal_id":"ann","principal_groups":["a","b"]})");
    headers.emplace_back("X-NMP-Principal-On-Behalf-Of", "ann");
    BOOST_TEST(!shown().contains("auth_context"));
    headers.clear();
    BOOST_TEST(!shown().contains("auth_context"));
}

// platform-facts 3.8: the ways that make a list
BOOST_AUTO_TEST_CASE(a_status_list_is_a_comma_a_repeated_key_or_a_json_array) {
    BOOST_TEST(names("?filter[status]=active,created") == "ka.one jo.two");
    BOOST_TEST(names("?filter[status]=%20active%20,%20created") == "ka.one jo.two");
    BOOST_TEST(names("?filter[status]=active&filter[status]=active") == "jo.two");
    BOOST_TEST(names("?filter[status]=[%22active%22]") == "jo.two");
    BOOST_TEST(names("?filter%5Bstatus%5D=%5B%22active%22%2C%22completed%22%5D") == "jo.one jo.two");
    BOOST_TEST(names("?filter[status]=cancelling,pausing") == "");
    BOOST_TEST(text(want(200, "GET", job("jo") + "/steps?filter[status]=active,active").at("filter")) ==
               R"({"job":"jo","status":["active","active"]})");
}

// platform-facts 3.8: the trap
BOOST_AUTO_TEST_CASE(one_single_status_word_is_422) {
    auto const refused = want(422, "GET", job("jo") + "/steps?filter[status]=pending");
    BOOST_TEST(refused.at("detail").is_string());
    BOOST_TEST(text(refused).find("valid list") != std::string::npos);
}

// platform-facts 3.8: with a string detail each
BOOST_AUTO_TEST_CASE(filters_that_do_not_fit_are_422_with_a_string) {
    for (auto const* query :
         {"filter[status]=pending,", "filter[status]=pending,queued", "filter[status]=[1]",
          "filter[stat]=a,b", "filter[status][$in]=a,b", "filter[]=x", "filter[source]=a,b",
          "filter[job][x]=1", "filter[status]=&filter[status]=active", "filter[provider]=subprocess"}) {
        BOOST_TEST(want(422, "GET", job("jo") + "/steps?" + query).at("detail").is_string(), query);
    }
}

// platform-facts 3.8, 3.9
BOOST_AUTO_TEST_CASE(a_filter_value_of_broken_json_is_500) {
    for (auto const* query : {"filter[status]=[active]", "filter[status]={", "filter[job]=[", "other[x]=[",
                              "filter[status]=a&filter[status][x]=b"}) {
        BOOST_TEST(send("GET", job("jo") + "/steps?" + query).status == 500, query);
        BOOST_TEST(send("GET", job("jo") + "/steps?" + query).body ==
                   R"({"detail":"An unexpected error occurred."})");
    }
}

// parse_deep_object: what is no bracket key is not looked at; an empty value is a null, which filters nothing
BOOST_AUTO_TEST_CASE(empty_and_foreign_parameters_filter_nothing) {
    BOOST_TEST(names("?filter[status]=") == "jo.one ka.one jo.two");
    BOOST_TEST(names("?filter[status]=[]") == "jo.one ka.one jo.two");
    BOOST_TEST(names("?filter=active&search[x]=1&status=active&broken") == "jo.one ka.one jo.two");
    // all jobs, no filter: the key is left out
    BOOST_TEST(!want(200, "GET", job("-") + "/steps").as_object().contains("filter"));
}

// platform-facts 3.8
BOOST_AUTO_TEST_CASE(a_job_that_does_not_exist_is_an_empty_page_not_a_404) {
    auto const page = want(200, "GET", job("nobody") + "/steps");
    BOOST_TEST(page.at("data").as_array().empty());
    BOOST_TEST(text(page.at("pagination")) ==
               R"({"page":1,"page_size":25,"current_page_size":0,"total_pages":1,"total_results":0})");
}

BOOST_AUTO_TEST_CASE(steps_come_in_the_asked_order) {
    BOOST_TEST(names("?sort=created_at") == "jo.one ka.one jo.two");
    BOOST_TEST(names("?sort=-created_at") == "jo.two ka.one jo.one");
    BOOST_TEST(names("?sort=updated_at") == "ka.one jo.one jo.two");
    BOOST_TEST(names("?sort=-updated_at") == "jo.two jo.one ka.one");
    auto const refused = want(422, "GET", job("jo") + "/steps?sort=name").at("detail").at(0);
    BOOST_TEST(text(refused.at("loc")) == R"(["query","sort"])");
    BOOST_TEST(text(refused.at("type")) == R"("enum")");
}

BOOST_AUTO_TEST_CASE(pages_cut_the_list_and_one_past_the_end_is_empty) {
    BOOST_TEST(names("?page_size=2") == "jo.one ka.one");
    BOOST_TEST(names("?page_size=2&page=2") == "jo.two");
    BOOST_TEST(names("?page_size=2&page=3") == "");
    BOOST_TEST(names("?page_size=3&page=9223372036854775807") == "");
    BOOST_TEST(text(want(200, "GET", job("-") + "/steps?page_size=2&page=2").at("pagination")) ==
               R"({"page":2,"page_size":2,"current_page_size":1,"total_pages":2,"total_results":3})");
    BOOST_TEST(names("?page_size=1000") == "jo.one ka.one jo.two");
}

// platform-facts 3.8
BOOST_AUTO_TEST_CASE(page_numbers_that_do_not_fit_are_422_with_a_list) {
    BOOST_TEST(
        send("GET", job("jo") + "/steps?page=0").body ==
        R"({"detail":[{"type":"greater_than","loc":["query","page"],"msg":"Input should be greater than 0",)"
        R"("input":"0","ctx":{"gt":0}}]})");
    for (auto const* query : {"page=-1", "page_size=0", "page_size=1001", "page=x", "page_size=1.5", "page="})
        BOOST_TEST(want(422, "GET", job("jo") + "/steps?" + query).at("detail").is_array(), query);
    BOOST_TEST(want(422, "GET", job("jo") + "/steps?page=0&page_size=0").at("detail").as_array().size() ==
               2U);
}

// platform-facts 3.8: old attempts too; 3.2: names reach the newest attempt only
BOOST_AUTO_TEST_CASE(the_list_spans_all_attempts_while_names_reach_the_newest) {
    auto& row = *store.find_job("ws", "ka");
    now += 1s;
    auto& second = store.add_attempt(row, std::nullopt);
    store.add_step(second, "one", {}, std::nullopt);
    want(200, "PATCH", job("ka") + "/steps/one/status", R"({"status":"active"})");
    auto const page = want(200, "GET", job("ka") + "/steps?sort=-created_at").at("data").as_array();
    BOOST_REQUIRE(page.size() == 2U);
    BOOST_TEST(text(page[0].at("status")) == R"("active")");
    BOOST_TEST(text(page[1].at("status")) == R"("created")");
    BOOST_TEST(page[0].at("attempt_id") != page[1].at("attempt_id"));
    BOOST_TEST(want(200, "GET", job("ka")).at("attempt_id") == page[0].at("attempt_id"));
}

BOOST_AUTO_TEST_SUITE_END()
