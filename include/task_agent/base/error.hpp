// Errors as values: a code to decide by and a sentence to show.
//
// Below cli nothing throws across a module border: a function that can fail returns result<T>. The code is
// for programs (compare it with errc or a generic errno), the text for people: one sentence that names the
// thing, where it came from and what is allowed. Plain values; any thread.
#pragma once

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace task_agent {

using error_code = boost::system::error_code;

// What can go wrong beyond errno. Each value says what the caller may conclude.
enum class errc {
    timed_out = 1,       // our own deadline passed; whether the peer acted is unknown
    connection_lost,     // the peer closed or reset in the middle
    bad_answer,          // the peer spoke, but not HTTP or not what was agreed
    answer_too_large,    // more than the stated limit; the rest was not read
    name_not_found,      // DNS knows no such host
    name_lookup_failed,  // DNS gave no answer; asking again may help
    bad_input,           // a person or a file gave something that is not allowed
    tls_failed,          // no secure connection: no trust or no common language; asking again may help
    gone,                // what was asked for is not there any more
    bad_document,        // HTTP, but not the document that was agreed; asking again gives the same
};

[[nodiscard]] error_code make_error_code(errc e) noexcept;

// errno as it stands, as an error_code.
[[nodiscard]] error_code last_errno() noexcept;

struct error {
    error_code code;
    std::string text;
};

// "what: strerror text", for a system call that failed with `code`.
[[nodiscard]] error system_error(error_code code, std::string_view what);
[[nodiscard]] error bad_input(std::string text);

template <class T = void>
using result = boost::system::result<T, error>;

// Called by result::value() on an error: a programming mistake below cli, hence an exception that ends the
// program.
[[noreturn]] void throw_exception_from_error(error const& e, boost::source_location const& where);

}  // namespace task_agent

template <>
struct boost::system::is_error_code_enum<task_agent::errc> : std::true_type {};
