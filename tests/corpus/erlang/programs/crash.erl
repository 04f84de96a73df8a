-module(crash).
-export([start/0]).

step(N) when N < 3 -> io:format("step ~p~n", [N]), step(N + 1);
step(N) -> lists:nth(N + 5, [a, b, c]).

start() -> step(0).
