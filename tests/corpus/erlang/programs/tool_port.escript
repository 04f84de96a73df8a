#!/usr/bin/env escript
%% -*- erlang -*-
run(Cmd) ->
    Port = open_port({spawn, Cmd}, [exit_status, stderr_to_stdout, binary]),
    wait(Port, <<>>).
wait(Port, Acc) ->
    receive
        {Port, {data, D}} -> wait(Port, <<Acc/binary, D/binary>>);
        {Port, {exit_status, 0}} -> Acc;
        {Port, {exit_status, N}} -> error({tool_failed, N, Acc})
    end.
main(_) ->
    io:format("~s", [run("echo packing")]),
    run("ls /app/no-such-folder"),
    ok.
