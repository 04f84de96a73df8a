let () =
  for i = 0 to 20 do Printf.printf "{\"seq\":%d,\"exception\":null,\"fatal_error\":false}\n" i done
