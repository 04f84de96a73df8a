exception Odd_halo of int * int

let rank = int_of_string Sys.argv.(1) and bad = int_of_string Sys.argv.(2)
let halo width = if width mod 2 = 1 then raise (Odd_halo (rank, width)) else width (* RAISES *)
let exchange step = 1 + halo (if rank = bad && step = 2 then 3 else 2)
let () = for step = 0 to 4 do Printf.printf "step %d\n%!" step; ignore (exchange step) done
