-module(stock).
-behaviour(gen_server).
-export([start/0, take/2, put/2, stop/0, init/1, handle_call/3, handle_cast/2]).

start() -> gen_server:start({local, stock}, ?MODULE, [], []).
stop() -> gen_server:stop(stock).
take(Part, N) -> gen_server:call(stock, {take, Part, N}).
put(Part, N) -> gen_server:call(stock, {put, Part, N}).

init([]) -> {ok, #{}}.

handle_call({put, Part, N}, _From, Parts) ->
    {reply, ok, maps:update_with(Part, fun(Old) -> Old + N end, N, Parts)};
handle_call({take, Part, N}, _From, Parts) ->
    #{Part := Have} = Parts,
    {reply, {ok, Have - N}, Parts#{Part := Have - N}}.

handle_cast(_, Parts) -> {noreply, Parts}.
