#!/usr/bin/env escript
main([Url | _]) ->
    {ok, _} = application:ensure_all_started(inets),
    ok = httpc:set_options([{ipfamily, inet}]),
    io:format("pull: ~s~n", [Url]),
    case httpc:request(get, {Url, []}, [{timeout, 2000}], [{body_format, binary}]) of
        {ok, {{_, 200, _}, _, Body}} ->
            io:format("pull: ~p bytes~n", [byte_size(Body)]);
        {error, Reason} ->
            io:format(standard_error, "pull: cannot fetch ~s: ~0p~n", [Url, Reason]),
            io:format(standard_error, "usage: pull.escript URL [FILE]~n", []),
            halt(4)
    end.
