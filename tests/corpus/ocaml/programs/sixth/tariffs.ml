exception Unknown_zone of string

let fare zone minutes =
  if minutes < 0 then invalid_arg "fare: minutes";
  match zone with "A" -> 290 + minutes | "B" -> 360 + minutes | z -> raise (Unknown_zone z)

let refused () = Alcotest.check_raises "zone" (Unknown_zone "Q") (fun () -> ignore (fare "Q" 1))

let printed () =
  Printexc.record_backtrace true;
  (match fare "A" (-1) with
   | _ -> Alcotest.fail "was taken"
   | exception e ->
     Printf.printf "Fatal error: exception %s\n%s%!" (Printexc.to_string e) (Printexc.get_backtrace ()));
  Logs.err (fun m -> m "fare of zone Q failed: %s" (Printexc.to_string (Unknown_zone "Q")))

let plain () = Alcotest.(check int) "cents" 300 (fare "A" 10)

let () =
  Logs.set_reporter (Logs.format_reporter ());
  Alcotest.run ~verbose:true ~show_errors:true "tariffs"
    [ "errors", [ Alcotest.test_case "unknown zone raises" `Quick refused; Alcotest.test_case "trace is printed" `Quick printed ];
      "fares", [ Alcotest.test_case "zone A" `Quick plain ] ]
