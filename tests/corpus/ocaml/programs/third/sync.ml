let src = Logs.Src.create "sync" ~doc:"copies blocks"
module Log = (val Logs.src_log src : Logs.LOG)

let read path =
  let ic = open_in path in
  Fun.protect ~finally:(fun () -> close_in ic) (fun () -> input_line ic)

let main () =
  Log.app (fun m -> m "3 blocks");
  let oc = open_out "block-1" in
  output_string oc "one\n";
  close_out oc;
  List.iteri
    (fun i path ->
      match read path with
      | line -> Log.info (fun m -> m "block %d: %s" (i + 1) line)
      | exception Sys_error e ->
          Log.err (fun m -> m "block %d cannot be read: %s" (i + 1) e);
          Log.app (fun m -> m "stopped after %d of 3 blocks" i);
          exit 4)
    [ "block-1"; "block-2"; "block-3" ]

let () =
  Logs.set_reporter (Logs_fmt.reporter ~dst:Fmt.stderr ~app:Fmt.stderr ());
  Logs.set_level (Some Logs.Info);
  main ()
