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

json_text make_error_report(json_text const& details, std::string const& stack) {
    json_object mirror;
    mirror.add("details", details);
    mirror.add("stack", json_string(fit_lines(stack, mirrored_stack_limit)));
    return mirror.text();
}

task_update make_final_update(status state, std::optional<failure_report> const& report,
                              nested_report const* nested) {
    task_update update;
    update.state = state;
    if (!report) return update;
    update.error_details = nested ? nested->error_details : encode_failure(*report);
    update.error_stack = report->stack;
    update.status_details.emplace("error_report", make_error_report(update.error_details, report->stack));
    return update;
}

}  // namespace task_agent
