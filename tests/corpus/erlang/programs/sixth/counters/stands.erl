-module(stands).
-export([fill/0, count/0]).

fill() ->
    {ok, t} = dets:open_file(t, [{file, "/tmp/counters.dets"}, {auto_save, 50}]),
    {ok, l} = disk_log:open([{name, l}, {file, "/tmp/counters.log"}]),
    [begin ok = dets:insert(t, {K, K * K}), ok = disk_log:log(l, {set, K}) end || K <- lists:seq(1, 400)],
    ok = dets:sync(t), ok = disk_log:sync(l),
    dets:insert(t, {401, 0}),
    io:format("filled~n"),
    os:cmd("kill -9 " ++ os:getpid()),
    timer:sleep(infinity).

count() ->
    error_logger:info_msg("counters: opening after an unclean stop~n"),
    {ok, t} = dets:open_file(t, [{file, "/tmp/counters.dets"}]),
    io:format("counters: ~p rows~n", [dets:info(t, size)]),
    Log = disk_log:open([{name, l}, {file, "/tmp/counters.log"}]),
    io:format("counters: log says ~p~n", [Log]),
    case catch dets:update_counter(t, 9999, 1) of
        {'EXIT', {badarg, Stack}} -> io:format("counters: no counter 9999 (badarg, ~p frames), made with 0~n", [length(Stack)]), dets:insert(t, {9999, 0});
        N -> N
    end,
    ok = dets:close(t), ok = disk_log:close(l),
    io:format("counters: in order again~n").
