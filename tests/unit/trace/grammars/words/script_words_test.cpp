#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(script_words_tests)

BOOST_AUTO_TEST_CASE(the_last_line_of_a_script_that_gave_up_tells_why) {
    struct row {
        char const* line;
        char const* language;
        char const* type;
        char const* message;
        int place;
    };
    for (row const& r :
         {row{"lua5.4: the tank is dry", "lua", "error", "the tank is dry", 0},
          row{"trip: car.lua:3: the tank is dry", "lua", "error", "the tank is dry", 3},
          row{"2026-11-26 12:00:00,000 car[1] lua5.4: DryTank: no fuel", "lua", "DryTank", "no fuel", 0},
          row{"trip failed: no fuel (Car::DryError)", "ruby", "Car::DryError", "trip failed: no fuel", 0},
          row{"trip failed: #<KeyError: no fuel>", "ruby", "KeyError", "no fuel", 0},
          row{"no fuel at /app/car.rb:3:in `go'", "ruby", "error", "no fuel", 3},
          row{"Error: no fuel in /app/car.php on line 3", "php", "error", "no fuel", 3},
          row{"KeyError: no fuel in /app/car.php on line 3", "php", "KeyError", "no fuel", 3},
          row{"Uncaught App\\DryError: no fuel in /app/car.php:3", "php", "App\\DryError", "no fuel", 3},
          row{"time=12:00 level=error msg=\"trip: car.lua:3: the tank is dry\"", "lua", "error",
              "the tank is dry", 3},
          row{"NoFuelException: dry", "", "NoFuelException", "dry", 0},
          row{"trip ended: TankError: no fuel", "", "TankError", "no fuel", 0}}) {
        auto const found = tr::only_one_in(std::string("drive\n") + r.line + "\n", r.language);
        BOOST_TEST((found.role == tr::trace_role::notice), r.line);
        BOOST_TEST(found.exception.type == r.type);
        BOOST_TEST(found.exception.message == r.message);
        BOOST_REQUIRE_MESSAGE(found.exception.frames.empty() == (r.place == 0), r.line);
        if (r.place > 0) BOOST_TEST(found.exception.frames.back().line == r.place);
        BOOST_TEST(tr::traces_in(std::string(r.line) + "\ndrive\ndrive\n").empty(), r.line);
    }
}

BOOST_AUTO_TEST_CASE(words_of_a_script_that_goes_on_are_none) {
    for (char const* const line :
         {"lua: done", "TankError: no fuel", "level=info msg=\"trip: car.lua:3: the tank is dry\"",
          "x msg=\"", "lua: all 7 trips finished", "retrying: car.lua:3: the tank is dry",
          "warning: no fuel in /app/car.php on line 3", "PHP Warning:  no fuel in /app/car.php on line 3",
          "2026-11-26 12:00:00 INFO trip: TankError: no fuel", "epoch 3 MeanSquaredError: 0.02",
          "skipped: no fuel (Car::DryError)", "rescued: no fuel (Car::DryError)",
          "it says \"car.lua:3: the tank is dry\" then", "the test saw KeyError: no fuel as expected",
          "{\"text\":\"trip ended: TankError: no fuel\"}"})
        BOOST_TEST(tr::traces_in(std::string("drive\n") + line + "\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(a_list_of_errors_tells_of_none_and_a_shell_that_shows_its_commands_of_its_own) {
    BOOST_TEST(tr::traces_in("a: TankError: thrown by cars\na: FuelError: thrown by pumps\n").empty());
    BOOST_TEST(tr::traces_in("+ drive\ntrip ended: TankError: no fuel\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
