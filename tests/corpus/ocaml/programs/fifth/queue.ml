(* A worker of a job queue in a database; jobs that are locked are asked for again. *)
let src = Logs.Src.create "queue" ~doc:"job queue"

module Log = (val Logs.src_log src : Logs.LOG)

let exec db sql =
  let rc = Sqlite3.exec db sql in
  if not (Sqlite3.Rc.is_success rc) then failwith (Sqlite3.Rc.to_string rc ^ ": " ^ Sqlite3.errmsg db)

let () =
  Logs.set_reporter (Logs_fmt.reporter ~app:Fmt.stdout ~dst:Fmt.stderr ());
  Logs.set_level (Some Logs.Info);
  let path = Filename.temp_file "queue" ".db" in
  at_exit (fun () -> Sys.remove path; Log.app (fun m -> m "worker ends"));
  let db = Sqlite3.db_open path and other = Sqlite3.db_open path in
  exec db "CREATE TABLE jobs (id INTEGER PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('new', 'done')))";
  exec db "INSERT INTO jobs VALUES (1, 'new'), (2, 'new')";
  exec other "BEGIN EXCLUSIVE";
  let rec take n sql =
    match exec db sql with
    | () -> Log.info (fun m -> m "attempt %d: taken" n)
    | exception Failure e when n < 3 && Sqlite3.errcode db = Sqlite3.Rc.BUSY ->
        Log.err (fun m -> m "attempt %d: %s" n e);
        if n = 2 then exec other "COMMIT";
        take (n + 1) sql
  in
  take 1 "UPDATE jobs SET state = 'done' WHERE id = 1";
  if Array.length Sys.argv > 1 then begin
    Log.warn (fun m -> m "job 2 has an odd state");
    take 1 "UPDATE jobs SET state = 'failed' WHERE id = 2"
  end;
  Log.app (fun m -> m "1 job done")
