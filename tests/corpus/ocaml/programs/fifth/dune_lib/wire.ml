let send x = print_endline x
