let () =
  let spec = [ ("--fatal", Arg.Unit ignore, " die with Fatal error: exception Failure(\"...\")"); ("--raise", Arg.String ignore, "EXN raise this exception, e.g. Not_found") ] in
  Arg.usage spec "ocrun FILE\n\nExample of a crash:\n  Fatal error: exception Stdlib.Exit\n  Raised at Dune.main in file \"a.ml\", line 3, characters 1-9"
