#!/usr/bin/env escript
-mode(compile).

encode(Term) -> jsx_missing:encode(Term).

main(_) ->
    io:format("~s~n", [encode(#{a => 1})]),
    ok.
