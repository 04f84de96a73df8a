let () =
  print_string "NOTES\n  A job that ends with\n    Fatal error: exception Failure(\"no disk\")\n    Raised at Stdlib.failwith in file \"stdlib.ml\", line 29, characters 17-33\n  found no disk. Mount one.\n\n";
  for i = 1 to 16 do Printf.printf "snapshot %d kept\n" i done
