#!/usr/bin/env escript
main(_) ->
    io:format("usage: crashview FILE~n~nReads reports such as~n  =ERROR REPORT==== 22-Nov-2026::12:00:00 ===~n  Error in process <0.84.0> with exit value:~n  {badarith,[{calc,div,2,[]}]}~n  escript: exception error: no match~nand sorts them.~n").
