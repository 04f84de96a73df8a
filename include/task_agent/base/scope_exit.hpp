// Runs a function when the scope is left, on every path.
#pragma once

#include <utility>

namespace task_agent {

template <class F>
class [[nodiscard]] scope_exit {
public:
    explicit scope_exit(F f) : f_(std::move(f)) {}
    scope_exit(scope_exit const&) = delete;
    scope_exit& operator=(scope_exit const&) = delete;
    ~scope_exit() { f_(); }

private:
    F f_;
};

}  // namespace task_agent
