// Failed checks and fatal records of glog, Abseil, Chromium, and of everybody's own macros.
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace::cpp {
namespace {

constexpr std::string_view failed_check = "check failed";
constexpr std::size_t longest_head = 160;  // what stands before "Check failed: "

// The last word of what stands before a check's text that is a place: "F1126 14:03:07.6 7 a.cpp:6] ",
// "[FATAL /app/a.cpp:19] ", "a.cpp(19): ", "[1:2:1126/140307.6:FATAL:a.cc(6)] ".
std::optional<place> place_in(std::string_view head) noexcept {
    std::size_t stop = head.size();
    while (stop > 0) {
        while (stop > 0 && std::string_view(" ]:-,[").find(head[stop - 1]) < 6)
            --stop;
        if (stop == 0) break;
        std::size_t const start = head.substr(0, stop).find_last_of(" [") + 1;  // npos + 1 = 0
        std::string_view word = head.substr(start, stop - start);
        // Chromium's and NCCL's heads are one word of several parts
        if (std::size_t const level = word.find("FATAL:"); level != std::string_view::npos)
            word.remove_prefix(level + 6);
        if (auto const found = parse_place(word);
            found && found->file.find_first_not_of("0123456789:.") < found->file.size())
            return found;
        stop = start;
    }
    return std::nullopt;
}

constexpr bool is_fatal_mark(std::string_view head) noexcept {
    return head.find("FATAL") != std::string_view::npos || head.find("Fatal") != std::string_view::npos ||
           head.find("CRITICAL") != std::string_view::npos || head.find("fatal") != std::string_view::npos;
}

// "F20261126 10:20:30.000001 7 a.cpp:6] ", and "F tensorflow/a.cc:6] " of TensorFlow, whose time stands
// before it: the bytes of it.
std::size_t glog_head(std::string_view line) noexcept {
    if (line.size() < 16 || line[0] != 'F') return 0;
    std::size_t const digits = digits_in(line.substr(1));
    if ((digits != 0 && digits != 4 && digits != 8) || line[1 + digits] != ' ') return 0;
    std::size_t const stop = line.substr(0, longest_head).find("] ");
    return stop == std::string_view::npos ? 0 : stop + 2;
}

// "[FATAL] a.cpp:12 stage(): text", of macros that name the level first.
std::optional<first_line> behind_level(std::string_view line) noexcept {
    constexpr std::string_view level = "[FATAL] ";
    if (!line.starts_with(level)) return std::nullopt;
    line.remove_prefix(level.size());
    std::size_t const end = std::min(line.find(' '), line.size());
    std::string_view word = line.substr(0, end);
    if (word.ends_with(':')) word.remove_suffix(1);
    auto const found = parse_place(word);
    if (!found) return std::nullopt;
    first_line fatal{.kind = form::check,
                     .type = "fatal",
                     .message = trimmed(line.substr(end)),
                     .file = found->file,
                     .line = found->line};
    std::size_t const call = fatal.message.find("(): ");
    if (call != std::string_view::npos && fatal.message.substr(0, call).find(' ') == std::string_view::npos) {
        fatal.function = fatal.message.substr(0, call);
        fatal.message.remove_prefix(call + 4);
    }
    return fatal;
}

}  // namespace

std::optional<first_line> parse_check(std::string_view line) noexcept {
    std::size_t const glog = glog_head(line);
    constexpr std::string_view mark = "Check failed: ";
    constexpr std::string_view words = "failed: ";
    std::size_t at = line.substr(0, longest_head).find(words);
    if (at != std::string_view::npos) {
        constexpr std::size_t verb = mark.size() - words.size();
        std::string_view const before = line.substr(0, at);
        bool const is_check =
            before.ends_with("Check ") || before.ends_with("CHECK ") || before.ends_with("check ");
        at = is_check ? at - verb : std::string_view::npos;
    }
    if (at == std::string_view::npos) {
        if (glog == 0) return behind_level(line);
        auto const found = place_in(line.substr(0, glog));
        if (!found) return std::nullopt;
        return first_line{.kind = form::check,
                          .type = "fatal",
                          .message = line.substr(glog),
                          .file = found->file,
                          .line = found->line};
    }
    first_line check{.kind = form::check, .type = failed_check, .message = line.substr(at + mark.size())};
    std::string_view const head = line.substr(0, at);
    if (auto const found = place_in(head)) {
        // a name or a verb before it makes it a sentence, and before its bracket stands somebody's prefix
        bool const is_marked = is_fatal_mark(head.substr(0, head.find('[')));
        if (glog == 0 && !is_marked && !head.starts_with(found->file) && !head.starts_with('[') &&
            head.find(": F ") == std::string_view::npos)
            return std::nullopt;
        check.file = found->file;
        check.line = found->line;
        return check;
    }
    if (!head.empty() && !(is_fatal_mark(head) && head.size() < 40)) return std::nullopt;
    // "Check failed: x at a.cpp:12", "CHECK failed: a.cpp:12: x"
    if (std::size_t const place_at = check.message.rfind(" at "); place_at != std::string_view::npos) {
        if (auto const found = parse_place(check.message.substr(place_at + 4))) {
            check.file = found->file;
            check.line = found->line;
            check.message = check.message.substr(0, place_at);
            return check;
        }
    }
    if (std::size_t const colon = check.message.find(": "); colon != std::string_view::npos) {
        if (auto const found = parse_place(check.message.substr(0, colon))) {
            check.file = found->file;
            check.line = found->line;
            check.message = check.message.substr(colon + 2);
        }
    }
    return check;
}

}  // namespace task_agent::trace::cpp
