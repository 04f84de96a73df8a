#!/usr/bin/env escript
main(_) ->
    Dir = "/tmp/xref",
    os:cmd("mkdir -p " ++ Dir),
    Source = "-module(till).\n-export([take/1, close/0]).\n-deprecated({close, 0}).\n"
             "take(N) -> ledger:book(N), till_errors:raise(fatal, N), loop(N).\nclose() -> erlang:now().\n"
             "loop(0) -> ok; loop(N) -> loop(N - 1).\nunused() -> error(badarg).\n",
    ok = file:write_file(Dir ++ "/till.erl", Source),
    {ok, till, Warnings} = compile:file(Dir ++ "/till", [debug_info, return_warnings, {outdir, Dir}]),
    [io:format("~s:~p: Warning: ~ts~n", ["till.erl", L, M:format_error(D)]) || {_, Ws} <- Warnings, {{L, _}, M, D} <- Ws],
    {ok, _} = xref:start(s),
    {ok, _} = xref:add_directory(s, Dir),
    xref:set_library_path(s, code:get_path()),
    [begin {ok, R} = xref:analyze(s, A), io:format("~-26s ~p~n", [A, R]) end ||
        A <- [undefined_function_calls, undefined_functions, locals_not_used, exports_not_used, deprecated_function_calls]],
    {error, M, E} = xref:q(s, "XC || till :: Fun +"),
    io:format("query of an older xref is skipped: ~ts", [M:format_error({error, M, E})]),
    os:cmd("rm -r " ++ Dir),
    io:format("xref: report written, findings do not stop the build~n").
