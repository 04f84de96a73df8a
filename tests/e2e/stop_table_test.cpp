// Who stops a run, times how the workload takes it: one table, and every cell of it is a run of the real
// agent against a real dev-server, without --own-step and with it (contract 1, 9; platform-facts 4).
//
// A row is somebody who stops, with what the platform is left with; a cell is what has to come of it. Cells
// run side by side, a few at a time, and are judged in the order of the table. The last line is "N of N
// cells".
//
// To add a row: an entry of `table`, and a function that makes the stop happen.
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <deque>
#include <future>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using std::chrono::milliseconds;
using support::process;
using support::steady;

// --- the workload
// -----------------------------------------------------------------------------------------------------

enum class answer {
    dies,      // of the signal, at once
    finishes,  // its work, and exits with 0
    saves,     // a checkpoint, and exits with 75
    ignores,   // every signal that can be
    is_dead,   // had ended with 3 before, and only a descendant still holds its pipes
};
constexpr std::array answers = {answer::dies, answer::finishes, answer::saves, answer::ignores,
                                answer::is_dead};
constexpr std::size_t columns = answers.size();

char const* name_of(answer how) {
    switch (how) {
        case answer::dies:
            return "dies";
        case answer::finishes:
            return "finishes";
        case answer::saves:
            return "saves";
        case answer::ignores:
            return "ignores";
        case answer::is_dead:
            return "is dead";
    }
    return "?";
}

// Each says when it can be stopped. Past the gate it ends by itself, with the code it would have given. A
// shell that waits runs its trap at once, also when the signal came before the wait.
std::string script_of(answer how, support::gate const& gate, std::string const& lets_go) {
    std::string const by_itself = "(" + gate.pass() + ") & wait; ";
    switch (how) {
        case answer::dies:
            return "echo ready; " + by_itself + "kill -TERM $$";
        case answer::finishes:
            return "trap 'exit 0' TERM; echo ready; " + by_itself + "exit 0";
        case answer::saves:
            return "trap 'exit 75' TERM; echo ready; " + by_itself + "exit 75";
        case answer::ignores:
            return "trap '' TERM; echo ready; " + gate.pass() + "; exit 7";
        case answer::is_dead:
            // as long as something is printed the run goes on, for 5 s at most
            return "while ! [ -e " + lets_go + " ]; do echo .; sleep 0.05; done & echo ready; " +
                   gate.pass() + "; exit 3";
    }
    return {};
}

// --- one run
// -----------------------------------------------------------------------------------------------------

struct scene {
    scene(job_wishes const& wishes, answer a, bool owns)
        : how(a), owns_step(owns), on(wishes), gate(folder / "gate") {}

    // Until the list of steps may be read; only a run of an older attempt has to wait for that.
    std::atomic<bool> hides_steps = false;
    answer how;
    bool owns_step;
    platform on;
    support::temp_dir folder;
    support::gate gate;                             // the workload ends past it
    std::string const lets_go = folder / "let_go";  // a file that ends a dead workload's descendant
    std::unique_ptr<process> agent_run;
    steady::time_point began_at;
    steady::time_point stopped_at;
};

struct outcome {
    std::string failed;  // what kept the run from being made; empty = nothing
    std::string task;
    std::string reason;
    std::string step;
    int code = 0;
    milliseconds took{};
    std::string err;
};

struct expected {
    char const* task;
    char const* reason;  // of error_details
    int code;
    char const* step;  // with --own-step
    milliseconds least = 0ms;
};

struct row {
    char const* who;
    std::vector<std::string> options;
    job_wishes wishes;
    void (*stop)(scene&);
    char const* step_left;  // without --own-step: as the stop left it
    std::array<expected, columns> cells;
    bool hides_steps = false;
};

// Of the stop itself or of a handful of round trips, on a machine that has other work.
constexpr auto slack = 6s;
constexpr auto grace = 1s;

bool has_asked_since(platform const& on, steady::time_point when) {
    return on.recorder().wait_until([when](auto const& all) {
        return std::any_of(all.begin(), all.end(), [when](support::exchange const& e) {
            return e.at > when && e.request.method == "GET" && e.status == 200;
        });
    });
}

void need(bool condition, char const* what) {
    if (!condition) throw std::runtime_error(what);
}

// --- who stops
// -----------------------------------------------------------------------------------------------------

// A workload that is dead lets go of its pipes by itself, 5 s at most after its end: by then the stop has
// come.
void wait_until_noticed(scene& s) {
    if (s.how == answer::is_dead) need(has_asked_since(s.on, s.stopped_at), "the agent asks no more");
}

void cancel_by_platform(scene& s) {
    s.on.cancel();
    wait_until_noticed(s);
}

void pause_by_platform(scene& s) {
    s.on.pause();
    wait_until_noticed(s);
}

void stop_from_outside(scene& s) {
    s.agent_run->signal(SIGTERM);
    if (s.how == answer::is_dead) s.agent_run->wait_for_error("the stop has");
}

// What a controller does whose poll nobody has time for.
void cancel_and_signal(scene& s) {
    s.on.cancel();
    stop_from_outside(s);
}

constexpr auto time_limit = 3s;

void let_the_time_pass(scene& s) {
    // nothing tells of a limit that no longer counts
    if (s.how == answer::is_dead) std::this_thread::sleep_until(s.began_at + time_limit + 200ms);
}

constexpr auto stall_limit = 2s;

void let_it_stall(scene& s) {
    if (s.how == answer::is_dead) std::this_thread::sleep_until(s.began_at + stall_limit + 200ms);
}

void supersede(scene& s) {
    s.on.set_step("error");
    s.on.rerun();
    s.hides_steps = false;
}

void remove_job(scene& s) {
    s.on.set_step("error");
    s.on.remove();
    // a dead workload's end is the next update; else heartbeats find out, and the workload lives on
    if (s.how == answer::is_dead) return;
    s.agent_run->wait_for_error("the job is not there any more");
    s.stopped_at = steady::now();
    s.gate.open();
}

// --- the table
// -----------------------------------------------------------------------------------------------------

std::vector<std::string> polling(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"--control-interval=200ms"});
    return more;
}

constexpr char none[] = "(none)";
constexpr milliseconds killed = grace;

// What every row has for a workload that had ended before: its own end, and nothing else.
constexpr expected own_end{"error", "exit_code", 3, "error"};

std::vector<row> const& table() {
    static std::vector<row> const rows = {
        {"a platform cancel",
         polling(),
         {},
         cancel_by_platform,
         "cancelling",
         {{{"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled", killed},
           own_end}}},
        {"a platform cancel, told by SIGTERM",
         {"--control-interval=0"},
         {},
         cancel_and_signal,
         "cancelling",
         {{{"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 0, "cancelled", killed},
           own_end}}},
        {"a platform cancel, --stop-exit=workload",
         polling({"--stop-exit=workload"}),
         {},
         cancel_by_platform,
         "cancelling",
         {{{"cancelled", none, 143, "cancelled"},
           {"cancelled", none, 0, "cancelled"},
           {"cancelled", none, 75, "cancelled"},
           {"cancelled", none, 137, "cancelled", killed},
           own_end}}},
        {"a platform pause",
         polling(),
         {},
         pause_by_platform,
         "pausing",
         {{{"paused", none, 0, "paused"},
           {"paused", none, 0, "paused"},
           {"paused", none, 0, "paused"},
           {"paused", none, 0, "paused", killed},
           own_end}}},
        {"a platform pause, left to the workload",
         polling(),
         {.pause_deadline = 3},
         pause_by_platform,
         "pausing",
         {{{"error", "signal", 143, "error"},
           {"completed", none, 0, "completed"},
           {"paused", none, 75, "paused"},
           {"error", "timeout", 137, "error", 3s},
           own_end}}},
        {"a SIGTERM from outside",
         polling(),
         {},
         stop_from_outside,
         "active",
         {{{"error", "stopped_externally", 143, "error"},
           {"completed", none, 0, "completed"},
           {"error", "stopped_externally", 75, "error"},
           {"error", "stopped_externally", 137, "error", killed},
           own_end}}},
        {"a time limit",
         polling({"--timeout=" + std::to_string(time_limit.count()) + "s"}),
         {},
         let_the_time_pass,
         "active",
         {{{"error", "timeout", 143, "error"},
           {"error", "timeout", 124, "error"},
           {"error", "timeout", 75, "error"},
           {"error", "timeout", 137, "error", killed},
           own_end}}},
        {.who = "a newer attempt",
         .options = polling(),
         .wishes = {},
         .stop = supersede,
         .step_left = "created",
         .cells = {{{none, none, 143, "created"},
                    {none, none, 0, "created"},
                    {none, none, 75, "created"},
                    {none, none, 137, "created", killed},
                    {none, none, 3, "created"}}},
         .hides_steps = true},
        // nobody stops the workload: each ends by itself, past the gate
        {"the job's deletion",
         polling(),
         {.staleness_timeout = 3},
         remove_job,
         none,
         {{{none, none, 143, none},
           {none, none, 0, none},
           {none, none, 75, none},
           {none, none, 7, none},
           // 404 counts twice, 10 s apart (contract 2)
           {none, none, 3, none, 10s}}}},
        // a dead workload's descendant prints, and after the command's end nothing is a stall any more
        {"a stall",
         polling({"--stall-timeout=" + std::to_string(stall_limit.count()) + "s", "--on-stall=stop"}),
         {},
         let_it_stall,
         "active",
         {{{"error", "stalled", 143, "error"},
           {"error", "stalled", 124, "error"},
           {"error", "stalled", 75, "error"},
           {"error", "stalled", 137, "error", killed},
           own_end}}},
    };
    return rows;
}

// --- playing it
// -----------------------------------------------------------------------------------------------------

// The first thing that there is at a JSON pointer of the job's first step, or "(none)", also without a job.
std::string seen(platform const& on, char const* pointer) {
    try {
        return text_at(on.step(), pointer);
    } catch (std::runtime_error const&) {
        return "(none)";
    }
}

void begin(scene& s, row const& what) {
    s.hides_steps = what.hides_steps;
    s.on.instead = [&s](support::http_request const& request) -> std::optional<support::http_answer> {
        bool const is_list = request.method == "GET" && request.target.find("/steps?") != std::string::npos;
        if (!s.hides_steps || !is_list) return std::nullopt;
        return support::http_answer{503, R"({"detail":"not yet"})", {}};
    };
    std::vector<std::string> options = {"--log-level=debug", "--report-tail=off",
                                        "--stop-grace=" + std::to_string(grace.count()) + "s"};
    options.insert(options.end(), what.options.begin(), what.options.end());
    if (s.owns_step) options.emplace_back("--own-step");
    s.agent_run = std::make_unique<process>(s.on.run(options, shell(script_of(s.how, s.gate, s.lets_go))));
    s.began_at = steady::now();
    s.agent_run->wait_for_output("ready\n");
    need(s.on.wait_for_updates(1, "active"), "no update says active");
    // and knows how often it has to beat
    if (!what.hides_steps) need(has_asked_since(s.on, steady::time_point()), "the step was not read");
    if (s.owns_step) {
        need(support::eventually([&] { return s.on.step_status() == "active"; }), "the step is not active");
    } else {
        s.on.set_step("active");  // as the jobs controller does
    }
    if (s.how != answer::is_dead) return;
    s.gate.open();
    s.agent_run->wait_for_error("the command has ended");
}

outcome play(row const& what, answer how, bool owns_step) {
    outcome seen_now;
    try {
        scene s(what.wishes, how, owns_step);
        begin(s, what);
        s.stopped_at = steady::now();
        what.stop(s);
        support::write_file(s.lets_go, "");
        auto const end = s.agent_run->wait(60s);
        seen_now.took = std::chrono::duration_cast<milliseconds>(steady::now() - s.stopped_at);
        seen_now.code = end.code;
        seen_now.err = end.err;
        seen_now.task = seen(s.on, "/tasks/0/status");
        seen_now.reason = seen(s.on, "/tasks/0/error_details/reason");
        seen_now.step = seen(s.on, "/status");
    } catch (std::exception const& e) {
        seen_now.failed = e.what();
    }
    return seen_now;
}

// What differs, or nothing.
std::string judge(outcome const& got, expected const& wanted, std::string const& step) {
    std::ostringstream text;
    auto const compare = [&text](char const* what, auto const& is, auto const& should_be) {
        if (is != should_be) text << what << " is " << is << " instead of " << should_be << "; ";
    };
    if (!got.failed.empty()) return got.failed;
    compare("the task", got.task, std::string(wanted.task));
    compare("the reason", got.reason, std::string(wanted.reason));
    compare("the exit code", got.code, wanted.code);
    compare("the step", got.step, step);
    auto const most = wanted.least + slack;
    if (got.took < wanted.least || got.took > most)
        text << "it took " << got.took.count() << " ms, not " << wanted.least.count() << " to "
             << milliseconds(most).count() << "; ";
    return text.str().empty() ? std::string() : text.str() + "stderr:\n" + got.err;
}

struct cell {
    row const* who;
    std::size_t column;
    bool owns_step;
    std::future<outcome> run;
};

void play_table(bool owns_step) {
    constexpr std::size_t side_by_side = 6;
    std::deque<cell> under_way;
    std::size_t good = 0;
    std::size_t all = 0;
    auto const finish_one = [&] {
        cell one = std::move(under_way.front());
        under_way.pop_front();
        auto const& wanted = one.who->cells[one.column];
        auto const wrong = judge(one.run.get(), wanted, one.owns_step ? wanted.step : one.who->step_left);
        BOOST_TEST(wrong == "",
                   one.who->who << ", the workload " << name_of(answers[one.column]) << ": " << wrong);
        good += wrong.empty();
        ++all;
    };
    for (auto const& who : table()) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (under_way.size() == side_by_side) finish_one();
            auto const how = answers[column];
            under_way.push_back({&who, column, owns_step,
                                 std::async(std::launch::async,
                                            [&who, how, owns_step] { return play(who, how, owns_step); })});
        }
    }
    while (!under_way.empty())
        finish_one();
    std::cout << good << " of " << all << " cells" << (owns_step ? " with --own-step" : "") << "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stop_table_tests)

BOOST_AUTO_TEST_CASE(every_stop_ends_as_the_contract_says) {
    play_table(false);
}

BOOST_AUTO_TEST_CASE(a_run_that_owns_its_step_moves_it_along) {
    play_table(true);
}

BOOST_AUTO_TEST_SUITE_END()
