let left = ref 2
let put n = if n = 2 && !left > 0 then (decr left; failwith "peer reset") else Printf.printf "put %d\n%!" n

let () =
  Printexc.record_backtrace true;
  let rec go n =
    if n < 26 then
      match put n with
      | () -> go (n + 1)
      | exception e ->
        Printf.printf "warning: %s, again\n%s%!" (Printexc.to_string e) (Printexc.get_backtrace ());
        go n in
  go 0;
  print_endline "26 put, 0 errors"
