-module(modbus).
-export([read/1]).

read(#coil{address = A}) -> swap(A).
