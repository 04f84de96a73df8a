#include "task_agent/run/output_watch.hpp"

#include "task_agent/run/report_masking.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace task_agent {
namespace {

// Bytes that are filtered and masked at once: what is made of them is kept between the calls.
constexpr std::size_t most_changed = 16 * 1024;

// Somewhat longer than what is reported, so that there is something to choose from.
std::size_t room_for(std::size_t stack_limit) noexcept {
    return std::max(trace::trace_text::usual_room, stack_limit + trace::trace_text::least_room);
}

}  // namespace

output_watch::output_watch(std::shared_ptr<secret_set const> secrets, std::size_t stack_limit)
    : secrets_(std::move(secrets)),
      masker_(secrets_),
      detector_(trace::all_grammars(), room_for(stack_limit)) {}

void output_watch::on_bytes(std::string_view bytes, time_point now) noexcept {
    std::lock_guard const guard(lock_);
    if (finished_) return;
    try {
        while (!bytes.empty()) {
            auto const some = masker_.is_idle() ? bytes : bytes.substr(0, most_changed);
            look_at(masker_.feed(readable(some)), now);
            bytes.remove_prefix(some.size());
        }
    } catch (std::bad_alloc const&) {
        // the workload's output goes on; what the analysis missed is counted
        skipped_bytes_ += bytes.size();
    }
}

std::string_view output_watch::readable(std::string_view bytes) {
    return masker_.is_idle() ? bytes : filter_.feed(bytes);
}

void output_watch::look_at(std::string_view bytes, time_point now) {
    tail_.append(bytes);
    if (copy_.size() < copy_limit_) copy_ += bytes.substr(0, copy_limit_ - copy_.size());
    splitter_.feed(bytes);
    output_line line;
    while (splitter_.next(line)) {
        if (!line.transient) detector_.on_line(line.text, now);
    }
}

void output_watch::finish(time_point now) {
    std::lock_guard const guard(lock_);
    finished_ = true;
    look_at(masker_.feed(filter_.flush()), now);
    look_at(masker_.flush(), now);
    if (output_line line; splitter_.flush(line)) detector_.on_line(line.text, now);
    detector_.finish();
    if (!secrets_) return;
    for (auto& trace : detector_.found())
        mask_texts(trace, *secrets_);
}

void output_watch::mask(std::shared_ptr<secret_set const> secrets) {
    std::lock_guard const guard(lock_);
    secrets_ = std::move(secrets);
    masker_.use(secrets_);
}

void output_watch::begin_copy(std::size_t limit) {
    std::lock_guard const guard(lock_);
    copy_.clear();
    copy_limit_ = limit;
}

std::string output_watch::take_copy() {
    std::lock_guard const guard(lock_);
    copy_limit_ = 0;
    return std::exchange(copy_, {});
}

std::string output_watch::tail() const {
    std::lock_guard const guard(lock_);
    return secrets_ ? masked(tail_.text(), *secrets_) : tail_.text();
}

std::uint64_t output_watch::cut_lines() const {
    std::lock_guard const guard(lock_);
    return splitter_.cut_lines();
}

std::uint64_t output_watch::skipped_bytes() const {
    std::lock_guard const guard(lock_);
    return skipped_bytes_;
}

std::uint64_t output_watch::dropped_traces() const {
    std::lock_guard const guard(lock_);
    return detector_.dropped_traces();
}

}  // namespace task_agent
