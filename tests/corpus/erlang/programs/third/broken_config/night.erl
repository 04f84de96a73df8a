-module(night).
-export([start/0]).

start() -> io:format("night: ~p retries~n", [application:get_env(night, retries)]).
