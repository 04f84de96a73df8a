let connect port =
  let s = Unix.socket Unix.PF_INET Unix.SOCK_STREAM 0 in
  Unix.connect s (Unix.ADDR_INET (Unix.inet_addr_loopback, port)); (* RAISES *)
  s

let () =
  print_endline "connecting";
  let s = connect 9 in
  Unix.close s
