#include "task_agent/base/error.hpp"

#include <boost/system/system_category.hpp>

#include <cerrno>
#include <stdexcept>

namespace task_agent {
namespace {

class category final : public boost::system::error_category {
public:
    char const* name() const noexcept override { return "task_agent"; }

    std::string message(int value) const override {
        switch (static_cast<errc>(value)) {
            case errc::timed_out:
                return "timed out";
            case errc::connection_lost:
                return "connection lost";
            case errc::bad_answer:
                return "answer not understood";
            case errc::answer_too_large:
                return "answer too large";
            case errc::name_not_found:
                return "no such host";
            case errc::name_lookup_failed:
                return "name lookup failed";
            case errc::bad_input:
                return "bad input";
            case errc::tls_failed:
                return "no secure connection";
            case errc::gone:
                return "gone";
            case errc::bad_document:
                return "document not understood";
        }
        return "unknown error";
    }
};

category const instance;

}  // namespace

error_code make_error_code(errc e) noexcept {
    return {static_cast<int>(e), instance};
}

error_code last_errno() noexcept {
    return {errno, boost::system::system_category()};
}

error system_error(error_code code, std::string_view what) {
    return {code, std::string(what) + ": " + code.message()};
}

error bad_input(std::string text) {
    return {errc::bad_input, std::move(text)};
}

void throw_exception_from_error(error const& e, boost::source_location const&) {
    throw std::runtime_error(e.text);
}

}  // namespace task_agent
