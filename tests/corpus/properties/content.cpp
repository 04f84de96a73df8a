#include "content.hpp"

#include <array>
#include <string_view>

namespace task_agent::properties {
namespace {

constexpr std::array<std::string_view, content_kinds - 1> pieces = {
    // no trace begins so
    "x",
    "{\"a\":\"\\n\",",
    "{\"log\":\"",
    "\x1B[31mx",
    "\\n\\u00e9\\\"",
    "a.b.c.d.",
    "1:2:3: ",
    "12:00:00 ",
    "((((((((",
    "[[[[[[[[",
    "<<<<>>>>",
    "' \" ` ",
    ": : : : ",
    // these might
    "Error: ",
    "error error error ",
    "[rank0]: ",
    "line 12 in /a/b.c:3: ",
    " at x.pl line 3, ",
    "x.sh: line 1: y: not found ",
    "at a.b.C(C.java:1) ",
    "Caused by: ",
    "  File \"x.py\", line 1, in f",
    "panic: goroutine 1 [running]: ",
    "x.c:1:2: error: ",
    "terminate called after throwing an instance of '",
    "make: *** [Makefile:3: all] Error 1 ",
    "Uncaught Exception: in x.php:3 Stack trace: ",
};

}  // namespace

std::string random_bytes(random_engine& random, std::size_t size, unsigned low, unsigned high) {
    std::string text;
    while (text.size() < size) {
        char const c = static_cast<char>(drawn(random, low, high));
        if (c != '\n' && c != '\r') text += c;
    }
    return text;
}

std::string hard_content(std::size_t kind, random_engine& random) {
    if (kind >= pieces.size()) return random_bytes(random, content_size, 0, 255);
    std::string text;
    while (text.size() < content_size)
        text += pieces[kind];
    text.resize(content_size);
    return text;
}

}  // namespace task_agent::properties
