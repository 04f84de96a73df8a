#include "outlived.hpp"

#include "task_agent/trace/handling_words.hpp"

#include "repeated.hpp"

namespace task_agent::trace {
namespace {

constexpr std::uint64_t few_lines = 3;    // behind a record of what ended a process
constexpr std::uint64_t some_lines = 10;  // behind one that a logger wrote before it
constexpr std::uint64_t least_times = 3;  // a server and its client may say the same
constexpr std::uint64_t least_times_of_success = 2;
constexpr std::uint64_t least_alike = 5;      // of such lines, as there were before it
constexpr std::uint64_t least_further = 2;    // lines behind what was caught, tidying up not counted
constexpr std::uint64_t least_of_failed = 4;  // the same, where nothing may tell why else its process failed

}  // namespace

bool was_outlived(found_trace const& trace, std::span<found_trace const> of_stream, last_word last,
                  bool is_end_known) noexcept {
    // it was got over once; the last time as well, where the end does not speak of it
    if (last >= last_word::neutral && trace.lines_after > 0 && is_repeated(trace, of_stream)) return true;
    if (last >= last_word::neutral &&
        trace.times_said >= (last >= last_word::success ? least_times_of_success : least_times))
        return true;
    // "publishing skipped" may tell what followed from an error as well as what was done about it
    bool const is_told = !is_end_known || !trace.is_error_record || trace.lines_after > few_lines;
    bool const was_survived =
        is_told && (trace.handled == handling::survived || trace.handled == handling::aside);
    // a runner may indent all that its child prints, and a warning speak of what came before
    bool const may_be_the_end = trace.is_handled_above || is_quotation(trace.prefix);
    std::uint64_t const least = is_end_known && may_be_the_end ? least_of_failed : least_further;
    if (was_survived && last >= last_word::neutral &&
        trace.lines_after >= (last >= last_word::success ? 1 : least))
        return true;
    // what a later line complains of ended it, where calm lines stand between
    bool const is_gone_on_from = trace.role == trace_role::raised &&
                                 (trace.lines_alike >= few_lines || trace.lines_after > some_lines);
    if (trace.is_outdone && (!is_end_known || is_gone_on_from)) return true;
    if (is_end_known) return false;
    // what ended it after all would have been told behind that
    std::uint64_t const least_behind = last >= last_word::calm ? 1 : 2;
    if (was_survived && trace.lines_after >= least_behind) return true;
    // a logger wrote it, and its program did more
    if (trace.handled == handling::error && last >= last_word::neutral && trace.lines_after >= least_further)
        return true;
    // of what nobody caught others may write the same lines
    bool const is_own = trace.handled != handling::none || trace.role == trace_role::detached;
    std::uint64_t const least_alike_lines = trace.role == trace_role::detached ? some_lines : least_alike;
    if (is_own && last >= last_word::neutral && trace.lines_alike >= least_alike_lines) return true;
    switch (last) {
        case last_word::unknown:
        case last_word::neutral:
            return false;
        case last_word::calm:
            return is_own && trace.lines_after > some_lines;
        case last_word::none_failed:
            return trace.lines_after > 0;
        case last_word::success:
            // what a logger wrote of a failure may be followed by the words with which a program ends in any
            // case
            return trace.lines_after > (trace.handled == handling::error ? few_lines : 0);
    }
    return false;
}

bool was_got_over(found_trace const& trace) noexcept {
    if (trace.role == trace_role::notice) return trace.lines_after > 0 || trace.lines_said >= least_further;
    return trace.role == trace_role::raised && trace.is_followed && trace.lines_after >= least_further;
}

}  // namespace task_agent::trace
