-module(warm).
-export([start/0, price/3, ready/3]).

start() ->
    logger:set_primary_config(level, notice),
    ok = inets:start(),
    ets:new(warm, [named_table, public]),
    ets:insert(warm, {asked, 0}),
    file:make_dir("/tmp/warm"), file:make_dir("/tmp/warm/docs"),
    {ok, Pid} = inets:start(httpd, [{port, 0}, {bind_address, {127, 0, 0, 1}}, {server_name, "host"}, {server_root, "/tmp/warm"},
        {document_root, "/tmp/warm/docs"}, {modules, [mod_esi, mod_log]}, {erl_script_alias, {"/api", [warm]}},
        {error_log, "error.log"}, {erl_script_nocache, true}]),
    [{port, Port}] = httpd:info(Pid, [port]),
    wait(Port, 1),
    io:format("== error log of the server~n"),
    {ok, Log} = file:read_file("/tmp/warm/error.log"),
    io:format("~ts", [Log]),
    io:format("== ~p~n", [get("/api/warm/price?7", Port)]),
    io:format("warm: traffic is let in~n"),
    os:cmd("rm -r /tmp/warm"),
    init:stop().

get(Path, Port) ->
    case httpc:request(get, {"http://127.0.0.1:" ++ integer_to_list(Port) ++ Path, []}, [{timeout, 2000}], []) of
        {ok, {{_, Code, _}, _, Body}} -> {Code, lists:sublist(Body, 20)};
        {error, Why} -> {error, Why}
    end.

wait(_, 9) -> exit(never_ready);
wait(Port, N) ->
    case get("/api/warm/ready", Port) of
        {200, _} -> io:format("warm: probe ~p: ready~n", [N]);
        {Code, _} -> io:format("warm: probe ~p: not ready, answer ~p~n", [N, Code]), timer:sleep(50), wait(Port, N + 1)
    end.

ready(Session, _Env, _Input) ->
    case ets:update_counter(warm, asked, 1) of
        1 -> error({cache_cold, {shelves, 0, 3}});
        2 -> [{rates, R}] = ets:lookup(warm, rates), mod_esi:deliver(Session, R);
        3 -> exit(warming_up);
        _ -> mod_esi:deliver(Session, "Content-Type: text/plain\r\n\r\nready")
    end.

price(Session, _Env, Article) -> mod_esi:deliver(Session, "Content-Type: text/plain\r\n\r\nprice of " ++ Article).
