-module(ledger).
-export([post/2, night/1]).

-type entry() :: {debit | credit, pos_integer()}.
-spec post(integer(), entry()) -> {ok, integer()}.
post(Sum, {debit, N}) -> {ok, Sum - N};
post(Sum, {credit, N}) -> {ok, Sum + N}.

-spec night([entry()]) -> integer().
night(Entries) ->
    lists:foldl(fun(Entry, Sum) ->
                        case post(Sum, Entry) of
                            {ok, New} -> New;
                            error -> exit({not_posted, Entry})
                        end
                end, 0, Entries).
