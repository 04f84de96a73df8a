-module(parked).
-export([start/0, index/1]).

%% Documents are indexed by a process each; what dies three times is parked.
start() ->
    logger:update_formatter_config(default, #{single_line => true, template => [time, " idx/", level, " ", msg, "\n"], depth => 12}),
    Parked = work([{D, 1} || D <- ["atlas", "broken.pdf", "index", "slow", "letters"]], []),
    io:format("idx: 5 documents, parked: ~p~n", [Parked]),
    receive {'EXIT', _, _} = E -> io:format("late: ~p~n", [E]) after 50 -> ok end,
    halt(0).

work([], Parked) -> Parked;
work([{Doc, Try} | Rest], Parked) ->
    put(try_, Try),
    {Pid, Ref} = proc_lib:spawn_opt(?MODULE, index, [{Doc, Try}], [monitor]),
    receive
        {'DOWN', Ref, process, Pid, normal} -> logger:notice("~s indexed at try ~p", [Doc, Try]), work(Rest, Parked);
        {'DOWN', Ref, process, Pid, _} when Try < 3 -> work(Rest ++ [{Doc, Try + 1}], Parked);
        {'DOWN', Ref, process, Pid, Why} -> logger:warning("~s parked: ~0p", [Doc, Why]), work(Rest, [Doc | Parked])
    end.

index({"broken.pdf", _}) -> zlib:uncompress(<<"%PDF-1.4 no stream">>);
index({"slow", 1}) -> gen_server:call(whereis(kernel_sup), which_children, 0);
index({Doc, _}) -> length(Doc).
