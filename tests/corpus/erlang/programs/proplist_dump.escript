#!/usr/bin/env escript
%% -*- erlang -*-
main(_) ->
    io:format("~p~n", [[{error_logger, tty}, {on_exit, {error, restart}}, {init_terminating, never}, {crash_dump, "erl_crash.dump"},
                        {stacktrace_depth, 8}, {mfa, {worker, share, 2, [{file, "worker.erl"}, {line, 12}]}}, {badarg, ignore}]]),
    [io:format("node ~p joined~n", [N]) || N <- lists:seq(1, 14)].
