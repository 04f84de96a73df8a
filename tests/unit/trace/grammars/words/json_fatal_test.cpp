#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(json_fatal_tests)

BOOST_AUTO_TEST_CASE(the_level_of_a_record_tells_that_it_is_the_last_word) {
    struct sample {
        std::string line;
        std::string language;
        std::string type;
        std::string message;
        std::string file;
        int number = 0;
        std::string function;
    };
    for (
        sample const& s : {
            sample{R"({"level":"fatal","ts":1.5,"caller":"app/main.go:12","msg":"cannot \"open\" x"})", "go",
                   "error", "cannot \"open\" x", "app/main.go", 12, ""},
            sample{
                R"({"level":"panic","msg":"gone","stacktrace":"main.pick\n\t/app/pick.go:7\nmain.main\n\t/app/main.go:12"})",
                "go", "panic", "gone", "/app/pick.go", 7, "main.pick"},
            sample{R"({"level":"error","file":"src/main.rs:4:5","message":"panicked: bad"})", "rust", "panic",
                   "bad", "src/main.rs", 4, ""},
            sample{R"({"severity":"CRITICAL","message":"gone","filename":"a.py","lineno":3})", "python",
                   "error", "gone", "a.py", 3, ""},
            sample{R"({"level":60,"msg":"gone"})", "", "60", "gone", "", 0, ""},
        }) {
        BOOST_TEST_CONTEXT(s.line) {
            auto const found = tr::traces_in("begin\n" + s.line + "\nnext\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == s.line + "\n");
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].exception.language == s.language);
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_REQUIRE(found[0].exception.frames.empty() == s.file.empty());
            if (s.file.empty()) continue;
            BOOST_TEST(found[0].exception.frames.back().file == s.file);
            BOOST_TEST(found[0].exception.frames.back().line == s.number);
            BOOST_TEST(found[0].exception.frames.back().function == s.function);
        }
    }
}

BOOST_AUTO_TEST_CASE(other_records_are_none) {
    for (std::string const line : {R"({"level":"info","msg":"level fatal is off","fatal":0})",
                                   R"({"level":"error","msg":"panic button: off"})", R"({"level":"fatal"})",
                                   R"({"level":"warn","msg":"fatal"})", R"({"msg":"no level, fatal"})",
                                   R"({"level":"fatal)", R"({"fatal":"level","msg":"x"})"}) {
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(tr::traces_in(line + "\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(an_exception_that_was_taken_apart_is_read_from_its_first_part) {
    std::string const record =
        R"({"event":"failed","level":"error","exception":[{"exc_type":"StageFailed","exc_value":"stage \"2\"",)"
        R"("frames":[{"filename":"/app/main.py","lineno":3,"name":"<module>","line":"","locals":{"name":"'x'"}},)"
        R"({"filename":"/app/stage.py","lineno":9,"name":"run","line":""}]},)"
        R"({"exc_type":"KeyError","exc_value":"'b'","frames":[{"filename":"/app/b.py","lineno":1,"name":"b"}]}]})";
    auto const found = tr::traces_in("begin\n" + record + "\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.language == "python");
    BOOST_TEST(e.type == "StageFailed");
    BOOST_TEST(e.message == "stage \"2\"");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "/app/stage.py");
    BOOST_TEST(e.frames[1].line == 9);
    BOOST_TEST(e.frames[1].function == "run");
    BOOST_TEST(tr::traces_in(R"({"level":"warning","exception":[{"exc_type":"KeyError"}]})"
                             "\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_panic_that_was_recovered_is_told_by_the_stack_in_its_record) {
    std::string const record =
        R"({"level":"ERROR","msg":"recovered","panic":"no plan","stack":"goroutine 1 [running]:\nmain.guard.func1()\n)"
        R"(\t/app/guard.go:4 +0x39\npanic({0x1, 0x2})\n\t/usr/lib/go/src/runtime/panic.go:884 +0x212\n)"
        R"(main.load(...)\n\t/app/load.go:3\nmain.main()\n\t/app/main.go:9 +0x49\n"})";
    auto const found = tr::traces_in("begin\n" + record + "\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.language == "go");
    BOOST_TEST(e.type == "panic");
    BOOST_TEST(e.message == "no plan");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].function == "main.load");
    BOOST_TEST(tr::traces_in(R"({"level":"ERROR","stack":"goroutine 1 [running]:\nmain.main()\n"})"
                             "\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(letters_that_a_record_escapes_are_letters_in_what_it_tells) {
    auto const found =
        tr::traces_in(R"({"level":"fatal","msg":"Datei f\u00fcr K\u00fcche fehlt \ud83d\ude00"})"
                      "\n");
    BOOST_REQUIRE(found.size() == 1u);
    std::string const told =
        "Datei f\xC3\xBCr K\xC3\xBC"
        "che fehlt \xF0\x9F\x98\x80";
    BOOST_TEST(found[0].exception.message == told);
    BOOST_TEST(found[0].cause_line == told);
}

BOOST_AUTO_TEST_CASE(a_fatal_record_is_one_that_a_logger_wrote) {
    auto const found = tr::traces_in(
        "{\"level\":\"fatal\",\"msg\":\"lease 14 is taken\"}\n"
        "{\"level\":\"info\",\"msg\":\"bye\"}\n");
    BOOST_REQUIRE(found.size() == 1u);
    // with it, what ends a program in any case may follow
    BOOST_TEST((found[0].handled == tr::handling::error));
}

BOOST_AUTO_TEST_CASE(a_record_of_an_error_that_names_its_reason_is_told_with_it) {
    struct sample {
        std::string_view record;
        std::string_view told;
    };
    for (
        sample const& known :
        {sample{R"({"level":"fatal","msg":"cannot open db","error":"connect: connection refused"})",
                "cannot open db: connect: connection refused"},
         sample{R"({"level":"fatal","error":"no such file","message":"no start: no such file"})",
                "no start: no such file"},
         sample{
             R"({"timestamp":"t","level":"ERROR","fields":{"message":"job failed","error":"disk gone"},"target":"a"})",
             "job failed: disk gone"},
         sample{
             R"({"message":"Uncaught","context":{"exception":{"class":"E","message":"no page"}},"level":500,"level_name":"CRITICAL"})",
             "Uncaught: no page"}}) {
        auto const found =
            tr::traces_in(std::string(known.record) + "\n{\"level\":\"info\",\"msg\":\"closing writers\"}\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, known.record);
        BOOST_TEST(found[0].cause_line == known.told);
    }
    for (auto const* other :
         {R"({"level":"ERROR","msg":"no page, retrying","error":"timeout"})",
          R"({"level":"ERROR","msg":"no page"})", R"({"level":"ERROR","msg":"no page","error":null})",
          R"({"level":400,"level_name":"ERROR","message":"no page"})"})
        BOOST_TEST(tr::traces_in(std::string(other) + "\n").empty(), other);
}

BOOST_AUTO_TEST_SUITE_END()
