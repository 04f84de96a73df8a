let rows path =
  let ic = open_in path in (* RAISES *)
  let n = in_channel_length ic in
  close_in ic; n

let () =
  print_endline "import of night 26";
  Printf.printf "%d rows\n" (rows "/app/in/rows.csv")
