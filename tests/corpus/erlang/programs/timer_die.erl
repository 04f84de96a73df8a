-module(timer_die).
-export([start/0]).
tick(N, Left) -> N rem length(Left).
start() ->
    io:format("ticking~n"),
    Ref = make_ref(),
    {Pid, Mon} = spawn_monitor(fun() -> receive go -> tick(7, []) end end),
    erlang:send_after(50, Pid, go),
    receive {'DOWN', Mon, process, Pid, {Reason, _}} -> timer:sleep(100), io:format("ticker down: ~p ~p~n", [Reason, is_reference(Ref)]), halt(2) end.
