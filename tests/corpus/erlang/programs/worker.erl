-module(worker).
-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2]).

start() ->
    {ok, Pid} = gen_server:start_link({local, ?MODULE}, ?MODULE, [], []),
    io:format("worker up~n"),
    gen_server:call(Pid, {share, 12, 0}).

init([]) -> {ok, #{}}.

share(Total, Parts) -> Total div Parts. % RAISES

handle_call({share, Total, Parts}, _From, State) -> {reply, share(Total, Parts), State}.

handle_cast(_, State) -> {noreply, State}.
