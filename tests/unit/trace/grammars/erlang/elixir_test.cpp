#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(elixir_tests)

BOOST_AUTO_TEST_CASE(an_exception_with_its_stack_is_read_whole) {
    std::string const text =
        "** (Shop.NoStock) no bolts\nask the other shop\n    :erlang.div(1, 0)\n    lib/shop.ex:31: "
        "Shop.sell/2\n"
        "    (elixir 1.14.0) lib/code.ex:1245: Code.require_file/2\n";
    auto const found = tr::traces_in("start\n" + text + "stop\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].cause_line == "Shop.NoStock: no bolts");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().file == "lib/shop.ex");
    BOOST_TEST(found[0].exception.frames.back().line == 31);
    BOOST_TEST(found[0].exception.frames.back().function == "Shop.sell/2");
}

BOOST_AUTO_TEST_CASE(what_another_process_died_of_is_the_cause) {
    auto const found = tr::traces_in(
        "** (EXIT from #PID<0.96.0>) an exception was raised:\n    ** (ArithmeticError) bad argument\n"
        "        :erlang.div(12, 0)\n        lib/w.ex:2: W.f/2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ArithmeticError");
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_compilers_complaint_tells_its_own_place) {
    auto const found = tr::traces_in(
        "** (SyntaxError) a.exs:7:1: unexpected token: )\n    (elixir 1.14.0) lib/code.ex:1245: "
        "Code.require_file/2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "unexpected token: )");
    BOOST_TEST(found[0].exception.frames.back().file == "a.exs");
    BOOST_TEST(found[0].exception.frames.back().line == 7);
}

BOOST_AUTO_TEST_CASE(emphasis_and_lists_are_none) {
    for (auto const* text :
         {"** (see below) nothing\n    here\n", "** (Note) all is well\nnext\n", "** bold **\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_task_and_the_owner_that_died_of_it_are_one_trace) {
    std::string const report =
        "10:00:00.000 [error] Task #PID<0.103.0> started from #PID<0.96.0> terminating\n"
        "** (ArithmeticError) bad argument\n    :erlang.div(12, 0)\n    lib/w.ex:2: W.f/2\n"
        "Function: #Function<1.2 in file:w.exs>\n    Args: []\n";
    std::string const owner =
        "** (EXIT from #PID<0.96.0>) an exception was raised:\n    ** (ArithmeticError) bad argument\n"
        "        :erlang.div(12, 0)\n        lib/w.ex:2: W.f/2\n";
    auto const both = tr::traces_in("start\n" + report + owner + "\nend\n");
    BOOST_REQUIRE(both.size() == 1u);
    BOOST_TEST(both[0].text == report, "its owner tells no more");
    BOOST_TEST((both[0].role == tr::trace_role::raised));
    BOOST_TEST(both[0].exception.type == "ArithmeticError");
    BOOST_TEST(both[0].exception.frames.size() == 1u);
    auto const alone = tr::traces_in(report + "next\n");
    BOOST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].text == report);
    BOOST_TEST((alone[0].role == tr::trace_role::detached));
    BOOST_TEST((alone[0].handled == tr::handling::error));
}

BOOST_AUTO_TEST_CASE(an_exit_tells_what_the_server_died_of) {
    auto const found = tr::traces_in(
        "** (exit) exited in: GenServer.call(Shop, :sell, 5000)\n    ** (EXIT) an exception was raised:\n"
        "        ** (KeyError) key :nut not found\n            lib/shop.ex:7: Shop.price/1\n"
        "    (elixir 1.14.0) lib/gen_server.ex:1038: GenServer.call/3\n    lib/main.ex:3: Main.run/0\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "exit");
    BOOST_TEST(found[0].exception.frames.size() == 3u);
    BOOST_TEST(found[0].exception.frames.back().function == "Shop.price/1", "which was asked");
    BOOST_TEST(found[0].exception.frames[1].function == "GenServer.call/3");
    BOOST_TEST(found[0].root_line == "KeyError: key :nut not found");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "KeyError");
}

BOOST_AUTO_TEST_CASE(compilers_and_mix_print_no_stack) {
    auto const old = tr::traces_in(
        "== Compilation error in file lib/shop.ex ==\n** (CompileError) lib/shop.ex:3: undefined function "
        "go/0\n\nend\n");
    BOOST_REQUIRE(old.size() == 1u);
    BOOST_TEST(old[0].first_line == 0u);
    BOOST_TEST(old[0].exception.message == "undefined function go/0");
    BOOST_TEST(old[0].exception.frames.at(0).line == 3);
    auto const drawn = tr::traces_in(
        "** (SyntaxError) invalid syntax found on lib/shop.ex:7:1:\n    error: unexpected token: )\n    "
        "\u2502\n"
        "  7 \u2502 )\n    \u2502 ^\n    \u2502\n    \u2514\u2500 lib/shop.ex:7:1\n");
    BOOST_REQUIRE(drawn.size() == 1u);
    BOOST_TEST(drawn[0].exception.frames.at(0).file == "lib/shop.ex");
    BOOST_TEST(drawn[0].exception.frames.at(0).line == 7);
    auto const mix = tr::traces_in("** (Mix) The task \"sell\" could not be found\n");
    BOOST_REQUIRE(mix.size() == 1u);
    BOOST_TEST(mix[0].exception.message == "The task \"sell\" could not be found");
}

BOOST_AUTO_TEST_CASE(the_first_test_that_failed_tells) {
    std::string const text =
        "  1) test adds up (ShopTest)\n     test/shop_test.exs:5\n     Assertion with == failed\n"
        "     code:  assert 1 == 2\n     left:  1\n     stacktrace:\n       test/shop_test.exs:6: (test)\n";
    std::string const next =
        "\n  2) test sells (ShopTest)\n     test/shop_test.exs:9\n     ** (RuntimeError) no nut\n     "
        "stacktrace:\n       test/shop_test.exs:10: (test)\n";
    auto const found =
        tr::traces_in("..\n\n" + text + next + "\nFinished in 0.03 seconds\n1 test, 1 failure\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "Assertion with == failed");
    BOOST_TEST(found[0].exception.frames.at(0).line == 6);
    auto const raised = tr::traces_in(
        "  1) test sells (ShopTest)\n     test/shop_test.exs:9\n     ** (RuntimeError) no nut\n     "
        "stacktrace:\n"
        "       lib/shop.ex:3: Shop.sell/1\n       test/shop_test.exs:10: (test)\n");
    BOOST_REQUIRE(raised.size() == 1u);
    BOOST_TEST(raised[0].exception.type == "RuntimeError");
    BOOST_TEST(raised[0].exception.frames.back().line == 3);
    BOOST_TEST(tr::traces_in("Finished in 0.03 seconds\n2 tests, 0 failures\n  1) testing (x)\n").empty());
}

BOOST_AUTO_TEST_CASE(a_program_may_print_it_behind_its_own_words) {
    auto const found = tr::traces_in(
        "10:00:00.000 [error] no sale: ** (KeyError) key :nut not found\n    lib/shop.ex:7: Shop.price/1\n\n"
        "10:00:00.001 [info] closing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "KeyError");
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(tr::traces_in("an error of 3 ** (KeyError) x\n    lib/shop.ex:7: Shop.price/1\n").empty());
}

BOOST_AUTO_TEST_CASE(a_message_may_hold_blank_lines) {
    std::string const text =
        "** (RuntimeError) no wind\n\nnor waves\n\n    sail.exs:3: (file)\n"
        "    (elixir 1.14.0) lib/code.ex:1245: Code.require_file/2\n";
    auto const found = tr::only_one_in(text + "behind\n", "elixir");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "no wind");
}

BOOST_AUTO_TEST_CASE(a_message_that_ends_with_a_colon_says_what_follows) {
    auto const found = tr::only_one_in(
        "** (ArgumentError) errors were found at the given arguments:\n\n  * 1st argument: not an atom\n\n"
        "    :erlang.atom_to_list(3)\n    sail.exs:3: (file)\n",
        "elixir");
    BOOST_TEST(found.exception.message ==
               "errors were found at the given arguments:\n* 1st argument: not an atom");
    BOOST_TEST(found.exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(a_process_may_die_of_another_without_a_stack) {
    auto const found = tr::only_one_in("** (EXIT from #PID<0.96.0>) :no_wind\n\nbehind\n", "elixir");
    BOOST_TEST(found.exception.type == "EXIT");
    BOOST_TEST(found.exception.message == ":no_wind");
    BOOST_TEST(found.last_line == 0u);
    BOOST_TEST(!found.is_often_survived);
    auto const shell =
        tr::only_one_in("** (EXIT from #PID<0.96.0>) shell process exited with reason: killed\n\n", "elixir");
    BOOST_TEST(shell.is_often_survived);
}

BOOST_AUTO_TEST_CASE(an_application_that_cannot_start_tells_of_whom_it_was) {
    auto const found = tr::only_one_in(
        "** (Mix) Could not start application sea: shutdown: failed to start child: Sea.Boat\n"
        "    ** (EXIT) an exception was raised:\n        ** (RuntimeError) no wind\n"
        "            (sea 0.1.0) lib/boat.ex:4: Sea.Boat.init/1\n\nbehind\n",
        "elixir");
    BOOST_REQUIRE(found.exception.chain.size() == 1u);
    BOOST_TEST(found.exception.chain[0].message == "no wind");
    BOOST_TEST(found.exception.frames.back().function == "Sea.Boat.init/1");
    BOOST_TEST(found.last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_script_that_is_not_there_is_a_notice) {
    auto const found = tr::only_one_in("No file named sail.exs\n", "elixir");
    BOOST_TEST((found.role == tr::trace_role::notice));
}

BOOST_AUTO_TEST_CASE(a_report_of_a_process_is_often_survived) {
    std::string const text =
        "10:00:00.000 [error] Process #PID<0.99.0> raised an exception\n** (RuntimeError) no wind\n"
        "    sail.exs:3: anonymous fn/0 in :elixir_compiler_0.__FILE__/1\n";
    BOOST_TEST(tr::only_one_in(text, "elixir").is_often_survived);
    // its owner died of it
    BOOST_TEST(!tr::only_one_in(text + "** (EXIT from #PID<0.96.0>) an exception was raised:\n"
                                       "    ** (RuntimeError) no wind\n        sail.exs:3: a/0\n",
                                "elixir")
                    .is_often_survived);
}

BOOST_AUTO_TEST_CASE(the_function_of_the_language_that_raised_it_is_the_innermost_frame) {
    auto const own = tr::only_one_in(
        "** (File.Error) could not read file \"sea\"\n    (elixir 1.14.0) lib/file.ex:358: File.read!/1\n"
        "    sail.exs:4: Sail.chart/1\n    (elixir 1.14.0) lib/code.ex:1245: Code.require_file/2\n",
        "elixir");
    BOOST_TEST(own.exception.frames.size() == 3u);
    BOOST_TEST(own.exception.frames.back().function == "File.read!/1");
    BOOST_TEST(own.exception.frames[1].function == "Sail.chart/1");
}

BOOST_AUTO_TEST_CASE(the_report_of_a_server_goes_on_behind_the_stack_of_who_waited_for_it) {
    std::string const text =
        "10:00:00.000 [error] GenServer Shop terminating\n** (KeyError) key :nut not found\n"
        "    shop.exs:9: Shop.handle_call/3\nLast message (from #PID<0.96.0>): :sell\nState: %{}\n"
        "Client #PID<0.96.0> is alive\n\n    (stdlib 4.2) gen.erl:256: :gen.do_call/4\n"
        "    shop.exs:20: (file)\n** (EXIT from #PID<0.96.0>) an exception was raised:\n"
        "    ** (KeyError) key :nut not found\n        shop.exs:9: Shop.handle_call/3\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 8u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 9);
}

BOOST_AUTO_TEST_CASE(a_server_that_stopped_has_no_stack) {
    auto const found = tr::traces_in(
        "10:00:00.000 [error] GenServer Shop terminating\n** (stop) {:no, :nut}\n"
        "Last message: {:\"$gen_cast\", :stop}\nState: %{n: 3}\n** (EXIT from #PID<0.96.0>) {:no, :nut}\n\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "stop");
    BOOST_TEST(found[0].exception.message == "{:no, :nut}");
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_supervisor_that_gives_up_tells_less_than_what_it_had_started) {
    auto const found = tr::traces_in("** (EXIT from #PID<0.96.0>) shutdown\n\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(a_banner_without_a_stack_is_a_notice_as_the_last_word_only) {
    auto const found = tr::traces_in("starting\n** (ArgumentError) no nut\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(tr::traces_in("** (ArgumentError) no nut\ngoing on\n").empty());
}

BOOST_AUTO_TEST_CASE(a_message_may_begin_below_its_type) {
    auto const found = tr::traces_in(
        "** (ExUnit.AssertionError) \n\nAssertion with == failed\ncode:  assert 1 == 2\n\n"
        "    lib/ex_unit/assertions.ex:392: ExUnit.Assertions.assert/2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "Assertion with == failed");
}

BOOST_AUTO_TEST_CASE(a_task_of_mix_adds_sentences_and_lists) {
    std::string const text =
        "** (Mix) nuts are not sorted.\nThe following nuts are not:\n\n  * hazelnut\n  * walnut\n";
    auto const found = tr::only_one_in(text + "\nshop: closed\n", "elixir");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "nuts are not sorted.");
    auto const line = tr::only_one_in("** (Mix) no nut in b.txt\nshop: sort ended with 1\n", "elixir");
    BOOST_TEST(line.text == "** (Mix) no nut in b.txt\n");
}

BOOST_AUTO_TEST_CASE(of_a_template_the_frames_tell_where) {
    auto const found = tr::only_one_in(
        "** (EEx.SyntaxError) nut.eex:9:1: no end\n    lib/eex/compiler.ex:410: EEx.Compiler.buffer/4\n"
        "    nuts.exs:5: (file)\n",
        "elixir");
    BOOST_TEST(found.exception.message == "no end");
    BOOST_TEST(found.exception.frames.back().line == 410);
}

BOOST_AUTO_TEST_CASE(warnings_may_end_a_build) {
    std::string const end =
        "\nCompilation failed due to warnings while using the --warnings-as-errors option\n";
    for (std::string const text :
         {"warning: variable \"nut\" is unused\n  lib/shop.ex:3: Shop.sell/1\n",
          "    warning: variable \"nut\" is unused\n    \u2502\n  3 \u2502   def sell(nut) do\n"
          "    \u2502            ~~~\n    \u2502\n    \u2514\u2500 lib/shop.ex:3:12: Shop.sell/1\n"}) {
        auto const found = tr::only_one_in("Compiling 1 file (.ex)\n" + text + end, "elixir");
        BOOST_TEST(found.exception.type == "build failed");
        BOOST_TEST(found.exception.message == "variable \"nut\" is unused");
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == "lib/shop.ex");
        BOOST_TEST(found.exception.frames[0].line == 3);
        BOOST_TEST(found.exception.frames[0].function == "Shop.sell/1");
        BOOST_TEST(found.text == text + end);
        BOOST_TEST(tr::traces_in(text + "\nGenerated shop app\n").empty());
    }
}

BOOST_AUTO_TEST_CASE(a_question_of_mix_may_stand_before_what_was_raised) {
    auto const found = tr::only_one_in(
        "Shall I install Nut? [Yn] ** (Mix.Error) no nut\n    (mix 1.14.0) lib/mix.ex:513: Mix.raise/2\n",
        "elixir");
    BOOST_TEST(found.cause_line == "Mix.Error: no nut");
}

BOOST_AUTO_TEST_SUITE_END()
