// A fleet whose platform fails all of it at the same moment does not come back in step (contract 2: full
// jitter).
#include "task_agent/logic/retry_schedule.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

constexpr int agents = 1'000;
constexpr ta::duration bucket = 50ms;

std::uint64_t first_seed() {
    char const* const given = std::getenv("TASK_AGENT_TEST_SEED");
    auto const seed = given ? std::strtoull(given, nullptr, 10) : ta::jitter::fresh_seed();
    std::cout << "TASK_AGENT_TEST_SEED=" << seed << "\n";
    return seed;
}

// When each agent sends its n-th try, after a first one of all of them at 0 that fails as every other does.
std::vector<std::vector<ta::duration>> tries_of_fleet(std::optional<std::chrono::seconds> retry_after,
                                                      std::size_t tries) {
    ta::jitter seeds(first_seed());
    ta::call_outcome outcome;
    outcome.http_status = 503;
    outcome.retry_after = retry_after;
    std::vector<std::vector<ta::duration>> at(tries);
    for (int agent = 0; agent < agents; ++agent) {
        ta::jitter random(seeds.bits());
        ta::retry_schedule schedule({});
        ta::time_point now{};
        for (auto& nth : at) {
            now += schedule.on_outcome(outcome, now, random).wait;
            nth.push_back(now.time_since_epoch());
        }
    }
    return at;
}

// The largest share of the fleet within one bucket.
double fullest(std::vector<ta::duration> const& times) {
    std::map<ta::duration::rep, int> histogram;
    for (auto const t : times)
        ++histogram[t / bucket];
    int most = 0;
    for (auto const& [place, count] : histogram)
        most = std::max(most, count);
    return static_cast<double>(most) / static_cast<double>(times.size());
}

struct bound {
    std::size_t nth;
    double share;
};

void check(char const* what, std::optional<std::chrono::seconds> retry_after,
           std::vector<bound> const& bounds) {
    auto const at = tries_of_fleet(retry_after, bounds.back().nth);
    for (auto const& b : bounds) {
        auto const& times = at[b.nth - 1];
        auto const share = fullest(times);
        auto const [first, last] = std::minmax_element(times.begin(), times.end());
        std::cout << what << ", retry " << b.nth << " of " << agents << " agents: within "
                  << ta::in_seconds(*last - *first) << " s, at most " << share * 100 << " % in 50 ms\n";
        BOOST_TEST(share <= b.share, what << ", retry " << b.nth << ": " << share);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(retry_fleet_tests)

// A first retry has 250 ms to spread over: 20 % in each bucket, with 1.3 % of standard deviation.
BOOST_AUTO_TEST_CASE(a_thousand_agents_that_fail_together_do_not_retry_together) {
    check("no Retry-After", std::nullopt, {{1, 0.28}, {2, 0.15}, {3, 0.09}, {5, 0.04}, {7, 0.03}});
}

// The server tells all of them the same second.
BOOST_AUTO_TEST_CASE(a_retry_after_does_not_bring_them_into_step) {
    check("Retry-After 5 s", 5s, {{1, 0.28}, {2, 0.15}, {3, 0.09}, {5, 0.04}});
    check("Retry-After 60 s", 60s, {{1, 0.28}, {2, 0.15}, {3, 0.09}, {5, 0.04}});
}

BOOST_AUTO_TEST_SUITE_END()
