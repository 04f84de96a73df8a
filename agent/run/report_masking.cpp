#include "task_agent/run/report_masking.hpp"

#include "task_agent/logic/masker.hpp"

namespace task_agent {
namespace {

class masking {
public:
    explicit masking(secret_set const& secrets) noexcept : secrets_(secrets) {}

    void operator()(std::string& text) const {
        if (!text.empty()) text = masked(text, secrets_);
    }

    void operator()(exception_info& exception) const {
        (*this)(exception.type);
        (*this)(exception.message);
        for (auto& frame : exception.frames) {
            (*this)(frame.file);
            (*this)(frame.function);
        }
        for (auto& link : exception.chain) {
            (*this)(link.type);
            (*this)(link.message);
        }
    }

private:
    secret_set const& secrets_;
};

}  // namespace

void mask_texts(trace::found_trace& trace, secret_set const& secrets) {
    masking const mask(secrets);
    mask(trace.exception);
    for (auto* text : {&trace.cause_line, &trace.root_line, &trace.first_member, &trace.text, &trace.prefix,
                       &trace.source})
        mask(*text);
}

void mask_texts(failure_report& report, secret_set const& secrets) {
    masking const mask(secrets);
    if (report.exception) mask(*report.exception);
    for (auto& line : report.last_output)
        mask(line);
    for (auto* text : {&report.message, &report.hint, &report.command, &report.stack, &report.cause_line})
        mask(*text);
}

}  // namespace task_agent
