type place = { file : string; line : int }
exception Parse_error of { place : place; text : string }
exception Job of int * exn

let () =
  Printexc.register_printer (function
    | Parse_error { place; text } -> Some (Printf.sprintf "%s:%d: %s" place.file place.line text)
    | _ -> None)

let parse n = if n = 3 then raise (Parse_error { place = { file = "jobs.conf"; line = n }; text = "unknown key 'batchsize'" })
let run n = try parse n with e -> raise (Job (n, e)) (* RAISES *)
let () = List.iter (fun n -> run n; Printf.printf "job %d parsed\n%!" n) [ 1; 2; 3 ]
