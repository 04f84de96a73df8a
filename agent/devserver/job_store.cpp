#include "task_agent/devserver/job_store.hpp"

#include <fmt/format.h>

#include <utility>

namespace task_agent::devserver {

job_store::job_store(clock_function clock, std::uint64_t seed) : clock_(std::move(clock)), random_(seed) {}

instant job_store::now() const {
    return std::chrono::floor<std::chrono::microseconds>(clock_());
}

job_row* job_store::find_job(std::string_view workspace, std::string_view name) {
    auto const found = by_name_.find({std::string(workspace), std::string(name)});
    return found == by_name_.end() ? nullptr : found->second;
}

std::optional<step_place> job_store::find_step(std::string_view workspace, std::string_view job,
                                               std::string_view step) {
    job_row* const owner = find_job(workspace, job);
    if (!owner) return std::nullopt;
    for (step_row& candidate : owner->newest().steps) {
        if (candidate.name == step) return step_place{owner, &owner->newest(), &candidate};
    }
    return std::nullopt;
}

task_row* job_store::find_task(step_row& step, std::string_view name) {
    for (task_row& candidate : step.tasks) {
        if (candidate.name == name) return &candidate;
    }
    return nullptr;
}

job_row& job_store::add_job(job_row job, actor const& by) {
    stamp(job, "job", by);
    job_row& added = jobs_.emplace_back(std::move(job));
    by_name_[{added.workspace, added.name}] = &added;
    add_attempt(added, by);
    return added;
}

void job_store::remove_job(job_row const& job) {
    by_name_.erase({job.workspace, job.name});
    jobs_.remove_if([&job](job_row const& one) { return &one == &job; });
}

attempt_row& job_store::add_attempt(job_row& job, actor const& by) {
    attempt_row attempt;
    stamp(attempt, "attempt", by);
    attempt.seq = static_cast<int>(job.attempts.size());
    attempt.platform_spec = job.platform_spec;
    return job.attempts.emplace_back(std::move(attempt));
}

step_row& job_store::add_step(attempt_row& attempt, std::string name, json::object config, actor const& by) {
    step_row step;
    stamp(step, "step", by);
    step.name = std::move(name);
    step.config = std::move(config);
    return attempt.steps.emplace_back(std::move(step));
}

task_row& job_store::add_task(step_row& step, task_row task, actor const& by) {
    stamp(task, "task", by);
    return step.tasks.emplace_back(std::move(task));
}

void job_store::set_secret(std::string workspace, std::string name, std::string value) {
    secrets_.insert_or_assign({std::move(workspace), std::move(name)}, std::move(value));
}

std::string const* job_store::find_secret(std::string const& workspace, std::string const& name) const {
    auto const found = secrets_.find({workspace, name});
    return found == secrets_.end() ? nullptr : &found->second;
}

void job_store::touch(row& changed, actor const& by) const {
    changed.updated_at = now();
    changed.updated_by = by;
}

std::string job_store::new_name(std::string_view prefix) {
    return fmt::format("{}-{}", prefix, random_text(8));
}

void job_store::stamp(row& fresh, std::string_view kind, actor const& by) {
    fresh.id = fmt::format("platform-job-{}-{}", kind, random_text(22));
    fresh.serial = next_serial_++;
    fresh.created_at = fresh.updated_at = now();
    fresh.created_by = fresh.updated_by = by;
}

std::string job_store::random_text(std::size_t length) {
    constexpr std::string_view alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string text(length, '0');
    for (char& c : text)
        c = alphabet[random_.bits() % alphabet.size()];
    return text;
}

}  // namespace task_agent::devserver
