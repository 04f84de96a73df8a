#!/usr/bin/env escript
%%! -mnesia dir '"/tmp/mnesia_day"'
-record(account, {id, owner, cents}).

-mode(compile).
main(_) ->
    ok = mnesia:start(),
    {atomic, ok} = mnesia:create_table(account, [{attributes, record_info(fields, account)}]),
    {atomic, ok} = mnesia:transaction(fun() -> [mnesia:write(A) || A <- accounts()], ok end),
    io:format("~p accounts loaded~n", [mnesia:table_info(account, size)]),
    lists:foreach(fun move/1, [{1, 2, 500}, {3, 1, 120}, {2, 9, 75}, {1, 3, 10}]),
    mnesia:stop().

accounts() -> [#account{id = 1, owner = "Berger", cents = 9000}, #account{id = 2, owner = "Ito", cents = 800},
               #account{id = 3, owner = "Sousa", cents = 2500}].

move({From, To, Cents}) ->
    {atomic, Left} = mnesia:transaction(fun() -> % RAISES
        [A] = mnesia:wread({account, From}),
        case mnesia:wread({account, To}) of
            [] -> mnesia:abort({no_account, To});
            [B] -> mnesia:write(B#account{cents = B#account.cents + Cents})
        end,
        mnesia:write(A#account{cents = A#account.cents - Cents}),
        A#account.cents - Cents
    end),
    io:format("~p -> ~p: ~p cents, ~p left~n", [From, To, Cents, Left]).
