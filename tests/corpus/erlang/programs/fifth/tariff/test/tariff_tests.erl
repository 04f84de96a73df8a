-module(tariff_tests).
-include_lib("eunit/include/eunit.hrl").

letter_test() ->
    ?assertEqual(249, tariff:price(20, home)).

zone_test_() ->
    [?_assertEqual(home, tariff:zone("DE")),
     ?_assertEqual(union, tariff:zone("AT")),
     ?_assertEqual(world, tariff:zone("NZ"))].

full_step_test() ->
    ?assertEqual(619, tariff:price(1000, union)).

unknown_zone_test() ->
    ?assertError(function_clause, tariff:price(20, moon)).
