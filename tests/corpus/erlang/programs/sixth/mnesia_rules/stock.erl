-module(stock).
-export([start/0]).
-record(item, {id, pieces}).

start() ->
    io:format("stock: ~p~n", [mnesia:start()]),
    {aborted, Why} = mnesia:transaction(fun() -> mnesia:read(item, 1) end),
    io:format("stock: ~p, the table is made~n", [Why]),
    {atomic, ok} = mnesia:create_table(item, [{attributes, record_info(fields, item)}]),
    io:format("stock: made twice on purpose: ~p~n", [mnesia:create_table(item, [])]),
    {atomic, _} = mnesia:transaction(fun() -> [mnesia:write(#item{id = N, pieces = 5}) || N <- lists:seq(1, 3)] end),
    Orders = [{1, 2}, {2, 9}, {4, 1}, {3, x}, {3, 5}],
    Done = [order(O) || O <- Orders],
    io:format("stock: ~p orders taken, ~p refused~n", [length([ok || ok <- Done]), length([no || no <- Done])]),
    mnesia:stop(),
    init:stop().

order({Id, Pieces} = Order) ->
    Take = fun() ->
        [#item{pieces = Old} = Item] = mnesia:read(item, Id, write),
        New = Old - Pieces,
        if New < 0 -> mnesia:abort({not_enough, Old}); true -> mnesia:write(Item#item{pieces = New}) end
    end,
    case mnesia:transaction(Take) of
        {atomic, ok} -> ok;
        {aborted, Reason} -> logger:error("order ~p aborted: ~p", [Order, Reason]), no
    end.
