#!/usr/bin/env escript
%% -*- erlang -*-
fetch(Server) -> gen_server:call(Server, {fetch, shard2}, 150).
main(_) ->
    Server = spawn(fun() -> receive never -> ok end end),
    io:format("fetching~n"),
    fetch(Server).
