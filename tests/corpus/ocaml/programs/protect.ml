exception Locked of string

let take name = raise (Locked name) (* RAISES *)
let step name = Fun.protect ~finally:(fun () -> failwith ("cannot unlock " ^ name)) (fun () -> take name)
let () = print_endline "locking"; step "night.lock"
