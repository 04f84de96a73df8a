#!/usr/bin/env escript
%% -*- erlang -*-
-mode(compile).

load(Table, Key) ->
    {ok, Value} = maps_find(Key, Table), % RAISES
    Value.

maps_find(Key, Table) -> maps:find(Key, Table).

main(_) ->
    io:format("loading~n"),
    Price = load(#{bolt => 3}, nut),
    io:format("price ~p~n", [Price]).
