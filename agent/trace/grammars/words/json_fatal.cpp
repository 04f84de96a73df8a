#include "task_agent/trace/grammars/words/json_fatal.hpp"

#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::take;

constexpr std::size_t longest_record = 16 * 1024;

// The raw text of the value behind `"key":`; of a string without its quotes, still escaped.
std::string_view value_of(std::string_view record, std::string_view key) noexcept {
    for (std::size_t at = record.find(key); at != std::string_view::npos; at = record.find(key, at + 1)) {
        std::size_t const stop = at + key.size();
        if (at == 0 || record[at - 1] != '"' || !record.substr(stop).starts_with('"')) continue;
        std::string_view rest = trimmed(record.substr(stop + 1));
        if (!take(rest, ":")) continue;
        rest = trimmed(rest);
        if (!take(rest, "\"")) return rest.substr(0, rest.find_first_of(",}"));
        std::size_t end = 0;
        while (end < rest.size() && rest[end] != '"')
            end += rest[end] == '\\' ? 2 : 1;
        return rest.substr(0, std::min(end, rest.size()));
    }
    return {};
}

std::string unescaped(std::string_view raw) {
    return unescaped_text(raw, longest_message);
}

// structlog's, of an exception as a list of objects: the first is the one that was raised
constexpr std::string_view exception_key = "\"exc_type\"";

// monolog writes "level":500 and "level_name":"CRITICAL"
constexpr std::array<std::string_view, 5> level_keys = {"level_name", "level", "severity", "lvl",
                                                        "levelname"};
constexpr std::array<std::string_view, 13> fatal_levels = {
    "fatal",     "panic", "dpanic",   "FATAL",    "PANIC", "DPANIC", "emerg",
    "EMERGENCY", "Fatal", "CRITICAL", "critical", "ALERT", "60"};

std::string_view level_of_record(std::string_view record) noexcept {
    for (std::string_view const key : level_keys) {
        if (std::string_view const level = value_of(record, key); !level.empty()) return level;
    }
    return {};
}

std::string_view message_of(std::string_view record) noexcept {
    for (std::string_view const key : {"msg", "message", "event", "error", "err"}) {
        if (std::string_view const text = value_of(record, key); !text.empty()) return text;
    }
    return {};
}

// What went wrong beside what was being done: a string, or what an object of an exception tells.
std::string_view reason_of(std::string_view record) noexcept {
    for (std::string_view const key : {"error", "err", "exception"}) {
        std::string_view const value = value_of(record, key);
        if (value.empty() || value == "null" || value == "true" || value == "false") continue;
        if (!value.starts_with('{')) return value;
        auto const at = static_cast<std::size_t>(value.data() - record.data());
        return value_of(record.substr(at), "message");
    }
    return {};
}

// "panicked: x", "panicked at src/main.rs:4:5: x", "panic: x": what was raised.
bool take_panic(std::string_view& message) noexcept {
    for (std::string_view const lead : {"panicked: ", "panic: ", "panicked at ", "thread panicked: "}) {
        if (take(message, lead)) return true;
    }
    return message.starts_with("thread '") && message.find(" panicked at ") != std::string_view::npos;
}

// The stack of a goroutine that was panicking, from runtime/debug: whoever wrote it had recovered.
bool holds_panic(std::string_view record) noexcept {
    std::size_t const start = record.find("\"goroutine ");
    return start != std::string_view::npos && record.find("\\npanic(", start) != std::string_view::npos;
}

// A record of an error that says why beside what: tracing's {"level":"ERROR","fields":{"message":"x",
// "error":"y"}}. Where its program went on it is one of many.
bool tells_reason(std::string_view record) noexcept {
    std::string_view const reason = reason_of(record);
    return !reason.empty() && !says_to_go_on(record) && message_of(record) != reason;
}

bool is_fatal(std::string_view record) noexcept {
    std::string_view const level = level_of_record(record);
    if (std::find(fatal_levels.begin(), fatal_levels.end(), level) != fatal_levels.end()) return true;
    if (level != "error" && level != "ERROR" && level != "Error") return false;
    if (record.find(exception_key) != std::string_view::npos || holds_panic(record)) return true;
    std::string_view message = message_of(record);
    return take_panic(message) || tells_reason(record);
}

// Cheap, as every record is asked: where the level stands, and whether it is one of few.
bool may_be_fatal(std::string_view record) noexcept {
    constexpr std::array<std::string_view, 5> keys = {
        "vel\":", "verity\":", "vl\":", "velname\":", "vel_name\":"};
    for (std::size_t at = record.find('v'); at != std::string_view::npos; at = record.find('v', at + 1)) {
        std::string_view rest = record.substr(at);
        bool const is_key = std::any_of(keys.begin(), keys.end(), [&](auto key) { return take(rest, key); });
        if (!is_key) continue;
        rest = trimmed(rest.substr(0, 16));
        take(rest, "\"");
        return !rest.empty() && std::string_view("fFpPdDeEcCaA56").find(rest.front()) < 14 &&
               !rest.starts_with("debug") && !rest.starts_with("DEBUG");
    }
    return false;
}

// A trace of the JVM or of Node.js, which is read by itself and says more than its record.
bool holds_a_trace(std::string_view record) noexcept {
    return record.find("\\n    at ") != std::string_view::npos ||
           record.find("\\n\\tat ") != std::string_view::npos;
}

std::string_view language_of(std::string_view file) noexcept {
    struct ending {
        std::string_view text;
        std::string_view language;
    };
    constexpr std::array endings = {ending{".go", "go"},   ending{".rs", "rust"},   ending{".cpp", "cpp"},
                                    ending{".cc", "cpp"},  ending{".cxx", "cpp"},   ending{".c", "cpp"},
                                    ending{".hpp", "cpp"}, ending{".py", "python"}, ending{".java", "java"},
                                    ending{".js", "node"}, ending{".ts", "node"},   ending{".rb", "ruby"}};
    for (ending const& known : endings) {
        if (file.ends_with(known.text)) return known.language;
    }
    return {};
}

// "x.go:12", or a file and a line apart
std::optional<stack_frame> place_of(std::string_view record) {
    for (std::string_view const key : {"caller", "file", "source", "location", "filename"}) {
        std::string_view const place = value_of(record, key);
        if (place.empty() || place.front() == '{') continue;
        std::string_view text = place;
        // a column may follow
        for (int part = 0; part < 2; ++part) {
            std::size_t const colon = text.rfind(':');
            if (colon == std::string_view::npos) break;
            int const line = number_of(text.substr(colon + 1));
            if (line == 0) break;
            text = text.substr(0, colon);
            if (!language_of(text).empty()) return stack_frame{bounded(text), line, {}};
        }
        for (std::string_view const number : {"line", "lineno", "line_number"}) {
            int const line = number_of(value_of(record, number));
            if (line > 0 && !language_of(place).empty())
                return stack_frame{bounded(place), line, bounded(value_of(record, "function"))};
        }
    }
    return std::nullopt;
}

// zap's: "main.start\n\t/app/x.go:12\n..."
void take_stack(std::string_view record, native_report& report) {
    std::string_view raw = value_of(record, "stacktrace");
    if (raw.empty()) raw = value_of(record, "stack");
    std::string const stack = unescaped(raw);
    std::string_view rest = stack;
    std::string_view call;
    while (!rest.empty()) {
        std::string_view const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        auto frame = go::parse_place(line);
        if (!frame) {
            call = line;
            continue;
        }
        frame->function = bounded(go::parse_call(call).value_or(call));
        // those above are of the recovery
        if (frame->function == "panic") {
            report.frames.clear();
        } else {
            report.add(std::move(*frame));
        }
    }
}

// The frames of that exception, outermost first, without the values of their variables.
void take_exception(std::string_view record, native_report& report) {
    constexpr std::string_view frame_key = "\"filename\"";
    std::size_t const start = record.find(exception_key);
    std::size_t const stop = record.find(exception_key, start + exception_key.size());
    std::string_view const own = record.substr(start, stop - start);
    report.type = bounded(unescaped(value_of(own, "exc_type")));
    report.message = bounded(unescaped(value_of(own, "exc_value")));
    report.message = report.message.substr(0, report.message.find('\n'));
    report.cause_line = report.message.empty() ? report.type : report.type + ": " + report.message;
    for (std::size_t at = own.find(frame_key); at != std::string_view::npos;) {
        std::size_t const next = own.find(frame_key, at + frame_key.size());
        std::string_view const frame = own.substr(at, next - at);
        report.frames.insert(report.frames.begin(), {bounded(unescaped(value_of(frame, "filename"))),
                                                     number_of(value_of(frame, "lineno")),
                                                     bounded(unescaped(value_of(frame, "name")))});
        if (report.frames.size() > most_frames) report.frames.pop_back();
        at = next;
    }
}

class json_fatal_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        // a few calm records may follow
        trace.handled = handling::error;
        return report_.write_to(trace, language_);
    }

private:
    native_report report_;
    std::string_view language_;  // of the constants above
};

// "cannot open db: connection refused", unless the message says so itself.
void add_reason(std::string& message, std::string_view record) {
    std::string const reason = unescaped(reason_of(record));
    std::string_view const first = trimmed(std::string_view(reason).substr(0, reason.find('\n')));
    if (first.empty() || message.find(first) != std::string::npos) return;
    message += ": ";
    message += first;
    message = bounded(message);
}

verdict json_fatal_reader::feed(std::string_view line) {
    report_.role = trace_role::notice;
    if (line.find(exception_key) != std::string_view::npos) {
        take_exception(line, report_);
        language_ = "python";
        return report_.type.empty() ? verdict::no_trace : verdict::ends;
    }
    bool const is_recovered = holds_panic(line);
    std::string message = unescaped(message_of(line));
    for (std::string_view const key : {"panic", "error", "err"}) {
        std::string_view const value = is_recovered ? value_of(line, key) : std::string_view();
        if (!value.empty() && !value.starts_with('{')) {
            message = unescaped(value);
            break;
        }
    }
    std::string_view text = trimmed(message);
    bool const is_panic = take_panic(text) || is_recovered;
    report_.type = is_panic ? std::string("panic") : bounded(level_of_record(line));
    report_.message = bounded(text.substr(0, text.find('\n')));
    report_.cause_line = bounded(trimmed(message).substr(0, message.find('\n')));
    if (!is_recovered) add_reason(report_.cause_line, line);
    take_stack(line, report_);
    if (report_.frames.empty()) {
        if (auto place = place_of(line)) report_.add(std::move(*place));
    }
    if (!report_.frames.empty()) language_ = language_of(report_.frames.front().file);
    return report_.message.empty() ? verdict::no_trace : verdict::ends;
}

}  // namespace

std::optional<start_point> find_json_fatal_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.starts_with("{\"") || text.size() > longest_record || !may_be_fatal(text)) continue;
        if (is_fatal(text) && !holds_a_trace(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_json_fatal_grammar() {
    return std::make_unique<json_fatal_reader>();
}

}  // namespace task_agent::trace
