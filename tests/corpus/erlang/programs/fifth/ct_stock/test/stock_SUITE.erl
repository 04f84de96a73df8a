-module(stock_SUITE).
-include_lib("common_test/include/ct.hrl").
-export([all/0, init_per_testcase/2, end_per_testcase/2]).
-export([puts_and_takes/1, takes_too_many/1, takes_unknown/1]).

all() -> [puts_and_takes, takes_too_many, takes_unknown].

init_per_testcase(_, Config) ->
    {ok, _} = stock:start(),
    Config.

end_per_testcase(_, _) ->
    catch stock:stop(),
    ok.

puts_and_takes(_) ->
    ok = stock:put(bolt, 12),
    {ok, 7} = stock:take(bolt, 5).

takes_too_many(_) ->
    ok = stock:put(nut, 3),
    {error, {short_of, nut, 2}} = stock:take(nut, 5).

takes_unknown(_) ->
    {'EXIT', _} = (catch stock:take(washer, 1)),
    ok.
