-module(books_tests).
-include_lib("eunit/include/eunit.hrl").

error_for_text_test() ->
    ?assertError(badarith, books:total(["a"])).

empty_test() ->
    ?assertEqual(0, books:total([])).

known_rate_test() ->
    ?assertEqual(100, books:convert(84, gbp)).
