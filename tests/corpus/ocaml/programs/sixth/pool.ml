(* Three forked counters; one that dies is forked again. *)
exception Lost_lease of { shard : int; holder : string }

let () =
  Printexc.register_printer (function
    | Lost_lease { shard; holder } -> Some (Printf.sprintf "Lost_lease: shard %d is held by %s" shard holder)
    | _ -> None)

let say fmt = Printf.ksprintf (fun s -> Printf.printf "[pool %s] %s\n%!" (let t = Unix.gmtime (Unix.time ()) in
  Printf.sprintf "%02d:%02d:%02d" t.tm_hour t.tm_min t.tm_sec) s) fmt

let count shard life =
  if shard = 2 && life = 1 then raise (Lost_lease { shard; holder = "node-b" });
  if shard = 2 && life = 2 then ignore (Array.get [| 1; 2 |] (shard + life));
  if shard = 3 && life = 1 then Unix.kill (Unix.getpid ()) Sys.sigkill;
  100 * shard

let launch shard life =
  flush_all ();
  match Unix.fork () with
  | 0 -> Printf.printf "[counter %d] %d keys\n%!" shard (count shard life); exit 0
  | pid -> pid

let () =
  let running = Hashtbl.create 3 in
  let start shard life = Hashtbl.replace running (launch shard life) (shard, life) in
  List.iter (fun shard -> start shard 1) [ 1; 2; 3 ];
  let restarts = ref 0 in
  while Hashtbl.length running > 0 do
    let pid, status = Unix.wait () in
    let shard, life = Hashtbl.find running pid in
    Hashtbl.remove running pid;
    let again why = incr restarts; say "counter %d %s, starting life %d" shard why (life + 1); start shard (life + 1) in
    match status with
    | Unix.WEXITED 0 -> say "counter %d is through" shard
    | Unix.WEXITED code -> again (Printf.sprintf "ended with %d" code)
    | Unix.WSIGNALED s -> again (if s = Sys.sigkill then "was killed (SIGKILL)" else "died of a signal")
    | Unix.WSTOPPED _ -> ()
  done;
  say "all through after %d restarts" !restarts
