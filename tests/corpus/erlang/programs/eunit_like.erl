-module(eunit_like).
-include_lib("eunit/include/eunit.hrl").
badarg_test() -> ?assertError(badarg, list_to_integer("x")).
exit_test() -> ?assertExit({noproc, _}, gen_server:call(nobody, x)).
throw_test() -> ?assertThrow(no, throw(no)).
