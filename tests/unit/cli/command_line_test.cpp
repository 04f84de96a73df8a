#include "task_agent/cli/command_line.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "unit/cli/sample_commands.hpp"
#include <ostream>

namespace cli = task_agent::cli;

using texts = std::vector<std::string>;

namespace {

task_agent::result<cli::invocation> parse(texts arguments) {
    return cli::parse_command_line(sample::table, std::move(arguments), {});
}

// "command|name=text,...|operand,..." or the sentence.
std::string told(texts arguments) {
    auto const parsed = parse(std::move(arguments));
    if (parsed.has_error()) return parsed.error().text;
    std::string text(parsed.value().what->name);
    text += '|';
    for (auto const& flag : parsed.value().flags)
        text += flag.name + '=' + flag.text + ',';
    text += '|';
    for (auto const& operand : parsed.value().operands)
        text += operand + ',';
    return text;
}

struct line {
    texts arguments;
    std::string expected;
};

std::ostream& operator<<(std::ostream& out, line const& l) {
    for (auto const& argument : l.arguments)
        out << '[' << argument << ']';
    return out;
}

line const understood[] = {
    {{"run", "true"}, "run||true,"},
    {{"run", "--", "true"}, "run||true,"},
    {{"run", "--stop-grace", "1s", "true"}, "run|stop-grace=1s,|true,"},
    {{"run", "--stop-grace=1s", "--", "true"}, "run|stop-grace=1s,|true,"},
    // everything behind CMD is CMD's, whatever it looks like
    {{"run", "sh", "--stop-grace", "1s", "--help", "-x", "--", "--no-such"},
     "run||sh,--stop-grace,1s,--help,-x,--,--no-such,"},
    {{"run", "--", "--weird", "--dev"}, "run||--weird,--dev,"},
    {{"run", "--", "--", "x"}, "run||--,x,"},
    {{"run", "sh", "--a=", "--b=\x01", "", "-"}, "run||sh,--a=,--b=\x01,,-,"},
    {{"run", "--dev", "--own-step=false", "true"}, "run|dev=true,own-step=false,|true,"},
    // a switch never takes the next argument
    {{"run", "--dev", "false"}, "run|dev=true,|false,"},
    // an empty value is a value and eats nothing
    {{"run", "--job=", "true"}, "run|job=,|true,"},
    {{"run", "--job", "", "true"}, "run|job=,|true,"},
    {{"run", "--job", "--dev", "true"}, "run|job=--dev,|true,"},
    {{"run", "--job=[a,b]", "--step=a=b", "true"}, "run|job=[a,b],step=a=b,|true,"},
    // order and repetition are kept; the loader takes the last
    {{"run", "--job=1", "--step=2", "--job=3", "true"}, "run|job=1,step=2,job=3,|true,"},
    {{"status", "j"}, "status||j,"},
    {{"status", "j", "--watch", "--sort", "x"}, "status|watch=true,sort=x,|j,"},
    {{"status", "--", "--watch"}, "status||--watch,"},
    {{"status", "--", "--watch="}, "status||--watch=,"},
    {{"help"}, "help||"},
    {{"-h"}, "help||"},
    {{"--help"}, "help||"},
    {{"--version"}, "version||"},
    {{"run", "--help"}, "help||run,"},
    {{"run", "-h"}, "help||run,"},
    {{"run", "--dev", "-h", "true"}, "help||run,"},
    {{"status", "j", "-h"}, "help||status,"},
};

line const refused[] = {
    {{}, "a command is missing; see `task-agent help`"},
    {{""}, ": no such command; see `task-agent help`"},
    {{"rnu", "true"}, "rnu: no such command; did you mean run? see `task-agent help`"},
    {{"frobnicate"}, "frobnicate: no such command; see `task-agent help`"},
    {{"--dev", "run"}, "--dev: a flag stands behind its command; see `task-agent help`"},
    {{"run"}, "run: CMD is missing; usage: task-agent run [options] [--] CMD [ARG...]"},
    {{"run", "--"}, "run: CMD is missing; usage: task-agent run [options] [--] CMD [ARG...]"},
    {{"run", "--dev"}, "run: CMD is missing; usage: task-agent run [options] [--] CMD [ARG...]"},
    {{"run", "--stop-garce=1s", "true"},
     "--stop-garce (flag of run): no such option; did you mean --stop-grace? see `task-agent help run`"},
    {{"run", "--nonsense=secret", "true"},
     "--nonsense (flag of run): no such option; see `task-agent help run`"},
    {{"run", "--nonsense=", "true"}, "--nonsense (flag of run): no such option; see `task-agent help run`"},
    {{"run", "-x", "true"}, "-x (flag of run): no such option; see `task-agent help run`"},
    {{"run", "-5", "true"}, "-5 (flag of run): no such option; see `task-agent help run`"},
    {{"run", "--watch", "true"}, "--watch (flag of run): no such option; see `task-agent help run`"},
    {{"run", "--stop-grace"}, "--stop-grace (flag of run): a value is missing; see `task-agent help run`"},
    {{"status"}, "status: JOB is missing; usage: task-agent status JOB"},
    {{"status", "a", "b"}, "status: \"b\" is too much; usage: task-agent status JOB"},
    {{"status", "a", "--stop-grace=1s"},
     "--stop-grace (flag of status): no such option; see `task-agent help status`"},
    {{"version", "x"}, "version: \"x\" is too much; usage: task-agent version"},
    {{"version", "--dev"}, "--dev (flag of version): no such option; see `task-agent help version`"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line_tests)

BOOST_DATA_TEST_CASE(a_line_is_split_into_flags_and_operands, boost::unit_test::data::make(understood), l) {
    BOOST_TEST(told(l.arguments) == l.expected);
}

BOOST_DATA_TEST_CASE(a_mistake_is_one_sentence_that_names_it, boost::unit_test::data::make(refused), l) {
    BOOST_TEST(told(l.arguments) == l.expected);
    BOOST_TEST(parse(l.arguments).has_error());
}

BOOST_AUTO_TEST_CASE(own_flags_are_asked_by_name_and_the_last_counts) {
    auto const call = parse({"status", "--watch", "--sort=a", "--sort=b", "--watch=false", "j"}).value();
    BOOST_TEST(call.value_of("sort") == "b");
    BOOST_TEST(!call.has("watch"));
    BOOST_TEST(call.value_of("nothing") == "");
    BOOST_TEST(parse({"status", "--watch", "j"}).value().has("watch"));
}

BOOST_AUTO_TEST_CASE(the_environment_is_handed_on) {
    auto const call = cli::parse_command_line(sample::table, {"version"}, task_agent::environment({"A=1"}));
    BOOST_TEST(call.value().env.get("A").value() == "1");
}

BOOST_AUTO_TEST_SUITE_END()
