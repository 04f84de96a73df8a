let midpoint lo hi =
  assert (lo <= hi);
  (lo + hi) / 2

let search xs x =
  let rec go lo hi = if lo > hi + 1 then -1 else
    let m = midpoint lo hi in
    if xs.(m) = x then m else if xs.(m) < x then go (m + 1) hi else go lo (m - 1) in
  go 0 (Array.length xs - 1)

let () = Printf.printf "%d\n" (search [| 1; 3; 5 |] 4)
