#include "task_agent/trace/grammars/native/native_blocks.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_line = 1024;
constexpr int most_lines = 64;
constexpr std::size_t most_above = 5;  // from GROMACS' words to its program
constexpr std::string_view petsc_lead = "PETSC ERROR: ";
constexpr std::string_view of_octave = "error: called from";
constexpr std::string_view mpi_lead = "*** ";

enum class program { none, foam, gromacs, lammps, petsc, open_mpi, mpich, gstreamer, star, redis, octave };

struct words {
    program who;
    std::string_view message = {};  // empty where a later line tells
    cpp::place where = {};
};

// "ERROR: Unknown style (src/x.cpp:687)", "ERROR on proc 0: Unknown style (src/x.cpp:687)"
std::optional<words> parse_lammps(std::string_view text) noexcept {
    if (!take(text, "ERROR")) return std::nullopt;
    if (take(text, " on proc ") && take_number(text) < 0) return std::nullopt;
    std::size_t const open = text.rfind(" (");
    if (!take(text, ": ") || open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    std::size_t const at = text.rfind(" (");
    auto const where = cpp::parse_place(text.substr(at + 2, text.size() - at - 3));
    bool const is_source = where && (where->file.ends_with(".cpp") || where->file.ends_with(".h"));
    return is_source ? std::optional(words{program::lammps, text.substr(0, at), *where}) : std::nullopt;
}

// "[0]PETSC ERROR: ", with or without the rank.
bool take_petsc(std::string_view& text) noexcept {
    std::string_view rest = text;
    if (take(rest, "[")) {
        rest.remove_prefix(digits_in(rest));
        if (!take(rest, "]")) return false;
    }
    if (!take(rest, petsc_lead)) return false;
    text = rest;
    return true;
}

// "Fatal error in PMPI_Recv: Invalid rank, error stack:"
std::optional<words> parse_mpich(std::string_view text) noexcept {
    constexpr std::string_view end = ", error stack:";
    if (!take(text, "Fatal error in ") && !take(text, "Abort ")) return std::nullopt;
    std::size_t const colon = text.find(": ");
    bool const is_call = text.starts_with("PMPI_") || text.starts_with("MPI_") ||
                         text.starts_with("internal_") || text.find("Fatal error in ") < colon;
    if (!is_call || colon == std::string_view::npos || !text.ends_with(end)) return std::nullopt;
    if (std::size_t const name = text.find("Fatal error in "); name < longest_name) {
        std::size_t const behind = text.find(": ", name);
        if (behind != std::string_view::npos) text.remove_prefix(behind + 2);
    } else {
        text.remove_prefix(colon + 2);
    }
    text.remove_suffix(end.size());
    return words{program::mpich, text};
}

// "PMPI_Recv(171): MPI_Recv(buf=0x7ffd, count=1) failed"
bool is_of_mpich(std::string_view line) noexcept {
    std::size_t const open = line.find('(');
    if (open == 0 || open > 64 ||
        !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(open),
                     [](char c) { return is_name(c) || c == ':'; }))
        return false;
    std::string_view const rest = line.substr(open + 1);
    std::string_view const behind = rest.substr(digits_in(rest));
    return digits_in(rest) > 0 && behind.starts_with(')') && behind.find(':') < 4;
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    if (text.starts_with("--> FOAM FATAL ERROR:") || text.starts_with("--> FOAM FATAL IO ERROR:"))
        return words{program::foam};
    if (text.starts_with("*** FATAL CONFIG FILE ERROR") && text.ends_with("***"))
        return words{program::redis};
    if (text == "Fatal error:" || text == "Error in user input:") return words{program::gromacs};
    if (std::string_view rest = text; take(rest, "EXITING because of ") || take(rest, "EXITING: ")) {
        bool const is_fatal = begins_alike(rest, "fatal ") && rest.find("rror") != std::string_view::npos;
        std::size_t const colon = rest.find(": ");
        if (!is_fatal && !rest.starts_with("FATAL ")) return std::nullopt;
        return words{program::star, colon < rest.size() ? rest.substr(colon + 2) : rest};
    }
    if (std::string_view rest = text; take(rest, "ERROR: from element /")) {
        std::size_t const colon = rest.find(": ");
        if (colon == std::string_view::npos) return std::nullopt;
        return words{program::gstreamer, rest.substr(colon + 2)};
    }
    if (text == of_octave) return words{program::octave};
    if (auto const said = parse_lammps(text)) return said;
    if (auto const said = parse_mpich(text)) return said;
    if (text.starts_with("*** An error occurred in MPI_")) return words{program::open_mpi};
    std::string_view rest = text;
    bool const is_petsc = take_petsc(rest) && rest.starts_with("-----") &&
                          rest.find(" Error Message ") != std::string_view::npos;
    return is_petsc ? std::optional(words{program::petsc}) : std::nullopt;
}

class native_blocks_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !report_.message.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict in_foam(std::string_view line);
    verdict in_gromacs(std::string_view line);
    verdict in_petsc(std::string_view line);
    verdict in_open_mpi(std::string_view line);
    verdict in_gstreamer(std::string_view line);
    verdict in_octave(std::string_view line);
    void say(std::string_view message);

    program who_ = program::none;
    native_report report_;
    stack_frame place_;
    bool is_told_ = false;  // the words are over
    int lines_ = 0;
};

void native_blocks_reader::say(std::string_view message) {
    if (!report_.message.empty() || is_blank(message)) return;
    report_.message = bounded(trimmed(message));
    report_.cause_line += " " + report_.message;
}

verdict native_blocks_reader::first(std::string_view line) {
    auto const said = parse(line);
    if (std::string_view text = line; !said && take(text, "error: ")) {
        who_ = program::octave;
        report_.type = "error";
        report_.role = trace_role::raised;
        say(text);
        return verdict::continues;
    }
    // GROMACS names its program and its source before it says what is wrong
    if (!said) return verdict::continues;
    who_ = said->who;
    report_.type = "error";
    report_.role = trace_role::raised;
    report_.message = bounded(trimmed(said->message));
    report_.cause_line = bounded(trimmed(line));
    if (said->where.line > 0) report_.add({bounded(said->where.file), said->where.line, {}});
    return verdict::continues;
}

// The words, "file: x from line 3 to line 5.", "    From function f", "    in file x.C at line 12."
verdict native_blocks_reader::in_foam(std::string_view line) {
    if (line.starts_with("FOAM exiting") || line.starts_with("FOAM aborting")) return verdict::ends;
    std::string_view text = trimmed(line);
    if (take(text, "From ")) {
        if (!take(text, "function ")) take(text, "static ");
        place_.function = bounded(text, longest_name);
    } else if (take(text, "in file ") && text.find(" at line ") != std::string_view::npos) {
        std::size_t const at = text.find(" at line ");
        std::string_view number = text.substr(at + 9);
        place_.file = bounded(text.substr(0, at), longest_name);
        place_.line = take_number(number);
        if (place_.line > 0) report_.add(place_);
    } else {
        say(line);
    }
    return verdict::continues;
}

verdict native_blocks_reader::in_gromacs(std::string_view line) {
    is_told_ = is_told_ || is_blank(line);
    say(line);
    return line.starts_with("-----") ? verdict::ends : verdict::continues;
}

// The class of the error, its words, and the stack: "#1 MatMult() at ./src/mat.c:12".
verdict native_blocks_reader::in_petsc(std::string_view line) {
    if (!take_petsc(line)) return verdict::ended_before;
    std::size_t const at = line.find("() at ");
    if (line.starts_with('#') && at != std::string_view::npos) {
        std::size_t const name = std::min(line.find(' '), at) + 1;
        if (auto const where = cpp::parse_place(line.substr(at + 6)))
            report_.add({bounded(where->file), where->line, bounded(line.substr(name, at - name))});
    } else if (!line.starts_with("See ") && lines_ <= 3) {
        // the second tells more than the first
        report_.message = bounded(trimmed(line));
    }
    return verdict::continues;
}

verdict native_blocks_reader::in_open_mpi(std::string_view line) {
    if (!take(line, mpi_lead)) return verdict::ended_before;
    std::size_t const colon = line.find(": ");
    if (line.starts_with("MPI_ERR_") && report_.message.empty() && colon < line.size()) {
        say(line.substr(colon + 2));
        report_.type = bounded(line.substr(0, colon), longest_name);
    }
    return verdict::continues;
}

// "Additional debug info:", "gstx.c(556): gst_x_start (): /GstPipeline:p/x:", and the words of that
verdict native_blocks_reader::in_gstreamer(std::string_view line) {
    if (lines_ == 2) return line == "Additional debug info:" ? verdict::continues : verdict::ended_before;
    if (lines_ > 3) return line.starts_with("ERROR: ") ? verdict::ended_before : verdict::ends;
    std::size_t const colon = line.find(": ");
    auto const where = cpp::parse_place(line.substr(0, std::min(colon, line.size())));
    if (!where) return verdict::ended_before;
    std::string_view const function = line.substr(colon + 2, line.find(" ()", colon) - colon - 2);
    report_.add({bounded(where->file), where->line, bounded(function, longest_name)});
    return line.ends_with(':') ? verdict::continues : verdict::ends;
}

// "    smooth at line 4 column 4"
verdict native_blocks_reader::in_octave(std::string_view line) {
    std::size_t const at = line.find(" at line ");
    if (line == of_octave) return verdict::continues;
    if (!line.starts_with("    ") || at == std::string_view::npos) return verdict::ended_before;
    std::string_view number = line.substr(at + 9);
    report_.add({{}, std::max(0, take_number(number)), bounded(trimmed(line.substr(0, at)), longest_name)});
    return verdict::continues;
}

verdict native_blocks_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (who_) {
        case program::none:
            return first(line);
        case program::foam:
            return in_foam(line);
        case program::gromacs:
            return in_gromacs(line);
        case program::lammps:
            return line.starts_with("Last command: ") ? verdict::ends : verdict::ended_before;
        case program::petsc:
            return in_petsc(line);
        case program::open_mpi:
            return in_open_mpi(line);
        case program::mpich:
            return is_of_mpich(line) ? verdict::continues : verdict::ended_before;
        case program::gstreamer:
            return in_gstreamer(line);
        case program::star:
            return is_blank(line) ? verdict::ended_before : verdict::continues;
        case program::octave:
            return in_octave(line);
        case program::redis:
            if (line.starts_with("Reading the configuration file") || line.starts_with(">>> "))
                return verdict::continues;
            say(line);
            return is_blank(line) ? verdict::ended_before : verdict::ends;
    }
    return verdict::ended_before;
}

bool native_blocks_reader::conclude(found_trace& trace) {
    return !report_.message.empty() && report_.write_to(trace);
}

// From GROMACS' words to the name of its program; 0 where no source is told.
std::size_t gromacs_lines(start_context const& context, std::size_t column) {
    bool has_source = false;
    for (std::size_t n = 1; n <= most_above; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        // the second of each as those before 2016 print it
        has_source =
            has_source || above->starts_with("Source file: ") || above->starts_with("Source code file: ");
        bool const is_program = above->starts_with("Program: ") ||
                                (above->starts_with("Program ") && above->find(", VERSION ") < longest_name);
        if (is_program) return has_source ? n : 0;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_native_blocks_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const said = parse(context.line().substr(column));
        if (!said) continue;
        if (said->who == program::octave) {
            auto const above = context.back(1, column);
            return above && above->starts_with("error: ") ? std::optional(start_point{column, 1})
                                                          : std::nullopt;
        }
        if (said->who != program::gromacs) return start_point{column, 0};
        if (std::size_t const back = gromacs_lines(context, column); back > 0)
            return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_native_blocks_grammar() {
    return std::make_unique<native_blocks_reader>();
}

}  // namespace task_agent::trace
