#include "task_agent/trace/launcher_lines.hpp"

#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_in_box = 24;  // lines
constexpr std::size_t longest_line = 200;

bool is_rule(std::string_view line) noexcept {
    while (line.ends_with(' '))
        line.remove_suffix(1);
    return is_rule_of(line, '-') || is_rule_of(line, '=');
}

bool has_any(std::string_view line, auto const& words) noexcept {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

// Of Open MPI, PRRTE and MPICH's Hydra.
constexpr std::array<std::string_view, 8> words_of_boxes = {
    "MPI_ABORT was invoked", "Primary job  terminated", "mpirun detected that",  "mpirun noticed that",
    "prterun detected that", "prterun noticed that",    "mpiexec detected that", "BAD TERMINATION OF ONE OF"};

// A line that begins with the first, and holds the second behind it.
struct form {
    std::string_view start;
    std::string_view inside;
};

constexpr std::array forms = {
    form{"srun: error: ", ": task"},
    form{"srun: ", "Terminating "},
    form{"srun: ", "Force Terminated "},
    form{"srun: ", "Job step aborted"},
    form{"[mpiexec@", "] "},
    form{"[proxy:", "] "},
    form{"YOUR APPLICATION TERMINATED WITH THE EXIT STRING", ""},
    form{"Error: exit status ", ""},
    form{"Error: exit code ", ""},
    form{"exit status ", ""},
    form{"ERROR: Job failed: exit ", ""},
    form{"ERROR: Job failed: command terminated with exit ", ""},
    form{"ERROR: script returned exit code ", ""},
    form{"##[error]Process completed with exit code ", ""},
    form{"Error: Process completed with exit code ", ""},
    form{"make: Target '", "not remade because of errors."},
    form{"command terminated with exit code ", ""},
    form{"Command exited with non-zero status ", ""},
    form{"#", "did not complete successfully: exit code: "},
    form{"ERROR: process \"", "did not complete successfully: exit code: "},
    form{"ERROR: failed to solve: process \"", "did not complete successfully: exit code: "},
    form{"", ".service: Main process exited, code="},
    form{"", ".service: Control process exited, code="},
    form{"", ".service: Failed with result '"},
    form{"", ".service: Scheduled restart job, "},
    form{"", ".service: Consumed "},
    form{"slurmstepd: error: *** STEP ", " CANCELLED AT "},
    form{"slurmstepd: error: *** JOB ", " CANCELLED AT "},
};

// Of systemd, behind its name: what a unit does not say of itself.
constexpr std::array<std::string_view, 5> starts_of_units = {"Starting ", "Started ", "Stopping ", "Stopped ",
                                                             "Failed to start "};

bool is_of_unit(std::string_view line) noexcept {
    constexpr std::string_view name = "systemd[";
    std::size_t const at = line.find(name);
    if (at == line.npos || (at > 0 && line[at - 1] != ' ')) return false;
    std::size_t const end = line.find("]: ", at);
    if (end == line.npos) return false;
    std::string_view const said = line.substr(end + 3);
    return std::any_of(starts_of_units.begin(), starts_of_units.end(),
                       [&](std::string_view start) { return said.starts_with(start); });
}

bool fits(std::string_view line, form const& wanted) noexcept {
    return line.starts_with(wanted.start) && line.find(wanted.inside, wanted.start.size()) != line.npos;
}

}  // namespace

bool is_rule_of(std::string_view line, char sign) noexcept {
    constexpr std::size_t least = 40;  // characters
    return line.size() >= least && line.find_first_not_of(sign) == std::string_view::npos;
}

bool is_launcher_line(std::string_view line) noexcept {
    // "CANCELLED AT 2026-11-26T12:00:00 DUE TO TIME LIMIT": the reason itself
    if (line.size() > longest_line || line.find(" DUE TO ") != std::string_view::npos) return false;
    auto const fits_one = [&](std::string_view text) {
        return std::any_of(forms.begin(), forms.end(), [&](form const& f) { return fits(text, f); });
    };
    if (fits_one(line) || is_of_unit(line)) return true;
    line_pieces const prefix = find_prefix(line);
    return std::any_of(prefix.pieces().begin(), prefix.pieces().end(),
                       [&](prefix_piece const& piece) { return fits_one(line.substr(piece.end)); });
}

std::vector<bool> launcher_lines_of(line_history const& history) {
    std::vector<bool> is_launchers;
    std::size_t opened = std::string_view::npos;  // the rule above what may be a box
    bool is_box = false;
    history.for_each([&](line_history::seen_line line, bool) {
        std::size_t const at = is_launchers.size();
        is_launchers.push_back(is_launcher_line(line.text));
        std::string_view const text = line.text.substr(find_prefix(line.text).end());
        if (!is_rule(text)) {
            if (opened != std::string_view::npos && at - opened > most_in_box)
                opened = std::string_view::npos;
            is_box = is_box || (opened != std::string_view::npos && has_any(text, words_of_boxes));
            return;
        }
        if (opened != std::string_view::npos && is_box) {
            for (std::size_t i = opened; i <= at; ++i)
                is_launchers[i] = true;
            opened = std::string_view::npos;
        } else {
            opened = at;
        }
        is_box = false;
    });
    return is_launchers;
}

}  // namespace task_agent::trace
