-module(sensors).
-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2]).

start() -> {ok, _} = gen_server:start({local, sensors}, ?MODULE, [], []), ok.

init([]) -> self() ! {poll, 1}, {ok, #{}}.

handle_call(state, _, S) -> {reply, S, S}.
handle_cast(_, S) -> {noreply, S}.

handle_info({poll, N}, State) ->
    erlang:send_after(250, self(), {poll, N + 1}),
    Id = N rem 4,
    try read(Id) of
        V -> logger:notice("sensor ~p: ~p", [Id, V]), {noreply, State#{Id => V}}
    catch
        Class:Reason:Stack ->
            logger:warning("sensor ~p keeps its old value ~p: ~ts", [Id, maps:get(Id, State, 0), erl_error:format_exception(Class, Reason, Stack)]),
            {noreply, State}
    end.

read(2) -> binary_to_float(iolist_to_binary(["12.5", " bar"]));
read(3) -> {ok, F} = file:open("/dev/gauge3", [read]), F;
read(N) -> 100 + N.
