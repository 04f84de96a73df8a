#include "task_agent/trace/grammars/node/node_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace task_agent::trace::node {
namespace {

constexpr std::size_t longest_type = 128;
constexpr std::size_t longest_look = 400;
constexpr std::string_view source_ends[] = {".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".jsx", ".tsx"};
constexpr std::string_view margin = "    at ";
constexpr std::string_view bun_margin = "      at ";

constexpr bool is_name(char c) noexcept {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '$';
}

std::size_t name_length(std::string_view text) noexcept {
    std::size_t n = 0;
    while (n < text.size() && n < longest_type && is_name(text[n]))
        ++n;
    return n;
}

bool sounds_right(std::string_view type) noexcept {
    return type.ends_with("Error") || type.ends_with("Exception") || type == "UnhandledPromiseRejection";
}

std::optional<thrown_line> thrown_at(std::string_view line, bool is_any_name) noexcept {
    thrown_line found;
    if (line.starts_with('[')) {
        found.is_bracketed = true;
        line.remove_prefix(1);
        found.opens_properties = line.ends_with("] {");
        // "[Error: bad] { code: 3 }"; a text of several lines goes on below
        std::size_t const close = line.ends_with(']') ? line.size() - 1 : line.rfind("] {");
        line = line.substr(0, close);
    }
    std::size_t const n = name_length(line);
    found.type = line.substr(0, n);
    // "uncaughtException: ..." is a word of a handler's
    if (n == 0 || is_digit(line[0]) || (!is_any_name && is_lower(line[0])) ||
        (!is_any_name && !sounds_right(found.type)))
        return std::nullopt;
    line.remove_prefix(n);
    if (line.starts_with(" [")) {
        std::size_t const close = line.find(']');
        if (close == std::string_view::npos) return std::nullopt;
        line.remove_prefix(close + 1);
    }
    if (line.empty()) return found;
    if (line[0] != ':' || (line.size() > 1 && line[1] != ' ')) return std::nullopt;
    found.message = trimmed(line.substr(1));
    return found;
}

// "app.js:3" without the colon and the digits; nothing when it ends otherwise.
std::optional<std::string_view> without_number(std::string_view text) noexcept {
    std::size_t const colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return std::nullopt;
    if (digits_in(text.substr(colon + 1)) != text.size() - colon - 1) return std::nullopt;
    return text.substr(0, colon);
}

bool ends_with_place(std::string_view text) noexcept {
    auto const line = without_number(text);
    return line && without_number(*line).has_value();
}

std::optional<std::string_view> frame_behind(std::string_view start, std::string_view line) noexcept {
    if (!line.starts_with(start)) return std::nullopt;
    line.remove_prefix(start.size());
    if (line.ends_with(" {")) line.remove_suffix(2);
    if (line == "<anonymous>" || line == "native" || line.ends_with("(<anonymous>)") ||
        line.ends_with("(native)"))
        return line;
    if (line.starts_with("async Promise.") || line.find("wasm-function[") != std::string_view::npos)
        return line;
    std::string_view place = line;
    if (place.ends_with(')')) place.remove_suffix(1);
    if (line.find('(') == std::string_view::npos && place.size() != line.size()) return std::nullopt;
    if (place.ends_with("(index 0")) return line;
    if (!ends_with_place(place)) return std::nullopt;
    return line;
}

}  // namespace

std::optional<thrown_line> parse_thrown(std::string_view line) noexcept {
    for (std::string_view const word : {"error: Uncaught (in promise) ", "error: Uncaught ", "Uncaught "}) {
        if (line.starts_with(word)) {
            line.remove_prefix(word.size());
            break;
        }
    }
    return thrown_at(line, false);
}

std::optional<thrown_line> parse_named(std::string_view line) noexcept {
    return thrown_at(line, true);
}

std::optional<thrown_line> parse_own_class(std::string_view line) noexcept {
    auto found = thrown_at(line, true);
    if (!found || found->is_bracketed || found->message.empty() || !is_upper(found->type[0]))
        return std::nullopt;
    if (found->type.ends_with("Warning")) return std::nullopt;
    bool const has_small = std::any_of(found->type.begin(), found->type.end(), is_lower);
    return has_small && std::count_if(found->type.begin(), found->type.end(), is_upper) > 1 ? found
                                                                                            : std::nullopt;
}

std::optional<thrown_line> parse_thrown_behind_text(std::string_view line) noexcept {
    // what begins so is a value that is printed
    if (line.empty() || line.front() == ' ' || line.front() == '{' || line.front() == '\t')
        return std::nullopt;
    for (std::size_t blank = line.find(' '); blank != std::string_view::npos && blank < longest_look;
         blank = line.find(' ', blank + 1)) {
        auto found = thrown_at(line.substr(blank + 1), false);
        if (!found) found = parse_own_class(line.substr(blank + 1));
        if (!found || found->is_bracketed) continue;
        found->before = line.substr(0, blank);
        return found;
    }
    return std::nullopt;
}

std::optional<std::string_view> frame_text(std::string_view line) noexcept {
    return frame_behind(margin, line);
}

bool is_bun_frame(std::string_view line) noexcept {
    return frame_behind(bun_margin, line).has_value();
}

stack_frame frame_of(std::string_view text) {
    stack_frame frame;
    std::size_t const open = text.rfind(" (");
    std::string_view place = text;
    if (open != std::string_view::npos && text.ends_with(')')) {
        frame.function = bounded(text.substr(0, open));
        place = text.substr(open + 2, text.size() - open - 3);
    }
    // no place of a file: written in the runtime's own language
    if (place == "<anonymous>" || place == "native" || place.starts_with("index ")) return frame;
    if (auto const line = without_number(place)) {
        place = *line;
        if (auto const file = without_number(place)) {
            std::from_chars(place.data() + file->size() + 1, place.data() + place.size(), frame.line);
            place = *file;
        }
    }
    frame.file = bounded(place);
    return frame;
}

bool is_location(std::string_view line) noexcept {
    if (line.empty() || line[0] == ' ' || !is_digit(line.back())) return false;
    auto const file = without_number(line);
    if (!file) return false;
    if (line[0] == '/' || line.starts_with("node:") || line.starts_with("file:") ||
        line.starts_with("evalmachine.") || line.starts_with("[eval") || line.starts_with("[worker eval]:") ||
        line.starts_with("internal/") || line.starts_with("webpack:") || line.find(":\\") == 1)
        return true;
    if (*file == "undefined" || *file == "<anonymous_script>" || *file == "[stdin]") return true;
    return std::any_of(std::begin(source_ends), std::end(source_ends),
                       [&](std::string_view end) { return file->ends_with(end); });
}

bool is_warning(std::string_view line) noexcept {
    return line.starts_with("(node:") && line.find("Warning: ") != std::string_view::npos;
}

bool is_hint(std::string_view line) noexcept {
    // the name of the program stands between
    return line.starts_with("(Use `node") &&
           line.ends_with(" --trace-uncaught ...` to show where the exception was thrown)");
}

bool is_caret(std::string_view line) noexcept {
    std::string_view const mark = trimmed(line);
    return !mark.empty() && mark.find_first_not_of('^') == std::string_view::npos;
}

bool is_printed_by_test(std::string_view line) noexcept {
    if (!line.starts_with("stderr | ") && !line.starts_with("stdout | ")) return false;
    line.remove_prefix(9);
    std::size_t const blank = line.find(' ');
    return blank != std::string_view::npos && line.substr(0, blank).find('.') != std::string_view::npos &&
           line.substr(blank).starts_with(" > ");
}

std::optional<std::string> issue_message(std::string_view line) {
    constexpr std::string_view key = "\"message\": \"";
    line = trimmed(line);
    if (line.ends_with(',')) line.remove_suffix(1);
    if (!line.starts_with(key) || !line.ends_with('"')) return std::nullopt;
    line.remove_prefix(key.size());
    line.remove_suffix(1);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) ++i;
        text += line[i];
    }
    return text;
}

bool is_numbered_source(std::string_view line) noexcept {
    std::string_view const text = trimmed(line);
    std::size_t const digits = digits_in(text);
    return digits > 0 && digits < 7 && text.substr(digits).starts_with(" |");
}

}  // namespace task_agent::trace::node
