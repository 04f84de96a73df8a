-module(guard_tests).
-include_lib("eunit/include/eunit.hrl").

guard(Call) ->
    try {ok, Call()}
    catch Class:Reason:Stack ->
        io:format(user, "guard: ~p:~p~n~p~n", [Class, Reason, Stack]),
        error
    end.

error_becomes_atom_test() ->
    ?assertEqual(error, guard(fun() -> 1 / list_to_integer("0") end)).

badmatch_is_raised_test() ->
    ?assertError({badmatch, _}, begin {ok, _} = file:read_file("/app/none") end).

value_is_kept_test() ->
    ?assertEqual({ok, 1}, guard(fun() -> 1 end)).
