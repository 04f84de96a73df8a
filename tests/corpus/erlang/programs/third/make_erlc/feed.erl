-module(feed).
-export([load/1]).

load(Lines) -> [parse(Line) || Line <- Lines].

parse(Line) ->
    [Sku, Price] = string:split(Line, ";"),
    {Sku, cents(Price)}.
