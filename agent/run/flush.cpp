#include "task_agent/run/flush.hpp"

#include "task_agent/os/boot.hpp"
#include "task_agent/os/cgroup.hpp"
#include "task_agent/run/journal_opening.hpp"
#include "task_agent/run/redelivery.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include <exception>
#include <utility>

namespace task_agent {
namespace {

namespace asio = boost::asio;

machine_facts look_at_machine() {
    machine_facts now;
    now.boot_id = os::boot_id();
    auto const cgroup = os::memory_cgroup::find();
    auto const folder = cgroup ? cgroup->counting_folder() : std::nullopt;
    if (folder) now.memory = memory_mark{folder->device, folder->inode, cgroup->kills().value_or(0)};
    return now;
}

delivery deliver(flush_request const& request, identity const& who, task_update update, logger const& log) {
    asio::io_context io(1);
    jitter random(jitter::fresh_seed());
    jobs_client client(io, request.platform, who, request.client);
    redelivery by(io, client, who, random, log);
    auto fate = delivery::given_up;
    auto on_end = [&](std::exception_ptr failure, delivery how) {
        client.close();
        if (failure) std::rethrow_exception(failure);
        fate = how;
        io.stop();
    };
    auto const deadline = steady_clock::now() + request.settings.final_timeout;
    asio::co_spawn(io, by.send(std::move(update), deadline), on_end);
    io.run();
    return fate;
}

std::string name_of(journal_section const& section) {
    auto const& id = section.start->id;
    auto const state = section.final_update ? to_text(section.final_update->state) : "no end";
    return fmt::format("{} of {}/{}/{} (run {}, began {})", state, id.job, id.step, id.task, section.run,
                       section.began);
}

class flushing {
public:
    flushing(flush_request const& request, opened_journal& journal, logger const& log,
             std::function<void(std::string const&)> const& say)
        : request_(request), journal_(journal), log_(log), say_(say) {}

    bool all() {
        bool nothing_left = true;
        bool said_any = false;
        for (auto& section : journal_.sections) {
            auto const& present = request_.settings.id;
            switch (use_of(section, present)) {
                case section_use::nothing:
                    continue;
                case section_use::dropped_pause:
                    say_("not sent: " + name_of(section) + ": a pause that is over is no news");
                    break;
                case section_use::other_attempt:
                    say_("not sent: " + name_of(section) + ": it is of " + whose(section) +
                         ", and would land in the newest attempt");
                    break;
                case section_use::deliver:
                case section_use::other_task:
                case section_use::without_ending:  // opening it has given it one
                    nothing_left = send(section) && nothing_left;
                    break;
            }
            said_any = true;
        }
        if (!said_any) say_("nothing to deliver in " + journal_.file.path());
        return nothing_left;
    }

private:
    std::string whose(journal_section const& section) const {
        auto const& id = section.start->id;
        auto const& present = request_.settings.id;
        if (id.workspace != present.workspace || id.job != present.job)
            return fmt::format("job {}/{}, not {}/{}", id.workspace, id.job, present.workspace, present.job);
        auto const named = [](std::string const& attempt) {
            return attempt.empty() ? std::string("an attempt without an id") : "attempt " + attempt;
        };
        return named(id.attempt_id) + ", not " + named(present.attempt_id);
    }

    bool send(journal_section& section) {
        auto const name = name_of(section);
        auto const fate = deliver(request_, section.start->id, std::move(*section.final_update), log_);
        if (fate == delivery::given_up) {
            say_("not delivered: " + name + ": the platform did not take it in time; it is kept");
            return false;
        }
        acknowledgement answer;
        answer.how = fate;
        std::vector<journal_record> records;
        records.push_back({section.run, utc_text(wall_clock::now()), answer});
        if (auto const done = journal_.file.append(records); !done)
            log_.warn("this delivery is not recorded: " + done.error().text);
        say_((fate == delivery::accepted ? "delivered: " : "refused by the platform: ") + name);
        return fate == delivery::accepted;
    }

    flush_request const& request_;
    opened_journal& journal_;
    logger log_;
    std::function<void(std::string const&)> const& say_;
};

}  // namespace

bool flush_journal(flush_request const& request, logger const& log,
                   std::function<void(std::string const&)> const& say) {
    auto const& where = request.settings.state_dir;
    auto opened = open_journal(where, journal_user::flush, look_at_machine());
    if (!opened) {
        if (store::is_missing(opened.error())) {
            say("nothing to deliver: there is no " + where.path);
            return true;
        }
        log.error(store::is_locked(opened.error())
                      ? where.path +
                            " is in use by an agent that runs; what is in it is delivered by that one"
                      : opened.error().text);
        return false;
    }
    if (opened->damaged > 0)
        log.warn(
            fmt::format("{}: {} damaged records of the journal are skipped", where.path, opened->damaged));
    if (opened->trouble) log.warn("the journal takes no more: " + opened->trouble->text);
    return flushing(request, *opened, log, say).all();
}

}  // namespace task_agent
