// Which frames handled a signal or raised an abort for others.
#include "task_agent/trace/grammars/native/native_frame.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::native {
namespace {

constexpr std::size_t most_above = 12;  // frames of a handler

std::string_view base_name(std::string_view path) noexcept {
    return path.substr(path.find_last_of('/') + 1);
}

bool is_in_c_library(stack_frame const& frame) noexcept {
    std::string_view const file = base_name(frame.file);
    return file.starts_with("libc.so") || file.starts_with("libc-") || file.starts_with("libpthread") ||
           file.starts_with("ld-musl");
}

bool has_no_name(stack_frame const& frame) noexcept {
    return frame.function.empty() || frame.function == "(unknown)" || frame.function == "???";
}

// Where a signal came in: what is above handled it.
bool is_signal_frame(stack_frame const& frame) noexcept {
    std::string_view const name = frame.function;
    return name == "<signal handler called>" || name == "__restore_rt" || name == "_sigtramp" ||
           name == "__kernel_rt_sigreturn" || name == "(signal handler called)" ||
           base_name(frame.file) == "libc_sigaction.c";
}

// Raises the abort, or tells of it.
bool is_raiser(stack_frame const& frame) noexcept {
    constexpr std::array<std::string_view, 29> starts = {
        "abort",
        "raise",
        "gsignal",
        "__GI_",
        "pthread_kill",
        "__pthread_kill",
        "tgkill",
        "__assert",
        "__libc_message",
        "__fortify_fail",
        "__stack_chk_fail",
        "__chk_fail",
        "malloc_printerr",
        "_int_free",
        "__libc_fatal",
        "google::LogMessage",
        "google::DumpStackTrace",
        "absl::",
        "backtrace",
        "boost::stacktrace::",
        "std::basic_stacktrace",
        "std::stacktrace",
        "std::terminate",
        "__cxxabiv1::",
        "__gnu_cxx::__verbose_terminate_handler",
        "__cxa_throw",
        "c10::Error::Error",
        "c10::detail::torchCheckFail",
        "__glibcxx_assert_fail",
    };
    std::string_view const name = frame.function;
    return std::any_of(starts.begin(), starts.end(), [&](auto start) { return name.starts_with(start); });
}

bool is_in_cpp_library(stack_frame const& frame) noexcept {
    std::string_view const file = base_name(frame.file);
    return file.starts_with("libstdc++.so") || file.starts_with("libc++abi.so");
}

// A handler of std::terminate stands above the frames of the library that called it and of those that threw;
// they have no names. Where those that threw end; 0 = there are none.
std::size_t behind_terminate(std::vector<stack_frame> const& frames, std::size_t most) noexcept {
    for (std::size_t i = 1; i + 1 < most; ++i) {
        if (!is_in_cpp_library(frames[i]) || !has_no_name(frames[i])) continue;
        std::size_t end = i + 1;
        while (end < frames.size() && is_in_cpp_library(frames[end]))
            ++end;
        // a thread's first frame is the library's as well, and has one above it
        bool const has_thrower = end >= i + 2 && end < frames.size() && !has_no_name(frames[end]);
        return has_thrower ? end : 0;
    }
    return 0;
}

}  // namespace

void shed_machinery(std::vector<stack_frame>& frames, bool by_signal) {
    std::size_t const most = std::min(frames.size(), most_above);
    std::size_t from = behind_terminate(frames, most);
    for (std::size_t i = 0; i < most; ++i) {
        // glibc's return from a signal has no name, like what calls main
        bool const calls_main =
            i > 0 && (frames[i - 1].function == "main" ||
                      (i + 1 < frames.size() && frames[i + 1].function.starts_with("__libc_start_main")));
        bool const may_return =
            i > 0 && i < 4 && !calls_main && has_no_name(frames[i]) && is_in_c_library(frames[i]);
        bool const goes_on_in_it = i + 1 < frames.size() && is_in_c_library(frames[i + 1]);
        if (!is_signal_frame(frames[i]) && !(may_return && (by_signal || goes_on_in_it))) continue;
        from = i + 1;
        break;
    }
    auto const is_above = [&](stack_frame const& frame) {
        bool const is_nobody = by_signal && has_no_name(frame) && frame.file.empty();
        return is_nobody || is_raiser(frame) || is_in_c_library(frame);
    };
    while (from < most && is_above(frames[from]))
        ++from;
    if (from >= frames.size()) return;
    frames.erase(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(from));
}

}  // namespace task_agent::trace::native
