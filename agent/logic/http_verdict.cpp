#include "task_agent/logic/http_verdict.hpp"

#include <array>

namespace task_agent {
namespace {

using kind = verdict::kind;

// A validation error names the field inside its `loc`, as a JSON string; a plain sentence names it as a word.
// Words inside longer names ("error_stack_limit") do not count.
bool names(std::string_view detail, std::string_view field) {
    auto const is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (auto at = detail.find(field); at != std::string_view::npos; at = detail.find(field, at + 1)) {
        auto const end = at + field.size();
        if ((at == 0 || !is_word(detail[at - 1])) && (end == detail.size() || !is_word(detail[end])))
            return true;
    }
    return false;
}

// A refusal that names no field may still be about one of them: the bare status is worth one try.
optional_field refused_field(std::string_view detail) {
    constexpr std::array fields = {optional_field::error_details, optional_field::error_stack,
                                   optional_field::status_details};
    for (auto const field : fields) {
        if (names(detail, to_text(field))) return field;
    }
    return optional_field::all;
}

kind judge_transport(call_kind call, call_outcome const& outcome) {
    auto const& code = outcome.transport.code;
    if (code == errc::bad_input || code == errc::answer_too_large || code == errc::bad_document)
        return kind::give_up;
    // nobody can tell whether the job exists now
    if (call == call_kind::create && outcome.may_have_arrived) return kind::give_up;
    return kind::retry_backoff;
}

kind judge_conflict(call_kind call) {
    switch (call) {
        case call_kind::task_put:
        case call_kind::details_patch:
            return kind::retry_now;
        case call_kind::step_patch:
            return kind::reread;
        case call_kind::read:
        case call_kind::create:
        case call_kind::needed:
            break;
    }
    return kind::give_up;
}

// Only the platform's own words count: a gateway whose routes are not up yet says 404 as well.
kind judge_not_found(call_kind call, bool is_platforms_word) {
    if (call == call_kind::create) return kind::give_up;
    if (!is_platforms_word) return kind::retry_backoff;
    return call == call_kind::needed ? kind::give_up : kind::job_gone;
}

kind judge_status(call_kind call, call_outcome const& outcome) {
    auto const status = outcome.http_status;
    if (status >= 500) return kind::retry_backoff;
    switch (status) {
        case 401:
            return kind::refresh_auth;
        case 404:
            return judge_not_found(call, outcome.has_json_detail);
        case 408:
        case 425:
        case 429:
            return kind::retry_backoff;
        case 409:
            return judge_conflict(call);
        case 422:
            return call == call_kind::task_put || call == call_kind::step_patch ? kind::drop_field
                                                                                : kind::give_up;
        default:
            return kind::give_up;
    }
}

}  // namespace

std::string_view to_text(optional_field field) noexcept {
    switch (field) {
        case optional_field::none:
            return "none";
        case optional_field::status_details:
            return "status_details";
        case optional_field::error_details:
            return "error_details";
        case optional_field::error_stack:
            return "error_stack";
        case optional_field::all:
            return "all optional fields";
    }
    return "?";
}

verdict judge(call_kind call, call_outcome const& outcome) {
    verdict v;
    if (outcome.is_success()) return v;
    v.what = outcome.transport.code ? judge_transport(call, outcome) : judge_status(call, outcome);
    if (v.what == kind::drop_field) v.field = refused_field(outcome.detail);
    v.sentence = describe(outcome);
    return v;
}

std::string describe(call_outcome const& outcome) {
    if (outcome.transport.code) {
        return outcome.transport.text.empty() ? outcome.transport.code.message() : outcome.transport.text;
    }
    auto text = "HTTP " + std::to_string(outcome.http_status);
    if (outcome.http_status >= 300 && outcome.http_status < 400) return text + ": redirects are not followed";
    if (!outcome.detail.empty()) text += ": " + outcome.detail;
    return text;
}

}  // namespace task_agent
