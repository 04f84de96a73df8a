-module(core).
-export([start/0]).

start() ->
    Plugins = [mqtt, modbus, plugin_file],
    [case code:ensure_loaded(P) of
         {module, P} -> io:format("core: plugin ~p loaded~n", [P]);
         {error, Why} -> io:format("core: plugin ~p is off (~p)~n", [P, Why])
     end || P <- Plugins],
    io:format("core: ready~n").
