let () =
  let store = Store.create "/tmp/ship" in
  match Store.put store ~key:"a" "1" with
  | Ok () -> print_endline "shipped"
  | Error e -> prerr_endline e
