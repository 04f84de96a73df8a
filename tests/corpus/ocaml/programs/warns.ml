let unused_error x = 1
let f = function Some x -> x
let () = print_endline (f (Some "done: 0 errors"))
