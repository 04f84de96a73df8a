let rec depth t = 1 + depth (t + 1)
let () = Printf.printf "%d\n" (depth 0)
