exception Bad_row of int * string

let parse row line =
  match int_of_string_opt line with
  | Some n -> n
  | None -> raise (Bad_row (row, line)) (* RAISES *)

let total lines = List.fold_left ( + ) 0 (List.mapi parse lines)

let () =
  print_endline "reading table";
  Printf.printf "%d\n" (total [ "1"; "2"; "three" ])
