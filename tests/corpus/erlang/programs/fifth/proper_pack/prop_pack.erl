-module(prop_pack).
-include_lib("proper/include/proper.hrl").
-export([night/0]).

%% Runs of equal bytes become {Byte, Count}; a count is kept in one byte.
pack(<<B, Rest/binary>>) -> pack(Rest, B, 1);
pack(<<>>) -> <<>>.
pack(<<B, Rest/binary>>, B, N) -> pack(Rest, B, N + 1);
pack(Rest, B, N) -> <<B, N, (pack(Rest))/binary>>.

unpack(<<B, N, Rest/binary>>) -> <<(binary:copy(<<B>>, N))/binary, (unpack(Rest))/binary>>;
unpack(<<>>) -> <<>>.

prop_there_and_back() ->
    ?FORALL(Runs, list({byte(), range(1, 400)}),
            begin
                Bytes = << <<(binary:copy(<<B>>, N))/binary>> || {B, N} <- Runs >>,
                unpack(pack(Bytes)) =:= Bytes
            end).

prop_even() ->
    ?FORALL(Bytes, binary(), byte_size(pack(Bytes)) rem 2 =:= 0).

night() ->
    Results = [{Name, proper:quickcheck(P, [{numtests, 60}, {to_file, user}])} ||
               {Name, P} <- [{even, prop_even()}, {there_and_back, prop_there_and_back()}]],
    [io:format("~p: ~p~n", [N, R]) || {N, R} <- Results],
    halt(case [N || {N, R} <- Results, R =/= true] of [] -> 0; _ -> 1 end).
