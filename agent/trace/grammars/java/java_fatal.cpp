#include "task_agent/trace/grammars/java/java_fatal.hpp"

#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/java/java_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include "java_fatal_block.hpp"
#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace java;

constexpr int most_help_lines = 3;

constexpr std::string_view no_machine = "Error: Could not create the Java Virtual Machine.";
constexpr std::string_view program_exits = "Error: A fatal exception has occurred. Program will exit.";
constexpr std::string_view out_of_memory = "java.lang.OutOfMemoryError";
constexpr std::string_view heap_dump = "Dumping heap to ";
constexpr std::string_view dump_done = "Heap dump file created ";
constexpr std::string_view machine_start = "Error occurred during initialization of ";
constexpr std::string_view error_start = "Error: ";

enum class form {
    none,
    caused,  // by something that may follow
    helped,  // lines of advice follow
    single,
    machine,  // the reason stands above
    memory,   // "Terminating due to java.lang.OutOfMemoryError: ..."
    fatal,    // the block of '#' lines
};

struct opening {
    std::string_view text;
    form kind;
};
constexpr std::array openings = {
    opening{"Error: Could not find or load main class ", form::caused},
    opening{"Error: LinkageError occurred while loading main class ", form::caused},
    opening{"Error: Unable to initialize main class ", form::caused},
    opening{"Error: A JNI error has occurred", form::caused},
    opening{"Error: A JavaFX error has occurred", form::caused},
    opening{machine_start, form::caused},
    opening{"Error: Main method ", form::helped},
    opening{"Error: JavaFX runtime components are missing", form::single},
    opening{"Error: Unable to access jarfile ", form::single},
    opening{"Error: Invalid or corrupt jarfile ", form::single},
    opening{"Error: An unexpected error occurred while trying to open file ", form::single},
    opening{"no main manifest attribute, in ", form::single},
    opening{no_machine, form::machine},
    opening{"Terminating due to java.lang.OutOfMemoryError", form::memory},
    opening{"Aborting due to java.lang.OutOfMemoryError", form::memory},
    opening{java_fatal_block::fatal_error, form::fatal},
    opening{java_fatal_block::no_memory, form::fatal},
};

form form_of(std::string_view line) noexcept {
    for (opening const& one : openings) {
        if (line.starts_with(one.text)) return one.kind;
    }
    return form::none;
}

// "Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "main"": the
// type.
std::string_view thrown_from_handler(std::string_view line) noexcept {
    constexpr std::string_view start = "Exception: ";
    if (!line.starts_with(start)) return {};
    line.remove_prefix(start.size());
    std::size_t const blank = line.find(' ');
    if (blank == std::string_view::npos ||
        !line.substr(blank).starts_with(" thrown from the UncaughtExceptionHandler in thread "))
        return {};
    return line.substr(0, blank);
}

class java_fatal_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return lines_ > 0 && !awaits_machine_; }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict in_cause(std::string_view line);
    verdict in_memory(std::string_view line);
    void be_error(std::string_view line);

    form form_ = form::none;
    java_fatal_block block_;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    std::vector<chained_exception> chain_;
    int lines_ = 0;
    bool awaits_machine_ = false;  // the reason was read, that the machine cannot start was not
    bool has_thrown_ = false;
    bool in_links_ = false;
};

void java_fatal_reader::be_error(std::string_view line) {
    type_ = "Error";
    message_ = bounded(trimmed(line.substr(line.starts_with(error_start) ? error_start.size() : 0)));
    cause_line_ = bounded(trimmed(line));
}

verdict java_fatal_reader::first(std::string_view line) {
    form_ = form_of(line);
    if (auto const type = thrown_from_handler(line); !type.empty()) {
        form_ = form::single;
        type_ = to_plain_text(type);
        cause_line_ = bounded(line);
        // what was thrown first may stand above it
        role_ = trace_role::notice;
        return verdict::ends;
    }
    if (line.starts_with(out_of_memory)) {
        // the header of a heap dump
        form_ = form::memory;
        awaits_machine_ = true;
    }
    switch (form_) {
        case form::none:
            // what stands above "Could not create the Java Virtual Machine"
            form_ = form::machine;
            awaits_machine_ = true;
            be_error(line);
            return verdict::continues;
        case form::single:
            be_error(line);
            return verdict::ends;
        case form::memory: {
            std::string_view const thrown = line.substr(line.find(out_of_memory));
            type_ = out_of_memory;
            message_ = bounded(trimmed(thrown.substr(std::min(out_of_memory.size() + 1, thrown.size()))));
            cause_line_ = bounded(line);
            role_ = trace_role::resource;
            return verdict::continues;
        }
        case form::fatal:
            return block_.feed(line);
        case form::caused:
        case form::helped:
        case form::machine:
            be_error(line);
            return verdict::continues;
    }
    return verdict::no_trace;
}

verdict java_fatal_reader::feed(std::string_view line) {
    if (++lines_ == 1) return first(line);
    switch (form_) {
        case form::caused:
            return in_cause(line);
        case form::helped:
            return (line.starts_with("   ") || line.starts_with("or a JavaFX ")) && lines_ <= most_help_lines
                       ? verdict::continues
                       : verdict::ended_before;
        case form::machine:
            if (line == no_machine) {
                awaits_machine_ = false;
                return verdict::continues;
            }
            if (awaits_machine_) return verdict::continues;
            return line == program_exits ? verdict::ends : verdict::ended_before;
        case form::memory:
            return in_memory(line);
        case form::fatal:
            return block_.feed(line);
        case form::none:
        case form::single:
            break;
    }
    return verdict::ended_before;
}

verdict java_fatal_reader::in_memory(std::string_view line) {
    if (line.starts_with(heap_dump) || line.starts_with(dump_done)) {
        awaits_machine_ = false;
        return verdict::continues;
    }
    if (form_of(line) == form::memory) return verdict::ends;
    return verdict::ended_before;
}

// What stopped the launcher: behind "Caused by: ", indented, as an uncaught one, or in words of its own.
verdict java_fatal_reader::in_cause(std::string_view line) {
    if (is_frame(line) && has_thrown_) {
        if (auto frame = parse_frame(line); frame && !in_links_)
            push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (is_rest(line)) return verdict::continues;
    auto const link = parse_link(line);
    auto const thrown = link ? parse_thrown(link->thrown, true) : parse_thrown(trimmed(line), false);
    if (thrown && !has_thrown_) {
        has_thrown_ = true;
        type_ = to_plain_text(thrown->type);
        message_ = bounded(trimmed(thrown->message));
        root_line_ = bounded(trimmed(link ? link->thrown : line));
        return verdict::continues;
    }
    if (thrown && link) {
        in_links_ = true;
        root_line_ = bounded(trimmed(link->thrown));
        push_bounded(chain_,
                     chained_exception{to_plain_text(thrown->type), bounded(trimmed(thrown->message))}, 1,
                     most_links);
        return verdict::continues;
    }
    bool const is_machine = cause_line_.starts_with(machine_start);
    if (is_machine && lines_ == 2 && !line.empty() && !wears_prefix(line)) {
        message_ = bounded(trimmed(line));
        cause_line_ += ": " + message_;
        return verdict::continues;
    }
    return verdict::ended_before;
}

bool java_fatal_reader::conclude(found_trace& trace) {
    if (form_ == form::fatal) return block_.conclude(trace);
    if (type_.empty() || awaits_machine_) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    make_plain(frames_);
    put_exception(e, "java", std::move(type_), std::move(message_), outermost_first(std::move(frames_)));
    std::reverse(chain_.begin(), chain_.end());
    e.chain = std::move(chain_);
    return true;
}

// The lines above in which the machine says why it cannot start.
std::size_t reason_above(start_context const& context, std::size_t column) {
    auto const reason = context.back(1, column);
    if (!reason || is_blank(*reason) || wears_prefix(*reason)) return 0;
    if (!reason->starts_with("Did you mean ")) return 1;
    auto const first = context.back(2, column);
    return first && first->starts_with("Unrecognized ") ? 2 : 1;
}

}  // namespace

std::optional<start_point> find_java_fatal_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        switch (form_of(text)) {
            case form::none:
                break;
            case form::machine:
                return start_point{column, text == no_machine ? reason_above(context, column) : 0};
            case form::fatal:
                if (text == java_fatal_block::fatal_error || text == java_fatal_block::no_memory)
                    return start_point{column, 0};
                break;
            default:
                return start_point{column, 0};
        }
        if (!thrown_from_handler(text).empty()) return start_point{column, 0};
        if (text.starts_with(heap_dump)) {
            auto const thrown = context.back(1, column);
            if (thrown && thrown->starts_with(out_of_memory)) return start_point{column, 1};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_fatal_grammar() {
    return std::make_unique<java_fatal_reader>();
}

}  // namespace task_agent::trace
