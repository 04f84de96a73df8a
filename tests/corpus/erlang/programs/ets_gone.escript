#!/usr/bin/env escript
-mode(compile).
put_row(Tab, K, V) -> ets:insert(Tab, {K, V}).
main(_) ->
    Tab = ets:new(rows, [set]),
    put_row(Tab, nut, 2),
    ets:delete(Tab),
    io:format("table dropped~n"),
    put_row(Tab, bolt, 3).
