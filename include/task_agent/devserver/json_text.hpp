// Documents as the platform prints them: compact, and numbers in the short form people write.
//
// Boost.JSON's own serializer prints 0.5 as 5E-1: valid, but no server that speaks to people does. Pure; any
// thread.
#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace task_agent::devserver {

[[nodiscard]] std::string print_json(boost::json::value const& document);

}  // namespace task_agent::devserver
