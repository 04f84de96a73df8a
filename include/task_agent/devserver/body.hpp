// Reading a request's JSON body field by field, and noting what does not fit the way FastAPI words it.
//
// Getters return nothing when the field is absent, null where that is allowed, or wrong (then `wrong` knows).
// Pure functions; any thread.
#pragma once

#include "task_agent/core/status.hpp"
#include "task_agent/devserver/message.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace task_agent::devserver {

enum class presence { required, optional, nullable };

// The body's document. A content type that is not JSON makes the body a mere string, as FastAPI does: a plain
// `curl -d` is refused with 422.
[[nodiscard]] std::optional<boost::json::value> read_body(request const& asked, problems& wrong);

// The body as an object; `model` words the refusal for a body of fields, else for a bare map.
enum class body_kind { model, map };
[[nodiscard]] std::optional<boost::json::object> read_object_body(request const& asked, body_kind kind,
                                                                  problems& wrong);

// Where in the request an object stands, and the object.
struct body_part {
    boost::json::array loc;
    boost::json::object const& fields;

    [[nodiscard]] boost::json::array of(std::string_view key) const;
};

[[nodiscard]] boost::json::value const* find_field(body_part const& in, std::string_view key, presence needed,
                                                   problems& wrong);
[[nodiscard]] std::optional<std::string> text_field(body_part const& in, std::string_view key,
                                                    presence needed, problems& wrong);
[[nodiscard]] boost::json::object const* object_field(body_part const& in, std::string_view key,
                                                      presence needed, problems& wrong);
[[nodiscard]] boost::json::array const* list_field(body_part const& in, std::string_view key, presence needed,
                                                   problems& wrong);
[[nodiscard]] std::optional<status> status_field(body_part const& in, std::string_view key, presence needed,
                                                 problems& wrong);

// "'created', 'pending', ... or 'error'", for messages.
[[nodiscard]] std::string status_choices();

}  // namespace task_agent::devserver
