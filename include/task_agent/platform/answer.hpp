// What a call of the platform gives: the outcome, and where it is a success what was asked for.
//
// Plain values; any thread.
#pragma once

#include "task_agent/core/call_outcome.hpp"
#include "task_agent/net/http_message.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace task_agent {

// `value` is there when and only when the outcome is a success. An answer of 2xx that cannot be understood is
// a transport failure with the parser's code, and one over the limit of its call with errc::answer_too_large.
template <class T>
struct answer {
    call_outcome outcome;
    std::optional<T> value;
};

[[nodiscard]] call_outcome outcome_of(net::http_answer const& got);

template <class T>
[[nodiscard]] answer<T> understood(net::http_answer const& got, result<T> (*parse)(std::string_view)) {
    answer<T> a;
    a.outcome = outcome_of(got);
    if (!a.outcome.is_success()) return a;
    if (auto parsed = parse(got.body)) {
        a.value = std::move(*parsed);
    } else {
        a.outcome.transport = parsed.error();
        a.outcome.may_have_arrived = true;
        a.outcome.http_status = 0;
    }
    return a;
}

}  // namespace task_agent
