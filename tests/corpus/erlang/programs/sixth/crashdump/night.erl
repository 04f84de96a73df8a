-module(night).
-export([start/0]).

start() ->
    register(harvester, spawn(fun() -> receive stop -> ok end end)),
    ets:new(harvest, [named_table, public]),
    ets:insert(harvest, [{N, N} || N <- lists:seq(1, 100)]),
    load("fields.terms").

load(File) ->
    {ok, Terms} = file:consult(File),
    length(Terms).
