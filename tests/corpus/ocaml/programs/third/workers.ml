open Lwt.Infix

exception Shard_lost of string

let fetch shard =
  Lwt.pause () >>= fun () ->
  if shard = 3 then Lwt.fail (Shard_lost "lease of shard 3 has ended")
  else Lwt_io.printlf "shard %d: 40 rows" shard

let () =
  at_exit (fun () -> print_endline "workers: connections are closed");
  Lwt_main.run
    ( Lwt_list.iter_s (fun shard -> fetch shard) [ 1; 2; 3; 4 ] >>= fun () ->
      Lwt_io.printl "all shards are here" )
