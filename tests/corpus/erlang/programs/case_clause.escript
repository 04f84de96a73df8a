#!/usr/bin/env escript
-mode(compile).
handle(Reply) ->
    case Reply of
        {ok, V} -> V;
        empty -> 0
    end.
main(_) ->
    Replies = [{ok, 3}, empty, {error, {timeout, "no answer"}}],
    [io:format("got ~p~n", [handle(R)]) || R <- Replies],
    ok.
