let total rows =
  List.fold_left (fun sum (row : Rows.row) -> sum +. row.value) 0.0 rows

let () =
  let rows = List.map Rows.parse [ "pear;1.2"; "nut;0.8" ] in
  Printf.printf "%.2f\n" (total rows)
