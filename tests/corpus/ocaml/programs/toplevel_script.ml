let weight name = List.assoc name [ ("nut", 0.2); ("bolt", 0.3) ]
let () = print_endline "weighing"
let () = Printf.printf "%f\n%!" (weight "nut")
let () = Printf.printf "%f\n%!" (weight "washer")
