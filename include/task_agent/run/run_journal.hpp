// A run and its journal (contract 6): what happened goes in, what an earlier run of this task could not
// deliver comes out and is sent ahead of `active`.
//
// Nothing here waits for the disk but two steps, each a second at most: `active` for the reading, the final
// update for its record. The calls that may block are made by the blocking worker; when one of them takes
// longer than its patience, or fails, the run goes on without a journal and says so once.
//
// Control thread. What it borrows outlives it, and it is never destroyed before the process ends: a blocked
// call may still come back to it.
#pragma once

#include "task_agent/base/log.hpp"
#include "task_agent/config/settings.hpp"
#include "task_agent/core/journal_record.hpp"
#include "task_agent/os/blocking_worker.hpp"
#include "task_agent/run/redelivery.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

class run_journal {
public:
    run_journal(boost::asio::io_context& io, std::string run, logger const& log);

    // After the spawn. Without a path there is no journal, and every call below does nothing.
    void begin(state_dir_settings where, run_started start, std::optional<pid_t> workload);

    // The ends of earlier runs of this task, oldest first, each for at most `patience`. Returns at once when
    // the journal could not be read within a second: after `active` an older end would undo it.
    [[nodiscard]] boost::asio::awaitable<void> send_earlier(redelivery& by, duration patience);

    // Something happened: written as soon as the disk likes.
    void note(journal_entry what);

    // The final update, before it is tried. `until` ends the wait, not the writing.
    [[nodiscard]] boost::asio::awaitable<void> note_final(task_update update, time_point until);
    // And what became of it.
    [[nodiscard]] boost::asio::awaitable<void> note_fate(delivery how, time_point until);

private:
    struct keeper;
    struct earlier_end {
        std::string run;
        task_update update;
    };

    // Returns the job's number, for wait_for(); 0 when there is no journal.
    std::uint64_t submit(std::function<std::function<void()>()> work);
    std::uint64_t write(std::vector<journal_record> records);
    void on_done(std::uint64_t number);
    void watch_worker();
    void go_on_without(std::string const& why);
    [[nodiscard]] journal_record record(journal_entry what) const;
    [[nodiscard]] boost::asio::awaitable<void> wait_for(std::uint64_t number, time_point until);

    boost::asio::io_context* io_;
    std::string run_;
    logger log_;
    os::blocking_worker worker_;
    boost::asio::steady_timer overdue_;
    std::shared_ptr<keeper> keeper_;  // shared with the worker's jobs; nothing without a journal
    std::string path_;
    std::uint64_t submitted_ = 0;
    std::uint64_t done_ = 0;
    std::vector<boost::asio::steady_timer*> waiters_;
    std::vector<earlier_end> earlier_;
    bool has_warned_ = false;
};

}  // namespace task_agent
