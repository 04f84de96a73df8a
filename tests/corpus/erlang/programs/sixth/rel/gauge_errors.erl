-module(gauge_errors).
-export([text/1]).
text(fatal) -> "fatal";
text(crash) -> "gauge crashed";
text(_) -> "unknown error".
