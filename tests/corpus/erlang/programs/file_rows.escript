#!/usr/bin/env escript
-mode(compile).
rows(Path) ->
    {ok, Bin} = file:read_file(Path),
    binary:split(Bin, <<"\n">>, [global]).
main(_) ->
    io:format("import of night 26~n"),
    io:format("~p rows~n", [length(rows("/app/in/rows.csv"))]).
