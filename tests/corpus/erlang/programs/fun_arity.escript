#!/usr/bin/env escript
%% -*- erlang -*-
apply_all(F, L) -> lists:map(F, L).
main(_) ->
    io:format("~p~n", [apply_all(fun(X) -> X * 2 end, [1, 2])]),
    io:format("~p~n", [apply_all(fun(X, Y) -> X + Y end, [1, 2])]).
