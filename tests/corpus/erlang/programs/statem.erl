-module(statem).
-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, idle/3, loading/3]).
callback_mode() -> state_functions.
init([]) -> {ok, idle, 0}.
idle(cast, load, N) -> {next_state, loading, N + 1}.
loading(cast, {chunk, Size}, N) -> {keep_state, N + size_of(Size)}.
size_of(Size) -> Size + 0.
start() ->
    {ok, Pid} = gen_statem:start(?MODULE, [], []),
    Ref = monitor(process, Pid),
    gen_statem:cast(Pid, load),
    gen_statem:cast(Pid, {chunk, 7}),
    gen_statem:cast(Pid, {chunk, "seven"}),
    receive {'DOWN', Ref, _, _, _} -> ok end,
    timer:sleep(100),
    [io:format("unloading ~p~n", [N]) || N <- lists:seq(1, 8)],
    halt(3).
