-module(retry_tests).
-include_lib("eunit/include/eunit.hrl").

second_attempt_test() ->
    put(tries, 0),
    ?assertEqual(2, retry:run(fun() -> N = put(tries, get(tries) + 1), true = N > 0, N + 1 end, 3)).

gives_up_test_() ->
    {"gives up with the last error", ?_assertError(enoent, retry:run(fun() -> error(enoent) end, 2))}.

exits_are_retried_test() ->
    ?assertExit(killed, retry:run(fun() -> exit(killed) end, 2)).
