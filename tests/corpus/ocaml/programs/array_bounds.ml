let cell grid x y = grid.(y * 4 + x) (* RAISES *)
let row grid y = List.init 4 (fun x -> cell grid x y)
let () =
  let grid = Array.make 12 1 in
  for y = 0 to 3 do
    Printf.printf "row %d sum %d\n%!" y (List.fold_left ( + ) 0 (row grid y))
  done
