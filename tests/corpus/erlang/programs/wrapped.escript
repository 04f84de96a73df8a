#!/usr/bin/env escript
-mode(compile).
read_key(F) -> case file:read_file(F) of {ok, B} -> B; {error, R} -> throw({no_key, R}) end.
load() ->
    try read_key("/app/secrets/key")
    catch throw:{no_key, R} -> erlang:error({cannot_start, {key, R}}, [load])
    end.
main(_) ->
    io:format("loading~n"),
    load().
