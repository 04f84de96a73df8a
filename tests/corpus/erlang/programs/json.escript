#!/usr/bin/env escript
main(_) -> [io:format("{\"seq\":~p,\"error\":null,\"exit_reason\":\"normal\",\"crash\":false}~n", [I]) || I <- lists:seq(1, 20)], ok.
