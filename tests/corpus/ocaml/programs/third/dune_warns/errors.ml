type error = Fatal of string | Exception_in of int

let unused_error = Fatal "never"

let describe e =
  match e with
  | Exception_in 0 -> "exception in line 0"
  | Fatal s -> "fatal: " ^ s

let () =
  let x = 3 in
  print_endline (describe (Exception_in 0));
  for i = 1 to 5 do Printf.printf "row %d: 0 errors\n" i done
