#!/usr/bin/env escript
%% -*- erlang -*-
slow(N) ->
    timer:sleep(N),
    {current_stacktrace, S} = process_info(self(), current_stacktrace),
    io:format("slow call, stack:~n~p~n", [S]),
    N.
main(_) ->
    R = slow(20),
    [io:format("page ~p served after ~p~n", [N, R]) || N <- lists:seq(1, 22)].
