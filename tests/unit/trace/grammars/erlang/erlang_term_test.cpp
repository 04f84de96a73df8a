#include "task_agent/trace/grammars/erlang/erlang_term.hpp"

#include <boost/test/unit_test.hpp>

namespace er = task_agent::trace::erlang;

BOOST_AUTO_TEST_SUITE(erlang_term_tests)

BOOST_AUTO_TEST_CASE(a_term_is_cut_at_its_own_commas) {
    auto const parts = er::elements_of(R"({a,[1,2],"x,]\"y",'b}',<<"c">>,$,,#{k => {1}}})");
    BOOST_REQUIRE(parts.size() == 7u);
    BOOST_TEST(parts[1] == "[1,2]");
    BOOST_TEST(parts[2] == R"("x,]\"y")");
    BOOST_TEST(parts[3] == "'b}'");
    BOOST_TEST(parts[5] == "$,");
    BOOST_TEST(parts[6] == "#{k => {1}}");
    BOOST_TEST(er::elements_of("{a,{b,").size() == 2u);
    BOOST_TEST(er::elements_of("plain").empty());
}

BOOST_AUTO_TEST_CASE(reasons_are_named_by_what_the_runtime_calls_them) {
    auto const match =
        er::reason_of(R"({{badmatch,{error,no}},[{shop,sell,2,[{file,"shop.erl"},{line,31}]}]})");
    BOOST_TEST(match.type == "badmatch");
    BOOST_TEST(match.message == "{error,no}");
    BOOST_REQUIRE(match.frames.size() == 1u);
    BOOST_TEST(match.frames[0].file == "shop.erl");
    BOOST_TEST(match.frames[0].line == 31);
    BOOST_TEST(match.frames[0].function == "sell");
    BOOST_TEST(er::reason_of("{undef,[{shop,none,[],[]}]}").type == "undef");
    BOOST_TEST(er::reason_of("{{nocatch,oops},[{a,b,0,[]}]}").type == "throw");
    BOOST_TEST(er::reason_of("{{short,5},[{a,b,0,[]}]}").type == "error");
    BOOST_TEST(er::reason_of("{bad,thing}").type == "exit");
    BOOST_TEST(er::reason_of("{bad,thing}").message == "{bad,thing}");
    auto const sentence = er::reason_of("{'no such nut','/app/nut.boot'}");
    BOOST_TEST(sentence.type == "error");
    BOOST_TEST(sentence.message == "no such nut,/app/nut.boot");
    BOOST_TEST(er::reason_of("{'NoNut',3}").message == "{'NoNut',3}");
    auto const call =
        er::reason_of(R"({{{badkey,x},[{s,f,1,[{file,"s.erl"},{line,4}]}]},{gen_server,call,[<0.9.0>,go]}})");
    BOOST_TEST(call.type == "badkey");
    BOOST_TEST(call.message == "x");
    BOOST_TEST(call.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_deep_term_takes_no_recursion) {
    std::string const deep = std::string(200'000, '{') + std::string(200'000, '}');
    BOOST_TEST(er::reason_of(deep).type == "exit");
    BOOST_TEST(er::elements_of(deep).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
