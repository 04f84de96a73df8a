#!/usr/bin/env escript
-mode(compile).

check(Path) ->
    case file:read_file(Path) of
        {error, Reason} -> throw({cannot_read, Path, Reason}); % RAISES
        {ok, Data} -> Data
    end.

main(_) -> check("/app/none.cfg"), ok.
