let check n = if n = 2 then invalid_arg "shard 2: größe ist [0, 7]" (* RAISES *)
let bad = Atomic.make 0
let worker n = try check n with e -> Atomic.incr bad; raise e
let () =
  let ts = List.map (fun n -> Thread.create worker n) [ 1; 2; 3 ] in
  List.iter Thread.join ts;
  if Atomic.get bad > 0 then (print_endline "some shards failed"; exit 4)
