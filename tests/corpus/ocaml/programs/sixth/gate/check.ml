exception Empty_sheet of string

let cents cell = int_of_string (String.trim cell)

let total path =
  let channel = open_in path in
  let rec rows sum count =
    match input_line channel with
    | line -> rows (sum + cents (List.nth (String.split_on_char ';' line) 1)) (count + 1)
    | exception End_of_file -> if count = 0 then raise (Empty_sheet path) else sum
  in
  rows 0 0

let () = Printf.printf "%s: %d cents\n" Sys.argv.(1) (total Sys.argv.(1))
