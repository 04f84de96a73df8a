#!/usr/bin/env escript
-mode(compile).
%% Listens at the first port that is free; those of other services are passed over.
main(_) ->
    logger:set_handler_config(default, formatter, {logger_formatter, #{single_line => true, template => [time, " ", level, " ", pid, " ", msg, "\n"]}}),
    Others = [begin {ok, S} = gen_tcp:listen(P, [{ip, {127, 0, 0, 1}}]), S end || P <- [47131, 47132]],
    {Port, Socket} = listen([47131, 47132, 47133]),
    logger:notice("listening at ~p", [Port]),
    spawn(fun() ->
        {ok, C} = gen_tcp:connect("127.0.0.1", Port, [binary, {active, false}]),
        gen_tcp:send(C, "reading 7\n"), gen_tcp:close(C)
    end),
    {ok, Peer} = gen_tcp:accept(Socket),
    receive {tcp, Peer, Data} -> put(row, Data), io:format("got ~p~n", [Data]) end,
    receive {tcp_closed, Peer} -> logger:error("peer closed the connection: ~p, waiting is over", [{error, closed}]) end,
    case catch binary_to_integer(get(row)) of
        {'EXIT', Reason} -> logger:error("reading left out: ~p", [Reason])
    end,
    [gen_tcp:close(S) || S <- Others],
    timer:sleep(200),
    io:format("ports: the probe of tonight is done~n").

listen([Port | Rest]) ->
    case gen_tcp:listen(Port, [binary, {ip, {127, 0, 0, 1}}]) of
        {ok, Socket} -> {Port, Socket};
        {error, Reason} ->
            logger:error("failed to listen at ~p: ~p (~s)", [Port, Reason, inet:format_error(Reason)]),
            listen(Rest)
    end.
