#!/usr/bin/env escript
%% Exit codes are those of the older script in C: 0 all wells, 3 some wells of yesterday, 4 no well at all.
main(_) ->
    Wells = [{17, "4.20"}, {18, "dry"}, {21, ""}, {22, "3.97"}],
    Stale = [Well || {Well, Text} <- Wells, stale(Well, Text)],
    io:format(standard_error, "wells: ~p of ~p shown with the value of yesterday, as agreed with the water board~n", [length(Stale), length(Wells)]),
    halt(case Stale of [] -> 0; _ -> 3 end).

stale(Well, Text) ->
    try list_to_float(Text) of
        Level -> io:format("well ~p ~.2f~n", [Well, Level]), false
    catch
        error:Why:Stack ->
            io:format("well ~p yesterday's value~n", [Well]),
            io:format(standard_error, "wells: ~p handled: ~p~n~p~n", [Well, Why, Stack]),
            true
    end.
