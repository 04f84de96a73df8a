let poll n = if n = 2 then failwith "sensor bus is busy" else Printf.printf "poll %d ok\n%!" n
let () =
  Printexc.record_backtrace true;
  for n = 1 to 26 do
    try poll n with e -> Printf.eprintf "[warn] poll %d left out: %s\n%s%!" n (Printexc.to_string e) (Printexc.get_backtrace ())
  done
