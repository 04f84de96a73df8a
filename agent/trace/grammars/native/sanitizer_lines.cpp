#include "sanitizer_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <array>
#include <span>

namespace task_agent::trace::sanitizer {
namespace {

constexpr std::string_view thread_warning = "WARNING: ThreadSanitizer: ";

// "/app/x.c:12:3" or "x.c:12".
std::optional<stack_frame> location(std::string_view text) {
    std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || number_of(text.substr(colon + 1)) == 0) return std::nullopt;
    int line = number_of(text.substr(colon + 1));
    text = text.substr(0, colon);
    colon = text.rfind(':');
    if (colon != std::string_view::npos && number_of(text.substr(colon + 1)) != 0) {
        line = number_of(text.substr(colon + 1));
        text = text.substr(0, colon);
    }
    return stack_frame{to_plain_text(text), line, {}};
}

}  // namespace

bool is_border(std::string_view line) noexcept {
    return line.size() >= 18 && line.find_first_not_of('=') == std::string_view::npos;
}

bool is_deadly_signal(std::string_view line) noexcept {
    return line.ends_with("Sanitizer:DEADLYSIGNAL");
}

std::string_view behind_pid(std::string_view line) noexcept {
    if (!line.starts_with("==")) return {};
    std::size_t const digits = digits_in(line.substr(2));
    if (digits == 0 || !line.substr(2 + digits).starts_with("==")) return {};
    return line.substr(4 + digits);
}

std::string_view headline(std::string_view line) noexcept {
    std::string_view text = line.starts_with(thread_warning) ? line : behind_pid(line);
    if (text.starts_with(" ERROR: libFuzzer: ")) return text.substr(8);
    bool is_told = false;
    for (std::string_view const level : {"ERROR: ", "WARNING: ", "FATAL: "}) {
        if (!text.starts_with(level)) continue;
        text.remove_prefix(level.size());
        is_told = true;
        break;
    }
    if (!is_told) return {};
    std::size_t const at = text.find("Sanitizer");
    if (at == std::string_view::npos || text.find(' ') < at) return {};
    std::string_view const rest = text.substr(at + 9);
    return rest.starts_with(": ") || rest.starts_with(" CHECK failed") ? text : std::string_view{};
}

bug parse_bug(std::string_view headline) noexcept {
    std::string_view rest =
        headline.substr(headline.find("anitizer") == std::string_view::npos ? headline.find(": ") + 2
                                                                            : headline.find("anitizer") + 8);
    while (rest.starts_with(':') || rest.starts_with(' '))
        rest.remove_prefix(1);
    if (rest.starts_with("detected memory leaks")) return {"memory leak", {}};
    if (rest.starts_with("CHECK failed"))
        return {"check failed",
                trimmed(rest.substr(std::min<std::size_t>(rest.find(' ', 6) + 1, rest.size())))};
    if (headline.starts_with("libFuzzer")) {
        std::size_t const stop = std::min({rest.find(" ("), rest.find(" after "), rest.size()});
        return {rest.substr(0, stop), trimmed(rest.substr(stop))};
    }
    // ThreadSanitizer's are words: "data race (pid=7)"; its fatal signals are like everybody's
    bool const is_words =
        headline.starts_with("ThreadSanitizer") && rest.find(" address ") == std::string_view::npos;
    if (is_words) {
        std::size_t const stop = std::min(rest.find(" ("), rest.size());
        return {rest.substr(0, stop), trimmed(rest.substr(stop))};
    }
    bool const is_attempt = rest.starts_with("attempting ");
    if (is_attempt) rest.remove_prefix(11);
    std::size_t const stop = std::min(rest.find_first_of(" :"), rest.size());
    std::string_view const kind = rest.substr(0, stop);
    // "SEGV", "heap-use-after-free"; "requested allocation size ..." is prose
    bool const is_signal = kind.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    bool const is_prose = !is_signal && kind.find('-') == std::string_view::npos;
    if (is_prose && is_attempt && rest.starts_with("free on address which was not malloc"))
        return {"bad-free", {}};
    std::string_view message = rest.substr(stop);
    if (message.starts_with(':')) message.remove_prefix(1);
    return {kind, is_prose ? rest : trimmed(message), is_prose};
}

std::string_view summary_kind(std::string_view line) noexcept {
    std::size_t const at = line.find("Sanitizer: ");
    if (!line.starts_with("SUMMARY: ") || at == std::string_view::npos) return {};
    std::string_view const rest = line.substr(at + 11);
    return rest.substr(0, rest.find(' '));
}

bool is_frame(std::string_view line) noexcept {
    line = trimmed(line);
    return line.size() > 3 && line[0] == '#' && is_digit(line[1]);
}

stack_frame parse_frame(std::string_view line) {
    line = trimmed(line);
    line = trimmed(line.substr(std::min(line.find(' '), line.size())));
    if (line.starts_with("0x")) line = trimmed(line.substr(std::min(line.find(' '), line.size())));
    if (line.starts_with("in ")) line.remove_prefix(3);
    if (std::size_t const at = line.find(" (BuildId"); at != std::string_view::npos)
        line = line.substr(0, at);
    std::size_t const space = line.rfind(' ');
    std::string_view const last = line.substr(space == std::string_view::npos ? 0 : space + 1);
    bool const in_module = last.starts_with('(') && last.find("+0x") != std::string_view::npos;
    if (in_module) {
        line = trimmed(line.substr(0, space == std::string_view::npos ? 0 : space));
    }
    std::size_t const gap = line.rfind(' ');
    if (gap != std::string_view::npos) {
        if (auto frame = location(line.substr(gap + 1))) {
            frame->function = bounded(trimmed(line.substr(0, gap)));
            return std::move(*frame);
        }
    }
    std::string_view file;
    if (in_module) file = last.substr(1, last.find("+0x") - 1);
    return {bounded(file), 0, bounded(line)};
}

bool is_section(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 35> starts = {
        "READ of size ",
        "WRITE of size ",
        "ACCESS of size ",
        "0x",
        "[0x",
        "freed by thread ",
        "previously allocated by ",
        "previously freed by ",
        "allocated by ",
        "deallocated by ",
        "Address 0x",
        "Thread T",
        "Thread: T",
        "HINT: ",
        "Hint: ",
        "Hint ",
        "Direct leak of",
        "Indirect leak of",
        "Objects leaked above:",
        "Uninitialized",
        "AddressSanitizer can not",
        "MemorySanitizer can not",
        "HWAddressSanitizer can not",
        "SCARINESS: ",
        "NOTE: ",
        "DEDUPLICATE",
        "Cause: ",
        "Memory tags around",
        "Tags for short granules",
        "Registers where the failure",
        "Potential",
        "  ",
        "=>0x",
        "The signal is caused by",
        "-----------------------------------------------------",
    };
    return starts_with_any(line, starts);
}

bool is_shadow(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 7> starts = {"Shadow byte", "Shadow gap", "  ",        "=>0x",
                                                        "Memory tags", "Tags for",   "Registers "};
    return starts_with_any(line, starts);
}

bool is_artifact(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 4> starts = {"MS: ", "0x", "artifact_prefix=", "Base64: "};
    return starts_with_any(line, starts) || line.find("; Test unit written to ") != std::string_view::npos;
}

std::optional<stack_frame> undefined_behaviour(std::string_view line) {
    std::size_t const at = line.find(runtime_error);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view const place = line.substr(0, at);
    // of what has no place in a source
    if (place == "<unknown>") return stack_frame{};
    if (place.find(' ') != std::string_view::npos) return std::nullopt;
    return location(place);
}

std::string_view minimal_kind(std::string_view line) noexcept {
    constexpr std::string_view start = "ubsan: ";
    if (!line.starts_with(start)) return {};
    line.remove_prefix(start.size());
    std::size_t const by = line.find(" by 0x");
    std::string_view const kind = line.substr(0, by);
    return by == std::string_view::npos || kind.find(' ') != std::string_view::npos ? std::string_view{}
                                                                                    : kind;
}

}  // namespace task_agent::trace::sanitizer
