#!/usr/bin/env escript
main(_) ->
    [io:format("segment ~b/10 encoded, errors 0~n", [N]) || N <- lists:seq(1, 10)],
    halt(6).
