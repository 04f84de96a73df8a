exception Startup of string * exn

let parse s = int_of_string s

let boot s = try parse s with Failure _ as e -> raise (Startup ("port", e)) (* RAISES *)

let () =
  Printexc.register_printer (function
    | Startup (what, e) -> Some (Printf.sprintf "Startup: %s is wrong because of %s" what (Printexc.to_string e))
    | _ -> None);
  Printf.printf "%d\n" (boot "eighty")
