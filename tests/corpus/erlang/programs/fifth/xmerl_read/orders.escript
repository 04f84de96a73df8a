#!/usr/bin/env escript
-mode(compile).
-include_lib("xmerl/include/xmerl.hrl").
%% Reads the orders of the shops; each file is one shop.
main(Files) ->
    Sums = [read(F) || F <- Files],
    io:format("orders: ~p in all~n", [lists:sum(Sums)]).

read(File) ->
    {Root, _} = xmerl_scan:file(File),
    Orders = [E || #xmlElement{name = order} = E <- Root#xmlElement.content],
    io:format("~s: ~p orders~n", [filename:basename(File), length(Orders)]),
    length(Orders).
