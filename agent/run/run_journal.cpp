#include "task_agent/run/run_journal.hpp"

#include "task_agent/os/boot.hpp"
#include "task_agent/run/journal_opening.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// What `active`, and the final update, wait for the disk.
constexpr duration longest_wait = 1s;
// Records that the disk did not take and that may go with a later one.
constexpr std::size_t most_unwritten = 16;

// The end of the workload is followed by the final update, often at once: that one must not wait for a disk
// that is still busy with this.
store::journal::durable durability_of(std::vector<journal_record> const& records) {
    bool const is_end = records.size() == 1 && std::holds_alternative<workload_ended>(records.front().what);
    return is_end ? store::journal::durable::with_later : store::journal::durable::now;
}

// A record that is too long for a journal goes without what is least needed.
void shorten(task_update& update) {
    if (!update.status_details.empty()) {
        update.status_details.clear();
    } else {
        update.error_stack.clear();
    }
}

}  // namespace

// The worker's side: its jobs, one at a time, and nobody else touch it, but for `off`.
struct run_journal::keeper {
    std::optional<store::journal> file;
    std::vector<journal_record> unwritten;
    std::atomic<bool> off{false};

    // Records that failed go with the next ones: an end without its start says nothing.
    result<> write(std::vector<journal_record> records) {
        if (!file) return {};
        for (auto& r : records)
            unwritten.push_back(std::move(r));
        auto const when = durability_of(unwritten);
        auto done = file->append(unwritten, when);
        for (int tries = 0; !done && done.error().code == boost::system::errc::file_too_large && tries < 2;
             ++tries) {
            for (auto& r : unwritten) {
                if (auto* const update = std::get_if<task_update>(&r.what)) shorten(*update);
            }
            done = file->append(unwritten, when);
        }
        if (done || unwritten.size() > most_unwritten) unwritten.clear();
        return done;
    }
};

run_journal::run_journal(asio::io_context& io, std::string run, logger const& log)
    : io_(&io), run_(std::move(run)), log_(log), overdue_(io) {}

void run_journal::begin(state_dir_settings where, run_started start, std::optional<pid_t> workload) {
    if (where.path.empty()) return;
    keeper_ = std::make_shared<keeper>();
    path_ = where.path;
    std::vector<journal_record> first = {record(start)};
    if (workload) first.push_back(record(workload_started{*workload}));

    submit([this, k = keeper_, where = std::move(where), first = std::move(first)] {
        auto start_here = first;
        auto& own = std::get<run_started>(start_here.front().what);
        own.boot_id = os::boot_id();
        own.agent_start = os::start_ticks_of_self();
        auto opened = open_journal(where, journal_user::run, {own.boot_id, own.memory});
        if (!opened) {
            bool const is_answer = store::is_locked(opened.error()) ||
                                   (!where.was_asked_for && store::is_missing(opened.error()));
            auto why = store::is_locked(opened.error()) ? where.path + " is in use by another agent"
                                                        : opened.error().text;
            return std::function<void()>([this, is_answer, text = std::move(why)] {
                if (is_answer) {
                    log_.info("no state dir for this run: " + text);
                    has_warned_ = true;
                }
                go_on_without(text);
                keeper_.reset();
            });
        }
        std::vector<earlier_end> ends;
        std::size_t others = 0;
        for (auto& section : opened->sections) {
            auto const use = use_of(section, own.id);
            if (use == section_use::deliver) {
                ends.push_back({section.run, std::move(*section.final_update)});
            } else if (use != section_use::nothing) {
                ++others;
            }
        }
        k->file.emplace(std::move(opened->file));
        auto written = k->write(std::move(start_here));
        std::string trouble = opened->trouble ? opened->trouble->text : std::string();
        if (!written) trouble = written.error().text;
        return std::function<void()>([this, ends = std::move(ends), others, damaged = opened->damaged,
                                      trouble = std::move(trouble)]() mutable {
            earlier_ = std::move(ends);
            if (others > 0)
                log_.info(
                    fmt::format("{}: {} ends of other tasks or attempts are left to `flush`", path_, others));
            if (damaged > 0)
                log_.warn(fmt::format("{}: {} damaged records of the journal are skipped", path_, damaged));
            if (!trouble.empty()) go_on_without(trouble);
        });
    });
}

asio::awaitable<void> run_journal::send_earlier(redelivery& by, duration patience) {
    if (!keeper_) co_return;
    co_await wait_for(1, steady_clock::now() + longest_wait);
    if (done_ == 0) co_return;  // too late: after `active` an older end would undo it
    auto ends = std::exchange(earlier_, {});
    for (auto& end : ends) {
        auto const state = end.update.state;
        auto const fate = co_await by.send(end.update, steady_clock::now() + patience);
        if (fate == delivery::given_up) {
            earlier_.push_back(std::move(end));
            continue;
        }
        log_.info(fmt::format("the end of an earlier run ({}) was {}", to_text(state), to_text(fate)));
        acknowledgement answer;
        answer.how = fate;
        auto answered = record(answer);
        answered.run = end.run;
        std::vector<journal_record> records(1, std::move(answered));
        write(std::move(records));
    }
}

void run_journal::note(journal_entry what) {
    if (!keeper_) return;
    std::vector<journal_record> records(1, record(std::move(what)));
    write(std::move(records));
}

asio::awaitable<void> run_journal::note_final(task_update update, time_point until) {
    if (!keeper_) co_return;
    auto const now = steady_clock::now();
    std::vector<journal_record> records(1, record(std::move(update)));
    auto const number = write(std::move(records));
    // a record that comes late is still better than an update that does
    auto const longest = std::min<duration>(longest_wait, (until - now) / 4);
    co_await wait_for(number, now + longest);
}

asio::awaitable<void> run_journal::note_fate(delivery how, time_point until) {
    if (!keeper_) co_return;
    acknowledgement answer;
    answer.how = how;
    std::vector<journal_record> records(1, record(answer));
    if (how == delivery::accepted) {
        // the task has a newer end now: an older one must not come after it
        answer.how = delivery::superseded;
        for (auto const& end : std::exchange(earlier_, {})) {
            records.push_back(record(answer));
            records.back().run = end.run;
        }
    }
    auto const number = write(std::move(records));
    auto const now = steady_clock::now();
    co_await wait_for(number, std::min(now + longest_wait, std::max(until, now + 100ms)));
}

std::uint64_t run_journal::write(std::vector<journal_record> records) {
    return submit([this, k = keeper_, records = std::move(records)] {
        auto const done = k->write(records);
        std::string text = done ? std::string() : done.error().text;
        return std::function<void()>([this, text = std::move(text)] {
            if (!text.empty()) go_on_without(text);
        });
    });
}

// `work` runs on the worker's thread and returns what is to be done here.
std::uint64_t run_journal::submit(std::function<std::function<void()>()> work) {
    if (!keeper_) return 0;
    auto const number = ++submitted_;
    auto job = [this, number, k = keeper_, work = std::move(work)] {
        if (k->off) return;
        auto then = work();
        asio::post(*io_, [this, number, k, then = std::move(then)] {
            if (k->off) return;
            then();
            on_done(number);
        });
    };
    if (!worker_.submit(std::move(job))) {
        keeper_->off = true;
        keeper_.reset();
        go_on_without("no thread can be started");
        return 0;
    }
    watch_worker();
    return number;
}

void run_journal::on_done(std::uint64_t number) {
    done_ = number;
    for (auto* const waiter : waiters_)
        waiter->cancel();
}

// Looks again when the job under way has had its time; jobs that end in time cost no timer's firing more
// than one each few seconds.
void run_journal::watch_worker() {
    if (overdue_.expiry() > steady_clock::now()) return;
    auto const due = worker_.due();
    if (!due) return;
    overdue_.expires_at(*due);
    overdue_.async_wait([this](boost::system::error_code ec) {
        if (ec || !keeper_) return;
        if (!worker_.give_up_overdue(steady_clock::now())) return watch_worker();
        keeper_->off = true;
        keeper_.reset();
        on_done(submitted_);
        go_on_without(path_ + " does not answer");
    });
}

// Said once, however much fails after it: each later record is still tried, for the disk may have room again.
void run_journal::go_on_without(std::string const& why) {
    if (std::exchange(has_warned_, true)) return;
    log_.warn("what happens is not recorded in the state dir: " + why);
}

journal_record run_journal::record(journal_entry what) const {
    return {run_, utc_text(wall_clock::now()), std::move(what)};
}

asio::awaitable<void> run_journal::wait_for(std::uint64_t number, time_point until) {
    asio::steady_timer timer(*io_);
    waiters_.push_back(&timer);
    while (done_ < number && steady_clock::now() < until) {
        timer.expires_at(until);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer.async_wait(token);
        (void)ec;  // in time or too late: look again
    }
    std::erase(waiters_, &timer);
}

}  // namespace task_agent
