#include "task_agent/core/library_frame.hpp"

#include <algorithm>
#include <array>

namespace task_agent {
namespace {

// Anywhere in a path.
constexpr std::array<std::string_view, 24> folders = {
    // Python
    "/site-packages/", "/dist-packages/",
    // Node.js
    "node_modules/",
    // Go
    "/usr/local/go/src/", "/go/pkg/mod/", "/opt/hostedtoolcache/go/",
    // Rust
    "/.cargo/registry/", "/cargo/registry/", "/.cargo/git/", "/.rustup/toolchains/", "/rustc/",
    // Ruby
    "/gems/", "/lib/ruby/",
    // PHP, Go
    "/vendor/", "/usr/share/php/",
    // Perl
    "/usr/share/perl", "/usr/local/share/perl",
    // Elixir and Erlang
    "/lib/elixir/", "/lib/erlang/",
    // .NET
    "/usr/share/dotnet/",
    // C and C++
    "/usr/lib/", "/usr/lib64/", "/usr/include/", "/usr/local/include/"};

// At the start of a path, or of what stands in its place.
constexpr std::array<std::string_view, 26> beginnings = {
    // Python
    "<frozen ", "<__array_function__ internals>",
    // Node.js
    "node:", "internal/",
    // Go, PHP
    "vendor/",
    // Rust, in builds without full paths
    "library/std/", "library/core/", "library/alloc/",
    // .NET
    "/_/src/",
    // Lua
    "[C]",
    // C and C++, as debuggers and checkers name glibc's and libstdc++'s sources
    "/lib/", "/lib64/", "/build/glibc", "../sysdeps/", "./nptl/", "./stdlib/", "./csu/", "./assert/",
    "../src/gcc", "libc.so", "libpthread", "ld-linux", "libstdc++",
    // the JVM's
    "libjvm.so", "libjli.so", "libjava.so"};

// At the start of a function's name.
constexpr std::array<std::string_view, 58> names = {
    // the JVM and what is found in most of its programs
    "java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.", "kotlin.", "kotlinx.", "scala.", "akka.",
    "groovy.", "clojure.", "org.springframework.", "org.apache.", "org.junit.", "org.gradle.",
    "org.hibernate.", "org.eclipse.", "io.netty.", "io.grpc.", "reactor.", "com.google.", "com.fasterxml.",
    "com.zaxxer.hikari.", "com.mysql.", "com.amazonaws.", "software.amazon.", "com.esotericsoftware.",
    "org.postgresql.", "org.mariadb.", "org.slf4j.", "org.jboss.", "org.h2.", "oracle.jdbc.", "okhttp3.",
    "io.vertx.", "io.micrometer.", "ch.qos.logback.",
    // .NET
    "System.", "Microsoft.",
    // Rust
    "std::", "core::", "alloc::", "<alloc::", "<core::", "<std::", "rust_begin_unwind", "__rust_", "tokio::",
    // C and C++; std:: stands above
    "__gnu_cxx::", "__libc_", "__GI_", "__cxa_", "_start", "__interceptor_", "__sanitizer",
    // inside Node.js
    "node::", "v8::"};

// ".../lib/python3.11/...", wherever Python was put.
bool is_in_python(std::string_view file) noexcept {
    for (std::string_view const mark : {"/lib/python", "/lib64/python"}) {
        std::size_t const at = file.find(mark);
        if (at == std::string_view::npos || at + mark.size() >= file.size()) continue;
        char const next = file[at + mark.size()];
        if (next >= '0' && next <= '9') return true;
    }
    return false;
}

}  // namespace

bool is_library_frame(std::string_view file, std::string_view function) noexcept {
    auto const is_in_file = [file](std::string_view part) { return file.find(part) != file.npos; };
    auto const begins_file = [file](std::string_view part) { return file.starts_with(part); };
    auto const begins_name = [function](std::string_view part) { return function.starts_with(part); };
    return std::any_of(folders.begin(), folders.end(), is_in_file) || is_in_python(file) ||
           std::any_of(beginnings.begin(), beginnings.end(), begins_file) ||
           std::any_of(names.begin(), names.end(), begins_name);
}

}  // namespace task_agent
