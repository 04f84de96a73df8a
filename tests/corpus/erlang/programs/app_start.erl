-module(app_start).
-behaviour(application).
-export([start/2, stop/1]).
start(_, _) -> {error, {no_licence, "/app/licence.key"}}.
stop(_) -> ok.
