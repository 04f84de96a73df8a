#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const bars = "━━━━━━━━━━";

}  // namespace

BOOST_AUTO_TEST_SUITE(rust_reports_tests)

BOOST_AUTO_TEST_CASE(a_panic_of_color_eyre_is_read_with_its_frames) {
    std::string const text =
        "The application panicked (crashed).\n"
        "Message:  called `Option::unwrap()` on a `None` value\n"
        "Location: src/pick.rs:7\n"
        "\n"
        "  " +
        bars + " BACKTRACE " + bars +
        "\n"
        "                                ⋮ 6 frames hidden ⋮                               \n"
        "   7: app::pick::h1234567890abcdef\n"
        "      at /app/src/pick.rs:7\n"
        "   8: app::main::h1234567890abcdef\n"
        "      at /app/src/main.rs:4\n"
        "\n"
        "Run with COLORBT_SHOW_HIDDEN=1 environment variable to disable frame filtering.\n";
    auto const found = tr::traces_in("begin\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 12u);
    BOOST_TEST(found[0].exception.type == "panic");
    BOOST_TEST(found[0].exception.message == "called `Option::unwrap()` on a `None` value");
    BOOST_REQUIRE(!found[0].exception.frames.empty());
    BOOST_TEST(found[0].exception.frames.back().function == "app::pick::h1234567890abcdef");
    auto const bare = tr::traces_in(text.substr(0, text.find("\n\n") + 1) + "next\n");
    BOOST_REQUIRE(bare.size() == 1u);
    BOOST_REQUIRE(bare[0].exception.frames.size() == 1u);
    BOOST_TEST(bare[0].exception.frames[0].file == "src/pick.rs");
    BOOST_TEST(bare[0].exception.frames[0].line == 7);
}

BOOST_AUTO_TEST_CASE(an_error_of_color_eyre_numbers_its_causes) {
    std::string const text =
        "Error: \n   0: loading the settings\n   1: No such file (os error 2)\n\nLocation:\n   "
        "src/load.rs:12\n\n"
        "  " +
        bars + " SPANTRACE " + bars +
        "\n\n   0: app::load with path=\"x\"\n      at src/load.rs:7\n\n"
        "Backtrace omitted. Run with RUST_BACKTRACE=1 environment variable to display it.\n"
        "Run with RUST_BACKTRACE=full to include source snippets.\n";
    auto const found = tr::traces_in("begin\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 14u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "loading the settings");
    BOOST_TEST(found[0].root_line == "No such file (os error 2)");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 12);
}

BOOST_AUTO_TEST_CASE(an_error_of_miette_draws_its_causes) {
    std::string const text =
        "Error:   × loading the settings\n  ├─▶ reading x\n  ╰─▶ unknown key\n"
        "   ╭─[x.toml:1:5]\n 1 │ kex = 1\n   · ─┬─\n   ╰────\n  help: try `key`\n";
    auto const found = tr::traces_in(text + "\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "loading the settings");
    BOOST_TEST(found[0].root_line == "unknown key");
}

BOOST_AUTO_TEST_CASE(errors_of_the_compiler_are_one_failed_build) {
    std::string const text =
        "error[E0382]: borrow of moved value: `rows`\n --> src/main.rs:4:20\n  |\n3 |     let a = rows;\n"
        "  |             ---- value moved here\n  |\n  = note: it is moved\n\n"
        "error: aborting due to 1 previous error\n\n"
        "For more information about this error, try `rustc --explain E0382`.\n"
        "error: could not compile `app` (bin \"app\") due to 1 previous error\n";
    auto const found = tr::traces_in("   Compiling app v0.1.0\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 7u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "borrow of moved value: `rows`");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "src/main.rs");
    BOOST_TEST(found[0].exception.frames[0].line == 4);
}

BOOST_AUTO_TEST_CASE(an_error_without_a_number_is_told_by_cargos_last_word) {
    std::string const text =
        "error: expected `;`, found `}`\n --> src/main.rs:4:20\n  |\n4 |     let a = 3\n  |              "
        "^\n";
    auto const found =
        tr::traces_in("   Compiling app v0.1.0\n" + text +
                      "\nerror: could not compile `app` (bin \"app\") due to 1 previous error\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "expected `;`, found `}`");
    BOOST_TEST(found[0].exception.frames[0].line == 4);
}

BOOST_AUTO_TEST_CASE(what_only_begins_alike_is_none) {
    for (std::string const text :
         {"Error:\nnone\n", "The application panicked twice\n", "error[E0382]: is explained\nelsewhere\n",
          "error: none\n --> is an arrow\n", "Error: \n   1: the first is missing\n"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_first_failed_test_of_libtest_tells) {
    std::string const first =
        "thread 'tests::sells' (7) panicked at src/lib.rs:10:9:\nassertion `left == right` failed\n  left: "
        "1\n"
        " right: 2\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
    auto const found = tr::traces_in(
        "failures:\n\n---- tests::sells stdout ----\n\n" + first +
        "\n---- tests::buys stdout ----\nbag 1\n\nthread 'tests::buys' (8) panicked at src/lib.rs:20:9:\nno "
        "nut\n"
        "\n\nfailures:\n    tests::buys\n    tests::sells\n\ntest result: FAILED. 1 passed; 2 failed\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].last_line == 8u);
    BOOST_TEST(found[0].exception.message == "assertion `left == right` failed");
}

BOOST_AUTO_TEST_CASE(a_panic_told_by_a_hook_has_any_words_before_it) {
    auto const found = tr::traces_in("starting\nGIVING UP: panicked at src/main.rs:3:5:\nno plan\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "panic");
    BOOST_TEST(found[0].exception.message == "no plan");
    BOOST_TEST(found[0].exception.frames.at(0).file == "src/main.rs");
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(tr::traces_in("nobody panicked at 3:15:\nx\n").empty());
    BOOST_TEST(tr::traces_in("notes\n    thread 'main' panicked at src/main.rs:3:5:\n    x\n").empty());
    BOOST_TEST(found[0].is_often_survived);
    BOOST_TEST(tr::traces_in("[watch] restarted: panicked at src/main.rs:3:5:\nx\nrow 1\n").at(0).last_line ==
               1u);
}

BOOST_AUTO_TEST_CASE(all_errors_of_one_compilation_are_one_report) {
    std::string const text =
        "error: expected `;`, found `x`\n --> a.rs:1:9\n  |\n1 | let y = 1\n  |          ^ help: add `;` "
        "here\n";
    std::string const more =
        "\nerror[E0425]: cannot find value `z` in this scope\n --> a.rs:2:3\n  |\n2 |   z;\n  |   ^\n  |\n"
        "help: a local variable with a similar name exists\n  |\n2 -   z;\n2 +   y;\n  |\n\n"
        "error: aborting due to 2 previous errors\n\n"
        "For more information about this error, try `rustc --explain E0425`.\n";
    auto const found = tr::traces_in("compiling\n" + text + more);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "expected `;`, found `x`");
    std::string const stop = "make: *** [Makefile:3: app] Error 101\n";
    BOOST_TEST(tr::traces_in(text + more + stop + "next\n").at(0).text == text + more + stop);
    std::string const unnumbered =
        "error: expected `;`, found `x`\n --> a.rs:1:9\n  |\n1 | let y = 1\n  |          ^\n";
    BOOST_TEST(tr::traces_in(unnumbered + "\nerror: aborting due to 1 previous error\n").at(0).text ==
               unnumbered);
}

BOOST_AUTO_TEST_CASE(a_linker_that_failed_is_a_failed_build) {
    std::string const text =
        "error: linking with `cc` failed: exit status: 1\n  |\n  = note:  \"cc\" \"-m64\" \"a.o\"\n"
        "  = note: some arguments are omitted. use `--verbose` to show all linker arguments\n"
        "  = note: /usr/bin/ld: a.o: in function `main':\n          a.rs:3: undefined reference to `f'\n"
        "          /usr/bin/ld: cannot find -lz9: No such file or directory\n"
        "          collect2: error: ld returned 1 exit status\n";
    for (std::string const last :
         {"          \n\nerror: aborting due to 1 previous error\n",
          "          \n\nerror: could not compile `app` (bin \"app\") due to 1 previous error\n"}) {
        auto const found = tr::traces_in("   Compiling app v0.1.0\n" + text + last + "\nnext\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].exception.type == "linker error");
        BOOST_TEST(found[0].exception.message == "linking with `cc` failed: exit status: 1");
        BOOST_TEST(found[0].root_line == "/usr/bin/ld: cannot find -lz9: No such file or directory");
    }
    BOOST_TEST(tr::traces_in("error: linking with care\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(cargo_tells_why_it_cannot_begin) {
    std::string const chain =
        "error: failed to get `bolt` as a dependency of package `car v0.1.0`\n\nCaused by:\n  failed to load "
        "source "
        "for dependency `bolt`\n\nCaused by:\n  no such host\n";
    auto const found = tr::traces_in("    Updating index\n" + chain + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == chain);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].root_line == "no such host");
    std::string const versions =
        "error: failed to select a version for `bolt`.\n    ... required by package `car v0.1.0`\nversions "
        "that meet "
        "the requirements `^3` are: 3.0.0\n\nall possible versions conflict with previously selected "
        "packages.\n";
    BOOST_TEST(tr::traces_in(versions + "next\n").at(0).text == versions);
    BOOST_TEST(tr::traces_in("error: failed to getting it\nrow 1\nrow 2\nrow 3\n").empty());
}

BOOST_AUTO_TEST_CASE(a_panic_without_words_tells_less_than_what_was_printed_before_it) {
    for (std::string const head : {"thread 'main' panicked at 'explicit panic', src/nut.rs:12:5\n",
                                   "thread 'main' panicked at src/nut.rs:12:5:\nexplicit panic\n"}) {
        auto const found = tr::traces_in("selling\n" + head);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST((found[0].role == tr::trace_role::summary));
        BOOST_TEST(found[0].exception.message == "explicit panic");
    }
    auto const found = tr::traces_in("thread 'main' panicked at src/nut.rs:12:5:\nno nut\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_SUITE_END()
