-module(gauge).
-export([level/1]).
level(N) -> N.
