let row n = if n mod 7 = 0 then Error (Failure (Printf.sprintf "row %d: no number" n)) else Ok n
let () =
  for n = 1 to 26 do
    match row n with
    | Ok n -> Printf.printf "row %d ok\n" n
    | Error e -> Printf.printf "skipped: exception %s\n" (Printexc.to_string e)
  done
