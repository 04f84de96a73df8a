-module(warns).
-export([start/0]).

error_count(X) -> 0.

start() -> Failed = 0, io:format("ran, errors: 0~n").
