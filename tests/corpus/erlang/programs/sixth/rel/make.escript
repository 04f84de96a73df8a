#!/usr/bin/env escript
main(_) ->
    Vsn = fun(A) -> application:load(A), {ok, V} = application:get_key(A, vsn), V end,
    {ok, Text} = file:read_file("gauge.rel"),
    Set = fun({K, V}, T) -> string:replace(T, K, V) end,
    Filled = lists:foldl(Set, Text, [{"ERTS", erlang:system_info(version)}, {"KERNEL", Vsn(kernel)}, {"STDLIB", Vsn(stdlib)}]),
    ok = file:write_file("gauge.rel", unicode:characters_to_binary(Filled)),
    {ok, _} = compile:file("gauge"),
    io:format("make_script: ~p~n", [systools:make_script("gauge", [{path, ["."]}, local, src_tests])]),
    {ok, _} = compile:file("gauge_errors"),
    io:format("make_script: ~p~n", [systools:make_script("gauge", [{path, ["."]}, local, {exref, [gauge]}])]),
    case systools:make_relup("gauge", ["gauge_old"], ["gauge_old"], [silent]) of
        {error, M, Why} -> io:format("relup: none is made, there is no older release: ~ts~n", [M:format_error(Why)]);
        Other -> io:format("relup: ~p~n", [Other])
    end,
    io:format("release gauge-1.2.0 written: ~p bytes~n", [filelib:file_size("gauge.boot")]).
