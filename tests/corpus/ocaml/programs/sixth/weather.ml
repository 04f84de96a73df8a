open Lwt.Infix

let src = Logs.Src.create "weather"
module Log = (val Logs.src_log src)

exception Bad_status of int

let reporter () =
  let report src level ~over k msgf =
    let k _ = over (); k () in
    msgf @@ fun ?header:_ ?tags:_ fmt ->
    Format.kfprintf k Format.err_formatter ("%s [%s] %s: @[" ^^ fmt ^^ "@]@.")
      "weather-0" (Logs.level_to_string (Some level)) (Logs.Src.name src)
  in
  { Logs.report }

let asked = Hashtbl.create 3

let fetch station =
  let n = 1 + Option.value ~default:0 (Hashtbl.find_opt asked station) in
  Hashtbl.replace asked station n;
  Lwt_unix.sleep 0.02 >>= fun () ->
  match station with
  | "zugspitze" when n < 3 -> Lwt.fail (Bad_status 503)
  | "helgoland" ->
    let socket = Lwt_unix.socket Unix.PF_INET Unix.SOCK_STREAM 0 in
    Lwt.finalize (fun () -> Lwt_unix.connect socket (Unix.ADDR_INET (Unix.inet_addr_loopback, 9)) >|= fun () -> 0.0)
      (fun () -> Lwt_unix.close socket)
  | _ -> Lwt.return (4.5 +. float (String.length station))

let rec patiently ?(left = 4) station =
  Lwt.catch (fun () -> fetch station >|= fun t -> Some t) @@ fun e ->
  let trace = Printexc.get_backtrace () in
  Log.err (fun m -> m "%s does not answer: %s@ %s" station (Printexc.to_string e) trace);
  if left = 1 then (Log.warn (fun m -> m "%s: the forecast stands in for it" station); Lwt.return_none)
  else Lwt_unix.sleep 0.05 >>= fun () -> patiently ~left:(left - 1) station

let () =
  Printexc.record_backtrace true;
  Logs.set_reporter (reporter ());
  Logs.set_level (Some Logs.Info);
  Lwt.async_exception_hook := (fun e -> Log.err (fun m -> m "in the background: %s" (Printexc.to_string e)));
  Lwt.async (fun () -> Lwt_unix.sleep 0.03 >>= fun () -> failwith "statistics: socket is gone");
  Lwt_main.run (Lwt_list.iter_p (fun station ->
    patiently station >|= function
    | Some t -> Log.info (fun m -> m "%s: %.1f degrees" station t)
    | None -> Log.app (fun m -> m "%s: 7.0 degrees (forecast)" station)) [ "zugspitze"; "helgoland"; "aachen" ]);
  Log.info (fun m -> m "map of 3 stations written, %d errors, %d warnings" (Logs.err_count ()) (Logs.warn_count ()))
