-module(progress_reports).
-export([start/0]).
start() ->
    logger:warning("upload of part 3 retried: ~p", [{error, {closed, [{gen_tcp, send, 2}]}}]),
    logger:error("error budget of this month: ~p used", [0]),
    [io:format("part ~p uploaded~n", [N]) || N <- lists:seq(1, 24)],
    timer:sleep(100).
