#include "task_agent/run/final_update.hpp"

#include "task_agent/logic/report_fit.hpp"
#include "task_agent/wire/failure_codec.hpp"
#include "task_agent/wire/json_value.hpp"

namespace task_agent {
namespace {

// error_report lands in the job's status_details too, and is read with every status: the innermost part is
// enough there.
constexpr std::size_t mirrored_stack_limit = 16 * 1024;

}  // namespace

task_update make_final_update(status state, std::optional<failure_report> const& report,
                              nested_report const* nested) {
    task_update update;
    update.state = state;
    if (!report) return update;
    update.error_details = nested ? nested->error_details : encode_failure(*report);
    update.error_stack = report->stack;
    // controllers replace error_details and error_stack, but merge status_details (platform-facts 7.1)
    json_object mirror;
    mirror.add("details", update.error_details);
    mirror.add("stack", json_string(fit_lines(report->stack, mirrored_stack_limit)));
    update.status_details.emplace("error_report", mirror.text());
    return update;
}

}  // namespace task_agent
