#!/usr/bin/env escript
-mode(compile).
%% Fills a table faster than the log of the database is dumped.
main(_) ->
    os:cmd("rm -rf /tmp/overload_db"),
    ok = application:load(mnesia),
    [application:set_env(mnesia, K, V) || {K, V} <- [{dir, "/tmp/overload_db"}, {dump_log_write_threshold, 40}]],
    ok = mnesia:create_schema([node()]),
    ok = mnesia:start(),
    {atomic, ok} = mnesia:create_table(reading, [{disc_copies, [node()]}, {attributes, [id, value]}]),
    [ok = mnesia:dirty_write({reading, N, N * 7 rem 13}) || N <- lists:seq(1, 6000)],
    {aborted, Reason} = mnesia:create_table(reading, []),
    io:format("table is there already, as every night: ~p~n", [Reason]),
    io:format("~p readings stored~n", [mnesia:table_info(reading, size)]),
    stopped = mnesia:stop().
