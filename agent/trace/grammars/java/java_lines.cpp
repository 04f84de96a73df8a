#include "task_agent/trace/grammars/java/java_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/prefix.hpp"

#include <array>

namespace task_agent::trace::java {
namespace {

constexpr std::size_t longest_name = 1024;
constexpr std::string_view in_thread = "Exception in thread \"";

constexpr bool is_identifier(char c) noexcept {
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view without_indentation(std::string_view line) noexcept {
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

constexpr std::string_view source_ends[] = {".java",   ".kt",     ".kts", ".scala", ".sc",
                                            ".groovy", ".gradle", ".clj", ".cljc",  ".jsp",
                                            ".rb",     ".xtend",  ".js"};
constexpr std::string_view other_places[] = {"Native Method", "Unknown Source",  "<generated>",
                                             "Hidden Source", "Compiled Method", "Redefined",
                                             "SourceFile",    "Compiled Code"};

// Inside the parentheses of a frame. `is_plain`: the function before them has no blank, so that a file of
// any name is believed.
bool is_place(std::string_view text, bool is_plain) noexcept {
    for (std::string_view const place : other_places) {
        if (text == place) return true;
    }
    std::size_t const colon = text.rfind(':');
    std::string_view const file = text.substr(0, colon);
    bool const has_line = colon != std::string_view::npos;
    if (has_line && digits_in(text.substr(colon + 1)) != text.size() - colon - 1) return false;
    for (std::string_view const ending : source_ends) {
        if (file.ends_with(ending)) return true;
    }
    // of a script or a shell: "NO_SOURCE_FILE:3", "<console>:12"
    return is_plain && has_line && colon + 1 < text.size() && !file.empty() &&
           file.find_first_of(" /\\:,") == std::string_view::npos;
}

// "at x.Y.z(Y.java:3)" in its parts; nothing when it is none.
struct frame_parts {
    std::string_view function;
    std::string_view place;
};
std::optional<frame_parts> parts_of(std::string_view line) noexcept {
    std::string_view text = without_indentation(line);
    if (!text.starts_with("at ")) return std::nullopt;
    text = text.substr(0, longest_name);
    text.remove_prefix(3);
    std::size_t const open = text.find('(');
    std::size_t const close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos) return std::nullopt;
    std::string_view function = text.substr(0, open);
    std::string_view const place = text.substr(open + 1, close - open - 1);
    // logback adds where the class came from: " [app.jar:1.2]" or " ~[na:na]"
    bool const ends_here =
        close + 1 == text.size() || text.substr(close + 1, 3).find('[') != std::string_view::npos;
    bool const is_plain = function.find_first_of(" :\\") == std::string_view::npos;
    if (!ends_here || function.find('.') == std::string_view::npos || !is_place(place, is_plain))
        return std::nullopt;
    return frame_parts{function, place};
}

// How long the dotted name at the start is, and where its last part begins.
struct dotted {
    std::size_t size = 0;
    std::size_t last = 0;
};
dotted name_at(std::string_view text) noexcept {
    dotted name;
    while (name.size < text.size() && name.size < 256) {
        char const c = text[name.size];
        if (c == '.' || c == '/') {
            name.last = name.size + 1;
        } else if (!is_identifier(c)) {
            break;
        }
        ++name.size;
    }
    return name;
}

bool sounds_like_one(std::string_view name) noexcept {
    return name.ends_with("Error") || name.ends_with("Throwable") ||
           name.find("Exception") != std::string_view::npos;
}

std::optional<thrown_line> thrown_at(std::string_view text, bool is_certain) noexcept {
    dotted const name = name_at(text);
    if (name.size == 0 || name.last >= name.size) return std::nullopt;
    std::string_view const type = text.substr(0, name.size);
    std::string_view const last = type.substr(name.last);
    bool const has_message = name.size < text.size();
    if (has_message && !text.substr(name.size).starts_with(": ") && text.substr(name.size) != ":")
        return std::nullopt;
    bool const sounds_right = sounds_like_one(last);
    // "Outer$Refused" without a package
    bool const looks_right = is_upper(last[0]) && (name.last > 0 || last.find('$') != std::string_view::npos);
    if (!is_certain && !(sounds_right && (is_upper(last[0]) || name.last > 0))) return std::nullopt;
    if (is_certain && !sounds_right && !looks_right) return std::nullopt;
    std::string_view const message =
        has_message ? text.substr(std::min(name.size + 2, text.size())) : std::string_view();
    return thrown_line{type, message, {}, {}};
}

}  // namespace

bool is_frame(std::string_view line) noexcept {
    return parts_of(line).has_value();
}

std::optional<stack_frame> parse_frame(std::string_view line) {
    auto const parts = parts_of(line);
    if (!parts) return std::nullopt;
    stack_frame frame;
    frame.function = parts->function;
    std::size_t const colon = parts->place.rfind(':');
    frame.line = colon == std::string_view::npos ? 0 : number_of(parts->place.substr(colon + 1));
    if (parts->place.find('.') != std::string_view::npos) frame.file = parts->place.substr(0, colon);
    return frame;
}

bool is_uncaught(std::string_view line) noexcept {
    return line.starts_with(in_thread) && line.find("\" ", in_thread.size()) != std::string_view::npos;
}

std::string_view from_uncaught(std::string_view line) noexcept {
    std::size_t const at = line.find(in_thread);
    bool const is_inside = at != std::string_view::npos && at > 0 && line[at - 1] != ' ';
    return is_inside && is_uncaught(line.substr(at)) ? line.substr(at) : line;
}

std::optional<thrown_line> parse_thrown(std::string_view line, bool is_certain) noexcept {
    if (line.starts_with(in_thread)) {
        std::size_t quote = line.find("\" ", in_thread.size());
        if (quote == std::string_view::npos) return std::nullopt;
        std::string_view const text = line.substr(quote + 2);
        // two threads at once: the first one's words stand before the second one's
        if (is_uncaught(text) && !is_uncaught(text.substr(in_thread.size()))) return parse_thrown(text, true);
        auto thrown = thrown_at(text, true);
        // the name of the thread may hold quotes
        for (std::size_t next = line.find("\" ", quote + 1); !thrown && next != std::string_view::npos;
             next = line.find("\" ", next + 1)) {
            thrown = thrown_at(line.substr(next + 2), true);
            if (thrown) quote = next;
        }
        if (!thrown) {
            // a class of any name, or a text of its own
            dotted const name = name_at(text);
            if (name.size == 0) return std::nullopt;
            thrown = thrown_line{text.substr(0, name.size), text.substr(name.size), {}, {}};
            if (thrown->message.starts_with(": ")) thrown->message.remove_prefix(2);
        }
        thrown->thread = line.substr(in_thread.size(), quote - in_thread.size());
        return thrown;
    }
    // Groovy's word above the trace
    if (line.starts_with("Caught: ")) return thrown_at(line.substr(8), is_certain);
    if (auto const thrown = thrown_at(line, is_certain)) return thrown;
    // behind what a logger put before it on the same line
    line_pieces const found = find_prefix(line);
    for (prefix_piece const& piece : found.pieces()) {
        if (auto const thrown = thrown_at(line.substr(piece.end), false)) return thrown;
    }
    // a logger's name looks like a class: "c.a.Job: run failed: java.io.IOException: x"
    if (!is_certain || parse_thrown_behind_text(line)) return std::nullopt;
    for (prefix_piece const& piece : found.pieces()) {
        if (auto const thrown = thrown_at(line.substr(piece.end), true)) return thrown;
    }
    return std::nullopt;
}

std::optional<thrown_line> parse_thrown_behind_text(std::string_view line) noexcept {
    constexpr std::size_t longest_look = 400;
    if (line.empty() || line.front() == ' ' || line.front() == '\t') return std::nullopt;
    for (std::size_t blank = line.find(' '); blank != std::string_view::npos && blank < longest_look;
         blank = line.find(' ', blank + 1)) {
        auto found = thrown_at(line.substr(blank + 1), false);
        if (!found || found->type.find('.') == std::string_view::npos) continue;
        found->before = line.substr(0, blank);
        return found;
    }
    return std::nullopt;
}

std::optional<link_line> parse_link(std::string_view line) noexcept {
    std::string_view const text = without_indentation(line);
    link_line link;
    link.is_nested = text.size() < line.size();
    for (std::string_view const word : {"Caused by: ", "Suppressed: ", "Wrapped by: "}) {
        if (!text.starts_with(word)) continue;
        link.is_cause = word[0] == 'C';
        link.thrown = text.substr(word.size());
        return link;
    }
    return std::nullopt;
}

bool is_rest(std::string_view line) noexcept {
    std::string_view const text = without_indentation(line);
    if (text.size() == line.size()) return false;
    if (text.starts_with("[CIRCULAR REFERENCE") || text == "(Coroutine boundary)") return true;
    if (!text.starts_with("...")) return false;
    std::string_view const count = trimmed(text.substr(3));
    return digits_in(count) > 0 || count.starts_with("suppressed ") || count.starts_with("more frames");
}

}  // namespace task_agent::trace::java
