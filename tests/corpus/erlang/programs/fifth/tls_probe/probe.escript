#!/usr/bin/env escript
%% Asks every endpoint for its certificate; one of them offers an old protocol only.
main(_) ->
    {ok, _} = application:ensure_all_started(ssl),
    #{server_config := Server} = public_key:pkix_test_data(#{server_chain => chain(), client_chain => chain()}),
    Results = [{Name, probe(Server, Versions, Wanted)} || {Name, Versions, Wanted} <-
        [{"mail", ['tlsv1.2', 'tlsv1.3'], ['tlsv1.3']}, {"files", ['tlsv1.2'], ['tlsv1.3']},
         {"wiki", ['tlsv1.3'], ['tlsv1.3']}]],
    [io:format("~-6s ~p~n", [Name, R]) || {Name, R} <- Results],
    io:format("probe: ~p of ~p endpoints speak TLS 1.3, report written~n",
              [length([ok || {_, ok} <- Results]), length(Results)]).

chain() ->
    #{root => [{key, {namedCurve, secp256r1}}], intermediates => [], peer => [{key, {namedCurve, secp256r1}}]}.

probe(Config, Versions, Wanted) ->
    {ok, Listen} = ssl:listen(0, [{versions, Versions}, {reuseaddr, true}, {ip, {127, 0, 0, 1}} | Config]),
    {ok, {_, Port}} = ssl:sockname(Listen),
    spawn(fun() -> {ok, S} = ssl:transport_accept(Listen), _ = ssl:handshake(S, 3000), timer:sleep(500) end),
    Result = case ssl:connect("127.0.0.1", Port, [{versions, Wanted}, {verify, verify_none}], 3000) of
        {ok, Socket} -> ssl:close(Socket), ok;
        {error, {tls_alert, {Alert, _}}} -> Alert
    end,
    timer:sleep(200),
    ssl:close(Listen),
    Result.
