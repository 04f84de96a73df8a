let calls = ref 0

let put part =
  if part = 2 then begin
    incr calls;
    if !calls < 3 then raise (Unix.Unix_error (Unix.ECONNRESET, "write", "mirror-1"))
  end

let () =
  Printexc.record_backtrace true;
  for part = 1 to 24 do
    let rec go () =
      try put part
      with e ->
        Printf.eprintf "[WARN] part %d: uncaught in transfer, asking again: %s\n%s%!" part (Printexc.to_string e) (Printexc.get_backtrace ());
        go ()
    in
    go ();
    Printf.printf "part %d of 24 is stored\n%!" part
  done;
  print_endline "all parts are stored, failures: 0"
