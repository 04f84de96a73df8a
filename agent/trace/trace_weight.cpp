#include "task_agent/trace/trace_weight.hpp"

#include "task_agent/trace/handling_words.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

// Lines of other output behind a trace that was caught: more, and its program went on for good.
constexpr std::uint64_t few_lines = 10;

struct mark {
    std::string_view type;  // how the type ends; empty = any
    std::string_view text;  // inside the message; empty = any
};

constexpr std::array cascades = {
    mark{"BrokenPipeError", {}},
    mark{"ConnectionResetError", {}},
    mark{"ConnectionAbortedError", {}},
    mark{"ConnectionClosedError", {}},
    mark{"SignalException", {}},
    mark{"DistBackendError", "remote process exited"},
    mark{"DistBackendError", "communicator was aborted"},
    mark{"DistNetworkError", {}},
    mark{{}, "NCCL communicator was aborted"},
    mark{{}, "ncclRemoteError"},
    mark{{}, "onnection closed by peer"},
    mark{{}, "onnection reset by peer"},
    mark{{}, "closed by remote peer"},
    mark{{}, "Broken pipe"},
    mark{"error", "error reading from connection"},
    mark{"error", "error writing to connection"},
    mark{{}, "SIGTERM received"},
    mark{{}, "(SIGTERM) received"},
    mark{"KeyboardInterrupt", {}},
    mark{"CancelledError", {}},
    // of another thread's panic
    mark{"DistStoreError", {}},
    mark{"panic", "PoisonError"},
    mark{"panic", "a scoped thread panicked"},
    mark{"panic", "value: Any { .. }"},
    // of a thread of Haskell that died
    mark{{}, "thread blocked indefinitely in an MVar"},
    mark{{}, "context canceled"},
};

constexpr std::array wrappers = {
    mark{"CalledProcessError", {}},
    mark{"ChildFailedError", {}},
    mark{"ProcessRaisedException", {}},
    mark{"ProcessExitedException", {}},
    mark{"BrokenProcessPool", {}},
    mark{"RayTaskError", {}},
    mark{"ActorDiedError", {}},
    mark{"WorkerCrashedError", {}},
    mark{"InvocationTargetException", {}},
    mark{"UndeclaredThrowableException", {}},
    mark{{}, "DataLoader worker"},
    mark{{}, "Command failed: "},
    mark{{}, "returned non-zero exit status"},
};

template <std::size_t N>
bool any_of(std::array<mark, N> const& marks, exception_info const& e) noexcept {
    for (mark const& m : marks) {
        if (!m.type.empty() && !std::string_view(e.type).ends_with(m.type)) continue;
        if (!m.text.empty() && std::string_view(e.message).find(m.text) == std::string_view::npos) continue;
        return true;
    }
    return false;
}

int weight_of_role(found_trace const& trace) noexcept {
    switch (trace.role) {
        case trace_role::warning:
            return 0;
        case trace_role::ignored:
            return 4;
        case trace_role::incomplete:
            return 20;
        case trace_role::notice:
            return is_cascade(trace) ? 28 : 30;
        case trace_role::summary:
            return any_of(wrappers, trace.exception) && !trace.is_explained ? 46 : 16;
        case trace_role::detached:
            return 40;
        case trace_role::killed:
            return 34;
        case trace_role::raised:
            if (is_cascade(trace)) return 36;
            // with what its child had printed it tells all
            return is_wrapper(trace) && !(trace.exception.language == "python" && !trace.root_line.empty())
                       ? 46
                       : 60;
        case trace_role::native_crash:
        case trace_role::sanitizer:
        case trace_role::resource:
            return 60;
    }
    return 0;
}

}  // namespace

bool is_cascade(found_trace const& trace) noexcept {
    // of a pipe whose other process has gone; what reads a file or a terminal says of what it ran out
    bool const is_of_pipe = trace.exception.type == "EOFError" && trace.exception.message.empty();
    return is_of_pipe || any_of(cascades, trace.exception);
}

bool is_wrapper(found_trace const& trace) noexcept {
    return any_of(wrappers, trace.exception) || says_only_code(trace.exception.message);
}

bool is_reason(found_trace const& trace) noexcept {
    bool const has_ended = trace.role == trace_role::raised || trace.role == trace_role::native_crash ||
                           trace.role == trace_role::sanitizer || trace.role == trace_role::resource;
    return has_ended && !trace.is_guess && !is_cascade(trace) && !is_wrapper(trace);
}

int weight_of(found_trace const& trace) noexcept {
    int weight = weight_of_role(trace);
    if (trace.is_guess && weight >= doubtful) weight = doubtful - 1;
    // Shells, build tools and printers of boxes go on after what they tell of: an old log that goes on says
    // that it was got over.
    bool const may_go_on = trace.is_often_survived || trace.role == trace_role::notice;
    if (may_go_on && trace.lines_after > few_lines && weight >= doubtful) weight = doubtful - 1;
    if (trace.is_passed) weight = std::min(weight, doubtful - 2);
    switch (trace.handled) {
        case handling::none:
            return weight;
        case handling::error:
            return weight > 50 ? 50 : weight;
        case handling::survived:
            if (trace.lines_after > few_lines) return 0;
            // a tool's word that its script went on from says less than a line that only looks like a reason
            return std::min(weight, trace.role == trace_role::notice ? doubtful - 2 : 26);
        case handling::aside:
            return weight > 8 ? 8 : weight;
    }
    return weight;
}

}  // namespace task_agent::trace
