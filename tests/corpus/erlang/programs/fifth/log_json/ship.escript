#!/usr/bin/env escript
-mode(compile).
main(_) ->
    Format = #{template => ["ts=", time, " lvl=", level, " mfa=", mfa, " msg=\"", msg, "\"\n"], single_line => true},
    ok = logger:set_primary_config(level, info),
    ok = logger:set_handler_config(default, formatter, {logger_formatter, Format}),
    try
        lists:foreach(fun ship/1, [{"P-1", 1200}, {"P-2", 31500}, {"P-3", 40}, {"P-4", 0}]),
        logger:info("shipped all")
    catch
        throw:{refused, Id, Why} ->
            logger:critical("label of parcel ~s refused: ~s", [Id, Why]),
            logger:info("spool kept at /tmp/spool, rerun with --from ~s", [Id]),
            timer:sleep(200),
            halt(65)
    end.

ship({Id, Grams}) when Grams > 30000 -> logger:warning("~s goes as freight, error rate of labels 0.0", [Id]);
ship({Id, 0}) -> throw({refused, Id, "weight is 0 g"});
ship({Id, Grams}) -> logger:info("~s shipped, ~p g", [Id, Grams]).
