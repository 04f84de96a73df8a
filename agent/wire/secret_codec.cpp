#include "task_agent/wire/secret_codec.hpp"

#include "json_reader.hpp"

namespace task_agent {

result<std::string> parse_secret_value(std::string_view body) {
    // never the parser's own words: they could quote the value
    auto const parsed = wire::parse(body);
    auto const* top = parsed ? parsed->if_object() : nullptr;
    if (!top) return error{errc::bad_document, "the answer is no JSON object"};
    auto const* value = top->if_contains("value");
    auto const* text = value ? value->if_string() : nullptr;
    if (!text) return error{errc::bad_document, "the answer holds no text \"value\""};
    std::string secret(text->data(), text->size());
    if (secret.find('\0') != std::string::npos)
        return error{errc::bad_document, "the value holds a NUL byte, which no variable can"};
    return secret;
}

}  // namespace task_agent
