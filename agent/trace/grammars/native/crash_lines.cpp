#include "crash_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::crash {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 400;
constexpr std::size_t longest_announcement = 200;

struct known {
    std::string_view text;
    bool is_fatal = true;
};

constexpr std::array names = {
    known{"SIGSEGV"},        known{"SIGBUS"},         known{"SIGFPE"},         known{"SIGILL"},
    known{"SIGABRT"},        known{"SIGTRAP"},        known{"SIGSYS"},         known{"SIGUSR1", false},
    known{"SIGUSR2", false}, known{"SIGQUIT", false}, known{"SIGTERM", false}, known{"SIGINT", false},
    known{"SIGHUP", false},  known{"SIGALRM", false}, known{"SIGPROF", false},
};

constexpr std::array words = {
    known{"Segmentation fault"},
    known{"segmentation fault"},
    known{"Segmentation violation"},
    known{"segmentation violation"},
    known{"Segmentation Fault"},
    known{"SEGMENTATION FAULT"},
    known{"Bus error"},
    known{"bus error"},
    known{"Illegal instruction"},
    known{"illegal instruction"},
    known{"Floating point exception"},
    known{"Floating-point exception"},
    known{"floating point exception"},
    known{"Arithmetic exception"},
    known{"Aborted"},
    known{"Access violation"},
    known{"access violation"},
};

bool is_fatal_number(int number) noexcept {
    return (number >= 4 && number <= 8) || number == 11 || number == 31;
}

// "signal 11", "Signal: 11", "signal (11)", "signal #11": from the word to the number.
signal_word numbered_signal(std::string_view line) noexcept {
    for (std::string_view const word : {"signal", "Signal", "SIGNAL"}) {
        std::size_t const at = line.find(word);
        if (at == std::string_view::npos) continue;
        std::size_t n = at + word.size();
        while (n < line.size() && std::string_view(" :(#=").find(line[n]) < 5)
            ++n;
        std::size_t const digits = digits_in(line.substr(n));
        if (digits == 0 || digits > 2) continue;
        int const number = number_of(line.substr(n, digits));
        if (number > 0) return {line.substr(at, n + digits - at), is_fatal_number(number)};
    }
    return {};
}

// Marks around a handler's words.
std::string_view undecorated(std::string_view line) noexcept {
    line = trimmed(line);
    while (!line.empty() && std::string_view("*=-!#> ").find(line.front()) < 7)
        line.remove_prefix(1);
    for (std::string_view const lead : {"Error: ", "ERROR: ", "FATAL: ", "Fatal: ", "fatal: ", "error: "}) {
        if (take(line, lead)) break;
    }
    return line;
}

bool ends_a_word(std::string_view rest) noexcept {
    return rest.empty() || !is_name(rest.front());
}

}  // namespace

signal_word find_signal(std::string_view line) noexcept {
    line = line.substr(0, longest_line);
    if (std::size_t at = line.find("SIG"); at != std::string_view::npos) {
        for (; at != std::string_view::npos; at = line.find("SIG", at + 3)) {
            for (known const& name : names) {
                if (line.substr(at).starts_with(name.text) && ends_a_word(line.substr(at + name.text.size())))
                    return {name.text, name.is_fatal};
            }
        }
    }
    for (known const& word : words) {
        if (line.find(word.text) != std::string_view::npos) return {word.text, true};
    }
    return numbered_signal(line);
}

std::string_view besides(std::string_view text, std::string_view signal) noexcept {
    if (text.starts_with(signal)) text.remove_prefix(signal.size());
    while (!text.empty() && std::string_view(":,- ").find(text.front()) < 4)
        text.remove_prefix(1);
    while (!text.empty() && std::string_view(":*= ").find(text.back()) < 4)
        text.remove_suffix(1);
    return text;
}

std::optional<crash_line> parse_crash(std::string_view line) noexcept {
    if (line.size() > longest_line) return std::nullopt;
    // glog, Abseil, folly and Open MPI
    if (line.starts_with("*** ") && line.ends_with(" ***")) {
        if (line.starts_with("*** Aborted at ") || line == "*** Process received signal ***")
            return crash_line{{}, {}, strength::certain};
        bool const is_received = line.find(" received by PID ") != std::string_view::npos ||
                                 line.find(" received at time=") != std::string_view::npos;
        signal_word const signal = find_signal(line);
        if (!is_received || signal.name.empty()) return std::nullopt;
        return crash_line{signal.name, {}, signal.is_fatal ? strength::certain : strength::asked};
    }
    // lldb
    constexpr std::string_view stopped = "stop reason = ";
    if (line.starts_with("* thread #")) {
        std::size_t const at = line.find(stopped);
        if (at == std::string_view::npos) return std::nullopt;
        signal_word const signal = find_signal(line.substr(at));
        if (!signal.is_fatal && line.find("EXC_", at) == std::string_view::npos) return std::nullopt;
        std::string_view const reason = line.substr(at + stopped.size());
        return crash_line{
            signal.is_fatal ? signal.name : reason.substr(0, reason.find(' ')), {}, strength::weak};
    }
    // gfortran's library
    for (std::string_view const type : {"Fortran runtime error", "ERROR STOP"}) {
        if (!line.starts_with(type)) continue;
        std::string_view const said = line.substr(type.size());
        if (!said.empty() && !said.starts_with(": ") && !said.starts_with(' ')) continue;
        return crash_line{type, trimmed(said.substr(said.starts_with(':') ? 1 : 0)), strength::certain};
    }
    std::string_view const text = undecorated(line);
    // gdb
    constexpr std::string_view received = " received signal ";
    constexpr std::string_view terminated = "Program terminated with signal ";
    bool const is_gdb = ((text.starts_with("Program") || text.starts_with("Thread ")) &&
                         text.find(received) != std::string_view::npos && text.ends_with('.')) ||
                        text.starts_with(terminated);
    if (is_gdb) {
        signal_word const signal = find_signal(text);
        if (!signal.is_fatal) return std::nullopt;
        std::size_t const comma = text.rfind(", ");
        std::string_view message =
            comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 2);
        if (message.ends_with('.')) message.remove_suffix(1);
        return crash_line{signal.name, message, strength::weak};
    }
    if (text.starts_with("Caught signal ") && text.find(" (") != std::string_view::npos) {
        // UCX names the address
        signal_word const signal = find_signal(text);
        std::size_t const colon = text.find(": ");
        if (signal.is_fatal && colon != std::string_view::npos && text.ends_with(')'))
            return crash_line{signal.name, text.substr(colon + 2, text.size() - colon - 3),
                              strength::certain};
    }
    // Chromium: "Received signal 11 SEGV_MAPERR 000000000000"
    constexpr std::array<std::string_view, 12> told = {
        "Caught signal", "caught signal", "Received signal",       "received signal",
        "Fatal signal",  "fatal signal",  "FATAL SIGNAL",          "Caught fatal signal",
        "Got signal",    "Crash: signal", "Received fatal signal", "caught fatal signal"};
    constexpr std::array<std::string_view, 9> weak = {
        "signal ", "Signal ", "SIG",   "Segmentation fault", "Segmentation violation",
        "Crash",   "crash",   "CRASH", "Bus error"};
    auto const begins = [&](std::string_view start) { return text.starts_with(start); };
    bool const is_told = std::any_of(told.begin(), told.end(), begins);
    bool const names_itself = text.starts_with("Caught SIG") || text.starts_with("caught SIG") ||
                              text.starts_with("Received SIG") || text.starts_with("received SIG");
    if (!is_told && !names_itself && !std::any_of(weak.begin(), weak.end(), begins)) return std::nullopt;
    signal_word const signal = find_signal(text);
    if (signal.name.empty()) return std::nullopt;
    if (!signal.is_fatal) return crash_line{signal.name, {}, strength::asked};
    return crash_line{signal.name, besides(text, signal.name),
                      is_told || names_itself ? strength::told : strength::weak};
}

bool is_abort(std::string_view type) noexcept {
    return type == "SIGABRT" || type == "Aborted" || type.ends_with("ignal 6") || type.ends_with("ignal: 6");
}

std::string_view shell_word(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 6> told = {
        "Segmentation fault",       "Bus error", "Illegal instruction",
        "Floating point exception", "Aborted",   "Trace/breakpoint trap"};
    for (std::string_view const word : told) {
        if (!line.starts_with(word)) continue;
        std::string_view const rest = line.substr(word.size());
        if (rest == " (core dumped)" || (rest.empty() && word != "Aborted")) return word;
    }
    return {};
}

bool is_detail(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 14> starts = {"Signal: ",
                                                         "Signal code: ",
                                                         "Failing at address: ",
                                                         "PC: @",
                                                         "Associated errno: ",
                                                         "si_code",
                                                         "r8:",
                                                         "ERROR: ",
                                                         "Register dump:",
                                                         "[end of stack trace]",
                                                         "Fault address",
                                                         "Address not",
                                                         "PLEASE submit a bug",
                                                         "Core was generated by "};
    return std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.starts_with(start); });
}

bool is_stop(std::string_view line) noexcept {
    std::size_t const digits = digits_in(line);
    if (digits > 0 && line.substr(digits).starts_with('\t')) return true;
    bool const is_at = line.starts_with("0x") && line.find(" in ") != std::string_view::npos;
    return is_at ||
           (line.find(" (") != std::string_view::npos && line.find(") at ") != std::string_view::npos);
}

bool is_end(std::string_view line) noexcept {
    return line == "*** End of error message ***" || line == "[end of stack trace]" ||
           (line.size() > 8 && line.find_first_not_of('=') == std::string_view::npos);
}

bool may_announce(std::string_view line) noexcept {
    line = trimmed(line);
    if (line.empty() || line.size() > longest_announcement) return false;
    if (line.ends_with(':')) return true;
    for (std::string_view const word : {"rror", "xception", "fatal", "Fatal", "FATAL", "crash", "Crash",
                                        "ignal", "abort", "Abort", "terminat", "SIG"}) {
        if (line.find(word) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace task_agent::trace::crash
