#include "task_agent/trace/grammars/dotnet.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_message_lines = 12;
constexpr int most_strangers = 16;
constexpr std::string_view mono_header = "Unhandled Exception:";
constexpr std::string_view core_header = "Unhandled exception. ";
constexpr std::string_view again_header = "[ERROR] FATAL UNHANDLED EXCEPTION: ";
constexpr std::string_view inner_mark = " ---> ";

struct named {
    std::string_view type;
    std::string_view message;
};

std::optional<named> split_type(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    std::string_view const type = text.substr(0, std::min(colon, text.size()));
    if (type.empty() || type.size() > longest_name || is_digit(type.front())) return std::nullopt;
    for (char const c : type) {
        if (!is_name(c) && c != '.' && c != '+' && c != '`') return std::nullopt;
    }
    return named{type, colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 2)};
}

bool is_frame(std::string_view line) noexcept {
    return line.starts_with("  at ") || line.starts_with("   at ");
}

class dotnet_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ == state::frames; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, header, message, frames };

    bool raise(std::string_view line);
    verdict in_raised(std::string_view line);
    void add_frame(std::string_view line);

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    frame_list frames_;
    std::vector<chained_exception> inner_;  // outermost first
    int lines_ = 0;
    int strangers_ = 0;
    bool is_repeated_ = false;  // what follows was read before
};

// "Type: message ---> Type: message"
bool dotnet_reader::raise(std::string_view line) {
    for (bool is_outer = type_.empty();; is_outer = false) {
        std::size_t const mark = line.find(inner_mark);
        auto const what = split_type(line.substr(0, mark));
        if (!what && is_outer) return false;
        if (what && is_outer) {
            type_ = bounded(what->type, longest_name);
            message_ = bounded(trimmed(what->message));
        } else if (what) {
            add_link(inner_, what->type, trimmed(what->message));
        }
        if (mark == std::string_view::npos) return true;
        line.remove_prefix(mark + inner_mark.size());
    }
}

verdict dotnet_reader::feed(std::string_view line) {
    if (state_ == state::fresh) {
        if (line == mono_header) {
            state_ = state::header;
            return verdict::continues;
        }
        if (!take(line, core_header) || !raise(line)) return verdict::no_trace;
        state_ = state::message;
        return verdict::continues;
    }
    if (state_ == state::header) {
        if (!raise(line)) return verdict::no_trace;
        state_ = state::message;
        return verdict::continues;
    }
    return in_raised(line);
}

verdict dotnet_reader::in_raised(std::string_view line) {
    if (is_frame(line)) {
        if (!is_repeated_) add_frame(line);
        state_ = state::frames;
        strangers_ = 0;
        return verdict::continues;
    }
    if (line.starts_with(again_header)) {
        if (is_repeated_) return verdict::ended_before;
        is_repeated_ = true;
        state_ = state::message;
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    if (text.starts_with("--- End of ")) {
        // what was printed so far belongs to the inner one
        if (!is_repeated_ && text.starts_with("--- End of inner exception")) frames_.clear();
        return verdict::continues;
    }
    if (text.starts_with("---> (Inner Exception #")) return verdict::continues;
    if (line.starts_with(inner_mark)) {
        if (!is_repeated_) raise(line.substr(inner_mark.size()));
        return verdict::continues;
    }
    if (state_ == state::message && ++lines_ <= most_message_lines) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

// "  at A.B (T x) [0x0004d] in /app/x.cs:19 ", "   at A.B(T x) in /app/x.cs:line 19"
void dotnet_reader::add_frame(std::string_view line) {
    line = trimmed(line);
    line.remove_prefix(3);
    std::size_t const in = line.rfind(" in ");
    std::string_view function = line.substr(0, in);
    std::string_view file;
    int number = 0;
    if (in != std::string_view::npos) {
        std::string_view const where = line.substr(in + 4);
        std::size_t const colon = where.rfind(':');
        std::string_view digits =
            colon == std::string_view::npos ? std::string_view{} : where.substr(colon + 1);
        take(digits, "line ");
        number = std::max(0, take_number(digits));
        file = where.substr(0, colon);
        if (file.starts_with('<')) file = {};
    }
    std::size_t const offset = function.rfind(" [0x");
    frames_.add(file, number, function.substr(0, offset));
}

bool dotnet_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = trace_role::raised;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (!inner_.empty()) {
        chained_exception const& root = inner_.back();
        trace.root_line = root.message.empty() ? root.type : root.type + ": " + root.message;
    }
    exception_info& e = trace.exception;
    e.language = "dotnet";
    e.type = std::move(type_);
    e.message = std::move(message_);
    e.frames = frames_.outermost_first();
    std::reverse(inner_.begin(), inner_.end());
    e.chain = std::move(inner_);
    return true;
}

}  // namespace

std::optional<start_point> find_dotnet_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (text == mono_header) return start_point{column, 0};
        if (take(text, core_header) && split_type(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dotnet_grammar() {
    return std::make_unique<dotnet_reader>();
}

}  // namespace task_agent::trace
