#include "task_agent/trace/runtime_files/file_trace.hpp"

#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string crash_text() {
    std::string text =
        "#\n"
        "# A fatal error has been detected by the Java Runtime Environment:\n"
        "#\n"
        "#  SIGSEGV (0xb) at pc=0x00007f12, pid=77, tid=78\n"
        "#\n"
        "# JRE version: OpenJDK Runtime Environment (17.0.15+6)\n"
        "# Problematic frame:\n"
        "# C  [libmine.so+0x1139]  Java_com_example_Native_crash+0x9\n"
        "#\n"
        "# If you would like to submit a bug report, please visit:\n"
        "#   https://bugs.example.org/\n"
        "#\n"
        "\n"
        "---------------  S U M M A R Y ------------\n"
        "\n"
        "Command Line: -Xmx1g com.example.Main --fast\n"
        "\n"
        "---------------  T H R E A D  ---------------\n"
        "\n"
        "Current thread (0x00007f12):  JavaThread \"main\" [_thread_in_native, id=78]\n"
        "\n"
        "Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)\n"
        "C  [libmine.so+0x1139]  Java_com_example_Native_crash+0x9\n"
        "j  com.example.Native.crash()V+0\n"
        "J 123 c2 com.example.Main.step(ILjava/lang/String;)V (25 bytes) @ 0x00007f [0x0+0x1]\n"
        "j  com.example.Main.main([Ljava/lang/String;)V+21 java.base@17.0.15\n"
        "v  ~StubRoutines::call_stub\n"
        "V  [libjvm.so+0x8282d2]  JavaCalls::call_helper(JavaValue*, methodHandle const&)+0x302\n"
        "C  0x00007f1234\n"
        "\n"
        "Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)\n"
        "j  com.example.Native.crash()V+0\n"
        "j  com.example.Main.main([Ljava/lang/String;)V+21\n"
        "\n"
        "siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x0000000000000000\n"
        "\n"
        "Registers:\n"
        "RAX=0x0000000000000000, RBX=0x00007f\n"
        "\n"
        "Dynamic libraries:\n";
    for (int n = 0; n < 500; ++n)
        text += "7f0000000000-7f0000001000 r--p 00000000 08:01 1 /usr/lib/x.so\n";
    return text + "\nVM Arguments:\njvm_args: -Xmx1g\njava_command: com.example.Main --fast\n";
}

ta::node_report exception_report() {
    ta::node_report report;
    report.event = report.trigger = "Exception";
    report.command_line = {"node", "app.js"};
    report.message = "/app/app.js:3";
    report.stack = {"  throw new TypeError(\"no column\")",
                    "  ^",
                    "",
                    "TypeError: no column",
                    "at load (/app/app.js:3:9)",
                    "at Module._compile (node:internal/modules/cjs/loader:1364:14)"};
    return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(file_trace_tests)

BOOST_AUTO_TEST_CASE(a_crash_of_the_jvm_is_trimmed_to_what_a_person_needs) {
    auto const found = tr::read_jvm_crash("/app/hs_err_pid77.log", crash_text(), false);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((found->role == tr::trace_role::native_crash));
    BOOST_TEST(found->cause_line == "SIGSEGV (0xb) at pc=0x00007f12, pid=77, tid=78");
    BOOST_TEST(found->exception.language == "java");
    BOOST_TEST(found->exception.type == "SIGSEGV");
    auto const& text = found->text;
    BOOST_TEST(text.starts_with("/app/hs_err_pid77.log, written by the JVM ("));
    for (auto const* part : {"\nCommand Line: -Xmx1g com.example.Main --fast\n",
                             "\nCurrent thread (0x00007f12)", "\nsiginfo: si_signo: 11",
                             "\njvm_args: -Xmx1g\n", "\nJava frames:\nj  com.example.Native.crash()V+0\n",
                             "#  SIGSEGV (0xb) at pc=0x00007f12", "# C  [libmine.so+0x1139]",
                             "\nNative frames:\nC  [libmine.so+0x1139]  Java_com_example_Native_crash+0x9\n"})
        BOOST_TEST(holds(text, part), part);
    for (auto const* part : {"Registers", "RAX", "r--p", "https://", "S U M M A R Y"})
        BOOST_TEST(!holds(text, part), part);
    // every line of the file is either there or counted
    auto const all = crash_text();
    auto const lines = std::count(all.begin(), all.end(), '\n');
    auto const kept = std::count(text.begin(), text.end(), '\n') - 1;
    BOOST_TEST(found->cut_lines == static_cast<std::uint64_t>(lines - kept));
    BOOST_TEST(holds(text, "(" + std::to_string(lines - kept) + " of " + std::to_string(lines) +
                               " lines left out by task-agent):\n"));
}

BOOST_AUTO_TEST_CASE(the_native_frames_of_a_crash_are_its_frames_outermost_first) {
    auto const found = tr::read_jvm_crash("x", crash_text(), false);
    BOOST_REQUIRE(found.has_value());
    auto const& frames = found->exception.frames;
    BOOST_REQUIRE(frames.size() == 7U);
    BOOST_TEST(frames[6].file == "libmine.so");
    BOOST_TEST(frames[6].function == "Java_com_example_Native_crash");
    BOOST_TEST(frames[5].function == "com.example.Native.crash");
    BOOST_TEST(frames[4].function == "com.example.Main.step");
    BOOST_TEST(frames[3].function == "com.example.Main.main");
    BOOST_TEST(frames[1].file == "libjvm.so");
    BOOST_TEST(frames[1].function == "JavaCalls::call_helper(JavaValue*, methodHandle const&)");
    BOOST_TEST(frames[0].function == "0x00007f1234");
}

BOOST_AUTO_TEST_CASE(a_crash_file_of_which_only_the_head_was_read_says_so) {
    auto const all = crash_text();
    auto const found = tr::read_jvm_crash("x", all.substr(0, all.find("Registers") + 3), true);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->exception.frames.size() == 7U);
    BOOST_TEST(holds(found->text, "left out by task-agent, which read only the head of the file):\n"));
}

BOOST_AUTO_TEST_CASE(frames_and_lines_of_a_crash_are_bounded) {
    std::string text = crash_text();
    std::string frames;
    for (int n = 0; n < 5000; ++n)
        frames += "j  com.example.Main.deep(" + std::string(3000, 'I') + ")V+0\n";
    text.insert(text.find("j  com.example.Native.crash()V+0\n"), frames);
    auto const found = tr::read_jvm_crash("x", text, false);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->exception.frames.size() == 256U);
    BOOST_TEST(found->text.size() < 300'000U);
    BOOST_TEST(holds(found->text, " frames left out by task-agent ...\n"));
}

BOOST_AUTO_TEST_CASE(what_is_no_crash_file_gives_nothing) {
    for (auto const* text : {"", "\n", "# just\n# a comment\n", "\x01\x02\x03", "{\"message\": 1}"})
        BOOST_TEST(!tr::read_jvm_crash("x", text, false).has_value(), text);
}

BOOST_AUTO_TEST_CASE(an_exception_in_a_report_of_node_is_what_node_prints) {
    auto const found = tr::read_node_report("report.json", exception_report());
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((found->role == tr::trace_role::raised));
    BOOST_TEST(found->exception.type == "TypeError");
    BOOST_TEST(found->exception.message == "no column");
    BOOST_REQUIRE(found->exception.frames.size() == 2U);
    BOOST_TEST(found->exception.frames[1].file == "/app/app.js");
    BOOST_TEST(found->exception.frames[1].line == 3);
    BOOST_TEST(found->text.starts_with("report.json, a report of Node.js"));
    BOOST_TEST(holds(found->text, "\ncommand line: node app.js\n"));
    BOOST_TEST(holds(found->text, "TypeError: no column\n    at load (/app/app.js:3:9)\n"));
}

BOOST_AUTO_TEST_CASE(a_fatal_error_in_a_report_of_node_shows_its_native_frames) {
    ta::node_report report;
    report.event = "Allocation failed - JavaScript heap out of memory";
    report.trigger = "OOMError";
    report.message = "No stack.";
    report.native_frames = {" [node]", "node::TriggerNodeReport(v8::Isolate*) [node]",
                            "node::OOMErrorHandler(char const*) [node]", "main [node]"};
    auto const found = tr::read_node_report("r", report);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST((found->role == tr::trace_role::resource));
    BOOST_TEST(found->cause_line == "FATAL ERROR: Allocation failed - JavaScript heap out of memory");
    BOOST_REQUIRE(found->exception.frames.size() == 2U);
    BOOST_TEST(found->exception.frames[1].function == "node::OOMErrorHandler(char const*)");
    BOOST_TEST(found->exception.frames[1].file == "node");
}

BOOST_AUTO_TEST_CASE(a_report_that_was_asked_for_is_no_failure) {
    auto report = exception_report();
    for (auto const* trigger : {"Signal", "API", "GetReport", ""}) {
        report.trigger = trigger;
        BOOST_TEST(!tr::read_node_report("r", report).has_value(), trigger);
    }
}

BOOST_AUTO_TEST_CASE(the_call_stack_of_torchelastic_is_a_traceback) {
    ta::torch_error error;
    error.message = "OutOfMemoryError: CUDA out of memory";
    error.callstack =
        "Traceback (most recent call last):\n  File \"/app/train.py\", line 7, in step\n    f()\n"
        "torch.cuda.OutOfMemoryError: CUDA out of memory\n";
    auto const found = tr::read_torch_error("/l/error.json", error);
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST(found.exception.type == "torch.cuda.OutOfMemoryError");
    BOOST_REQUIRE(found.exception.frames.size() == 1U);
    BOOST_TEST(found.exception.frames[0].function == "step");
    BOOST_TEST(found.text == "/l/error.json, written by torchelastic:\n" + error.callstack);
}

BOOST_AUTO_TEST_CASE(of_a_call_stack_whose_end_is_missing_the_message_tells) {
    ta::torch_error error;
    error.message = "KeyError: 'price'";
    error.callstack = "Traceback (most recent call last):\n  File \"/app/train.py\", line 7, in step\n    f(";
    error.is_cut = true;
    auto const found = tr::read_torch_error("e", error);
    BOOST_TEST(found.exception.type == "KeyError");
    BOOST_TEST(found.cause_line == "KeyError: 'price'");
    BOOST_TEST(
        found.text.ends_with("    f(\n  ... the rest was not read by task-agent ...\nKeyError: 'price'\n"));
}

BOOST_AUTO_TEST_CASE(a_message_of_torchelastic_without_a_call_stack_is_type_and_message) {
    ta::torch_error error;
    error.message = "ValueError: bad\nmore of it";
    auto found = tr::read_torch_error("e", error);
    BOOST_TEST(found.exception.type == "ValueError");
    BOOST_TEST(found.exception.message == "bad\nmore of it");
    BOOST_TEST(found.cause_line == "ValueError: bad");
    BOOST_TEST(found.text == "e, written by torchelastic:\nValueError: bad\nmore of it\n");
    error.message = "the worker said no";
    found = tr::read_torch_error("e", error);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.cause_line == "the worker said no");
    BOOST_TEST(tr::weight_of(found) > tr::doubtful);
}

BOOST_AUTO_TEST_CASE(two_traces_of_one_failure_are_known_as_such) {
    tr::found_trace a;
    a.exception.language = "python";
    a.exception.type = "torch.cuda.OutOfMemoryError";
    a.exception.message = "CUDA out of memory\nTried to";
    auto b = a;
    b.exception.type = "OutOfMemoryError";
    b.exception.message = "CUDA out of memory";
    BOOST_TEST(tr::is_same_failure(a, b));
    b.exception.type = "MemoryError";
    BOOST_TEST(!tr::is_same_failure(a, b));
    b = a;
    b.exception.message = "another";
    BOOST_TEST(!tr::is_same_failure(a, b));
    b = a;
    b.exception.language = "java";
    BOOST_TEST(!tr::is_same_failure(a, b));
}

BOOST_AUTO_TEST_SUITE_END()
