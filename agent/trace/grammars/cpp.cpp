#include "task_agent/trace/grammars/cpp.hpp"

#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr int most_lines = 64;
constexpr std::string_view pure_virtual = "pure virtual method called";
constexpr std::string_view thrown = "terminate called after throwing an instance of '";

enum class form { exception, terminated, check, single };

struct first_line {
    form kind;
    std::string_view type;
    std::string_view message;
    trace_role role;
    stack_frame frame;
};

std::optional<first_line> parse_assertion(std::string_view line) {
    std::size_t at = line.find(": Assertion `");
    if (at != std::string_view::npos && line.ends_with("' failed.")) {
        std::size_t const quote = at + std::string_view(": Assertion `").size();
        std::string_view const message =
            line.substr(quote, line.size() - quote - std::string_view("' failed.").size());
        // "prog: file.c:12: func", of which func may hold "::"
        std::string_view rest = line.substr(0, at);
        std::size_t const name = rest.find(": ");
        if (name != std::string_view::npos && rest.find(": ", name + 1) != std::string_view::npos) {
            // with a blank it is a prefix and a name
            if (rest.substr(0, name).find(' ') != std::string_view::npos) return std::nullopt;
            rest.remove_prefix(name + 2);
        }
        std::size_t const colon = rest.find(": ");
        std::string_view const place = rest.substr(0, colon);
        std::size_t const number = place.rfind(':');
        if (number == std::string_view::npos || number_of(place.substr(number + 1)) == 0) return std::nullopt;
        std::string_view const function =
            colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 2);
        return first_line{
            form::single,
            "assertion failed",
            message,
            trace_role::native_crash,
            {bounded(place.substr(0, number)), number_of(place.substr(number + 1)), bounded(function)}};
    }
    if (!line.starts_with("Assertion failed: ")) return std::nullopt;
    std::string_view const rest = line.substr(18);
    at = rest.rfind(", function ");
    if (at != std::string_view::npos && rest.ends_with('.')) {
        std::string_view const place = rest.substr(at + 11);
        std::size_t const file = place.find(", file ");
        std::size_t const number = place.rfind(", line ");
        if (file == std::string_view::npos || number == std::string_view::npos || number < file)
            return std::nullopt;
        std::string_view const digits = place.substr(number + 7, place.size() - number - 8);
        if (number_of(digits) == 0) return std::nullopt;
        return first_line{form::single,
                          "assertion failed",
                          rest.substr(0, at),
                          trace_role::native_crash,
                          {bounded(place.substr(file + 7, number - file - 7)), number_of(digits),
                           bounded(place.substr(0, file))}};
    }
    at = rest.rfind(" (");
    if (at == std::string_view::npos || !rest.ends_with(')')) return std::nullopt;
    std::string_view const place = rest.substr(at + 2, rest.size() - at - 3);
    std::size_t const last = place.rfind(": ");
    std::size_t const first = place.find(": ");
    if (first == std::string_view::npos || first == last || number_of(place.substr(last + 2)) == 0)
        return std::nullopt;
    return first_line{form::single,
                      "assertion failed",
                      rest.substr(0, at),
                      trace_role::native_crash,
                      {bounded(place.substr(0, first)), number_of(place.substr(last + 2)),
                       bounded(place.substr(first + 2, last - first - 2))}};
}

bool is_libc_abort(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 11> starts = {"free(): ",
                                                         "malloc(): ",
                                                         "realloc(): ",
                                                         "munmap_chunk(): ",
                                                         "double free or corruption (",
                                                         "malloc_consolidate(): ",
                                                         "corrupted size vs. prev_size",
                                                         "corrupted double-linked list",
                                                         "*** stack smashing detected ***: ",
                                                         "*** buffer overflow detected ***: ",
                                                         "munmap_chunk():"};
    return line.size() < 100 &&
           std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.starts_with(start); });
}

std::optional<first_line> parse_first(std::string_view line) {
    if (line.starts_with(thrown) && line.ends_with('\'') && line.size() > thrown.size()) {
        std::string_view const type = line.substr(thrown.size(), line.size() - thrown.size() - 1);
        return first_line{form::exception, type, {}, trace_role::raised, {}};
    }
    if (line == "terminate called without an active exception" || line == "terminate called recursively")
        return first_line{form::terminated, "terminate", line.substr(10), trace_role::native_crash, {}};
    if (line.starts_with("libc++abi")) {
        std::size_t const at = line.find(": terminating");
        if (at == std::string_view::npos || at > 15) return std::nullopt;
        constexpr std::string_view of_type = "uncaught exception of type ";
        std::size_t const type_at = line.find(of_type);
        if (type_at == std::string_view::npos)
            return first_line{form::single, "abort", line.substr(at + 2), trace_role::native_crash, {}};
        std::string_view const rest = line.substr(type_at + of_type.size());
        std::size_t const colon = rest.find(": ");
        return first_line{form::terminated,
                          rest.substr(0, colon),
                          colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 2),
                          trace_role::raised,
                          {}};
    }
    if (line == pure_virtual) return first_line{form::single, line, {}, trace_role::native_crash, {}};
    if (is_libc_abort(line)) return first_line{form::single, "abort", line, trace_role::native_crash, {}};
    if (line.starts_with("Check failed: "))
        return first_line{form::check, "check failed", line.substr(14), trace_role::native_crash, {}};
    if (line.size() > 5 && line[0] == 'F' && digits_in(line.substr(1)) >= 4) {
        std::size_t const at = line.find("] Check failed: ");
        if (at == std::string_view::npos || at > 120) return std::nullopt;
        std::string_view place = line.substr(0, at);
        place.remove_prefix(std::min(place.rfind(' ') + 1, place.size()));
        std::size_t const colon = place.rfind(':');
        if (colon == std::string_view::npos) return std::nullopt;
        return first_line{form::check,
                          "check failed",
                          line.substr(at + 16),
                          trace_role::native_crash,
                          {bounded(place.substr(0, colon)), number_of(place.substr(colon + 1)), {}}};
    }
    return parse_assertion(line);
}

class cpp_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    form kind_ = form::single;
    bool has_begun_ = false;
    bool has_what_ = false;
    int lines_ = 0;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first
};

verdict cpp_reader::feed(std::string_view line) {
    if (!has_begun_) {
        auto found = parse_first(line);
        if (!found) return verdict::no_trace;
        has_begun_ = true;
        kind_ = found->kind;
        role_ = found->role;
        type_ = bounded(found->type);
        message_ = bounded(trimmed(found->message));
        cause_line_ = bounded(trimmed(line));
        if (kind_ == form::exception) cause_line_ = type_;
        if (!found->frame.file.empty()) frames_.push_back(std::move(found->frame));
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    if (kind_ == form::check) {
        std::string_view const text = trimmed(line);
        if (text == "*** Check failure stack trace: ***") return verdict::continues;
        if (!text.starts_with("@ ") || text.find("0x") == std::string_view::npos)
            return verdict::ended_before;
        std::string_view const rest = trimmed(text.substr(2));
        std::string_view const function = trimmed(rest.substr(std::min(rest.find(' '), rest.size())));
        push_bounded(frames_, {{}, 0, bounded(function)}, most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (kind_ == form::single && type_ == pure_virtual &&
        line == "terminate called without an active exception")
        return verdict::ends;
    if (kind_ != form::exception) return verdict::ended_before;
    if (!has_what_) {
        if (!line.starts_with("  what():  ")) return verdict::ended_before;
        has_what_ = true;
        message_ = bounded(trimmed(line.substr(11)));
        cause_line_ = type_ + ": " + message_;
        return verdict::continues;
    }
    // a message of several lines looks like any output; what libtorch adds is known
    bool const goes_on = line.starts_with("frame #") || line.starts_with("Exception raised from ") ||
                         line.starts_with("CUDA kernel errors might") ||
                         line.starts_with("For debugging consider") ||
                         line.starts_with("Compile with `TORCH_USE_CUDA_DSA`") || line.starts_with("  ");
    return goes_on ? verdict::continues : verdict::ended_before;
}

bool cpp_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "cpp";
    trace.exception.type = std::move(type_);
    trace.exception.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    trace.exception.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_cpp_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse_first(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_cpp_grammar() {
    return std::make_unique<cpp_reader>();
}

}  // namespace task_agent::trace
