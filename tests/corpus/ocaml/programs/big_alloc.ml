let grid n = Array.make (n * n) 0.0 (* RAISES *)
let () =
  Printf.printf "cells %d\n%!" (Array.length (grid 10));
  Printf.printf "cells %d\n%!" (Array.length (grid 1_000_000_000))
