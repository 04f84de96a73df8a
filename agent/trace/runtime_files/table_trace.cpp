#include "task_agent/trace/runtime_files/table_trace.hpp"

#include "reading_file.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view root_title = "\nRoot Cause ";
constexpr std::string_view traceback_field = "\n  traceback : ";
constexpr std::string_view margin = "  ";

// The lines of the field without the table's margin.
std::string traceback_in(std::string_view table) {
    std::size_t const root = table.find(root_title);
    if (root == std::string_view::npos) return {};
    std::size_t const field = table.find(traceback_field, root);
    if (field == std::string_view::npos) return {};
    table.remove_prefix(field + traceback_field.size());
    std::string text(next_line(table));
    while (table.starts_with(margin)) {
        text += '\n';
        text += next_line(table).substr(margin.size());
    }
    return text + '\n';
}

}  // namespace

std::optional<found_trace> read_recorded_trace(found_trace const& table) {
    if (table.role != trace_role::summary || !table.exception.rank) return std::nullopt;
    auto recorded = best_trace_in(traceback_in(table.text));
    if (!recorded) return std::nullopt;
    found_trace found = table;
    found.role = recorded->role;
    found.exception = std::move(recorded->exception);
    found.exception.rank = table.exception.rank;
    found.cause_line = std::move(recorded->cause_line);
    found.root_line = std::move(recorded->root_line);
    found.first_member = std::move(recorded->first_member);
    found.source = "rank " + std::to_string(*table.exception.rank);
    return found;
}

}  // namespace task_agent::trace
