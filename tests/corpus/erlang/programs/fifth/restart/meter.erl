-module(meter).
-behaviour(application).
-behaviour(supervisor).
-export([start/2, stop/1, init/1, start_reader/1, loop/1, reading/1]).

start(_, _) -> supervisor:start_link({local, meter}, ?MODULE, []).
stop(_) -> ok.

init([]) ->
    Reader = #{id => reader, start => {?MODULE, start_reader, ["readings.txt"]}},
    {ok, {#{strategy => one_for_one, intensity => 2, period => 30}, [Reader]}}.

start_reader(File) -> {ok, proc_lib:spawn_link(?MODULE, loop, [File])}.

loop(File) ->
    {ok, Text} = file:read_file(File),
    [io:format("meter ~s: ~p kWh~n", [Id, N]) || {Id, N} <- [reading(L) || L <- string:lexemes(Text, "\n")]],
    timer:sleep(infinity).

reading(Line) ->
    [Id, Number] = string:lexemes(Line, ";"),
    {Id, binary_to_integer(Number)}. % RAISES
