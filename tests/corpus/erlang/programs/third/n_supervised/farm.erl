-module(farm).
-behaviour(supervisor).
-export([start/0, init/1, start_worker/0, worker/0]).

start() ->
    {ok, _} = supervisor:start_link({local, farm}, farm, []),
    timer:sleep(100),
    [begin worker ! {tile, N, self()}, receive {done, N} -> io:format("tile ~b done~n", [N]) after 500 -> io:format("tile ~b again~n", [N]) end end
     || N <- lists:seq(1, 26)],
    io:format("26 tiles asked for, 25 made, within the limit~n"),
    init:stop().

init([]) ->
    {ok, {{one_for_one, 3, 5}, [{worker, {farm, start_worker, []}, permanent, brutal_kill, worker, [farm]}]}}.

start_worker() ->
    {ok, proc_lib:spawn_link(fun() -> register(worker, self()), worker() end)}.

worker() ->
    receive
        {tile, 3, _} -> error({license_server, hung_up});
        {tile, N, From} -> From ! {done, N}, worker()
    end.
