#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only(std::string const& log, std::string_view type = "build failed") {
    auto found = tr::traces_in(log);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "make");
    BOOST_TEST(found[0].exception.type == type);
    return found[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(make_tests)

BOOST_AUTO_TEST_CASE(an_error_of_gcc_has_its_function_notes_and_makes_summary) {
    std::string const text =
        "app.c: In function 'run':\n"
        "app.c:4:7: warning: unused variable 'x' [-Wunused-variable]\n"
        "    4 |   int x;\n"
        "      |       ^\n"
        "app.c:7:3: error: 'y' undeclared (first use in this function)\n"
        "    7 |   y = 1;\n"
        "      |   ^\n"
        "app.c:7:3: note: each undeclared identifier is reported only once\n"
        "make[1]: *** [Makefile:3: app.o] Error 1\n"
        "make[1]: Leaving directory '/app'\n"
        "make: *** [Makefile:9: all] Error 2\n";
    auto const t = only("cc -c app.c\n" + text);
    BOOST_TEST(t.exception.message == "'y' undeclared (first use in this function)");
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].file == "app.c");
    BOOST_TEST(t.exception.frames[0].line == 7);
    BOOST_TEST(t.exception.frames[0].function == "run");
    BOOST_TEST(t.text == text);
    BOOST_TEST((t.role == tr::trace_role::notice));
}

BOOST_AUTO_TEST_CASE(the_depth_of_make_behind_a_time_is_no_tag_of_a_process) {
    std::string text;
    for (std::string const line :
         {"make[2]: *** [Makefile:3: app.o] Error 1", "make[1]: *** [Makefile:5: sub] Error 2",
          "make: *** [Makefile:9: all] Error 2"})
        text += "2026-11-22 12:00:00,123 " + line + "\n";
    auto const t = only(text);
    BOOST_TEST(t.cause_line == "make[2]: *** [Makefile:3: app.o] Error 1");
    BOOST_TEST(t.source == "");
    BOOST_TEST(t.last_line == 2u);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_header_has_the_files_that_include_it) {
    std::string const text =
        "In file included from a.h:1,\n                 from b.cpp:2:\n"
        "c.h:3:10: fatal error: none.h: No such file or directory\n"
        "    3 | #include \"none.h\"\n      |          ^~~~~~~~\ncompilation terminated.\n";
    BOOST_TEST(only("g++ b.cpp\n" + text + "done\n").text == text);
}

BOOST_AUTO_TEST_CASE(clang_prints_the_source_bare) {
    std::string const text =
        "b.cc:3:5: error: use of undeclared identifier 'y'\n    y = 1;\n    ^\n1 error generated.\n";
    BOOST_TEST(only(text).text == text);
}

BOOST_AUTO_TEST_CASE(a_missing_symbol_is_told_by_the_linker_before_the_compiler) {
    std::string const text =
        "/usr/bin/ld: /tmp/cc1.o: in function `main':\n"
        "m.c:(.text+0x1): undefined reference to `f'\n"
        "/usr/bin/ld: m.c:9: undefined reference to `g'\n"
        "collect2: error: ld returned 1 exit status\n";
    auto const t = only("cc m.c\n" + text, "linker error");
    BOOST_TEST(t.exception.message == "undefined reference to `f'");
    BOOST_TEST(t.exception.frames.at(0).function == "main");
    BOOST_TEST(t.text == text);
}

BOOST_AUTO_TEST_CASE(ninja_prints_the_command_behind_the_failure) {
    std::string const text =
        "FAILED: [code=1] b.o\ng++ -c b.cpp\nb.cpp:3:5: error: no\nninja: build stopped: subcommand "
        "failed.\n";
    BOOST_TEST(only("[1/2] CXX b.o\n" + text + "after\n").text == text);
    auto const t =
        only("[1/2] GEN x\nFAILED: x\n./gen x\nno template\nninja: build stopped: subcommand failed.\n");
    BOOST_TEST(t.exception.message == "no template");
}

BOOST_AUTO_TEST_CASE(an_error_of_cmake_has_its_text_and_call_stack) {
    std::string const text =
        "CMake Error at a.cmake:3 (message):\n  no compiler:\n\n    tried cc\nCall Stack (most recent call "
        "first):\n"
        "  CMakeLists.txt:6 (check)\n\n\n-- Configuring incomplete, errors occurred!\n";
    auto const t = only("-- Checking\n" + text + "See also \"x.log\".\n");
    BOOST_TEST(t.exception.message == "no compiler:");
    BOOST_REQUIRE(t.exception.frames.size() == 2u);
    BOOST_TEST(t.exception.frames[1].file == "a.cmake");
    BOOST_TEST(t.exception.frames[1].function == "message");
    BOOST_TEST(t.exception.frames[0].line == 6);
    BOOST_TEST(t.text == text);
    BOOST_TEST(only("CMake Error: The source directory \"/x\" does not exist.\n").exception.message ==
               "The source directory \"/x\" does not exist.");
}

BOOST_AUTO_TEST_CASE(makes_own_errors_say_themselves_why) {
    BOOST_TEST(
        only("cc x\nmake: *** No rule to make target 'a.o', needed by 'b'.  Stop.\n").exception.message ==
        "No rule to make target 'a.o', needed by 'b'.  Stop.");
    auto const t = only("Makefile:4: *** missing separator.  Stop.\nnext\n");
    BOOST_TEST(t.exception.frames.at(0).line == 4);
    BOOST_TEST(t.text == "Makefile:4: *** missing separator.  Stop.\n");
}

BOOST_AUTO_TEST_CASE(a_recipe_that_failed_is_told_by_its_last_line) {
    auto const t = only("ok 1\ncheck: 3 of 4\nmake: *** [Makefile:1: check] Error 1\n");
    BOOST_TEST(t.exception.message == "3 of 4");
    BOOST_TEST((only("make: *** [Makefile:1: check] Error 1\n").role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(a_traceback_of_a_recipe_is_not_makes) {
    auto const found = tr::traces_in(
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\nValueError: a\n"
        "make: *** [Makefile:1: all] Error 1\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_TEST((found.size() == 1u || found[1].role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(other_jobs_lines_stay_out_and_their_number_is_bounded) {
    std::string text = "a.c:1:1: error: x\n";
    for (int i = 0; i < 10; ++i)
        text += "other job\n";
    auto const t = only(text + "make: *** [Makefile:1: a.o] Error 1\n");
    BOOST_TEST(t.text == "a.c:1:1: error: x\nmake: *** [Makefile:1: a.o] Error 1\n");
    for (int i = 0; i < 200; ++i)
        text += "other job\n";
    auto const found = tr::traces_in(text + "make: *** [Makefile:1: all] Error 1\n");
    BOOST_TEST(found.size() == 2u);
}

BOOST_AUTO_TEST_CASE(warnings_ignored_errors_and_talk_are_none) {
    for (std::string const text :
         {"a.c:1:2: warning: error codes change [-Wcpp]", "make: [Makefile:4: clean] Error 1 (ignored)",
          "make: 'app' is up to date.", "train.py:3: error: bad", "FAILED: tests/a", "loss: error: 3",
          "http://h:80: error: x", "see CMake Error at a.cmake:3 (message):", "0 errors generated",
          "a *** b  Stop.", "-- Error reporting: off", "step 3: error: 0.5"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text + "\nnext\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(where_mesons_log_is_says_nothing_of_the_error) {
    std::string const text = "meson.build:3:0: ERROR: Dependency \"fuel\" not found\n";
    auto const found = tr::traces_in(text + "\nA full log can be found at /app/out/log.txt\nno car\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].last_line == 0u);
}

BOOST_AUTO_TEST_CASE(other_build_tools_name_a_file_in_their_own_way) {
    struct row {
        char const* line;
        char const* message;
        char const* file;
        int number;
    };
    for (row const& r :
         {row{"meson.build:3:0: ERROR: Dependency \"fuel\" not found", "Dependency \"fuel\" not found",
              "meson.build", 3},
          row{"ERROR: /app/car/BUILD:7:10: Compiling car.cc failed: (Exit 1): gcc failed",
              "Compiling car.cc failed: (Exit 1): gcc failed", "/app/car/BUILD", 7},
          row{"car.cu(9): error: identifier \"fuel\" is undefined", "identifier \"fuel\" is undefined",
              "car.cu", 9},
          row{"car.cpp(9,4): error C2065: 'fuel': undeclared identifier", "'fuel': undeclared identifier",
              "car.cpp", 9},
          row{"car.y:3.5-7: error: syntax error", "syntax error", "car.y", 3},
          row{"car.s:3: Error: no such instruction: `go'", "no such instruction: `go'", "car.s", 3},
          row{"configure: error: no acceptable C compiler found in $PATH",
              "no acceptable C compiler found in $PATH", "", 0}}) {
        auto const found = tr::traces_in(std::string("checking\n") + r.line + "\nend\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.line);
        BOOST_TEST(found[0].exception.type == "build failed");
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_REQUIRE(found[0].exception.frames.empty() == (r.number == 0));
        if (r.number == 0) continue;
        BOOST_TEST(found[0].exception.frames.back().file == r.file);
        BOOST_TEST(found[0].exception.frames.back().line == r.number);
    }
}

BOOST_AUTO_TEST_CASE(scons_tells_where_it_found_what_it_cannot_do) {
    std::string const text =
        "scons: *** Two ways were told to make the same target: nut.o\n(action 1: cc nut.c)\n"
        "(action 2: cc -g nut.c)\nFile \"/app/SConstruct\", line 4, in <module>\n";
    auto const t = only("scons: Reading SConscript files ...\n" + text + "next\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "Two ways were told to make the same target: nut.o");
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].line == 4);
    BOOST_TEST(t.exception.frames[0].function == "<module>");
    auto const bare = only("scons: *** No nut is there.\nplain\n");
    BOOST_TEST(bare.last_line == 0u);
    BOOST_TEST(bare.exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(configure_says_first_where_and_then_what) {
    auto const found = tr::traces_in(
        "configure: error: in `/app':\nconfigure: error: no fuel\nSee `config.log' for more details\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].last_line == 2u);
}

BOOST_AUTO_TEST_CASE(what_make_could_not_start_is_the_reason) {
    auto const found = tr::traces_in(
        "protoc car.proto\nmake: protoc: No such file or directory\nmake: *** [Makefile:3: car.cc] Error "
        "127\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "protoc: No such file or directory");
    BOOST_TEST(found[0].last_line == 2u);
    auto const old =
        tr::traces_in("no fuel\nMakefile:3: recipe for target 'car' failed\nmake: *** [car] Error 1\nend\n");
    BOOST_REQUIRE(old.size() == 1u);
    BOOST_TEST(old[0].exception.message == "no fuel");
    BOOST_TEST(old[0].first_line == 0u);
    BOOST_TEST(old[0].last_line == 2u);
}

BOOST_AUTO_TEST_CASE(what_stands_behind_the_error_belongs_to_it) {
    std::string const text =
        "car.c:3:5: error: unused variable 'x' [-Werror=unused-variable]\n    3 |   int x;\n      |       ^\n"
        "cc1: all warnings being treated as errors\n";
    auto const found = tr::traces_in(text + "end\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const lld = tr::traces_in(
        "ld.lld: error: undefined symbol: go\n>>> referenced by car.c:3\n>>>   car.o:(main)\nend\n");
    BOOST_TEST(lld.at(0).last_line == 2u);
    auto const scons =
        tr::traces_in("no fuel\nscons: *** [car.o] Error 1\nscons: building terminated because of errors.\n");
    BOOST_REQUIRE(scons.size() == 1u);
    BOOST_TEST(scons[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(build_files_that_are_only_mentioned_are_none) {
    for (auto const* text :
         {"meson.build:3:0: WARNING: error is deprecated\n", "car.cu(9): warning #177: error unused\n",
          "ERROR: see BUILD:3\nrow 1\n", "configure: no error\n",
          "car_test.cpp(19): error: in \"goes\": check failed\n", "car.txt(9): error: x\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_recipe_that_a_signal_ended_has_no_word_of_error) {
    std::string const text = "make: *** [Makefile:7: check] Segmentation fault (core dumped)\n";
    BOOST_TEST(only("\n" + text).text == text);
    BOOST_TEST(tr::traces_in("\nmake: *** [Makefile:7: check] Terminated\n").size() == 1u);
    BOOST_TEST(tr::traces_in("make: 'all' is up to date.\nmakespan 12\n").empty());
}

BOOST_AUTO_TEST_CASE(gccs_own_compiler_is_no_node_of_a_cluster) {
    auto const t = only("cc1: fatal error: app.c: No such file or directory\ncompilation terminated.\n");
    BOOST_TEST(t.exception.message == "app.c: No such file or directory");
    BOOST_TEST(t.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(further_errors_of_cmake_belong_to_the_first) {
    std::string const text =
        "CMake Error at CMakeLists.txt:3 (add_executable):\n  Cannot find source file:\n\n    app.cpp\n\n\n"
        "CMake Error at lib/CMakeLists.txt:9 (add_library):\n  No SOURCES given to target: lib\n"
        "Call Stack (most recent call first):\n  CMakeLists.txt:12 (add_lib)\n\n\n"
        "CMake Generate step failed.  Build files cannot be regenerated correctly.\n";
    auto const t = only("-- Configuring done\n" + text);
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "Cannot find source file:");
    BOOST_TEST(t.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_recipe_that_fails_in_silence_has_not_said_why) {
    auto const t = only("python3 train.py\nepoch 0\nmake: *** [Makefile:7: train] Error 3\n");
    BOOST_TEST(t.exception.message == "[Makefile:7: train] Error 3");
    BOOST_TEST(t.first_line == 2u);
    BOOST_TEST(only("epoch 0\nno plan left\nmake: *** [Makefile:7: train] Error 3\n").first_line == 1u);
}

BOOST_AUTO_TEST_CASE(the_first_of_several_lines_of_a_recipe_tells) {
    std::string const indented =
        "plan: cannot read the table\n  see tables.md\nmake: *** [Makefile:7: t] Error 1\n";
    auto const below = only("start\n" + indented);
    BOOST_TEST(below.exception.message == "cannot read the table");
    BOOST_TEST(below.text == indented);
    std::string const several =
        "tar (child): a.tgz: Cannot open: No such file or directory\n"
        "tar (child): Error is not recoverable: exiting now\ntar: Child returned status 2\n"
        "make: *** [Makefile:7: t] Error 2\n";
    auto const tool = only("tar xf a.tgz\n" + several);
    BOOST_TEST(tool.exception.message == "a.tgz: Cannot open: No such file or directory");
    BOOST_TEST(tool.text == several);
}

BOOST_AUTO_TEST_CASE(what_other_jobs_say_behind_makes_word_takes_nothing_back) {
    auto const t = only(
        "a: the table is broken\nmake: *** [Makefile:3: a] Error 1\n"
        "make: *** Waiting for unfinished jobs....\nb ok\nc: worse\nmake: *** [Makefile:7: c] Error 2\n"
        "make: Target 'all' not remade because of errors.\n");
    BOOST_TEST(t.exception.message == "the table is broken");
    BOOST_TEST((t.handled == tr::handling::none));
    // nor are they part of it
    BOOST_TEST(t.last_line == 1u);
    BOOST_TEST(t.text == "a: the table is broken\nmake: *** [Makefile:3: a] Error 1\n");
}

BOOST_AUTO_TEST_CASE(a_makefile_that_is_not_there_is_told_twice) {
    std::string const text =
        "Makefile:1: config.mk: No such file or directory\n"
        "make: *** No rule to make target 'config.mk'.  Stop.\n";
    auto const t = only(text);
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "No rule to make target 'config.mk'.  Stop.");
}

BOOST_AUTO_TEST_CASE(an_old_log_that_is_shown_with_its_name_is_none_of_this_build) {
    BOOST_TEST(tr::traces_in("==> old.log <==\nmake: *** [Makefile:1: app] Error 1\nshown\n").empty());
}

BOOST_AUTO_TEST_CASE(the_first_command_that_fails_under_ninja_tells_by_its_first_line) {
    auto const t = only(
        "[1/2] gen a\nFAILED: a \ngen a\na: no table\nsee tables.md\n[2/2] gen b\nFAILED: b \ngen b\n"
        "b: no table\nninja: build stopped: cannot make progress due to previous errors.\n");
    BOOST_TEST(t.exception.message == "no table");
    BOOST_TEST(t.last_line == 9u);
}

BOOST_AUTO_TEST_CASE(gfortran_tells_the_place_first_and_the_error_last) {
    std::string const text =
        "plan.f90:4:6:\n\n    4 |   y = 3\n      |      1\n"
        "Error: Symbol \xE2\x80\x98y\xE2\x80\x99 at (1) has no IMPLICIT type\n";
    auto const t = only("gfortran -c plan.f90\n" + text + "make: *** [Makefile:2: plan.o] Error 1\n");
    BOOST_TEST(t.exception.message == "Symbol \xE2\x80\x98y\xE2\x80\x99 at (1) has no IMPLICIT type");
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].file == "plan.f90");
    BOOST_TEST(t.exception.frames[0].line == 4);
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 6u);
    BOOST_TEST(tr::traces_in("Error: 3 of them at (1) are low\n").empty());
}

BOOST_AUTO_TEST_CASE(whatever_the_linker_says_first_tells) {
    BOOST_TEST(
        only("/usr/bin/ld: a.o: warning: relocation against `g' in read-only section `.text'\n"
             "/usr/bin/ld: a.o: relocation R_X86_64_PC32 against undefined symbol `g' can not be used\n"
             "/usr/bin/ld: final link failed: bad value\ncollect2: error: ld returned 1 exit status\n",
             "linker error")
            .exception.message == "relocation R_X86_64_PC32 against undefined symbol `g' can not be used");
    BOOST_TEST(only("/usr/bin/ld: /usr/lib/Scrt1.o: in function `_start':\n(.text+0x17): undefined reference "
                    "to `main'\n"
                    "collect2: error: ld returned 1 exit status\n",
                    "linker error")
                   .exception.message == "undefined reference to `main'");
    BOOST_TEST(only("/usr/bin/ld:j.o: file format not recognized; treating as linker script\n"
                    "/usr/bin/ld:j.o:0: syntax error\ncollect2: error: ld returned 1 exit status\n",
                    "linker error")
                   .exception.message == "j.o: file format not recognized; treating as linker script");
}

BOOST_AUTO_TEST_CASE(the_tools_that_make_makefiles_speak_like_compilers) {
    BOOST_TEST(
        only("configure.ac:3: error: required file './compile' not found\n").exception.frames[0].line == 3);
    BOOST_TEST(only("autoreconf: error: 'configure.ac' is required\n").exception.message ==
               "'configure.ac' is required");
    BOOST_TEST(
        only("scons: Building targets ...\nscons: *** [a.o] Source `a.c' not found, needed by target `a.o'.\n"
             "scons: building terminated because of errors.\n")
            .exception.message == "[a.o] Source `a.c' not found, needed by target `a.o'.");
}

BOOST_AUTO_TEST_CASE(of_a_linker_alone_its_own_word_tells_the_type) {
    for (std::string const line :
         {"ld.lld: error: undefined symbol: go", "/usr/bin/ld: cannot find -lfuel: No such file or directory",
          "clang: error: linker command failed with exit code 1 (use -v to see invocation)",
          "collect2: error: ld returned 1 exit status",
          "/usr/bin/ld: car.o: undefined reference to symbol 'go@@FUEL_1'"})
        BOOST_TEST_CONTEXT(line) {
            only("cc car.o\n" + line + "\nmake: *** [Makefile:2: car] Error 1\n", "linker error");
        }
    only("clang: error: no such file or directory: 'car.c'\n");
}

BOOST_AUTO_TEST_CASE(a_build_that_goes_on_ends_the_block_with_makes_first_word) {
    std::string const error = "car.c:3:5: error: no fuel\n    3 |   go();\n      |   ^\n";
    std::string const first = error + "make[1]: *** [Makefile:4: car.o] Error 1\n";
    // the makes around it say the same at once
    std::string const around =
        first + "make[1]: Leaving directory '/app/car'\nmake: *** [Makefile:2: car] Error 2\n";
    BOOST_TEST(only("cc car.c\n" + around + "make: Leaving directory '/app'\n").text == around);
    BOOST_TEST(only(around + "make: *** Deleting file 'car'\n").text == around);
    std::string others;
    for (int i = 0; i < 12; ++i)
        others += "van.c:" + std::to_string(i + 1) + ":1: error: no van\n";
    auto const t = only("cc car.c\n" + first + "cc van.c\n" + others +
                        "make[1]: *** [Makefile:4: van.o] Error 1\nmake: *** [Makefile:2: car] Error 2\n"
                        "make: Target 'all' not remade because of errors.\n");
    BOOST_TEST(t.text == first);
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 4u);
    // so much behind it does not say that it was got over
    BOOST_TEST((t.role == tr::trace_role::notice));
    BOOST_TEST(t.lines_after == 0u);
    BOOST_TEST(
        only("meson.build:3:0: ERROR: no fuel\n\nA full log can be found at /app/log.txt\n").last_line == 0u);
}

BOOST_AUTO_TEST_CASE(without_make_the_block_is_the_first_finding) {
    std::string const first =
        "car.c: In function 'go':\ncar.c:3:5: error: no fuel\n    3 |   go();\n      |   ^\n"
        "car.c:1:5: note: it was here\n";
    std::string const next = "car.c: In function 'stop':\ncar.c:9:5: error: no brake\n    9 |   stop();\n";
    auto const t = only("building\n" + first + next + "2 errors generated.\nno car\n");
    BOOST_TEST(t.text == first);
    BOOST_TEST(t.last_line == 5u);
    // under ninja it goes on to its last word
    std::string const failed =
        "FAILED: car.o \ncc -c car.c\n" + first + next + "ninja: build stopped: subcommand failed.\n";
    BOOST_TEST(only("[1/2] CC car.o\n" + failed).text == failed);
    // a linker's words are one finding
    std::string const linked =
        "/usr/bin/ld: car.o: in function `go':\ncar.c:(.text+0x1): undefined reference to `fuel'\n"
        "car.c:(.text+0x9): undefined reference to `oil'\ncollect2: error: ld returned 1 exit status\n";
    BOOST_TEST(only("linking\n" + linked + "no car\n", "linker error").text == linked);
}

BOOST_AUTO_TEST_CASE(who_says_why_a_recipe_failed_is_no_part_of_it) {
    struct sample {
        std::string line;
        std::string message;
    };
    for (sample const& s : {
             sample{"unzip: cannot find fuel.zip", "cannot find fuel.zip"},
             sample{"/usr/bin/unzip: cannot find fuel.zip", "cannot find fuel.zip"},
             sample{"unzip (child): cannot find fuel.zip", "cannot find fuel.zip"},
             sample{"./tools/fill.py: no fuel", "no fuel"},
             sample{"ERROR: no fuel", "no fuel"},
             sample{"[error] no fuel", "no fuel"},
             sample{"fill.py: error: no fuel was given", "no fuel was given"},
             // a file may be what is wrong, and so may what was checked
             sample{"fuel.csv: no such row", "fuel.csv: no such row"},
             sample{"fuel/van: not there", "fuel/van: not there"},
             sample{"No fuel: not today", "No fuel: not today"},
             sample{"van: expected 3 wheels, got 2", "van: expected 3 wheels, got 2"},
         })
        BOOST_TEST(only("fill\n" + s.line + "\nmake: *** [Makefile:3: fuel] Error 1\n").exception.message ==
                   s.message);
    BOOST_TEST(only("CMake Error at fuel.cmake:3 (message):\n  error: no fuel\n\n").exception.message ==
               "no fuel");
}

BOOST_AUTO_TEST_CASE(calm_output_under_ninja_tells_less_than_the_command_that_failed) {
    std::string const failed = "[1/1] pack.sh box\nFAILED: box \npack.sh box\n";
    std::string const end = "ninja: build stopped: subcommand failed.\n";
    BOOST_TEST(only(failed + "packing\n" + end).cause_line == "FAILED: box: pack.sh box");
    BOOST_TEST(only(failed + end).cause_line == "FAILED: box: pack.sh box");
    BOOST_TEST(only(failed + "error: no lid\n" + end).cause_line == "error: no lid");
}

BOOST_AUTO_TEST_SUITE_END()
