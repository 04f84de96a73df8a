open Cmdliner

let run port retries = Printf.printf "gate: port %d, %d retries\n" port retries

let port = Arg.(value & opt int 80 & info [ "port" ] ~docv:"PORT")
let retries = Arg.(value & opt int 3 & info [ "retries" ] ~docv:"N")
let () = exit (Cmd.eval (Cmd.v (Cmd.info "gate" ~version:"1.4") Term.(const run $ port $ retries)))
