-module(sup_tree).
-behaviour(supervisor).
-export([start/0, init/1, child/0, loop/0]).
init([]) -> {ok, {#{intensity => 3}, [#{id => sampler, start => {?MODULE, child, []}}]}}.
child() -> {ok, proc_lib:spawn_link(?MODULE, loop, [])}.
loop() -> receive poke -> error(no_value) end.
start() ->
    {ok, Sup} = supervisor:start_link(?MODULE, []),
    [{_, Pid, _, _}] = supervisor:which_children(Sup),
    Pid ! poke,
    timer:sleep(200),
    [io:format("sample ~p taken~n", [N]) || N <- lists:seq(1, 26)],
    io:format("finished, ~p~n", [supervisor:count_children(Sup)]).
