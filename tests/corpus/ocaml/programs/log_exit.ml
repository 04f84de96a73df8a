let log lvl fmt = Printf.ksprintf (fun s -> Printf.eprintf "2026-11-26 03:10:0%d [%s] %s\n%!" 7 lvl s) fmt
let rec fact n = if n = 0 then 1 / 0 else n * fact (n - 1) (* RAISES *)
let () =
  Printexc.record_backtrace true;
  log "INFO" "computing";
  try ignore (fact 3)
  with e ->
    let bt = Printexc.get_backtrace () in
    log "FATAL" "uncaught: %s\n%s" (Printexc.to_string e) bt;
    for i = 1 to 6 do log "INFO" "closing log %d" i done;
    exit 70
