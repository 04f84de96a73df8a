// What the agent keeps of one stream while it passes: its tail, the traces in it, how many bytes came
// (contract 3 and 5).
//
// on_bytes runs in the pump's thread, the rest in the control thread at the end; the lock is held for the
// length of one chunk's analysis or one read, so neither waits noticeably for the other. Memory is bounded by
// the parts. Secrets are masked before anything is kept or cut, whatever the pieces (contract 5.2), and
// whatever a terminal would not show between their letters: where there are secrets, that is taken out first.
// Traces and tail are masked once more, because what a JSON string stands for is known only then.
#pragma once

#include "task_agent/base/escape_filter.hpp"
#include "task_agent/core/output.hpp"
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/output_tail.hpp"
#include "task_agent/trace/detector.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace task_agent {

class output_watch final : public output_observer {
public:
    // `stack_limit`: bytes of error_stack. One trace is kept as long as that, or longer.
    explicit output_watch(std::shared_ptr<secret_set const> secrets = {}, std::size_t stack_limit = 0);

    void on_bytes(std::string_view bytes, time_point now) noexcept override;

    // Another set from now on: a secret has come to light.
    void mask(std::shared_ptr<secret_set const> secrets);

    // Keeps a copy of what passes from now on, the first `limit` bytes of it: a runtime was asked for its
    // stacks.
    void begin_copy(std::size_t limit);
    // What came since, masked; ends the copy.
    [[nodiscard]] std::string take_copy();

    // No more bytes come, or none that matter: closes the last line and the last trace. Call once.
    void finish(time_point now);

    // After finish().
    [[nodiscard]] std::vector<trace::found_trace> const& traces() const noexcept { return detector_.found(); }
    [[nodiscard]] std::string tail() const;
    // Lines that were too long and traces that were too many for the analysis.
    [[nodiscard]] std::uint64_t cut_lines() const;
    [[nodiscard]] std::uint64_t dropped_traces() const;
    // Bytes that passed unseen because there was no memory to look at them.
    [[nodiscard]] std::uint64_t skipped_bytes() const;

private:
    void look_at(std::string_view bytes, time_point now);
    [[nodiscard]] std::string_view readable(std::string_view bytes);

    mutable std::mutex lock_;
    std::shared_ptr<secret_set const> secrets_;
    escape_filter filter_;
    masker masker_;
    line_splitter splitter_;
    output_tail tail_;
    trace::detector detector_;
    std::string copy_;
    std::size_t copy_limit_ = 0;
    std::uint64_t skipped_bytes_ = 0;
    bool finished_ = false;
};

}  // namespace task_agent
