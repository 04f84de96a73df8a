#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(erlang_tests)

BOOST_AUTO_TEST_CASE(an_escripts_exception_is_read_whole) {
    std::string const text =
        "escript: exception error: no match of right hand side value \n"
        "                 {error,enoent}\n"
        "  in function  shop:open/1 (/app/shop.escript, line 12)\n"
        "  in call from lists:foldl/3 (lists.erl, line 1350)\n"
        "  in call from init:do_boot/3 \n";
    auto const found = tr::traces_in("open\n" + text + "  next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.language == "erlang");
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "no match of right hand side value");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().file == "/app/shop.escript");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
    BOOST_TEST(found[0].exception.frames.back().function == "shop:open/1");
}

BOOST_AUTO_TEST_CASE(the_shell_names_a_call_and_its_arguments) {
    auto const found = tr::traces_in(
        "** exception error: an error occurred when evaluating an arithmetic expression\n"
        "     in operator  '/'/2\n        called as 4 / 0\n     in call from shop:part/1 (shop.erl, line 3)\n"
        "** exception exit: {shutdown,now}\n"
        "** exception error: no function clause matching lists:nth(0,[1]) (lists.erl, line 198)\n");
    BOOST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found[0].exception.frames.back().line == 3);
    BOOST_TEST(found[0].last_line == 3u);
    BOOST_TEST(found[1].exception.type == "exit");
    BOOST_TEST(found[2].exception.frames.back().file == "lists.erl");
    BOOST_TEST(found[2].exception.frames.back().function == "lists:nth");
}

BOOST_AUTO_TEST_CASE(a_process_that_died_is_reported_over_several_lines) {
    std::string const text =
        "=ERROR REPORT==== 1-Jan-2026::10:00:00.000001 ===\n"
        "Error in process <0.80.0> with exit value:\n"
        "{{badmatch,{error,\"a } in a string\",\n"
        "                  [1,2]}},\n"
        " [{shop,sell,2,[{file,\"shop.erl\"},{line,31}]}]}\n";
    auto const found = tr::traces_in(text + "\ngoing on\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    BOOST_TEST(found[0].exception.type == "badmatch");
    BOOST_TEST(found[0].exception.frames.back().line == 31);
}

BOOST_AUTO_TEST_CASE(one_line_of_the_logger_holds_it_all) {
    auto const found = tr::traces_in(
        "2026-01-01T10:00:00.000001+00:00 error: Error in process <0.9.0> on node 'a@b' with exit value:, "
        "{badarg,[{erlang,list_to_integer,[\"x\"],[]},{shop,parse,1,[{file,\"shop.erl\"},{line,4}]}]}"
        "\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "badarg");
    BOOST_TEST(found[0].exception.frames.back().function == "parse");
    BOOST_TEST(found[0].last_line == 0u);
}

BOOST_AUTO_TEST_CASE(a_servers_end_tells_its_reason_and_the_clients_stack_is_not_it) {
    std::string const text =
        "=ERROR REPORT==== 1-Jan-2026::10:00:00.000001 ===\n** Generic server shop terminating \n"
        "** Last message in was go\n** When Server state == {state,1}\n** Reason for termination ==\n"
        "** {function_clause,[{shop,price,[nut],[{file,\"shop.erl\"},{line,9}]},\n"
        "                     {proc_lib,init_p,3,[{file,\"proc_lib.erl\"},{line,240}]}]}\n"
        "** Client <0.9.0> stacktrace\n** [{gen,do_call,4,[{file,\"gen.erl\"},{line,256}]},\n    "
        "{init,x,1,[]}]\n";
    auto const found = tr::traces_in(text + "\nmore\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "function_clause");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().line == 9);
}

BOOST_AUTO_TEST_CASE(a_state_machine_prints_its_stack_apart) {
    auto const found = tr::traces_in(
        "** State machine door terminating\n** Last event = {cast,push}\n** When server state  = {open,[]}\n"
        "** Reason for termination = error:{case_clause,nut}\n** Callback modules = [door]\n** Stacktrace =\n"
        "**  [{door,open,3,[{file,\"door.erl\"},{line,20}]},\n     {gen_statem,loop,5,[]}]\n\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "case_clause");
    BOOST_TEST(found[0].exception.message == "nut");
    BOOST_REQUIRE(!found[0].exception.frames.empty());
    BOOST_TEST(found[0].exception.frames.back().line == 20);
    BOOST_TEST(found[0].last_line == 7u);
}

BOOST_AUTO_TEST_CASE(a_crash_is_nearer_to_the_cause_than_its_supervisors_report) {
    auto const found = tr::traces_in(
        "=CRASH REPORT==== 1-Jan-2026::10:00:00 ===\n  crasher:\n    pid: <0.80.0>\n"
        "    exception error: no match of right hand side value \n                     {error,no}\n"
        "      in function  shop:sell/2 (shop.erl, line 31)\n    ancestors: [<0.79.0>]\n  neighbours:\n\n"
        "=SUPERVISOR REPORT==== 1-Jan-2026::10:00:00 ===\n    supervisor: {<0.79.0>,top}\n"
        "    errorContext: child_terminated\n    reason: {{badmatch,no},\n             [{shop,sell,2,[]}]}\n"
        "    offender: [{pid,<0.80.0>}]\n\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    BOOST_TEST(found[0].exception.message == "no match of right hand side value");
    BOOST_TEST(found[0].exception.frames.back().line == 31);
    BOOST_TEST(found[0].last_line == 7u);
    BOOST_TEST((found[1].role == tr::trace_role::summary));
    BOOST_TEST(found[1].exception.type == "badmatch");
}

BOOST_AUTO_TEST_CASE(a_boot_that_fails_prints_a_term_and_a_slogan) {
    for (auto const* text :
         {"{\"init terminating in do_boot\",{undef,[{main,start,[],[]},{init,do_boot,3,[]}]}}\n"
          "init terminating in do_boot ({undef,[{main,start,[],[]},{init,do_boot,3,[]}]})\n",
          "Runtime terminating during boot ({undef,[{main,start,[],[]},{init,do_boot,3,[]}]})\n",
          "{\"Kernel pid terminated\",application_controller,\"{undef,x}\"}\nother output\n"
          "Kernel pid terminated (application_controller) ({undef,[{main,start,[],[]}]})\n"}) {
        auto const found =
            tr::traces_in(std::string(text) + "\nCrash dump is being written to: erl_crash.dump...done\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, text);
        BOOST_TEST((found[0].role == tr::trace_role::raised));
        BOOST_TEST(found[0].exception.language == "erlang");
    }
    auto const alone = tr::traces_in("Runtime terminating during boot ({undef,[{main,start,[],[]}]})\n");
    BOOST_TEST(alone.at(0).exception.type == "undef");
    BOOST_TEST(alone.at(0).exception.frames.back().function == "start");
}

BOOST_AUTO_TEST_CASE(output_inside_of_the_boots_term_belongs_to_its_range) {
    auto const found = tr::traces_in(
        "{\"init terminating in do_boot\",{badarg,[{shop,go,0,[{file,\"shop.erl\"},{line,7}]},{instep "
        "1\nstep 2\n"
        "it,do_boot,3,[]}]}}\ninit terminating in do_boot ({badarg,[{shop,go,0,[_]}]})\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "badarg");
    BOOST_TEST(found[0].exception.frames.back().line == 7);
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(want_of_memory_and_a_silent_node_are_told_in_one_line) {
    auto const memory =
        tr::traces_in("eheap_alloc: Cannot allocate 8192 bytes of memory (of type \"heap\").\n");
    BOOST_REQUIRE(memory.size() == 1u);
    BOOST_TEST((memory[0].role == tr::trace_role::resource));
    auto const heart = tr::traces_in("heart: Thu Jan  1 10:00:00 2026: heart-beat time-out.\n");
    BOOST_REQUIRE(heart.size() == 1u);
    BOOST_TEST(heart[0].exception.message == "heart-beat time-out.");
}

BOOST_AUTO_TEST_CASE(calm_reports_and_their_like_are_none) {
    for (auto const* text :
         {"=INFO REPORT==== 1-Jan-2026::10:00:00 ===\n    application: shop\n\n",
          "=PROGRESS REPORT==== 1-Jan-2026::10:00:00 ===\n    started: x\n\n",
          "=ERROR REPORT==== 1-Jan-2026::10:00:00 ===\ndisk is nearly full\n\none\ntwo\nthree\nfour\n",
          "** exception handling **\n", "{\"error\":null,\"at\":{\"x\":1}}\n",
          "shop.erl:2:1: Warning: f/0 is unused\n%    2| f() -> ok.\n%     | ^\n", "f({a: 1})\n",
          "heart: beats\n", "===> Compiling shop\n", "% of all 3| errors\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_report_of_a_process_is_often_survived) {
    auto const found = tr::only_one_in(
        "=ERROR REPORT==== 1-Jan-2026::10:00:00.000000 ===\nError in process <0.79.0> with exit value:\n"
        "{badarith,[{tide,rise,1,[{file,\"tide.erl\"},{line,4}]}]}\n\n",
        "erlang");
    BOOST_TEST(found.is_often_survived);
    BOOST_TEST(
        !tr::only_one_in("escript: exception error: bad argument\n  in function  a:b/1 (a.erl, line 3)\n",
                         "erlang")
             .is_often_survived);
}

BOOST_AUTO_TEST_CASE(a_configuration_that_is_not_there_ends_the_start) {
    auto const found = tr::only_one_in(
        "{\"could not start kernel pid\",application_controller,\"error in config file\"}\n"
        "could not start kernel pid (application_controller) (error in config file)\n\nCrash dump is being "
        "written\n",
        "erlang");
    BOOST_TEST(found.exception.message == "\"error in config file\"");
    BOOST_TEST(found.first_line == 0u);
    BOOST_TEST(found.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_script_that_cannot_be_opened_is_a_notice) {
    auto const found = tr::only_one_in("escript: Failed to open file: tide\n", "erlang");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.message == "Failed to open file: tide");
}

BOOST_AUTO_TEST_CASE(words_given_to_halt_stand_above_the_crash_dump) {
    auto const found = tr::only_one_in(
        "before\nno moon today\n\nCrash dump is being written to: erl_crash.dump...done\n", "erlang");
    BOOST_TEST(found.exception.message == "no moon today");
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(
        tr::traces_in("no moon today\nCrash dump is being written to: erl_crash.dump...done\n").empty());
}

BOOST_AUTO_TEST_CASE(a_stack_that_was_printed_as_a_term_belongs_to_the_failure_above_it) {
    std::string const stack =
        "[{tide,rise,1,[{file,\"tide.erl\"},{line,4}]},\n {tide,main,1,[{file,\"tide.erl\"},{line,9}]}]\n";
    auto const found = tr::only_one_in("before\nrise failed: {badmatch,3}\n" + stack + "behind\n", "erlang");
    BOOST_TEST(found.exception.type == "badmatch");
    BOOST_TEST(found.exception.message == "3");
    BOOST_TEST(found.exception.frames.back().line == 4);
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 3u);
    BOOST_TEST((found.handled == tr::handling::error));
    BOOST_TEST(tr::only_one_in("crashed error:badarg\n" + stack, "erlang").exception.type == "badarg");
    BOOST_TEST(tr::traces_in("the stack is\n" + stack + "[{\"error\": 3}]\n").empty());
}

BOOST_AUTO_TEST_CASE(a_server_and_its_crash_tell_of_one_failure) {
    std::string const end =
        "=ERROR REPORT==== 1-Jan-2026::10:00:00.000000 ===\n** Generic server tide terminating \n** Last "
        "message in was "
        "rise\n** Reason for termination ==\n** "
        "{badarith,[{tide,rise,1,[{file,\"tide.erl\"},{line,4}]}]}\n\n";
    std::string const crash =
        "=CRASH REPORT==== 1-Jan-2026::10:00:00.100000 ===\n  crasher:\n    initial call: tide:init/1\n"
        "    exception error: an error occurred when evaluating an arithmetic expression\n"
        "      in function  tide:rise/1 (tide.erl, line 4)\n  neighbours:\n";
    auto const found = tr::only_one_in(end + crash + "\nbehind\n", "erlang");
    BOOST_TEST(found.exception.type == "badarith");
    BOOST_TEST(found.exception.frames.size() == 1u);
    BOOST_TEST(found.last_line == 4u, "its crash tells no more");
    BOOST_TEST(!found.is_often_survived);
    BOOST_TEST(tr::only_one_in(end + "behind\n", "erlang").last_line == 4u);
    std::string more;
    for (int i = 0; i < 12; ++i)
        more += "tide " + std::to_string(i) + '\n';
    BOOST_TEST(tr::only_one_in(end + crash + "\n" + more, "erlang").is_often_survived, "its node goes on");
}

BOOST_AUTO_TEST_CASE(a_call_too_long_for_its_line_names_the_place) {
    auto const found = tr::only_one_in(
        "escript: exception error: no function clause matching \n                 tide:rise([1]) (tide.erl, "
        "line 4)\n",
        "erlang");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].line == 4);
    BOOST_TEST(found.exception.frames[0].function == "tide:rise");
}

BOOST_AUTO_TEST_CASE(a_script_may_have_any_name) {
    auto const found =
        tr::traces_in("shop:4:20: variable 'X' is unbound\nescript: There were compilation errors.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "variable 'X' is unbound");
    BOOST_TEST(found[0].exception.frames.at(0).line == 4);
    BOOST_TEST(tr::traces_in("shop:4:20: variable 'X' is unbound\n").empty());
}

BOOST_AUTO_TEST_CASE(a_report_in_the_programs_words_is_a_notice_as_the_last_word) {
    auto const found = tr::traces_in(
        "=ERROR REPORT==== 1-Jan-2026::10:00:00 ===\nno nut in the jar\nclosing 1\nclosing 2\n"
        "closing 3\nclosing 4\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.message == "no nut in the jar");
    BOOST_TEST(found[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(what_was_caught_may_be_printed_in_several_ways) {
    std::string const stack =
        "[{shop,sell,1,\n                [{file,\"shop.erl\"},{line,4}]},\n            "
        "{init,do_boot,3,[]}]\n";
    for (std::string const words : {"sale failed: error:{no_nut,2} at ", "error {no_nut,2} "}) {
        auto const found = tr::traces_in("starting\n" + words + stack);
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, words);
        BOOST_TEST(found[0].exception.message == "{no_nut,2}");
        BOOST_TEST(found[0].exception.frames.back().line == 4);
        BOOST_TEST(found[0].last_line == 3u);
        BOOST_TEST(found[0].is_often_survived);
    }
    BOOST_TEST(tr::traces_in("errors by jar: [{jar,1,[{nut,3}]}]\n").empty());
    auto const formatted =
        tr::traces_in("exception error: {no_nut,2}\n  in function  shop:sell/1 (shop.erl, line 4)\n");
    BOOST_REQUIRE(formatted.size() == 1u);
    BOOST_TEST(formatted[0].exception.message == "{no_nut,2}");
    BOOST_TEST(tr::traces_in("exception error: none\ngoing on\n").empty());
}

BOOST_AUTO_TEST_CASE(the_reason_of_the_end_may_be_one_word) {
    auto const found = tr::traces_in(
        "{\"init terminating in do_boot\",killed}\ninit terminating in do_boot (killed)\n\n"
        "Crash dump is being written to: erl_crash.dump...done\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "killed");
    BOOST_TEST(found[0].first_line == 0u);
}

BOOST_AUTO_TEST_CASE(a_release_begins_its_reports_with_a_time) {
    std::string const server =
        "2026-01-01T10:00:00.000000+00:00 error:\n** Generic server shop terminating \n"
        "** Last message in was {'$gen_cast',sell}\n** Reason for termination ==\n"
        "** {{badmatch,{error,enoent}},\n    [{shop,handle_cast,2,[{file,\"shop.erl\"},{line,15}]}]}\n\n";
    std::string const process =
        "2026-01-01T10:00:00.000001+00:00 error:\n  crasher:\n    initial call: shop:init/1\n"
        "    exception error: no match of right hand side value {error,enoent}\n"
        "      in function  shop:handle_cast/2 (shop.erl, line 15)\n  neighbours:\n";
    auto const found = tr::traces_in("starting\n" + server + process + "\nclosing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 6u);
    BOOST_TEST(found[0].exception.type == "badmatch");
    auto const alone = tr::traces_in(process);
    BOOST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].first_line == 0u);
    BOOST_TEST(alone[0].exception.frames.back().line == 15);
    // what stands below such a time may be anybody's
    BOOST_TEST(tr::traces_in("2026-01-01T10:00:00.000000+00:00 error:\nno nut\n").empty());
}

BOOST_AUTO_TEST_CASE(a_program_may_report_in_words_or_in_keys_and_values) {
    for (std::string const head :
         {"=CRITICAL REPORT==== 1-Jan-2026::10:00:00.000000 ===\n",
          "=ERROR REPORT==== 1-Jan-2026::10:00:00.000000 ===\n",
          "2026-01-01T10:00:00.000000+00:00 critical:\n", "2026-01-01T10:00:00.000000+00:00 error:\n"}) {
        auto const found = tr::only_one_in(head + "    tide: 3\n    what: high\nclosing\n", "erlang");
        BOOST_TEST(found.exception.type == "error");
        BOOST_TEST(found.exception.message == "tide: 3");
        BOOST_TEST(found.last_line == 2u);
        BOOST_TEST((found.role == tr::trace_role::notice));
        BOOST_TEST(tr::traces_in(head + "    tide: 3\nsail 1\nsail 2\nsail 3\nsail 4\n").empty());
    }
    BOOST_TEST(
        tr::only_one_in("=CRITICAL REPORT==== 1-Jan-2026::10:00:00.000000 ===\ntide 3 is high\n", "erlang")
            .exception.message == "tide 3 is high");
    auto const stack = tr::only_one_in(
        "=ERROR REPORT==== 1-Jan-2026::10:00:00.000000 ===\nsail failed: error:badarith [{erlang,'div',\n"
        "                     [3,0],\n                     [{error_info,#{module => x}}]},\n"
        "                 {tide,sail,1,[{file,\"tide.erl\"},{line,5}]}]\n",
        "erlang");
    BOOST_TEST(stack.exception.type == "badarith");
    BOOST_TEST(stack.exception.frames.back().line == 5);
}

BOOST_AUTO_TEST_CASE(a_term_that_broke_off_tells_its_type) {
    std::string const term =
        "{{badmatch,{error,{no_tide," + std::string(600, '7') + "}}},[{tide,rise,0,[]}]}";
    auto const found = tr::only_one_in("{\"init terminating in do_boot\"," + term +
                                           "}\ninit terminating in do_boot ({{badmatch,{error,_}},[{_}]})\n",
                                       "erlang");
    BOOST_TEST(found.exception.type == "badmatch");
    BOOST_TEST(found.exception.message.starts_with("{error,{no_tide,777"));
}

BOOST_AUTO_TEST_CASE(a_release_may_write_a_report_in_one_line) {
    std::string const stack = "[{shop,handle_cast,2,[{file,\"shop.erl\"},{line,15}]}]";
    std::string const time = "2026-01-01T10:00:00.000000+00:00 error: ";
    auto const found =
        tr::traces_in(time + "Generic server shop terminating. Reason: {{badmatch,{error,enoent}}," + stack +
                      "}. Last message: {'$gen_cast',sell}. State: #{n => 3}.\n" + time +
                      "crasher: initial call: shop:init/1, pid: <0.79.0>, registered_name: shop, error: "
                      "{{badmatch,{error,enoent}}," +
                      stack + "}, ancestors: [<0.9.0>], message_queue_len: 0; neighbours:\nclosing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "badmatch");
    BOOST_TEST(found[0].exception.message == "{error,enoent}");
    BOOST_TEST(found[0].exception.frames.back().line == 15);
    BOOST_TEST(found[0].last_line == 0u);
    auto const given_up = tr::traces_in(
        time +
        "Supervisor: {local,shop_sup}. Context: shutdown. Reason: reached_max_restart_intensity. "
        "Offender: id=shop,pid=<0.81.0>.\n");
    BOOST_REQUIRE(given_up.size() == 1u);
    BOOST_TEST((given_up[0].role == tr::trace_role::summary));
    BOOST_TEST(given_up[0].exception.message == "reached_max_restart_intensity");
    BOOST_TEST(tr::traces_in(time + "Generic server shop terminating.\nrow 1\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
