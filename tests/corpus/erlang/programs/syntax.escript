#!/usr/bin/env escript

main(_) ->
    X = 1
    io:format("~p~n", [X]).
