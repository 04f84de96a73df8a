-module(freight).
-export([load/1, heavy/1]).
-record(pallet, {id, kilos = 0, stacked = false}).

load(Rows) -> [#pallet{id = Id, kilos = Kilos} || {Id, Kilos} <- Rows].

heavy(Pallets) ->
    [P || P <- Pallets, P#pallet.kilos > 400, not P#pallet.stackable].
