let () =
  at_exit (fun () -> print_endline "releasing"; flush stdout; failwith "lease 4 was released twice");
  print_endline "working"
