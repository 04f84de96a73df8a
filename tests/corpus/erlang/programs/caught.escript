#!/usr/bin/env escript
-mode(compile).

store(2, Left) when Left > 0 -> error({locked, 2});
store(N, _) -> io:format("block ~p stored~n", [N]).

go(N, _) when N > 24 -> io:format("done, 0 errors~n");
go(N, Left) ->
    try store(N, Left), go(N + 1, Left)
    catch error:E:S -> io:format("warning: ~p~n  ~p~nagain~n", [E, S]), go(N, Left - 1)
    end.

main(_) -> go(0, 2).
