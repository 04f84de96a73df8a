let () =
  at_exit (fun () -> print_endline "bye");
  let lost = ref 0 in
  for n = 1 to 24 do
    try if n = 5 then raise End_of_file else Printf.printf "frame %d\n" n
    with End_of_file -> incr lost; print_endline "frame lost (End_of_file), repeated from cache"
  done;
  Printf.printf "24 frames, %d lost, 0 errors\n" !lost
