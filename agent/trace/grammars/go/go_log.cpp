// The line with which a logger ends a Go program: log.Fatal, logrus, slog's and others' logfmt, klog.
#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/go/go_reports.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/prefix.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using reading::take;

constexpr int most_goroutine_lines = 4096;

enum class form { plain, logfmt, terminal, klog, console };

struct fatal_line {
    form kind = form::plain;
    std::string_view type;
    std::string_view message;
    std::string_view file;
    int line = 0;
};

// "2026/11/26 10:20:30 ", with a fraction where asked for.
std::size_t stamp_length(std::string_view line) noexcept {
    constexpr std::string_view mask = "9999/99/99 99:99:99";
    if (line.size() < mask.size() + 2) return 0;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == '9' ? !is_digit(line[i]) : line[i] != mask[i]) return 0;
    }
    std::size_t n = mask.size();
    if (line[n] == '.') n += 1 + digits_in(line.substr(n + 1));
    return n < line.size() && line[n] == ' ' ? n + 1 : 0;
}

bool ends_with_system_error(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 14> errors = {": no such file or directory",
                                                         ": is a directory",
                                                         ": not a directory",
                                                         ": permission denied",
                                                         ": connection refused",
                                                         ": address already in use",
                                                         ": context deadline exceeded",
                                                         ": context canceled",
                                                         ": operation not permitted",
                                                         ": unexpected EOF",
                                                         ": EOF",
                                                         ": too many open files in system",
                                                         ": access denied",
                                                         ": use of closed network connection"};
    return std::any_of(errors.begin(), errors.end(), [&](auto end) { return line.ends_with(end); });
}

// The value of `key="..."` or `key=word`.
std::string_view value_of(std::string_view line, std::string_view key) noexcept {
    for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
        if (at > 0 && line[at - 1] != ' ') continue;
        std::string_view const rest = line.substr(at + key.size());
        if (!rest.starts_with('"')) return rest.substr(0, rest.find(' '));
        std::size_t stop = 1;
        while (stop < rest.size() && rest[stop] != '"')
            stop += rest[stop] == '\\' ? 2 : 1;
        return rest.substr(1, std::min(stop, rest.size()) - 1);
    }
    return {};
}

void put_place(fatal_line& found, std::string_view place) noexcept {
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos) return;
    found.line = number_of(place.substr(colon + 1));
    if (found.line > 0) found.file = place.substr(0, colon);
}

std::optional<fatal_line> parse_logfmt(std::string_view line) noexcept {
    std::string_view const level = value_of(line, "level=");
    if (level != "fatal" && level != "panic" && level != "FATAL") return std::nullopt;
    fatal_line found{form::logfmt, level, value_of(line, "msg="), {}, 0};
    if (found.message.empty()) return std::nullopt;
    for (std::string_view const key : {"caller=", "file=", "source="}) {
        if (found.line == 0) put_place(found, value_of(line, key));
    }
    return found;
}

// "FATA[0003] text", of logrus on a terminal
std::optional<fatal_line> parse_terminal(std::string_view line) noexcept {
    if (!take(line, "FATA[")) return std::nullopt;
    std::size_t const close = line.find(']');
    if (close == std::string_view::npos || close > 32) return std::nullopt;
    std::string_view text = line.substr(close + 1);
    // fields follow behind many blanks
    text = text.substr(0, text.find("    "));
    return fatal_line{form::terminal, "fatal", trimmed(text), {}, 0};
}

// "FTL text error="..."", of zerolog's console behind its time
std::optional<fatal_line> parse_zerolog(std::string_view line) noexcept {
    if (!take(line, "FTL ") && !take(line, "PNC ")) return std::nullopt;
    // fields follow
    std::size_t const field = line.find('=');
    if (field != std::string_view::npos) line = line.substr(0, line.rfind(' ', field));
    return fatal_line{form::terminal, "fatal", trimmed(line), {}, 0};
}

// "F1126 10:20:30.000000    7 main.go:12] text"
std::optional<fatal_line> parse_klog(std::string_view line) noexcept {
    if (line.size() < 24 || line[0] != 'F' || digits_in(line.substr(1)) != 4 || line[5] != ' ')
        return std::nullopt;
    std::size_t const close = line.find(".go:");
    std::size_t const stop = line.find("] ");
    if (close == std::string_view::npos || stop == std::string_view::npos || close > stop || stop > 120)
        return std::nullopt;
    fatal_line found{form::klog, "fatal", line.substr(stop + 2), {}, 0};
    std::string_view const head = line.substr(0, stop);
    put_place(found, head.substr(head.rfind(' ') + 1));
    return found;
}

// "FATAL\tapp\tmain.go:12\ttext\t{"key": 1}", of zap behind its time
std::optional<fatal_line> parse_console(std::string_view line) noexcept {
    fatal_line found{form::console, {}, {}, {}, 0};
    for (std::string_view const level :
         {"FATAL", "PANIC", "DPANIC", "ERROR", "fatal", "panic", "dpanic", "error"}) {
        if (line.starts_with(level) && line.substr(level.size()).starts_with('\t')) found.type = level;
    }
    if (found.type.empty()) return std::nullopt;
    line.remove_prefix(found.type.size() + 1);
    // the logger's name and the caller, where they are asked for
    for (int part = 0; part < 2 && found.line == 0; ++part) {
        std::size_t const tab = line.find('\t');
        if (tab == std::string_view::npos) break;
        std::string_view const word = line.substr(0, tab);
        if (word.empty() || word.find(' ') != std::string_view::npos) break;
        put_place(found, word);
        line.remove_prefix(tab + 1);
    }
    if (!found.file.ends_with(".go")) return std::nullopt;
    found.message = line.substr(0, line.find("\t{"));
    return found;
}

std::optional<fatal_line> parse_plain(std::string_view line) noexcept {
    std::size_t const stamp = stamp_length(line);
    if (stamp == 0) return std::nullopt;
    fatal_line found{form::plain, {}, line.substr(stamp), {}, 0};
    // log.Lshortfile
    std::size_t const go = found.message.find(".go:");
    std::size_t const colon = found.message.find(": ");
    if (go != std::string_view::npos && colon != std::string_view::npos && go < colon) {
        put_place(found, found.message.substr(0, colon));
        if (found.line > 0) found.message = found.message.substr(colon + 2);
    }
    return found;
}

std::optional<fatal_line> parse(std::string_view line) noexcept {
    if (auto found = parse_klog(line)) return found;
    if (auto found = parse_terminal(line)) return found;
    if (auto found = parse_zerolog(line)) return found;
    if (auto found = parse_console(line)) return found;
    if (auto found = parse_plain(line)) return found;
    return parse_logfmt(line);
}

// Of every error, with the stack below: a program often goes on.
bool is_only_error(fatal_line const& found) noexcept {
    return found.kind == form::console && (found.type == "ERROR" || found.type == "error");
}

class go_log_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    // a plain line is fatal only where nothing follows
    bool is_complete() const noexcept override { return has_begun_ && kind_ != form::plain; }
    bool conclude(found_trace& trace) override;

private:
    verdict in_console(std::string_view line);

    bool has_begun_ = false;
    bool is_only_error_ = false;
    std::vector<stack_frame> stack_;  // innermost first
    std::string call_;                // whose place must follow
    form kind_ = form::plain;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    stack_frame frame_;
    bool in_goroutines_ = false;
    int lines_ = 0;
};

verdict go_log_reader::feed(std::string_view line) {
    if (!has_begun_) {
        auto const found = parse(line);
        if (!found) return verdict::no_trace;
        has_begun_ = true;
        kind_ = found->kind;
        is_only_error_ = is_only_error(*found);
        type_ = kind_ == form::plain ? std::string_view("error") : found->type;
        message_ = bounded(trimmed(found->message));
        cause_line_ = kind_ == form::plain ? message_ : bounded(trimmed(line));
        frame_ = {bounded(found->file), found->line, {}};
        return verdict::continues;
    }
    if (kind_ == form::console) return in_console(line);
    if (kind_ == form::klog && ++lines_ < most_goroutine_lines) {
        // every goroutine's stack, since klog 1 and with its own option later
        in_goroutines_ = in_goroutines_ || go::is_goroutine(line);
        bool const is_stack = in_goroutines_ && (go::is_goroutine(line) || go::parse_call(line) ||
                                                 go::parse_place(line) || go::is_between_frames(line));
        if (is_stack) return verdict::continues;
        if (in_goroutines_ && is_blank(line)) return verdict::not_mine;
    }
    if (kind_ != form::plain) return verdict::ended_before;
    // the go tool's own word, which is no part of it
    return is_blank(line) || line.starts_with("exit status ") ? verdict::not_mine : verdict::no_trace;
}

verdict go_log_reader::in_console(std::string_view line) {
    if (auto frame = go::parse_place(line); frame && !call_.empty()) {
        frame->function = std::move(call_);
        call_.clear();
        push_bounded(stack_, std::move(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    // without arguments: "main.(*job).run"
    bool const is_call = call_.empty() && line.find('.') != std::string_view::npos &&
                         line.find_first_of(" \t:") == std::string_view::npos;
    if (!is_call) return stack_.empty() && is_only_error_ ? verdict::no_trace : verdict::ended_before;
    call_ = bounded(line);
    return verdict::continues;
}

bool go_log_reader::conclude(found_trace& trace) {
    if (is_only_error_ && stack_.empty()) return false;
    trace.role = trace_role::notice;
    if (is_only_error_) trace.handled = handling::error;
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "go";
    trace.exception.type = std::move(type_);
    trace.exception.message = std::move(message_);
    if (!stack_.empty()) {
        trace.exception.frames = outermost_first(std::move(stack_));
    } else if (frame_.line > 0) {
        trace.exception.frames.push_back(std::move(frame_));
    }
    return true;
}

}  // namespace

std::optional<start_point> find_go_log_start(start_context const& context) {
    std::string_view const line = context.line();
    // its own stamp is the last piece that a launcher might have put there too
    line_pieces const prefix = find_prefix(line);
    for (std::size_t i = prefix.count; i-- > 0;) {
        prefix_piece const& piece = prefix.piece[i];
        bool const is_stamp = stamp_length(line.substr(piece.begin)) > 0;
        if (is_stamp && ends_with_system_error(line)) return start_point{piece.begin, 0};
        if (is_stamp || piece.kind == piece_kind::time || piece.kind == piece_kind::tag) break;
    }
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        // only behind a time: the words are short
        if (column > 0 && parse_zerolog(text)) return start_point{column, 0};
        if (parse_klog(text) || parse_terminal(text) || parse_console(text)) return start_point{column, 0};
        bool const is_logfmt = text.starts_with("time=") || text.starts_with("level=");
        if (is_logfmt && parse_logfmt(text)) return start_point{column, 0};
        // of `go run`, behind the program's last line
        if (!text.starts_with("exit status ") || digits_in(text.substr(12)) + 12 != text.size()) continue;
        auto const before = context.back(1, column);
        if (before && stamp_length(*before) > 0) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_log_grammar() {
    return std::make_unique<go_log_reader>();
}

}  // namespace task_agent::trace
