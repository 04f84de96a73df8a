let () =
  List.iter (fun (k, v) -> Printf.printf "%-24s %s\n" k v)
    [ ("on_exception", "Fatal"); ("OCAMLRUNPARAM", "b"); ("exceptions.seen", "0"); ("error.printer", "Printexc.to_string"); ("raise_on_timeout", "false") ];
  for i = 1 to 16 do Printf.printf "part %d written\n" i done
