// Cases no interpreter here prints by itself; the recorded ones are in python_corpus_test.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const frames =
    "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\n    fail()\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(python_tests)

BOOST_AUTO_TEST_CASE(log_records_after_a_trace_are_not_its_message) {
    for (std::string const after : {"INFO:root:next", "2026-11-22 10:00:00 next", "[2026-11-22] next",
                                    "WARNING next", "{\"level\": \"info\"}", "E0722 12:00:01.1 next",
                                    "12:00:01 next", "[rank0]: next", "[INFO] next"}) {
        BOOST_TEST_CONTEXT(after) {
            auto const found = tr::traces_in(frames + "ValueError: a\n" + after + "\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == frames + "ValueError: a\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_message_that_never_ends_is_bounded) {
    std::string text = frames + "ValueError: a\n";
    for (int i = 0; i < 10'000; ++i)
        text += "more\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text.size() < frames.size() + 200);
    BOOST_TEST(found[0].exception.message == "a");
}

BOOST_AUTO_TEST_CASE(another_threads_lines_between_frames_are_left_out) {
    auto const found = tr::traces_in(
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\nloss: 0.3\nstep 5 done\n"
        "  File \"b.py\", line 2, in g\n    h()\nEpoch: 7\n  File \"c.py\", line 3, in h\n    raise "
        "x\nValueError: real\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_TEST(found[0].exception.message == "real");
    BOOST_REQUIRE(found[0].exception.frames.size() == 3u);
    BOOST_TEST(found[0].exception.frames[2].file == "c.py");
    BOOST_TEST(found[0].exception.frames[2].line == 3);
    BOOST_TEST(found[0].exception.frames[2].function == "h");
}

BOOST_AUTO_TEST_CASE(a_second_trace_that_follows_at_once_is_its_own) {
    auto const found = tr::traces_in(frames + "ValueError: a\n" + frames + "KeyError: 'b'\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].text == frames + "ValueError: a\n");
    BOOST_TEST(found[1].exception.type == "KeyError");
}

BOOST_AUTO_TEST_CASE(a_traceback_in_a_message_belongs_to_it) {
    for (std::string const between :
         {"RuntimeError: worker 3 failed:\n", "RuntimeError: Caught KeyError in a worker.\nOriginal ",
          "RuntimeError: \n\n-- Process 3 ended with the following error:\n"}) {
        BOOST_TEST_CONTEXT(between) {
            auto const found = tr::traces_in(frames + between + frames + "KeyError: 'b'\nnext step\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].exception.type == "RuntimeError");
            BOOST_TEST(found[0].root_line == "KeyError: 'b'");
            BOOST_TEST(found[0].text == frames + between + frames + "KeyError: 'b'\n");
            BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
            BOOST_TEST(found[0].exception.chain[0].type == "KeyError");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_remote_task_raised_stands_below_without_a_header) {
    std::string const text = frames +
                             "ray.exceptions.RayTaskError(KeyError): ray::load() (pid=7, ip=10.0.0.1)\n"
                             "  File \"load.py\", line 5, in load\n    raise KeyError(name)\nKeyError: 'b'\n";
    auto const found = tr::traces_in(text + "next step\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "ray.exceptions.RayTaskError(KeyError)");
    BOOST_TEST(found[0].exception.message == "ray::load() (pid=7, ip=10.0.0.1)");
    BOOST_TEST(found[0].root_line == "KeyError: 'b'");
}

BOOST_AUTO_TEST_CASE(a_frame_in_the_message_of_an_error_is_its_text) {
    std::string const text =
        frames + "TemplateError: no plan\n  File \"page.html\", line 3, in top\n    {{ plan }}\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "TemplateError");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_chain_that_breaks_off_keeps_the_last_exception_it_named) {
    auto const found = tr::traces_in(
        frames + "ValueError: a\n\nDuring handling of the above exception, another exception occurred:\n\n" +
        frames);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_TEST(found[0].exception.chain.empty());
}

BOOST_AUTO_TEST_CASE(a_header_in_the_middle_of_an_unfinished_line_starts_a_trace) {
    auto const found = tr::traces_in("  0%|          | 0/100 [00:00<?, ?it/s]" + frames + "ValueError: a\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].prefix == "");
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_TEST(found[0].text == frames + "ValueError: a\n");
}

BOOST_AUTO_TEST_CASE(a_trace_without_frames_needs_a_name_that_says_error) {
    BOOST_TEST(tr::traces_in("Traceback (most recent call last):\nValueError: a\n").size() == 1u);
    BOOST_TEST(tr::traces_in("Traceback (most recent call last):\nEpoch: 1\n").empty());
}

BOOST_AUTO_TEST_CASE(only_the_exception_a_group_was_raised_with_is_its_own) {
    auto const found = tr::traces_in(
        "  + Exception Group Traceback (most recent call last):\n"
        "  |   File \"/app/main.py\", line 3, in <module>\n"
        "  |     run()\n"
        "  | ExceptionGroup: outer (2 sub-exceptions)\n"
        "  | and a note: on it\n"
        "  +-+---------------- 1 ----------------\n"
        "    | Traceback (most recent call last):\n"
        "    |   File \"/app/a.py\", line 1, in f\n"
        "    |     fail()\n"
        "    | ValueError: one\n"
        "    | more: of it\n"
        "    +---------------- ... ----------------\n"
        "    | and 5 more exceptions\n"
        "    +------------------------------------\n"
        "plain line\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "ExceptionGroup");
    BOOST_TEST(e.message == "outer (2 sub-exceptions)");
    BOOST_TEST(e.frames.size() == 1u);
    BOOST_REQUIRE(e.chain.size() == 1u);
    BOOST_TEST(e.chain[0].message == "one");
    BOOST_TEST(found[0].text.ends_with("    +------------------------------------\n"));
}

BOOST_AUTO_TEST_CASE(the_root_is_the_first_of_those_that_caused_each_other) {
    std::string const first =
        "Traceback (most recent call last):\n"
        "  File \"/w/a.py\", line 2, in read\n"
        "    open(name)\n"
        "FileNotFoundError: [Errno 2] No such file or directory: 'a.json'\n";
    std::string const second =
        "Traceback (most recent call last):\n"
        "  File \"/w/a.py\", line 9, in load\n"
        "    raise KeyError('plan')\n"
        "KeyError: 'plan'\n";
    std::string const third =
        "Traceback (most recent call last):\n"
        "  File \"/w/a.py\", line 12, in <module>\n"
        "    main()\n"
        "RuntimeError: no configuration\n";
    std::string const cause = "\nThe above exception was the direct cause of the following exception:\n\n";
    std::string const meanwhile = "\nDuring handling of the above exception, another exception occurred:\n\n";
    auto const root_of = [](std::string const& text) {
        auto const found = tr::traces_in(text);
        return found.size() == 1 ? found[0].root_line : "none or several";
    };
    BOOST_TEST(root_of(first + cause + second + cause + third) ==
               "FileNotFoundError: [Errno 2] No such file or directory: 'a.json'");
    BOOST_TEST(root_of(first + meanwhile + second + cause + third) == "KeyError: 'plan'");
    BOOST_TEST(root_of(first + cause + second + meanwhile + third) == "");
    BOOST_TEST(root_of(third) == "");
    // it broke off behind the link
    BOOST_TEST(root_of(first + cause) == "");
}

BOOST_AUTO_TEST_CASE(the_header_of_old_is_one_too) {
    std::string const text =
        "Traceback (innermost last):\n  File \"/usr/bin/cod\", line 9, in <module>\n    fish()\n"
        "  File \"/app/net.py\", line 4, in fish\n    raise NoFish(u\"no cod\")\n net.NoFish: no cod\n";
    auto const found = tr::only_one_in("fishing\n" + text + "\nashore\n", "python");
    BOOST_TEST(found.exception.type == "net.NoFish");
    BOOST_TEST(found.exception.message == "no cod");
    BOOST_TEST(found.exception.frames.back().line == 4);
    BOOST_TEST(found.first_line == 1u);
    BOOST_TEST(found.last_line == 6u);
}

BOOST_AUTO_TEST_CASE(workers_of_any_library_tell_what_they_raised) {
    std::string const frames =
        "Traceback (most recent call last):\n  File \"/app/net.py\", line 4, in fish\n";
    std::string const link = "\nThe above exception was the direct cause of the following exception:\n\n";
    for (std::string const name : {"billiard.einfo.RemoteTraceback: ", "sea.loky._RemoteTraceback:"}) {
        std::string const worker = name + "\n\"\"\"\n" + frames + "OSError: no cod\n\"\"\"\n" + link;
        auto const found = tr::only_one_in("fishing\n" + worker + frames + "OSError: no cod\n", "python");
        BOOST_TEST(found.first_line == 1u);
        BOOST_TEST((found.handled == tr::handling::none));
        // whoever waited for it did not raise it
        auto const shown = tr::only_one_in(worker + "OSError: no cod\n2 nets are mended\n", "python");
        BOOST_TEST((shown.handled == tr::handling::survived));
    }
}

BOOST_AUTO_TEST_CASE(an_exception_that_quotes_its_own_trace_is_what_it_quotes) {
    std::string const frames =
        "Traceback (most recent call last):\n  File \"/app/net.py\", line 4, in fish\n    haul()\n";
    std::string const trace =
        frames + "boat.einfo.ExceptionWithTraceback: \n\"\"\"\n" + frames + "OSError: no cod\n";
    auto const found = tr::only_one_in("fishing\n" + trace + "\"\"\"\nthe net stays in\n", "python");
    BOOST_TEST(found.text == trace);
    BOOST_TEST(found.exception.type == "OSError");
    BOOST_TEST(found.exception.message == "no cod");
    BOOST_TEST(found.cause_line == "OSError: no cod");
    BOOST_TEST(found.exception.frames.back().line == 4);
}

BOOST_AUTO_TEST_CASE(what_is_told_of_connections_that_are_thrown_away_is_ignored) {
    std::string const frames =
        "Traceback (most recent call last):\n  File \"/app/net.py\", line 4, in fish\n";
    for (std::string const head : {"Exception during reset or similar", "Exception closing connection <Net>",
                                   "Exception terminating connection <Net>"}) {
        auto const found = tr::traces_in(frames + "sea.Full: no room (Background on this error at: u.rl)\n" +
                                         head + "\n" + frames + "sea.Wrong: not this thread\n");
        BOOST_REQUIRE(found.size() == 2u);
        BOOST_TEST(found[0].last_line == 2u);
        BOOST_TEST(found[0].exception.message == "no room (Background on this error at: u.rl)");
        BOOST_TEST((found[1].role == tr::trace_role::ignored));
    }
}

BOOST_AUTO_TEST_CASE(of_several_tests_of_unittest_the_first_is_told) {
    std::string const ruler(70, '=');
    std::string const line(70, '-');
    std::string const first =
        "Traceback (most recent call last):\n  File \"/app/net.py\", line 4, in test_haul\n    "
        "haul(3)\nKeyError: 'cod'\n";
    std::string const second =
        "Traceback (most recent call last):\n  File \"/app/net.py\", line 9, in test_sell\n    "
        "sell(3)\nOSError: no sea\n";
    std::string const end = "\n" + line + "\nRan 4 tests in 0.001s\n\nFAILED (errors=2)\n";
    auto const found =
        tr::only_one_in("..EE\n" + ruler + "\nERROR: test_haul (net.NetTest)\n" + line + "\n" + first + "\n" +
                            ruler + "\nERROR: test_sell (net.NetTest)\n" + line + "\n" + second + end,
                        "python");
    BOOST_TEST(found.text == first);
    BOOST_TEST(found.last_line == 7u);
    BOOST_TEST(found.exception.type == "KeyError");
    BOOST_TEST((found.role == tr::trace_role::raised));
    // of no test
    BOOST_TEST(tr::traces_in(first + ruler + "\nthe sea is wide\n" + line + "\n" + second).size() == 2u);
    BOOST_TEST(tr::traces_in(first + line + "\nERROR: no sea\n" + second).size() == 2u);
    // nor behind the end of the tests
    BOOST_TEST(tr::traces_in(first + "\n" + ruler + "\nFAIL: test_sell (net.NetTest)\n" + line + "\n" +
                             second + end + second)
                   .size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_frames_of_rays_worker_are_where_it_broke) {
    auto const found = tr::traces_in(
        "Traceback (most recent call last):\n  File \"/app/main.py\", line 14, in <module>\n    get(f)\n"
        "  File \"/lib/ray/worker.py\", line 2524, in get\n    raise value.as_instanceof_cause()\n"
        "ray.exceptions.RayTaskError(ZeroDivisionError): ray::train() (pid=4711, ip=10.0.0.3)\n"
        "  File \"/app/main.py\", line 4, in step\n    return 1 / x\n"
        "ZeroDivisionError: division by zero\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_REQUIRE(!found[0].exception.frames.empty());
    BOOST_TEST(found[0].exception.frames.back().line == 4);
}

BOOST_AUTO_TEST_SUITE_END()
