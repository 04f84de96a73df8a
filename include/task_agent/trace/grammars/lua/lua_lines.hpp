// The lines that Lua's interpreters print of an error, and what programs make of them. Pure; no state; views
// into the line.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::lua {

struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;  // behind it
};

// "/app/x.lua:3: rest", "[string "x = 1"]:1: rest"; of code without debug information "?:-1: rest"
[[nodiscard]] std::optional<place> parse_place(std::string_view text) noexcept;
// "/app/x.lua:3: [string "f"]:1: rest": an error passed on by a coroutine or by error() has a place before
// its own; the last of them is where it was raised.
[[nodiscard]] std::optional<place> parse_places(std::string_view text) noexcept;
// Inside a line that the program printed itself: "failed: /app/x.lua:3: no nut"
[[nodiscard]] std::optional<place> find_place(std::string_view line) noexcept;
[[nodiscard]] bool is_chunk(std::string_view file) noexcept;
// Takes "lua: ", "lua5.4: ", "/usr/bin/luajit: " off the front.
[[nodiscard]] bool take_program(std::string_view& text) noexcept;
// "luac: ", "luac5.4: "
[[nodiscard]] bool is_compiler(std::string_view line) noexcept;
// "ConfigError" of "ConfigError: no queue": how the text of an error object names its class; empty = none.
[[nodiscard]] std::string_view class_of(std::string_view text) noexcept;

// "part 3 ... lua: no water": what was being printed when the interpreter gave up has no end of its own.
[[nodiscard]] bool find_program(std::string_view& line) noexcept;
// Takes what a host says before it aborts off a message: "PANIC: unprotected error in call to Lua API (...)".
[[nodiscard]] bool take_panic(std::string_view& line) noexcept;
// "Error running filter x.lua:", of pandoc, above the message.
[[nodiscard]] bool is_of_filter(std::string_view line) noexcept;
// "1) TestPump.testLifts", of luaunit, above the place and the message.
[[nodiscard]] bool is_listed_test(std::string_view line) noexcept;
// "Failure -> spec/shop_spec.lua @ 2", "Error -> ...", with an arrow where it knows UTF-8: a test of busted
[[nodiscard]] bool is_failed_test(std::string_view line) noexcept;
[[nodiscard]] bool speaks_of_failure(std::string_view line) noexcept;
// "attempt to call a nil value" is no attempt to go on.
[[nodiscard]] handling handling_of_line(std::string_view line) noexcept;
// "ERROR: /app/x.lua:3: no nut": what a program says of an error that it caught, before it may end.
[[nodiscard]] bool is_told_by_program(std::string_view line) noexcept;

}  // namespace task_agent::trace::lua
