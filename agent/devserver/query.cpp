#include "task_agent/devserver/query.hpp"

#include "task_agent/base/utf8.hpp"

#include <cstddef>

namespace task_agent::devserver {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
            hex_digit(text[i + 2]) >= 0) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' && plus_is_space ? ' ' : text[i];
        }
    }
    return to_valid_utf8(out);
}

query_list parse_query(std::string_view raw) {
    query_list pairs;
    while (!raw.empty()) {
        auto const end = raw.find('&');
        std::string_view const pair = raw.substr(0, end);
        raw.remove_prefix(end == std::string_view::npos ? raw.size() : end + 1);
        if (pair.empty()) continue;
        auto const equals = pair.find('=');
        std::string_view const value =
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        pairs.emplace_back(decoded(pair.substr(0, equals), true), decoded(value, true));
    }
    return pairs;
}

}  // namespace

target_parts split_target(std::string_view target) {
    if (auto const scheme = target.find("://");
        scheme != std::string_view::npos && !target.starts_with('/')) {
        auto const path = target.find('/', scheme + 3);
        target = path == std::string_view::npos ? std::string_view("/") : target.substr(path);
    }
    auto const question = target.find('?');
    target_parts parts;
    parts.path = decoded(target.substr(0, question), false);
    if (question != std::string_view::npos) parts.raw_query = target.substr(question + 1);
    parts.query = parse_query(parts.raw_query);
    return parts;
}

}  // namespace task_agent::devserver
