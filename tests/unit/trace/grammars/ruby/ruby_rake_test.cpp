#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ruby_rake_tests)

std::string const end = "Tasks: TOP => go\n(See full trace by running task with --trace)\n";

BOOST_AUTO_TEST_CASE(rake_gives_up_in_words_of_its_own) {
    std::string const text = "Car::OopsError: no fuel\n/app/Rakefile:3:in `block in <top (required)>'\n";
    auto const found = tr::only_one_in("start\nrake aborted!\n" + text + end + "after\n", "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 3u);
    BOOST_TEST(found.exception.type == "Car::OopsError");
    BOOST_TEST(found.exception.message == "no fuel");
    BOOST_TEST(found.exception.frames.at(0).line == 3);
    BOOST_TEST((found.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(rake_shows_all_frames_when_it_is_asked_to) {
    std::string const text =
        "no fuel\n/app/Rakefile:3:in `block in <top (required)>'\n/lib/rake/task.rb:281:in "
        "`execute'\n/bin/rake:25:in `<main>'\n";
    auto const found = tr::only_one_in("start\nrake aborted!\n" + text + "Tasks: TOP => go\nafter\n", "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "no fuel");
    BOOST_TEST(found.exception.frames.back().line == 3);
    BOOST_TEST((found.handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(rails_gives_up_as_rake_does) {
    auto const found = tr::only_one_in(
        "bin/rails aborted!\nno fuel\n/app/db/migrate/1_car.rb:3:in `up'\nTasks: TOP => db:migrate\n" + end,
        "ruby");
    BOOST_TEST(found.exception.message == "no fuel");
    BOOST_TEST(found.exception.frames.back().line == 3);
    BOOST_TEST(found.last_line == 2u);
}

BOOST_AUTO_TEST_CASE(a_task_that_is_not_there_has_no_frames) {
    std::string const text =
        "Don't know how to build task 'fly' (See the list of tasks with `rake --tasks`)\n";
    auto const found = tr::only_one_in("rake aborted!\n" + text + "\n" + end.substr(end.find('(')), "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == text.substr(0, text.size() - 1));
}

BOOST_AUTO_TEST_CASE(causes_belong_to_what_was_raised) {
    std::string const text =
        "Car::OopsError: no start\n/app/Rakefile:3:in `rescue in go'\n\nCaused by:\nKeyError: no fuel\n"
        "/app/Rakefile:2:in `go'\n";
    auto const found = tr::only_one_in("rake aborted!\n" + text + end, "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "Car::OopsError");
    BOOST_TEST(found.exception.frames.back().line == 3);
    BOOST_REQUIRE(found.exception.chain.size() == 1u);
    BOOST_TEST(found.exception.chain[0].type == "KeyError");
    BOOST_TEST(found.root_line == "KeyError: no fuel");
}

BOOST_AUTO_TEST_CASE(that_a_command_failed_only_sums_up) {
    auto const found = tr::only_one_in(
        "rake aborted!\nCommand failed with status (2): [drive --fast...]\n/app/Rakefile:3:in `block in <top "
        "(required)>'\n" +
            end,
        "ruby");
    BOOST_TEST((found.role == tr::trace_role::summary));
    auto const raised = tr::only_one_in(
        "car.rb:3:in `system': Command failed with exit 2: drive (RuntimeError)\n\tfrom car.rb:3:in "
        "`<main>'\n",
        "ruby");
    BOOST_TEST((raised.role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_CASE(words_alike_are_none) {
    for (std::string const& text : {"aborted!\nno fuel\n" + end, "rake aborted!\n\n" + end,
                                    std::string("rake aborted!\nno fuel\nrow 1\n")})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_line_of_source_that_is_shown_belongs_to_it) {
    std::string const text =
        "NoMethodError: undefined method `strip' for nil:NilClass\n\ntask(:nuts) { bag.strip }\n"
        "                 ^^^^^^\n/app/Rakefile:5:in `block in <top (required)>'\n";
    auto const found = tr::only_one_in("rake aborted!\n" + text + end, "ruby");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "NoMethodError");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].line == 5);
}

BOOST_AUTO_TEST_SUITE_END()
