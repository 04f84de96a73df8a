-module(spawned).
-export([start/0]).

parse(Text) -> list_to_integer(Text). % RAISES

start() ->
    {Pid, Ref} = spawn_monitor(fun() -> parse("12x") end),
    receive {'DOWN', Ref, process, Pid, _Reason} ->
        timer:sleep(100),
        [io:format("closing ~p~n", [I]) || I <- lists:seq(1, 30)],
        halt(4)
    end.
