-module(tariff).
-export([price/2, zone/1]).

price(Grams, Zone) when Grams =< 500 -> base(Zone);
price(Grams, Zone) -> base(Zone) + (Grams div 500) * step(Zone).

base(home) -> 249;
base(union) -> 499;
base(world) -> 899.

step(home) -> 50;
step(union) -> 120;
step(world) -> 310.

zone("DE") -> home;
zone("FR") -> union;
zone("AT") -> union;
zone(_) -> world.
