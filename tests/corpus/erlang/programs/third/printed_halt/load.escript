#!/usr/bin/env escript
main(Files) ->
    [load(File) || File <- Files],
    io:format("load: ~b files~n", [length(Files)]).

load(File) ->
    case file:consult(File) of
        {ok, Terms} ->
            io:format("load: ~s: ~b terms, 0 errors~n", [File, length(Terms)]);
        {error, Reason} ->
            io:format(standard_error, "load: error: ~s: ~s~n", [File, file:format_error(Reason)]),
            io:format(standard_error, "load: the other files are not loaded~n", []),
            halt(2)
    end.
