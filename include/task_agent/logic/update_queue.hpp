// The one ordered queue of task updates (contract 3): single flight, newer details replace older unsent ones
// key by key, at most one PUT a second, nothing after the final update. It never holds more than one waiting
// update, so a slow server cannot make it grow. Pure: the driver sends what next() gives and reports back
// with on_outcome().
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"
#include "task_agent/core/call_outcome.hpp"
#include "task_agent/core/journal_record.hpp"
#include "task_agent/core/task_update.hpp"
#include "task_agent/logic/retry_schedule.hpp"

#include <optional>
#include <string>

namespace task_agent {

class update_queue {
public:
    struct action {
        enum class kind {
            idle,       // nothing to do until something is pushed
            wait,       // nothing to do before `until`
            send,       // send `update`, then call on_outcome; next() says idle until then
            read_back,  // look at what the platform holds, then call on_read_back
            over,       // the final update was accepted or given up
        };
        kind what = kind::idle;
        time_point until{};
        task_update update;
        bool refresh_auth = false;  // get new credentials before sending
    };

    // `random` is borrowed and outlives the queue.
    explicit update_queue(jitter& random) noexcept : random_(&random) {}

    // Merged into what waits. Without effect after push_final() or when the job is gone.
    void push(task_update update);
    // Tried until accepted or until `deadline`, whatever was sent before.
    void push_final(task_update update, time_point deadline);

    // Nothing more is said, the final update included: the task is somebody else's now.
    void abandon() noexcept;

    // A stop came meanwhile: the end has less time. Never more.
    void shorten_final(time_point deadline) noexcept;

    [[nodiscard]] action next(time_point now);
    // What became of the update that was sent. Returns a sentence worth a warning, if it is a new one.
    [[nodiscard]] std::optional<std::string> on_outcome(call_outcome const& outcome, time_point now);

    // Whether the platform holds the final update, or nothing when that could not be read. The final update
    // is put again, at most three times, where an older request came in behind it.
    void on_read_back(std::optional<bool> holds_final);

    [[nodiscard]] bool is_in_flight() const noexcept { return in_flight_.has_value(); }
    // next() has said read_back, and nothing was read yet.
    [[nodiscard]] bool is_reading() const noexcept { return reading_ == reading::under_way; }
    [[nodiscard]] bool is_over() const noexcept { return over_; }
    [[nodiscard]] bool final_was_accepted() const noexcept { return fate_ == delivery::accepted; }
    // Once it is over: accepted, refused or given up.
    [[nodiscard]] delivery final_fate() const noexcept { return fate_; }
    [[nodiscard]] bool job_is_gone() const noexcept { return job_gone_; }

private:
    void add(task_update newer);
    void carry(task_update older);
    void put_back(task_update older);
    [[nodiscard]] retry_schedule& schedule();
    void end(delivery fate) noexcept;
    void on_final_accepted() noexcept;
    [[nodiscard]] std::optional<std::string> on_send_again(retry_action const& todo, time_point now);
    [[nodiscard]] std::optional<std::string> say_once(std::string sentence);

    jitter* random_;
    std::optional<task_update> waiting_;
    std::optional<task_update> in_flight_;
    // Of an update that was refused for who we are: its details go with the next one, when that may be
    // mended.
    std::optional<task_update> carried_;
    // The last value of each key: where a request may come in late, the end says all of them again.
    detail_map last_values_;
    bool in_flight_is_final_ = false;
    bool final_pushed_ = false;
    time_point final_deadline_{};
    std::optional<retry_schedule> schedule_;
    bool refresh_auth_ = false;
    std::optional<time_point> not_before_;  // back-off, or one PUT a second
    bool job_gone_ = false;
    bool over_ = false;
    bool in_doubt_ = false;  // a request was lost after it had left: it may still come in
    enum class reading { none, due, under_way };
    reading reading_ = reading::none;
    int puts_again_ = 0;
    std::optional<task_update> final_;  // as it was sent last
    bool was_accepted_ = false;
    delivery fate_ = delivery::given_up;  // of the final update
    std::string said_;
};

}  // namespace task_agent
