#!/usr/bin/env escript
-mode(compile).

withdraw(Balance, Sum) when Sum > Balance ->
    error({balance_too_low, Balance, Sum}); % RAISES
withdraw(Balance, Sum) -> Balance - Sum.

run(Sums) -> lists:foldl(fun(S, B) -> withdraw(B, S) end, 10, Sums).

main(_) -> io:format("~p~n", [run([3, 4, 5])]).
