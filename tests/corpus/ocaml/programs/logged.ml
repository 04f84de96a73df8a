let step n = if n = 4 then invalid_arg "step 4 has no plan" else n (* RAISES *)

let run () = for n = 1 to 6 do Printf.eprintf "[info] step %d\n%!" (step n) done

let () =
  Printexc.record_backtrace true;
  try run ()
  with e ->
    Printf.eprintf "[error] run failed: %s\n%s%!" (Printexc.to_string e) (Printexc.get_backtrace ());
    for i = 1 to 32 do Printf.eprintf "[info] cleaning %d\n%!" i done;
    exit 3
