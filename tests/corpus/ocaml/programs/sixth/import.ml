(* Rows of a day into a table; what the table refuses is kept aside. Then waits for the next day. *)
let db = Sqlite3.db_open ":memory:"

exception Refused of Sqlite3.Rc.t * string

let exec sql = match Sqlite3.exec db sql with Sqlite3.Rc.OK -> () | rc -> raise (Refused (rc, Sqlite3.errmsg db))

let () =
  Printexc.register_printer (function Refused (rc, m) -> Some (Printf.sprintf "Import.Refused(%s, %S)" (Sqlite3.Rc.to_string rc) m) | _ -> None);
  Printexc.record_backtrace true;
  exec "CREATE TABLE parcel (id INTEGER PRIMARY KEY, kilos REAL NOT NULL CHECK (kilos < 32))";
  let aside = ref 0 in
  List.iter (fun (id, kilos) ->
    try exec (Printf.sprintf "INSERT INTO parcel VALUES (%s, %s)" id kilos); Printf.printf "parcel %s in\n%!" id
    with Refused _ as e ->
      incr aside;
      Printf.eprintf "parcel %s aside: %s\n%s%!" id (Printexc.to_string e) (Printexc.get_backtrace ()))
    [ "11", "2.5"; "12", "40"; "11", "3"; "13", "NULL"; "14", "n" ; "15", "7.25" ];
  Printf.printf "day done: 2 in, %d aside for the counter; waiting for the next day\n%!" !aside;
  while true do Unix.sleepf 0.5 done
