-module(old).
-export([start/0]).

start() ->
    Error = {error, enoent},
    case unused(1) of
        1 -> ok;
        _ -> ok
    end,
    [io:format("sheet ~b written~n", [N]) || N <- lists:seq(1, 21)],
    io:format("failed: ~b~n", [0]).

unused(X) -> X.
never() -> exit(killed).
