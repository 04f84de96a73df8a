#!/usr/bin/env escript
%% Renders sheets in processes of their own; a sheet that dies is rendered again with fewer colours.
-mode(compile).
main(_) ->
    Done = [sheet(N, 256) || N <- lists:seq(1, 4)],
    io:format("render: ~p sheets, colours ~w~n", [length(Done), Done]),
    timer:sleep(200).

sheet(N, Colours) ->
    {Pid, Ref} = spawn_monitor(fun() -> exit({done, draw(N, Colours)}) end),
    receive
        {'DOWN', Ref, process, Pid, {done, Used}} -> Used;
        {'DOWN', Ref, process, Pid, Reason} ->
            logger:warning("sheet ~p failed with ~p colours, again with ~p~nReason: ~p", [N, Colours, Colours div 4, Reason]),
            sheet(N, Colours div 4)
    end.

draw(3, Colours) when Colours > 16 ->
    Table = list_to_tuple(lists:seq(1, 60)),
    element(Colours, Table);
draw(_, Colours) -> Colours.
