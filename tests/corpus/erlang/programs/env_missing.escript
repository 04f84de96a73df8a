#!/usr/bin/env escript
%% -*- erlang -*-
port(Name) ->
    list_to_integer(os:getenv(Name)).
conf() ->
    #{port => port("NIGHTLY_PORT")}.
main(_) ->
    io:format("loading configuration~n"),
    io:format("~p~n", [conf()]),
    ok.
