-module(plugin_file).
-export([write/1]).

write(Rows) -> Old = Rows, lists:map(fun(R) -> R end, Rows).
