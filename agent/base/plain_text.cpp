#include "task_agent/base/plain_text.hpp"

#include "task_agent/base/escape_filter.hpp"
#include "task_agent/base/utf8.hpp"

namespace task_agent {
namespace {

std::string filtered(std::string_view bytes, bool drops_returns) {
    escape_filter filter(drops_returns);
    std::string text(filter.feed(bytes));
    return text.append(filter.flush());
}

}  // namespace

std::string without_escapes(std::string_view bytes) {
    return filtered(bytes, false);
}

std::string to_plain_text(std::string_view bytes) {
    std::string text = filtered(bytes, true);
    return is_valid_utf8(text) ? text : to_valid_utf8(text);
}

}  // namespace task_agent
