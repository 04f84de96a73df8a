let load path =
  if not (Sys.file_exists path) then
    failwith ("no settings at " ^ path ^ "\n  run init first") (* RAISES *)
  else open_in path

let start path =
  let c = load path in
  close_in c

let () =
  prerr_endline "starting";
  start "/app/none.conf"
