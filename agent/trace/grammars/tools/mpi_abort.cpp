#include "task_agent/trace/grammars/tools/mpi_abort.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/launcher_lines.hpp"
#include "task_agent/trace/prefix.hpp"

#include <string>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_above = 3;  // lines: of the box, and blank ones

// The number behind `word`; nothing where there is none.
std::optional<int> number_behind(std::string_view line, std::string_view word) noexcept {
    std::size_t const at = line.find(word);
    if (at == line.npos) return std::nullopt;
    line.remove_prefix(at + word.size());
    int const number = take_number(line);
    return number < 0 ? std::nullopt : std::optional(number);
}

// The rank that the library says called it; nothing where the line is no such word.
std::optional<int> rank_in(std::string_view line) noexcept {
    if (line.starts_with("MPI_ABORT was invoked on rank ")) return number_behind(line, " on rank ");
    if (!line.starts_with("Abort(") || line.find(": application called MPI_Abort(") == line.npos)
        return std::nullopt;
    return number_behind(line, " (rank ");
}

bool names_rank(std::string_view line, int rank) {
    std::string const number = std::to_string(rank);
    for (std::string_view const word : {"rank ", "Rank ", "rank=", "process ", "PE "}) {
        if (number_behind(line, word) == rank) return true;
    }
    return line.starts_with(number + ": ");
}

bool tells_why(std::string_view line, int rank) {
    line_pieces const prefix = find_prefix(line);
    likely_signs const signs = signs_of(line.substr(prefix.end()), prefix.level);
    if (has(signs, line_sign::calm_level) || has(signs, line_sign::is_success)) return false;
    return names_rank(line, rank) || speaks_of_failure(signs);
}

class mpi_abort_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        bool const is_first = why_.empty();
        if (is_first) {
            why_ = bounded(trimmed(line));
            return block_.note(line, verdict::continues);
        }
        block_.end_here();
        rank_ = rank_in(line);
        return block_.note(line, rank_ ? verdict::ends : verdict::continues);
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override {
        if (!rank_) return false;
        trace.role = trace_role::raised;
        trace.cause_line = why_;
        std::string message(trimmed(std::string_view(why_).substr(find_prefix(why_).end())));
        put_exception(trace.exception, "mpi", "error", std::move(message), {});
        trace.exception.rank = rank_;
        block_.cut(trace);
        return true;
    }
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    std::string why_;
    std::optional<int> rank_;
    block_bounds block_;
};

}  // namespace

std::optional<start_point> find_mpi_abort_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        auto const rank = rank_in(context.line().substr(column));
        if (!rank) continue;
        for (std::size_t n = 1; n <= most_above; ++n) {
            auto const above = context.back(n, column);
            if (!above) break;
            if (is_blank(*above) || is_rule_of(trimmed(*above), '-')) continue;
            if (!tells_why(*above, *rank)) break;
            return start_point{column, n};
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_mpi_abort_grammar() {
    return std::make_unique<mpi_abort_reader>();
}

}  // namespace task_agent::trace
