-module(supervised).
-export([start/0]).

start() ->
    {Pid, Ref} = spawn_monitor(fun() -> error(first_try_fails) end),
    receive {'DOWN', Ref, process, Pid, _} -> ok end,
    timer:sleep(100),
    [io:format("request ~p served~n", [I]) || I <- lists:seq(1, 26)],
    io:format("stopping normally~n"),
    halt(0).
