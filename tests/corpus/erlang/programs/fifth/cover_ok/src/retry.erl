-module(retry).
-export([run/2]).

run(Fun, N) ->
    try Fun()
    catch
        Class:Reason:Stack when N > 1 ->
            logger:error("attempt failed, ~p left: ~p", [N - 1, {Class, Reason, hd(Stack)}]),
            run(Fun, N - 1)
    end.
