#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(rust_tools_tests)

BOOST_AUTO_TEST_CASE(a_pattern_that_cannot_be_parsed_is_told_in_a_block) {
    for (std::string const text :
         {"regex parse error:\n    nut(s\n       ^\nerror: unclosed group\n",
          "pick: regex parse error:\n    nut[s\n       ^\nerror: unclosed character class\n",
          "regex parse error:\n~~~~~~~~~~\n1: nut(\n      ^\n~~~~~~~~~~\nerror: unclosed group\n"}) {
        std::string own = text;
        // the lines of a longer pattern are numbered behind four blanks
        if (std::size_t const at = own.find("1: "); at != std::string::npos) own.insert(at, "    ");
        auto const found = tr::traces_in("begin\n" + own + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == own);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.language == "rust");
        BOOST_TEST(found[0].exception.type == "error");
        BOOST_TEST("error: " + found[0].exception.message + "\n" == own.substr(own.find("error: u")));
    }
    for (std::string const text : {"regex parse error:\nerror: 0\n", "  nuts\nerror: 0\n",
                                   "regex parse error:\n    a\nrow\nerror: 0\n"})
        for (auto const& found : tr::traces_in(text))
            BOOST_TEST(found.exception.language != "rust");
}

BOOST_AUTO_TEST_CASE(an_error_of_miette_may_have_a_code) {
    for (std::string const code : {"shop::no_nut", "shop::no_nut (https://shop.example/no_nut)"}) {
        std::string const text = "Error: " + code + "\n\n  × no nut\n  ╰─▶ no bag\n";
        auto const found = tr::traces_in("begin\n" + text + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == "no nut");
        BOOST_TEST(found[0].root_line == "no bag");
        for (auto const& other : tr::traces_in("Error: " + code + "\n\nno nut\n"))
            BOOST_TEST(other.exception.message != "no nut");
    }
}

BOOST_AUTO_TEST_CASE(a_tool_may_leave_out_the_word_before_the_mark_of_miette) {
    std::string const causes =
        "  × No nuts found when looking into the bag:\n  ├─▶ the bag is shut\n"
        "  ╰─▶ Because nobody opened it, we can conclude\n      that it is shut.\n";
    auto const found = tr::traces_in("begin\n" + causes + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == causes);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "No nuts found when looking into the bag:");
    BOOST_TEST(found[0].root_line == "Because nobody opened it, we can conclude");
    std::string const placed = "  × no such nut\n   ╭─[shop.js:3:5]\n 3 │ nut()\n   · ───\n   ╰────\n";
    auto const drawn =
        tr::traces_in("begin\n\n" + placed + "\n  × no bag\n   ╭─[bag.js:1:1]\n   ╰────\n\nnext\n");
    BOOST_REQUIRE(drawn.size() == 1u);
    BOOST_TEST(drawn[0].exception.message == "no such nut");
    BOOST_REQUIRE(drawn[0].exception.frames.size() == 1u);
    BOOST_TEST(drawn[0].exception.frames[0].file == "shop.js");
    BOOST_TEST(drawn[0].exception.frames[0].line == 3);
    BOOST_TEST(tr::traces_in("begin\n  × 3 nuts\n  × 4 bags\nnext\n").empty());
}

BOOST_AUTO_TEST_CASE(others_point_at_a_place_as_the_compiler_does) {
    for (std::string const text :
         {"error: expected a nut\n --> shop.toml:3:5\n  |\n3 | bag\n  | ^^^\n",
          "error[open]: nuts are open\n    ┌─ shop.toml:3:5\n    │\n  3 │ bag\n    = ID: 7\n"}) {
        auto const found = tr::traces_in("begin\n" + text + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.type == "error");
        BOOST_TEST(found[0].exception.frames.at(0).file == "shop.toml");
        BOOST_TEST(found[0].exception.frames.at(0).line == 3);
    }
    auto const manifest =
        tr::traces_in("error: invalid key\n --> nut/Cargo.toml:3:5\n  |\n3 | bag\n  | ^^^\n");
    BOOST_REQUIRE(manifest.size() == 1u);
    BOOST_TEST(manifest[0].exception.type == "build failed");
    for (std::string const text :
         {"warning: an old nut\n --> shop.toml:3:5\n  |\nnext\n",
          "error[open]: nuts\nrow\nrow\nrow\nrow\nrow\n", "bag\n --> nut:3:5\nnext\n"})
        for (auto const& found : tr::traces_in(text))
            BOOST_TEST(found.exception.language != "rust");
}

BOOST_AUTO_TEST_CASE(cargo_tells_why_nothing_was_built) {
    std::string const script =
        "error: failed to run custom build command for `nut-sys v0.1.0`\n\nCaused by:\n"
        "  process didn't exit successfully: `/app/build-script-build` (exit status: 101)\n  --- stderr\n"
        "  thread 'main' panicked at build.rs:3:5:\n  no nut library\n"
        "  note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
    auto const built = tr::traces_in("begin\n" + script + "next\n");
    BOOST_REQUIRE(built.size() == 1u);
    BOOST_TEST(built[0].text == script);
    BOOST_TEST(built[0].exception.message == "failed to run custom build command for `nut-sys v0.1.0`");
    BOOST_TEST(built[0].root_line == "no nut library");
    for (std::string const said :
         {"no bin target named `nut`",
          "package `nut v1.2.0` cannot be built because it requires rustc 1.80 or newer",
          "manifest path `nut/Cargo.toml` does not exist", "no such command: `nut`",
          "the lock file /app/Cargo.lock needs to be updated but --locked was passed to prevent this"}) {
        auto const told = tr::traces_in("begin\nerror: " + said + "\n\n\tDid you mean `nuts`?\nnext\n");
        BOOST_REQUIRE(told.size() == 1u);
        BOOST_TEST(told[0].exception.type == "build failed");
        BOOST_TEST(told[0].exception.message == said);
        BOOST_TEST(told[0].last_line == 3u);
    }
    auto const lock = tr::traces_in(
        "error: failed to parse lock file at: /app/Cargo.lock\n\nCaused by:\n  lock file version 4\n");
    BOOST_REQUIRE(lock.size() == 1u);
    BOOST_TEST(lock[0].root_line == "lock file version 4");
    std::string const linker = "error: linker `cc` not found\n  |\n  = note: No such file (os error 2)\n";
    auto const linked =
        tr::traces_in("begin\n" + linker +
                      "\nerror: could not compile `nut` (bin \"nut\") due to 1 previous error\nnext\n");
    BOOST_REQUIRE(linked.size() == 1u);
    BOOST_TEST(linked[0].text == linker);
    BOOST_TEST(linked[0].exception.type == "linker error");
    std::string const stop = "make: *** [Makefile:3: nut] Error 101\n";
    BOOST_TEST(tr::traces_in(script + stop + "next\n").at(0).text == script + stop);
    BOOST_TEST(linked[0].exception.message == "linker `cc` not found");
}

BOOST_AUTO_TEST_CASE(a_crate_that_is_missing_offline_is_told_to_its_last_line) {
    std::string const text =
        "error: no matching package named `nuts` found\nlocation searched: crates.io index\n"
        "required by package `shop v0.1.0 (/app)`\n"
        "As a reminder, you're using offline mode (--offline) which can sometimes fail\n";
    auto const found = tr::traces_in("begin\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no matching package named `nuts` found");
}

BOOST_AUTO_TEST_CASE(eyre_tells_a_place) {
    for (std::string const causes : {"", "Caused by:\n    0: no nut\n    1: no shop\n\n"}) {
        std::string const text = "Error: nothing sold\n\n" + causes + "Location:\n    src/sell.rs:7:10\n";
        auto const found = tr::traces_in("begin\n" + text + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text.ends_with("Location:\n    src/sell.rs:7:10\n"));
        BOOST_TEST(found[0].exception.message == "nothing sold");
        BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
        BOOST_TEST(found[0].exception.frames[0].file == "src/sell.rs");
        BOOST_TEST(found[0].exception.frames[0].line == 7);
    }
}

BOOST_AUTO_TEST_CASE(a_tool_tells_its_causes_in_the_same_block) {
    for (std::string const causes :
         {"Caused by:\n    0: no bag\n    1: no shop\n", "Caused by:\n  no bag\n\nCaused by:\n  no shop\n"}) {
        std::string const text = "error: nothing sold\n\n" + causes;
        auto const found = tr::traces_in("begin\n" + text + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text.ends_with("no shop\n"));
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.language == "rust");
        BOOST_TEST(found[0].exception.type == "error");
        BOOST_TEST(found[0].exception.message == "nothing sold");
        BOOST_TEST(found[0].root_line == "no shop");
    }
}

BOOST_AUTO_TEST_SUITE_END()
