-module(linked).
-export([start/0]).
part(N) when N < 3 -> N;
part(N) -> erlang:error(bad_checksum).
work() -> [part(N) || N <- lists:seq(1, 4)].
start() ->
    io:format("verifying~n"),
    process_flag(trap_exit, true),
    Pid = spawn_link(fun work/0),
    io:format("worker ~p~n", [is_pid(Pid)]),
    receive {'EXIT', Pid, _} -> timer:sleep(100), io:format("not verified~n"), halt(9) end.
