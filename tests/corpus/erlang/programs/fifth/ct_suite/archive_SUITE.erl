-module(archive_SUITE).
-include_lib("common_test/include/ct.hrl").
-export([all/0, init_per_suite/1, end_per_suite/1, packs/1, unpacks/1]).

all() -> [packs, unpacks].

init_per_suite(Config) ->
    {ok, Rows} = file:consult("/app/rows.terms"), % RAISES
    [{rows, Rows} | Config].

end_per_suite(_) -> ok.

packs(Config) -> true = length(?config(rows, Config)) > 0.
unpacks(_) -> ok.
