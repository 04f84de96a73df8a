// Thousands of lives of a run against a server in trouble, on a virtual clock (contract 2, 3 and 6). After
// each: the platform holds the true final status and the last value of every detail, nothing older came later
// that could be helped, no two requests were under way at once, and no wait was longer than the contract
// allows.
//
// SIMULATION_SEED and SIMULATION_RUNS choose; one run alone prints what happened in it.
#include <boost/test/unit_test.hpp>

#include "agent_model.hpp"
#include <cstdlib>
#include <iostream>
#include <random>

namespace {

using namespace std::chrono_literals;
using namespace simulation;
using task_agent::delivery;
using task_agent::status;
using task_agent::task_update;

#ifdef TASK_AGENT_SANITIZED
constexpr std::uint64_t default_runs = 2000;
#else
constexpr std::uint64_t default_runs = 20000;
#endif

constexpr char const* keys[] = {"loss", "epoch", "accuracy"};

std::uint64_t number_from(char const* name, std::uint64_t otherwise) {
    auto const* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

struct totals {
    std::size_t requests = 0;
    std::size_t faults = 0;
    std::size_t accepted = 0;
    std::size_t given_up = 0;
    std::size_t restarts = 0;
    std::size_t late_after_last_look = 0;
};

// One life: what is drawn here is all that the seed decides, besides the server's troubles.
class life {
public:
    life(std::uint64_t seed, planted bug, bool keeps_trace) : time(seed), bug_(bug) {
        time.keeps_trace = keeps_trace;
        time.at(time_point() + 1000s, [this] { begin(); });
        time.run();
        judge();
    }

    virtual_time time;
    findings found;
    totals counted;

private:
    void begin() {
        auto const now = time.now();
        length_ = time.between(0s, time.chance(0.5) ? duration(20s) : duration(10min));
        server_model::habits h;
        h.trouble = time.chance(0.2) ? 0.0 : static_cast<double>(time.below(80)) / 100;
        h.refuses_stacks = time.chance(0.1);
        if (time.chance(0.3)) {
            h.down_from = now + time.between(0s, length_);
            h.down_until = h.down_from + time.between(0s, 3min);
        }
        if (time.chance(0.05)) h.deleted_at = now + time.between(0s, length_ + 30s);
        final_timeout_ = time.chance(0.7) ? duration(60s) : time.between(1s, 60s);
        // the last part of the end's time is good in most lives: then nothing may be lost
        if (time.chance(0.8)) h.well_from = now + length_ + time.between(0s, final_timeout_ - 600ms);
        server_.emplace(time, h);
        agent_.emplace(time, *server_, found, numbers_, true, bug_);
        agent_->push_active();
        if (time.chance(0.5))
            time.at(now + 20ms, [this, t = std::chrono::seconds(3 + time.below(200))] {
                agent_->on_staleness_timeout(t);
            });
        for (auto n = time.below(30); n > 0; --n) {
            time.at(now + time.between(0s, length_), [this] {
                if (ended_) return;
                auto const* key = keys[time.below(3)];
                values_[key] = ++value_;
                agent_->push(key, value_);
            });
        }
        final_.state = time.chance(0.5) ? status::completed : status::error;
        if (final_.state == status::error) final_.error_stack = "stack";
        time.at(now + length_, [this] { end(); });
        if (time.chance(0.15)) time.at(now + time.between(0s, length_ + final_timeout_), [this] { kill(); });
        if (time.chance(0.05)) time.at(now + time.between(0s, length_ + 5s), [this] { supersede(); });
        if (time.chance(0.2)) time.at(now + length_ + time.between(0s, final_timeout_), [this] { stop(); });
    }

    void end() {
        if (killed_) return;
        ended_ = true;
        deadline_ = time.now() + final_timeout_;
        agent_->end(final_, deadline_, &journal_);
    }
    // A stop signal during the end: the budget takes the rest of its time.
    void stop() {
        if (!ended_ || killed_ || superseded_) return;
        auto const shorter = time.now() + time.between(500ms, 9500ms);
        if (shorter < deadline_) deadline_ = shorter;
        agent_->shorten(deadline_);
    }
    void supersede() {
        if (killed_ || agent_->is_over()) return;
        superseded_ = true;
        agent_->abandon();
    }
    // Somebody opens the journal later: a next run, or flush.
    void kill() {
        if (agent_->is_over() || superseded_) return;
        killed_ = true;
        agent_->die();
        ++counted.restarts;
        time.at(time.now() + time.between(0s, 2min), [this] { deliver_later(); });
    }
    void deliver_later() {
        if (journal_.is_settled) return;
        if (!journal_.final_update) {
            final_ = task_update();
            final_.state = status::error;  // agent_failed
            values_.clear();               // what was not sent died with the agent
            values_unknown_ = true;
        }
        second_.emplace(time, *server_, found, numbers_, false, planted::none);
        deadline_ = time.now() + 60s;
        second_->end(journal_.final_update.value_or(final_), deadline_, nullptr);
    }

    void judge() {
        counted.requests = found.requests;
        counted.faults = server_->faults();
        auto const& last = second_ ? *second_ : *agent_;
        if (superseded_ || (killed_ && !second_)) return;
        if (!last.is_over()) return wrong("the run did not end");
        bool const is_deleted = server_->ways().deleted_at < time_point::max();
        if (!last.was_accepted()) {
            ++counted.given_up;
            // a request from before may hang for its ten seconds; half a second before the end there is a
            // last try
            bool const was_possible = server_->ways().well_from <= deadline_ - 10600ms && !is_deleted;
            if (was_possible) wrong("not delivered although the server was well at the end");
            return;
        }
        ++counted.accepted;
        if (is_deleted) return;
        // an update of before that came in after the last look cannot be helped (contract 3)
        auto const& late = server_->last_late_one();
        if (late && *late >= last.last_look()) {
            ++counted.late_after_last_look;
            return;
        }
        auto const& stored = server_->stored();
        if (stored.state != final_.state) return wrong("the platform does not hold the final status");
        if (values_unknown_ || killed_) return;
        for (auto const& [key, value] : values_) {
            auto const at = stored.details.find(key);
            if (at == stored.details.end() || at->second != std::to_string(value))
                return wrong("the last value of a detail is lost");
        }
        if (final_.state == status::error && !stored.has_stack && !server_->ways().refuses_stacks)
            wrong("the stack is lost");
    }
    void wrong(char const* what) {
        time.note(std::string("WRONG: ") + what);
        found.wrong.emplace_back(what);
    }

    planted bug_;
    std::uint64_t numbers_ = 0;
    duration length_{};
    duration final_timeout_{};
    time_point deadline_{};
    task_update final_;
    journal_model journal_;
    std::map<std::string, int> values_;
    int value_ = 0;
    bool values_unknown_ = false;
    bool ended_ = false;
    bool killed_ = false;
    bool superseded_ = false;
    std::optional<server_model> server_;
    std::optional<agent_model> agent_;
    std::optional<agent_model> second_;
};

void print(life const& l) {
    for (auto const& line : l.time.trace)
        std::cout << line << '\n';
}

}  // namespace

BOOST_AUTO_TEST_SUITE(delivery_simulation)

BOOST_AUTO_TEST_CASE(in_every_life_the_platform_ends_with_the_truth) {
    auto const first = number_from("SIMULATION_SEED", std::random_device()());
    auto const runs = number_from("SIMULATION_RUNS", default_runs);
    totals all;
    std::size_t wrong = 0;
    for (auto seed = first; seed < first + runs; ++seed) {
        life const one(seed, planted::none, runs == 1);
        if (runs == 1) print(one);
        all.requests += one.counted.requests;
        all.faults += one.counted.faults;
        all.accepted += one.counted.accepted;
        all.given_up += one.counted.given_up;
        all.restarts += one.counted.restarts;
        all.late_after_last_look += one.counted.late_after_last_look;
        if (one.found.wrong.empty()) continue;
        if (++wrong <= 5) {
            BOOST_ERROR(one.found.wrong.front()
                        << "; play again with SIMULATION_SEED=" << seed << " SIMULATION_RUNS=1");
        }
    }
    BOOST_TEST_MESSAGE("simulation: seed " << first << ", " << runs << " schedules, " << all.requests
                                           << " requests, " << all.faults << " faults, " << all.restarts
                                           << " restarts, " << all.accepted << " ends accepted, "
                                           << all.given_up << " given up, " << all.late_after_last_look
                                           << " late duplicates after the last look, " << wrong << " wrong");
    BOOST_TEST(wrong == 0U);
    if (runs >= 1000) {
        BOOST_TEST(all.accepted > runs / 2, "the lives try something");
        BOOST_TEST(all.faults > runs);
    }
}

BOOST_AUTO_TEST_CASE(each_planted_bug_is_found_within_the_default_number_of_schedules) {
    auto const first = number_from("SIMULATION_SEED", std::random_device()());
    struct plant {
        planted bug;
        char const* found_as;
        char const* name;
    };
    constexpr plant plants[] = {
        {planted::active_after_final, "active after the final status", "active after final"},
        {planted::lost_last_value, "the last value of a detail is lost", "lost last value"},
        {planted::overlap, "two requests at once", "overlap"},
        {planted::wrong_order, "the last value of a detail is lost", "wrong order"},
        {planted::long_wait, "a wait longer than the contract allows", "over-long wait"},
    };
    for (auto const& p : plants) {
        std::uint64_t tried = 0;
        bool is_found = false;
        while (!is_found && tried < default_runs) {
            life const one(first + tried++, p.bug, false);
            is_found = std::find(one.found.wrong.begin(), one.found.wrong.end(), p.found_as) !=
                       one.found.wrong.end();
        }
        BOOST_TEST(is_found, p.name);
        BOOST_TEST_MESSAGE("planted bug \"" << p.name << "\" found after " << tried << " schedules");
    }
}

BOOST_AUTO_TEST_SUITE_END()
