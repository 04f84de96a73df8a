#include "task_agent/devserver/json_text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <iterator>

namespace task_agent::devserver {
namespace {

namespace json = boost::json;

void print_number(std::string& out, double number) {
    auto const start = out.size();
    fmt::format_to(std::back_inserter(out), "{}", number);
    // it came as a float and must leave as one
    if (out.find_first_of(".en", start) == std::string::npos) out += ".0";
}

void print(std::string& out, json::value const& value) {
    switch (value.kind()) {
        case json::kind::object: {
            char separator = '{';
            for (auto const& [key, member] : value.get_object()) {
                out += separator;
                out += json::serialize(json::string_view(key));
                out += ':';
                print(out, member);
                separator = ',';
            }
            out += separator == '{' ? "{}" : "}";
            return;
        }
        case json::kind::array: {
            char separator = '[';
            for (json::value const& member : value.get_array()) {
                out += separator;
                print(out, member);
                separator = ',';
            }
            out += separator == '[' ? "[]" : "]";
            return;
        }
        case json::kind::double_:
            print_number(out, value.get_double());
            return;
        case json::kind::string:
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::bool_:
        case json::kind::null:
            out += json::serialize(value);
            return;
    }
}

}  // namespace

std::string print_json(json::value const& document) {
    std::string out;
    print(out, document);
    return out;
}

}  // namespace task_agent::devserver
