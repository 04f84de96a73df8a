%% @doc Freight of the night.
-module(freight).
-export([heavy/1, light/1]).

%% @doc Tells whether a pallet is <b>heavy.
%% @spec heavy(integer()) -> boolean()
heavy(Kilos) -> Kilos > 400.

%% @doc Tells whether a pallet is light.
light(Kilos) -> not heavy(Kilos).
