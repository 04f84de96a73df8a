#include "task_agent/base/utf8.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"

#include "reading_file.hpp"

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_line = 1024;
constexpr std::size_t most_frames = 256;  // of each kind; the innermost come first
constexpr int most_banner_lines = 40;
constexpr std::string_view fatal = "# A fatal error has been detected by the Java Runtime Environment:";
constexpr std::string_view no_memory = "# There is insufficient memory for the Java Runtime Environment";
constexpr std::string_view left_out = " left out by task-agent";

std::string cut(std::string_view line) {
    if (line.size() <= longest_line) return std::string(line);
    return std::string(utf8_prefix(line, longest_line)) + " ...";
}

// The parts of the file that stay. All lines are counted, so that it can be said how many went.
struct crash_parts {
    std::string banner;  // as the JVM prints it, without where to report it
    std::string facts;
    std::string java_frames;
    std::string native_frames;
    std::vector<stack_frame> frames;  // innermost first
    std::size_t lines = 0;
    std::size_t kept = 0;
};

bool is_fact(std::string_view line) noexcept {
    for (std::string_view const start :
         {"Command Line: ", "Time: ", "Current thread ", "siginfo: ", "jvm_args: ", "java_command: "}) {
        if (line.starts_with(start)) return true;
    }
    return false;
}

// "J 123 c2 com.x.Main.f(I)V (12 bytes) @ 0x..": without number and compiler.
std::string_view compiled_name(std::string_view text) noexcept {
    std::size_t const open = text.find('(');
    text = text.substr(0, open);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text.substr(text.rfind(' ') + 1);
}

// "V  [libjvm.so+0xed2f94]  Unsafe_PutLong+0x124", "j  Main.f(Ljava/lang/String;)V+3 java.base@17".
std::optional<stack_frame> parse_frame(std::string_view line) {
    if (line.size() < 4 || line[1] != ' ' ||
        std::string_view("VCJjvA").find(line[0]) == std::string_view::npos)
        return std::nullopt;
    char const kind = line[0];
    std::string_view text = line.substr(std::min(line.find_first_not_of(' ', 1), line.size()));
    stack_frame frame;
    if (kind == 'j' || kind == 'J') {
        frame.function = compiled_name(text);
    } else if (text.starts_with('[')) {
        std::size_t const close = std::min(text.find(']'), text.size());
        std::string_view const place = text.substr(1, close - 1);
        frame.file = place.substr(0, place.rfind('+'));
        std::string_view name = text.substr(std::min(close + 1, text.size()));
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        frame.function = name.substr(0, name.rfind("+0x"));
    } else {
        frame.function = text.substr(0, text.find(' '));
    }
    return frame;
}

void read_frames(std::string_view& text, crash_parts& parts, std::string_view title, bool are_native) {
    std::string& into = are_native ? parts.native_frames : parts.java_frames;
    if (!into.empty()) return;
    into = std::string(title.substr(0, title.find(" ("))) + "\n";
    ++parts.kept;
    std::vector<stack_frame> frames;
    std::size_t surplus = 0;
    while (!text.empty()) {
        std::string_view const line = next_line(text);
        ++parts.lines;
        if (line.empty()) break;
        auto frame = parse_frame(line);
        if (!frame) continue;
        if (frames.size() == most_frames) {
            ++surplus;
            continue;
        }
        frames.push_back(std::move(*frame));
        into += cut(line) + "\n";
        ++parts.kept;
    }
    if (surplus > 0)
        into += "  ... " + std::to_string(surplus) + " frames" + std::string(left_out) + " ...\n";
    // native ones hold the Java ones where the stack could be walked
    if (are_native || parts.frames.empty()) parts.frames = std::move(frames);
}

bool is_worth_keeping(std::string_view banner_line) noexcept {
    if (banner_line == "#") return false;
    for (std::string_view const words : {"# If you would like to submit", "# An error report file",
                                         "#   http", "# No core dump", "# Core dump", "# Please visit"}) {
        if (banner_line.starts_with(words)) return false;
    }
    return true;
}

// False when the file does not begin as such a file does.
bool read_banner(std::string_view& text, crash_parts& parts) {
    bool is_known = false;
    for (int n = 0; n < most_banner_lines && text.starts_with('#'); ++n) {
        std::string_view const line = next_line(text);
        ++parts.lines;
        is_known = is_known || line == fatal || line.starts_with(no_memory);
        if (!is_worth_keeping(line)) continue;
        parts.banner += cut(line) + "\n";
        ++parts.kept;
    }
    return is_known;
}

}  // namespace

std::optional<found_trace> read_jvm_crash(std::string_view name, std::string_view text, bool is_cut) {
    crash_parts parts;
    if (!read_banner(text, parts)) return std::nullopt;
    auto found = best_trace_in(parts.banner);
    if (!found) return std::nullopt;
    while (!text.empty()) {
        std::string_view const line = next_line(text);
        ++parts.lines;
        if (line.starts_with("Native frames:")) {
            read_frames(text, parts, line, true);
        } else if (line.starts_with("Java frames:")) {
            read_frames(text, parts, line, false);
        } else if (is_fact(line)) {
            parts.facts += cut(line) + "\n";
            ++parts.kept;
        }
    }
    found->cut_lines = parts.lines - parts.kept;
    found->text = std::string(name) + ", written by the JVM (" + std::to_string(found->cut_lines) + " of " +
                  std::to_string(parts.lines) + " lines" + std::string(left_out) +
                  (is_cut ? ", which read only the head of the file" : "") + "):\n" + parts.facts +
                  parts.java_frames + parts.banner + parts.native_frames;
    found->handled = handling::none;
    std::reverse(parts.frames.begin(), parts.frames.end());
    if (!parts.frames.empty()) found->exception.frames = std::move(parts.frames);
    return found;
}

}  // namespace task_agent::trace
