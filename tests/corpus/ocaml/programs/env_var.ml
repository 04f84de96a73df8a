let port () = int_of_string (Sys.getenv "NIGHTLY_PORT") (* RAISES *)
let conf () = [ ("port", port ()) ]
let () =
  print_endline "loading configuration";
  List.iter (fun (k, v) -> Printf.printf "%s=%d\n" k v) (conf ())
