let rows = [ "1"; "2" ]
let sum = List.fold_left ( + ) 0 rows
let () = Printf.printf "%d\n" sum
