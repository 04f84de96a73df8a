-module(crash_report).
-export([start/0, run/1]).
run(Parent) ->
    proc_lib:init_ack(Parent, {ok, self()}),
    timer:sleep(30),
    open(maps:get(device, #{disk => "/dev/sdz"})).
open(Device) -> Device.
start() ->
    process_flag(trap_exit, true),
    {ok, Pid} = proc_lib:start_link(?MODULE, run, [self()]),
    receive {'EXIT', Pid, _} -> timer:sleep(100), io:format("giving up~n"), halt(6) end.
